import type { FieldSummary } from '../../exchange/importResult.ts';
import { RULES, TARGETS, type Target, UNITS, type Unit } from '../../exchange/mapping/fields.ts';
import type { FieldMapping } from '../../exchange/mapping/suggest.ts';
import { useText } from '../../i18n/TextProvider.tsx';

interface MappingTableProps {
  readonly mapping: FieldMapping;
  readonly fields: readonly FieldSummary[];
  readonly onChange: (mapping: FieldMapping) => void;
}

/** Which of the file's fields gives which property, and in which unit. */
export function MappingTable({ mapping, fields, onChange }: MappingTableProps) {
  const { t } = useText();
  const put = (target: Target, field: string, unit: Unit): void => {
    const { [target]: _gone, ...rest } = mapping.fields;
    onChange({ ...mapping, fields: field === '' ? rest : { ...rest, [target]: { field, unit } } });
  };
  return (
    <table className="mapping">
      <caption>{t('exchange.mapping.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.mapping.property')}</th>
          <th scope="col">{t('exchange.mapping.field')}</th>
          <th scope="col">{t('exchange.mapping.unit')}</th>
        </tr>
      </thead>
      <tbody>
        {TARGETS[mapping.kind].map((target) => {
          const choice = mapping.fields[target];
          const { quantity, unit } = RULES[target];
          const name = t(`exchange.target.${target}`);
          return (
            <tr key={target}>
              <th scope="row">{name}</th>
              <td>
                <select
                  aria-label={t('exchange.mapping.fieldFor', { property: name })}
                  value={choice?.field ?? ''}
                  onChange={({ target: { value } }) => put(target, value, choice?.unit ?? unit)}
                >
                  <option value="">{t('exchange.mapping.none')}</option>
                  {fields.map((field) => (
                    <option key={field.name} value={field.name}>
                      {optionWords(field)}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                {choice && quantity !== 'text' && (
                  <select
                    aria-label={t('exchange.mapping.unitFor', { property: name })}
                    value={choice.unit}
                    onChange={({ target: { value } }) => put(target, choice.field, value as Unit)}
                  >
                    {(Object.keys(UNITS) as Unit[])
                      .filter((one) => UNITS[one].quantity === quantity)
                      .map((one) => (
                        <option key={one} value={one}>
                          {one === 'deg' ? '°' : one}
                        </option>
                      ))}
                  </select>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const optionWords = ({ name, samples }: FieldSummary): string =>
  samples.length === 0 ? name : `${name} (${samples.slice(0, 2).join(', ').slice(0, 40)})`;
