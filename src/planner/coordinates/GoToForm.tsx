import { useId, useState } from 'react';
import { formatMetres, type RecognisedCoordinate, recogniseCoordinates } from '../../geometry/coordinates.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { addMeasured, useMeasuring } from '../../state/measuring.ts';
import { changeView } from '../../state/store.ts';

/** Everywhere: only where nothing in the city fits is a coordinate looked for on the rest of the globe. */
const GLOBE = [-180, -85, 180, 85] as const;

/** Goes to a place written as a coordinate, and says which system it was understood in. */
export function GoToForm({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const [written, setWritten] = useState('');
  const [found, setFound] = useState<readonly RecognisedCoordinate[] | null>(null);
  const measuring = useMeasuring((state) => state.kind);
  const answerId = useId();
  const { metricCrs, otherCrs, surroundings } = atlas.city;
  const systems = [metricCrs, ...otherCrs];
  const go = ({ lngLat }: RecognisedCoordinate): void => {
    if (measuring) addMeasured(lngLat);
    changeView({ point: lngLat });
  };
  const look = (): void => {
    const near = recogniseCoordinates(written, systems, surroundings);
    const all = near.length > 0 ? near : degreesOnly(recogniseCoordinates(written, [], GLOBE));
    setFound(all);
    const [only] = all;
    if (only && all.length === 1) go(only);
  };
  const systemName = ({ system, order }: RecognisedCoordinate): string =>
    t(`exchange.understood.${order}`, {
      system: systems.find(({ code }) => code === system)?.name ?? t('exchange.coordinates.degrees'),
    });
  return (
    <form
      className="coordinates-form"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <label className="field">
        <span className="choice-label">{t('exchange.coordinates.write')}</span>
        <input
          type="text"
          value={written}
          aria-describedby={answerId}
          onChange={({ target }) => {
            setWritten(target.value);
            setFound(null);
          }}
        />
      </label>
      <button type="submit" className="tool">
        {t('exchange.coordinates.go')}
      </button>
      <div id={answerId} role="status">
        {found?.length === 0 && t('exchange.coordinates.notUnderstood')}
        {found?.length === 1 && found[0] && systemName(found[0])}
        {found && found.length > 1 && (
          <>
            {t('exchange.coordinates.which')}
            {found.map((one) => (
              <button
                key={`${one.system} ${one.order}`}
                type="button"
                className="tool"
                onClick={() => {
                  setFound([one]);
                  go(one);
                }}
              >
                {systemName(one)}: {formatMetres(one.lngLat, metricCrs, 0)}
              </button>
            ))}
          </>
        )}
      </div>
    </form>
  );
}

/** Far from the city only what stands in degrees can be meant, latitude first as people write it. */
const degreesOnly = (found: readonly RecognisedCoordinate[]): RecognisedCoordinate[] =>
  found.filter(({ system, order }) => system === 'degrees' && order === 'northEast');
