import type { DisclosureLevel } from '../../analysis/hotspots/disclosureLevel.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { AreaRow, AreaTable } from '../../state/areaTable.ts';
import { type Column, SortableTable } from '../../ui/SortableTable.tsx';

/** Counts per area and year with the rate beside; hidden numbers say that they are hidden. */
export function AreaTableView({ table, level }: { table: AreaTable; level: DisclosureLevel }) {
  const { t, format, language } = useText();
  const shown = (count: number | undefined): string =>
    count === undefined ? t('council.table.hidden') : format.number(count);
  const number = (id: string, title: string, of: (row: AreaRow) => number | undefined): Column<AreaRow> => ({
    id,
    title,
    sortLabel: t('council.table.sort', { column: title }),
    numeric: true,
    show: (row) => shown(of(row)),
    sortBy: (row) => of(row) ?? -1,
  });
  const title = t('council.table.rate');
  const columns: Column<AreaRow>[] = [
    {
      id: 'name',
      title: t('council.table.area'),
      sortLabel: t('council.table.sort', { column: t('council.table.area') }),
      show: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    ...table.years.map((year, i) => number(`y${year}`, String(year), ({ byYear }) => byYear[i])),
    number('total', t('council.table.total'), ({ total }) => total),
    {
      id: 'rate',
      title,
      sortLabel: t('council.table.sort', { column: title }),
      numeric: true,
      sortBy: ({ perThousand }) => perThousand ?? -1,
      show: ({ perThousand, low, high, isUnstable }) =>
        perThousand === undefined || low === undefined || high === undefined
          ? '–'
          : `${t('council.table.rateWith', {
              rate: format.number(perThousand, 1),
              low: format.number(low, 1),
              high: format.number(high, 1),
            })}${isUnstable ? ` ${t('council.table.unstable')}` : ''}`,
    },
  ];
  const rows = [...table.rows].sort((a, b) => (b.total ?? -1) - (a.total ?? -1));
  return (
    // A table wider than the panel scrolls by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll tall" tabIndex={0} aria-label={t('council.table.title')}>
      <SortableTable
        caption={t('council.table.title')}
        columns={columns}
        rows={rows}
        rowId={({ areaId, name }) => areaId ?? name}
        selectedIds={new Set()}
        language={language}
      />
      <p className="small">
        {t('council.table.all', { total: shown(table.total) })}{' '}
        {t('council.table.hiddenMeans', { count: level.fewestEvents })}
      </p>
    </section>
  );
}
