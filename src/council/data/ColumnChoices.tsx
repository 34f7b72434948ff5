import { useText } from '../../i18n/TextProvider.tsx';
import type { DataDescription } from '../../state/dataMapping.ts';
import { type FileReading, ROLES_OF } from '../../state/dataReading.ts';
import { Choice } from '../../ui/Choice.tsx';

const NOT_USED = '';

/** Which column of the file says what; and how many people each group of respondents stands for. */
export function ColumnChoices({
  reading,
  description,
  groups,
  change,
}: {
  reading: FileReading;
  description: DataDescription;
  groups: readonly string[];
  change: (part: Partial<DataDescription>) => void;
}) {
  const { t } = useText();
  const { kind, columns, groupPopulation } = description;
  const options = [
    { value: NOT_USED, label: t('council.import.notUsed') },
    ...reading.fields.map((field) => ({ value: field, label: field })),
  ];
  return (
    <>
      <fieldset className="group two-columns">
        <legend>{t('council.import.columns')}</legend>
        {ROLES_OF[kind].map((role) => (
          <Choice
            key={role}
            label={t(`council.column.${role}`)}
            value={columns[role] ?? NOT_USED}
            options={options}
            onChange={(field) => {
              const { [role]: _before, ...rest } = columns;
              change({ columns: field === NOT_USED ? rest : { ...rest, [role]: field } });
            }}
          />
        ))}
      </fieldset>
      {kind === 'survey-answers' && groups.length > 0 && (
        <fieldset className="group two-columns">
          <legend>{t('council.import.population')}</legend>
          <p className="muted small">{t('council.import.populationWhy')}</p>
          {groups.map((name) => (
            <label key={name}>
              <span className="choice-label">{name}</span>
              <input
                type="number"
                min={0}
                inputMode="numeric"
                value={groupPopulation[name] ?? ''}
                onChange={(event) =>
                  change({ groupPopulation: { ...groupPopulation, [name]: Number(event.target.value) } })
                }
              />
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
