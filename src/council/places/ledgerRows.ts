import { type CouncilPlace, type LedgerRow, ledgerRow } from '../../domain/hotspot.ts';
import type { Text } from '../../i18n/TextProvider.tsx';
import { nameOf } from './words.ts';

/** A line of the ledger with the name that is shown. */
export interface TitledRow extends LedgerRow {
  readonly title: string;
}

/** What needs the council first: overdue, without a measure, then by the next due date; closed places last. */
const urgency = (row: LedgerRow): number =>
  row.state === 'closed' ? 3 : row.overdue > 0 ? 0 : row.withoutMeasure ? 1 : 2;

/** The ledger of all places on a day (ISO date), what needs the council first. */
export function ledgerOf(
  places: readonly CouncilPlace[],
  today: string,
  text: Pick<Text, 't' | 'language'>,
): TitledRow[] {
  const collator = new Intl.Collator(text.language, { numeric: true });
  return places
    .map((place) => ({ ...ledgerRow(place, today), title: nameOf(place, text) }))
    .sort(
      (a, b) =>
        urgency(a) - urgency(b) ||
        (a.nextDueDate ?? '9999').localeCompare(b.nextDueDate ?? '9999') ||
        collator.compare(a.title, b.title),
    );
}
