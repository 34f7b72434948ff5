import { useState } from 'react';
import { placeEntries } from '../../domain/hotspot.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { downloadCsv } from '../../state/download.ts';
import { changeView, useOpen } from '../../state/store.ts';
import { type Column, SortableTable } from '../../ui/SortableTable.tsx';
import { todayIn } from '../today.ts';
import { ledgerOf, type TitledRow } from './ledgerRows.ts';
import { PlaceMarks } from './PlaceMarks.tsx';
import { type CouncilWords, useCouncilWords } from './words.ts';

const FILTERS = ['all', 'overdue', 'withoutMeasure', 'withoutResponsible', 'closed'] as const;
type Filter = (typeof FILTERS)[number];

const passes = (row: TitledRow, filter: Filter): boolean => {
  switch (filter) {
    case 'all':
      return true;
    case 'overdue':
      return row.state === 'open' && row.overdue > 0;
    case 'withoutMeasure':
      return row.state === 'open' && row.withoutMeasure;
    case 'withoutResponsible':
      return row.state === 'open' && row.withoutResponsible > 0;
    case 'closed':
      return row.state === 'closed';
  }
};

/** All the council's places as a table: what is overdue, what has no measure. */
export function Ledger({ atlas }: { atlas: Atlas }) {
  const text = useText();
  const { t, language } = text;
  const { places } = useCouncilPapers();
  const words = useCouncilWords(atlas);
  const paperId = useOpen((state) => state.view.paperId);
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const all = ledgerOf(places, todayIn(atlas.city.timeZone), text);
  const needle = search.trim().toLocaleLowerCase(language);
  const responsibles = (row: TitledRow): string => responsiblesOf(row, places, words);
  const rows = all.filter(
    (row) =>
      passes(row, filter) && `${row.title} ${responsibles(row)}`.toLocaleLowerCase(language).includes(needle),
  );
  return (
    <div className="list-pane">
      <h2>{t('meeting.ledger')}</h2>
      <LedgerFilter {...{ all, filter, setFilter, search, setSearch }} />
      <p role="status" className="muted">
        {t('list.rows', { count: rows.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t('list.table')}>
        <SortableTable
          caption={t('meeting.ledger')}
          columns={columnsOf(text, words, responsibles)}
          rows={rows}
          rowId={(row) => row.placeId}
          selectedIds={new Set(paperId ? [paperId] : [])}
          language={language}
        />
      </section>
      {rows.length === 0 && <p>{t(all.length === 0 ? 'meeting.places.none' : 'list.empty')}</p>}
      {rows.length > 0 && (
        <button
          type="button"
          className="plain"
          onClick={() => downloadCsv(t('meeting.ledger.file'), rows, csvColumns(text, responsibles))}
        >
          {t('list.csv')}
        </button>
      )}
    </div>
  );
}

function responsiblesOf(
  row: TitledRow,
  places: ReturnType<typeof useCouncilPapers>['places'],
  words: CouncilWords,
): string {
  const place = places.find(({ id }) => id === row.placeId);
  const named = place ? placeEntries(place, 'action').flatMap(({ responsible }) => responsible ?? []) : [];
  return [...new Set(named.map((each) => words.responsible(each)))].join(', ');
}

interface FilterProps {
  readonly all: readonly TitledRow[];
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
}

function LedgerFilter({ all, filter, setFilter, search, setSearch }: FilterProps) {
  const { t } = useText();
  return (
    <div className="list-tools ledger-tools">
      <label className="list-filter">
        <span className="choice-label">{t('list.filter')}</span>
        <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      <fieldset className="filter-marks">
        <legend className="choice-label">{t('meeting.ledger.show')}</legend>
        {FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            className="plain"
            aria-pressed={each === filter}
            onClick={() => setFilter(each)}
          >
            {t(`meeting.ledger.${each}`, { count: all.filter((row) => passes(row, each)).length })}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function columnsOf(
  { t }: Text,
  words: CouncilWords,
  responsibles: (row: TitledRow) => string,
): Column<TitledRow>[] {
  const column = (
    id: string,
    title: string,
    rest: Omit<Column<TitledRow>, 'id' | 'title' | 'sortLabel'>,
  ) => ({
    id,
    title,
    sortLabel: t('list.sortBy', { column: title }),
    ...rest,
  });
  const count = (id: 'problems' | 'actions', title: string): Column<TitledRow> =>
    column(id, title, { numeric: true, show: (row) => row[id], sortBy: (row) => row[id] });
  return [
    column('title', t('list.name'), {
      show: (row) => (
        <button
          type="button"
          className="link"
          onClick={() => changeView({ paperId: row.placeId, selection: null })}
        >
          {row.title}
        </button>
      ),
      sortBy: (row) => row.title,
    }),
    column('state', t('meeting.ledger.state'), {
      show: (row) => (
        <span className="marks">
          <PlaceMarks row={row} />
        </span>
      ),
      sortBy: (row) => (row.state === 'closed' ? 1000 : -row.overdue * 10 - Number(row.withoutMeasure)),
    }),
    count('problems', t('meeting.ledger.problems')),
    count('actions', t('meeting.ledger.actions')),
    column('responsible', t('meeting.field.responsible'), { show: responsibles, sortBy: responsibles }),
    column('nextDueDate', t('meeting.ledger.nextDue'), {
      show: (row) => (row.nextDueDate ? words.day(row.nextDueDate) : '–'),
      sortBy: (row) => row.nextDueDate ?? '9999',
    }),
    column('followUp', t('meeting.ledger.followUp'), {
      show: (row) =>
        row.lastFollowUp
          ? `${t(`meeting.outcome.${row.lastFollowUp.outcome}`)}, ${words.day(row.lastFollowUp.date)}`
          : '–',
      sortBy: (row) => row.lastFollowUp?.date ?? '',
    }),
  ];
}

/** The ledger as a file: one line per place, dates as ISO 8601. */
function csvColumns({ t }: Text, responsibles: (row: TitledRow) => string) {
  return [
    { header: t('list.name'), value: (row: TitledRow) => row.title },
    { header: t('meeting.ledger.state'), value: (row: TitledRow) => t(`meeting.mark.${row.state}`) },
    { header: t('meeting.ledger.problems'), value: (row: TitledRow) => row.problems },
    { header: t('meeting.ledger.actions'), value: (row: TitledRow) => row.actions },
    { header: t('meeting.state.overdue'), value: (row: TitledRow) => row.overdue },
    { header: t('meeting.mark.withoutMeasure'), value: (row: TitledRow) => row.withoutMeasure },
    { header: t('meeting.field.responsible'), value: responsibles },
    { header: t('meeting.ledger.nextDue'), value: (row: TitledRow) => row.nextDueDate },
    { header: t('meeting.ledger.followUp'), value: (row: TitledRow) => row.lastFollowUp?.date },
    {
      header: t('meeting.field.outcome'),
      value: (row: TitledRow) => row.lastFollowUp && t(`meeting.outcome.${row.lastFollowUp.outcome}`),
    },
  ];
}
