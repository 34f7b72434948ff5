import type { LightCase } from '../../analysis/light/pathLight.ts';
import type { CaseAnswer, StrakAnswer, StretchAnswer } from '../../analysis/lightAndSight/question.ts';
import { useText } from '../../i18n/TextProvider.tsx';

const WIDTH = 336;
const HEIGHT = 132;
const LEFT = 30;
const BOTTOM = 22;
const TOP = 8;

const niceStep = (whole: number): number => {
  const rough = whole / 4;
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  return ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
};

/** Light against chainage, with the dark gaps as bands and the least light that is wanted as a line; the same as a table. */
export function ProfileChart({ answer, lightCase }: { answer: StrakAnswer; lightCase: LightCase }) {
  const { t, format } = useText();
  const chosen = answer.light[lightCase];
  if (!chosen) return null;
  const { lengthMetres, thresholdLux } = answer;
  const top = Math.max(2 * thresholdLux, ...chosen.horizontalLux) * 1.05;
  const x = (metres: number): number => LEFT + (metres / lengthMetres) * (WIDTH - LEFT - 4);
  const y = (lux: number): number => TOP + (1 - lux / top) * (HEIGHT - TOP - BOTTOM);
  const others = lightCase === 'existing' ? null : answer.light.existing;
  const ticks = Array.from(
    { length: Math.floor(lengthMetres / niceStep(lengthMetres)) + 1 },
    (_, i) => i * niceStep(lengthMetres),
  );
  const levels = Array.from({ length: Math.floor(top / niceStep(top)) + 1 }, (_, i) => i * niceStep(top));
  return (
    <figure className="analysis-profile">
      <figcaption>{t('analysis.profile')}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('analysis.profile.label', {
          least: format.number(Math.min(...chosen.horizontalLux), 2),
          most: format.number(Math.max(...chosen.horizontalLux), 1),
          gaps: chosen.gaps.length,
        })}
      >
        <Bands stretches={chosen.gaps} className="analysis-band-dark" x={x} />
        <Bands stretches={chosen.unknownStretches} className="analysis-band-unknown" x={x} />
        {levels.map((lux) => (
          <g key={lux}>
            <line className="analysis-grid" x1={LEFT} x2={WIDTH - 4} y1={y(lux)} y2={y(lux)} />
            <text x={LEFT - 4} y={y(lux) + 4} textAnchor="end">
              {format.number(lux, 1)}
            </text>
          </g>
        ))}
        {ticks.map((metres) => (
          <text key={metres} x={x(metres)} y={HEIGHT - 6} textAnchor="middle">
            {format.number(metres)}
          </text>
        ))}
        <line
          className="analysis-threshold"
          x1={LEFT}
          x2={WIDTH - 4}
          y1={y(thresholdLux)}
          y2={y(thresholdLux)}
        />
        {others && others.lampCount > 0 && <path className="analysis-curve-before" d={curve(others, x, y)} />}
        <path className="analysis-curve" d={curve(chosen, x, y)} />
      </svg>
      <p className="muted">{t('analysis.profile.key', { lux: format.number(thresholdLux, 1) })}</p>
      <ProfileTable chosen={chosen} />
    </figure>
  );
}

type Scale = (value: number) => number;

function Bands({
  stretches,
  className,
  x,
}: {
  stretches: readonly StretchAnswer[];
  className: string;
  x: Scale;
}) {
  return stretches.map(({ startMetres, endMetres }) => (
    <rect
      key={startMetres}
      className={className}
      x={x(startMetres)}
      width={Math.max(1.5, x(endMetres) - x(startMetres))}
      y={TOP}
      height={HEIGHT - TOP - BOTTOM}
    />
  ));
}

/** At most some four hundred points: more cannot be told apart on a screen. */
function curve({ chainagesMetres, horizontalLux }: CaseAnswer, x: Scale, y: Scale): string {
  const step = Math.max(1, Math.floor(chainagesMetres.length / 400));
  let path = '';
  for (let i = 0; i < chainagesMetres.length; i += step)
    path += `${i === 0 ? 'M' : 'L'}${x(chainagesMetres[i] ?? 0).toFixed(1)} ${y(horizontalLux[i] ?? 0).toFixed(1)}`;
  return path;
}

function ProfileTable({ chosen: { chainagesMetres, horizontalLux, unknown } }: { chosen: CaseAnswer }) {
  const { t, format } = useText();
  const step = Math.max(5, Math.ceil(chainagesMetres.length / 60));
  const rows = Array.from(chainagesMetres)
    .map((metres, i) => ({ metres, lux: horizontalLux[i] ?? 0, isUnknown: unknown[i] === 1 }))
    .filter((_, i) => i % step === 0);
  return (
    <details>
      <summary>{t('analysis.profile.table')}</summary>
      <table className="analysis-table">
        <caption className="only-read">{t('analysis.profile')}</caption>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {t('analysis.profile.at')}
            </th>
            <th scope="col" className="numeric">
              {t('analysis.profile.lux')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ metres, lux, isUnknown }) => (
            <tr key={metres}>
              <td className="numeric">{format.number(metres)}</td>
              <td className="numeric">
                {isUnknown
                  ? t('analysis.profile.atLeast', { lux: format.number(lux, 2) })
                  : format.number(lux, 2)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
