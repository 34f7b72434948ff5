import { useMemo } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { downloadCsv } from '../../state/download.ts';
import { changeView, useOpen } from '../../state/store.ts';
import type { Selection } from '../../state/view.ts';
import { type Column, SortableTable } from '../../ui/SortableTable.tsx';

interface Row {
  readonly id: string;
  readonly measure: string;
  readonly programme: string;
  readonly board: string;
  readonly grantSek: number;
  /** Null where no source says how much of the grant the measure gets. */
  readonly shareSek: number | null;
  readonly grantId: string;
}

const open = (selection: Selection): void => changeView({ selection, pane: 'map' });

/** The same money as a table, a row a measure; an unknown share is said in words and sorts last. */
export function MoneyTable({ atlas, boardId }: { atlas: Atlas; boardId: string | null }) {
  const { t, local, format, language } = useText();
  const selection = useOpen((state) => state.view.selection);
  const rows = useMemo(
    () =>
      [...atlas.measures.values()]
        .filter(({ board }) => boardId === null || board.id === boardId)
        .map(
          ({ measure, grant, programme, board }): Row => ({
            id: measure.id,
            measure: local(measure.name),
            programme: local(programme.short),
            board: local(board.short),
            grantSek: grant.amountSek,
            shareSek: measure.share.kind === 'known' ? measure.share.amountSek : null,
            grantId: grant.id,
          }),
        ),
    [atlas, boardId, local],
  );
  const column = (id: string, title: string, rest: Omit<Column<Row>, 'id' | 'title' | 'sortLabel'>) => ({
    id,
    title,
    sortLabel: t('list.sortBy', { column: title }),
    ...rest,
  });
  const link = (words: string, target: Selection) => (
    <button type="button" className="link" onClick={() => open(target)}>
      {words}
    </button>
  );
  const columns = [
    column('measure', t('list.measure'), {
      show: (row) => link(row.measure, { kind: 'measure', id: row.id }),
      sortBy: (row) => row.measure,
    }),
    column('programme', t('details.programme'), {
      show: (row) => row.programme,
      sortBy: (row) => row.programme,
    }),
    column('board', t('list.board'), { show: (row) => row.board, sortBy: (row) => row.board }),
    column('share', t('money.column.share'), {
      numeric: true,
      show: (row) => (row.shareSek === null ? <em>{t('package.included')}</em> : format.sek(row.shareSek)),
      sortBy: (row) => row.shareSek ?? Number.POSITIVE_INFINITY,
    }),
    column('grant', t('money.column.grant'), {
      numeric: true,
      show: (row) => link(format.sek(row.grantSek), { kind: 'grant', id: row.grantId }),
      sortBy: (row) => row.grantSek,
    }),
  ];
  const save = (): void =>
    downloadCsv(`${atlas.city.id}-sek`, rows, [
      { header: t('list.measure'), value: (row) => row.measure },
      { header: t('details.programme'), value: (row) => row.programme },
      { header: t('list.board'), value: (row) => row.board },
      { header: t('money.column.share'), value: (row) => row.shareSek ?? t('package.included') },
      { header: t('money.column.grant'), value: (row) => row.grantSek },
    ]);
  return (
    <>
      <button type="button" className="link" onClick={save}>
        {t('list.csv')}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard */}
      <section className="table-scroll" aria-label={t('list.table')} tabIndex={0}>
        <SortableTable
          caption={t('money.caption')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          selectedIds={new Set(selection ? [selection.id] : [])}
          language={language}
        />
      </section>
    </>
  );
}
