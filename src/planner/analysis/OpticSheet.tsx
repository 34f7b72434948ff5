import { useMemo } from 'react';
import type { Photometry } from '../../analysis/photometry/photometry.ts';
import { polarDiagram } from '../../analysis/photometry/polarDiagram.ts';
import { coarseWarning, fluxWarning, zonalFlux } from '../../analysis/photometry/zonalFlux.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';

const RADIUS = 92;
const SIZE = 216;

/** One light distribution: its polar diagram, its flux and whether the file agrees with itself. */
export function OpticSheet({ photometry }: { photometry: Photometry }) {
  const { t, format } = useText();
  const { manufacturer, name, fluxLumens, basis, format: fileFormat } = photometry;
  const warnings = useMemo(() => [...fluxWarning(photometry), ...coarseWarning(photometry)], [photometry]);
  const found = useMemo(() => zonalFlux(photometry) / 10, [photometry]);
  return (
    <>
      <Polar photometry={photometry} />
      <div className="analysis-figures">
        <DefinitionList>
          <Definition term={t('analysis.sheet.name')}>
            {fileFormat === 'closed-form' ? null : name}
          </Definition>
          <Definition term={t('analysis.sheet.maker')}>{manufacturer}</Definition>
          <Definition term={t(basis === 'lamp' ? 'analysis.sheet.lampFlux' : 'analysis.sheet.luminaireFlux')}>
            {t('analysis.lumens', { lumens: format.number(fluxLumens) })}
          </Definition>
          <Definition term={t('analysis.sheet.found')}>{format.percent(found / 100)}</Definition>
        </DefinitionList>
      </div>
      {warnings.length === 0 && <p>{t('analysis.sheet.agrees')}</p>}
      {warnings.map((warning) =>
        warning.code === 'flux-disagrees' ? (
          <p key={warning.code} className="box">
            {t('analysis.sheet.disagrees', {
              found: format.number(warning.foundPercent, 1),
              stated: format.number(warning.statedPercent, 1),
            })}
          </p>
        ) : warning.code === 'coarse-angles' ? (
          <p key={warning.code} className="box">
            {t('analysis.sheet.coarse', {
              azimuth: format.number(warning.azimuthDegrees, 1),
              vertical: format.number(warning.verticalDegrees, 1),
            })}
          </p>
        ) : null,
      )}
    </>
  );
}

/** How strongly the luminaire shines in each direction, along the path and across it. */
function Polar({ photometry }: { photometry: Photometry }) {
  const { t, format } = useText();
  const { curves, rings, maximumCandelasPerKilolumen } = useMemo(
    () => polarDiagram(photometry),
    [photometry],
  );
  const outer = rings[rings.length - 1] ?? 1;
  const scale = RADIUS / outer;
  const middle = SIZE / 2;
  const path = (points: Float64Array): string => {
    let d = '';
    for (let i = 0; i < points.length; i += 2)
      d += `${i === 0 ? 'M' : 'L'}${(middle + (points[i] ?? 0) * scale).toFixed(1)} ${(middle + (points[i + 1] ?? 0) * scale).toFixed(1)}`;
    return d;
  };
  return (
    <figure className="analysis-polar">
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={t('analysis.polar.label', { most: format.number(maximumCandelasPerKilolumen) })}
      >
        {rings.map((ring) => (
          <circle key={ring} className="analysis-grid" cx={middle} cy={middle} r={ring * scale} />
        ))}
        {[0, 30, 60, 90, 120, 150].map((angle) => {
          const [dx, dy] = [
            Math.sin((angle * Math.PI) / 180) * RADIUS,
            Math.cos((angle * Math.PI) / 180) * RADIUS,
          ];
          return (
            <line
              key={angle}
              className="analysis-grid"
              x1={middle - dx}
              y1={middle - dy}
              x2={middle + dx}
              y2={middle + dy}
            />
          );
        })}
        <text x={middle + 3} y={middle + RADIUS - 4}>
          {format.number(outer)}
        </text>
        {curves.map(({ azimuthDegrees, points }, i) => (
          <path
            key={azimuthDegrees}
            className={i === 0 ? 'analysis-curve' : 'analysis-curve-across'}
            d={path(points)}
          />
        ))}
      </svg>
      <figcaption className="muted">{t('analysis.polar')}</figcaption>
    </figure>
  );
}
