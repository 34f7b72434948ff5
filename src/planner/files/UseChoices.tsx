import type { PlanKind } from '../../domain/proposal.ts';
import { mappedKindOf, type Shape, shapesOf, USES, type Use } from '../../exchange/mapping/uses.ts';
import type { Reading } from '../../exchange/messages.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { type Choices, choose, type ImportEntry } from '../../state/files.ts';
import { Choice } from '../../ui/Choice.tsx';
import { MappingTable } from './MappingTable.tsx';

interface UseChoicesProps {
  readonly entry: ImportEntry;
  readonly reading: Reading;
  readonly choices: Choices;
}

const SHAPES = Object.keys(USES) as Shape[];

/** What points, lines and areas of a file become, and where lights and cameras have their values. */
export function UseChoices({ entry, reading, choices }: UseChoicesProps) {
  const { t } = useText();
  const { uses, mappings } = choices;
  const types = Object.keys(reading.summary.byGeometry) as PlanGeometry[];
  const present = SHAPES.filter((shape) => types.some((type) => shapesOf({ type }).includes(shape)));
  const mapped = present.includes('point') ? mappedKindOf(uses.point) : null;
  const isOutside = reading.summary.outsideCount > 0;
  const hasOwn = reading.features.some(({ properties }) => KINDS.has(String(properties.kind)));
  return (
    <>
      {hasOwn && !reading.background && (
        <label className="option">
          <input
            type="checkbox"
            checked={choices.keepOwn}
            onChange={({ target }) => choose(entry.id, { keepOwn: target.checked })}
          />
          {t('exchange.keepOwn')}
        </label>
      )}
      {present.map((shape) => (
        <Choice<Use>
          key={shape}
          label={t(`exchange.shape.${shape}`)}
          value={uses[shape]}
          options={USES[shape].map((use) => ({ value: use, label: t(`exchange.use.${use}`) }))}
          onChange={(use) => choose(entry.id, { uses: { ...uses, [shape]: use } })}
        />
      ))}
      {isOutside && <OutsideChoice entry={entry} choices={choices} />}
      {mapped && !reading.background && (
        <details className="mapping-part" open={Object.keys(mappings[mapped].fields).length === 0}>
          <summary>
            {t('exchange.mapping.summary', { count: Object.keys(mappings[mapped].fields).length })}
          </summary>
          <MappingTable
            mapping={mappings[mapped]}
            fields={reading.summary.fields}
            onChange={(mapping) => choose(entry.id, { mappings: { ...mappings, [mapped]: mapping } })}
          />
        </details>
      )}
    </>
  );
}

type PlanGeometry = Parameters<typeof shapesOf>[0]['type'];
const KINDS: ReadonlySet<string> = new Set<PlanKind>(['area', 'strak', 'light', 'camera', 'place']);

/** What lies outside the city is taken in only when the user says so. */
export function OutsideChoice({ entry, choices }: Omit<UseChoicesProps, 'reading'>) {
  const { t } = useText();
  return (
    <label className="option">
      <input
        type="checkbox"
        checked={choices.includeOutside}
        onChange={({ target }) => choose(entry.id, { includeOutside: target.checked })}
      />
      {t('exchange.includeOutside')}
    </label>
  );
}
