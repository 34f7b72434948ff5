import { useMemo } from 'react';
import { planeOf } from '../../geometry/plane.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import {
  type Measured,
  type MeasuredKind,
  measure,
  measuredOf,
  takeBackMeasured,
  useMeasuring,
} from '../../state/measuring.ts';
import { Segments } from '../../ui/Choice.tsx';

/** What has been measured so far: presses on the map, or coordinates gone to, are its points. */
export function MeasurePanel({ atlas, kind }: { atlas: Atlas; kind: MeasuredKind }) {
  const text = useText();
  const { t } = text;
  const points = useMeasuring((state) => state.points);
  const plane = useMemo(() => planeOf(atlas.city.metricCrs.proj4), [atlas]);
  const measured = measuredOf(plane, kind, points);
  return (
    <div className="measure-panel">
      <Segments<MeasuredKind>
        label={t('exchange.coordinates.measure')}
        value={kind}
        options={[
          { value: 'length', label: t('exchange.measured.length') },
          { value: 'area', label: t('exchange.measured.area') },
        ]}
        onChange={measure}
      />
      <p role="status">
        {points.length < 2 ? t('exchange.measured.hint') : measuredWords(measured, kind, text)}
      </p>
      <p className="muted">{t('exchange.measured.plane', { system: atlas.city.metricCrs.name })}</p>
      <p className="row-buttons">
        <button type="button" className="tool" disabled={points.length === 0} onClick={takeBackMeasured}>
          {t('exchange.measured.back')}
        </button>
        <button type="button" className="tool" onClick={() => measure(null)}>
          {t('exchange.measured.end')}
        </button>
      </p>
    </div>
  );
}

function measuredWords(
  { lengthMetres, squareMetres, bearingDegrees }: Measured,
  kind: MeasuredKind,
  { t, format }: ReturnType<typeof useText>,
): string {
  const metres = t('unit.m', { value: format.number(lengthMetres, lengthMetres < 1000 ? 1 : 0) });
  const said = [
    kind === 'length' && t('exchange.measured.isLong', { metres }),
    kind === 'area' &&
      squareMetres !== undefined &&
      t('exchange.measured.isWide', {
        squareMetres: format.number(squareMetres, squareMetres < 1000 ? 1 : 0),
        hectares: format.number(squareMetres / 10_000, 2),
        metres,
      }),
    kind === 'length' &&
      bearingDegrees !== undefined &&
      t('exchange.measured.bearing', { degrees: format.number(bearingDegrees, 1) }),
  ];
  return said.filter((part) => part !== false).join(' ') || t('exchange.measured.hint');
}
