import { useState } from 'react';
import './coordinates.css';
import { formatDegrees, formatMetres } from '../../geometry/coordinates.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { measure, useMeasuring } from '../../state/measuring.ts';
import { GoToForm } from './GoToForm.tsx';
import { MeasurePanel } from './MeasurePanel.tsx';

/** Below the map: where the pointer is, the way to a coordinate, and the measure. */
export function CoordinateBar({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const [isGoing, setGoing] = useState(false);
  const kind = useMeasuring((state) => state.kind);
  return (
    <section className="coordinates" aria-label={t('exchange.coordinates.title')}>
      {isGoing && <GoToForm atlas={atlas} />}
      {kind && <MeasurePanel atlas={atlas} kind={kind} />}
      <div className="coordinates-bar">
        <Readout atlas={atlas} />
        <button type="button" className="tool" aria-expanded={isGoing} onClick={() => setGoing(!isGoing)}>
          {t('exchange.coordinates.goTo')}
        </button>
        <button
          type="button"
          className="tool"
          aria-pressed={kind !== null}
          onClick={() => measure(kind === null ? 'length' : null)}
        >
          {t('exchange.coordinates.measure')}
        </button>
      </div>
    </section>
  );
}

/** The pointer's place in the city's metres and in degrees; it follows the pointer and is not read aloud. */
function Readout({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const pointer = useMeasuring((state) => state.pointer);
  const { metricCrs } = atlas.city;
  return (
    <p className="coordinates-readout">
      {pointer ? (
        <>
          <span>
            {metricCrs.name}: {formatMetres(pointer, metricCrs, 1)}
          </span>
          <span>
            {t('exchange.coordinates.degrees')}: {formatDegrees(pointer, 5)}
          </span>
        </>
      ) : (
        <span className="muted">{t('exchange.coordinates.hint')}</span>
      )}
    </p>
  );
}
