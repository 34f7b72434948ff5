import type { ReadingGroup } from '../domain/city.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { type Atlas, chosenOption } from '../state/atlas.ts';
import { changeView, useOpen } from '../state/store.ts';

/** Lets the user switch between the readings of an area name and says why there are several. */
export function ReadingChoice({ group, atlas }: { group: ReadingGroup; atlas: Atlas }) {
  const { t, local, format } = useText();
  const view = useOpen((state) => state.view);
  const chosen = chosenOption(group, view.readings);
  const areaOf = (optionId: string) =>
    atlas.features.find(
      ({ properties }) =>
        properties.kind === 'area' &&
        properties.reading?.groupId === group.id &&
        properties.reading.optionId === optionId,
    );
  const choose = (optionId: string): void => {
    const area = areaOf(optionId);
    changeView({
      readings: { ...view.readings, [group.id]: optionId },
      ...(area ? { selection: { kind: 'feature', id: area.properties.id } } : {}),
    });
  };
  return (
    <fieldset className="readings">
      <legend>{local(group.title)}</legend>
      <p className="muted">{local(group.why)}</p>
      {group.options.map((option) => {
        const properties = areaOf(option.id)?.properties;
        return (
          <label key={option.id} className="reading">
            <input
              type="radio"
              name={`reading-${group.id}`}
              checked={option.id === chosen}
              onChange={() => choose(option.id)}
            />
            <span>
              <strong>{local(option.name)}</strong>
              {option.id === group.defaultOptionId && ` (${t('reading.default')})`}
              {properties?.kind === 'area' && (
                <span className="muted">
                  {' '}
                  {t('unit.km2', { value: format.number(properties.areaKm2, 1) })}
                </span>
              )}
              <span className="muted block">{local(option.basis)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
