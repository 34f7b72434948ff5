import { type ReactNode, useMemo, useState } from 'react';
import { Icon } from './Icon.tsx';

/** A column: what to show, what to sort by, and whether it is a figure. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly sortLabel: string;
  readonly show: (row: Row) => ReactNode;
  readonly sortBy: (row: Row) => string | number;
  readonly numeric?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly selectedIds: ReadonlySet<string>;
  readonly language: string;
}

interface Order {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** A table that sorts by any column, with the order announced through aria-sort. The first column heads its row. */
export function SortableTable<Row>({
  caption,
  columns,
  rows,
  rowId,
  selectedIds,
  language,
}: TableProps<Row>) {
  const [order, setOrder] = useState<Order | null>(null);
  const sorted = useMemo(
    () => sortRows({ rows, columns, order, language }),
    [rows, columns, order, language],
  );
  const turn = (columnId: string): void =>
    setOrder((before) => ({
      columnId,
      direction:
        before?.columnId === columnId && before.direction === 'ascending' ? 'descending' : 'ascending',
    }));
  return (
    <table className="table">
      <caption className="only-read">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={column.numeric ? 'numeric' : undefined}
              aria-sort={order?.columnId === column.id ? order.direction : 'none'}
            >
              <button type="button" title={column.sortLabel} onClick={() => turn(column.id)}>
                {column.title}
                <Icon name="sort" size={14} />
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={rowId(row)} className={selectedIds.has(rowId(row)) ? 'selected' : undefined}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.id} scope="row">
                  {column.show(row)}
                </th>
              ) : (
                <td
                  key={column.id}
                  data-title={column.title}
                  className={column.numeric ? 'numeric' : undefined}
                >
                  {column.show(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sortRows<Row>({
  rows,
  columns,
  order,
  language,
}: {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  order: Order | null;
  language: string;
}): readonly Row[] {
  const column = columns.find((candidate) => candidate.id === order?.columnId);
  if (!column || !order) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = order.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [column.sortBy(a), column.sortBy(b)];
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return sign * difference;
  });
}
