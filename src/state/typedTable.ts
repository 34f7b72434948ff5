import { zoneClock } from '../analysis/time/localTime.ts';
import { writtenTime } from '../analysis/time/writtenTime.ts';
import type { AreaRole, DataSet } from '../domain/dataset.ts';
import { numberFrom } from '../exchange/csv/number.ts';
import { periodOf } from './dataEvents.ts';
import { newId, nowStamp } from './papers.ts';

/** A line of a typed table that could not be understood. */
export interface LineProblem {
  readonly line: number;
  readonly text: string;
}

export interface TypedTable {
  readonly dataSet: DataSet | null;
  readonly problems: readonly LineProblem[];
  readonly months: number;
}

const MS_PER_MINUTE = 60_000;

/**
 * Understands a table typed or pasted in: month, measure area, comparison area and, if there is one, the ring around; cells
 * parted by tabs, semicolons or spaces. A first line without numbers is a heading.
 */
export function typedTable(
  text: string,
  { title, source, timeZone }: { readonly title: string; readonly source: string; readonly timeZone: string },
): TypedTable {
  const clock = zoneClock(timeZone);
  const problems: LineProblem[] = [];
  const rows: { startMs: number; endMs: number; counts: number[] }[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const cells = line
      .trim()
      .split(/[\t;]+|\s+/)
      .filter((cell) => cell !== '');
    if (cells.length === 0) return;
    const span = writtenTime(cells[0] ?? '', clock);
    const counts = cells.slice(1).map(numberFrom);
    const isWhole = counts.every((count) => count !== undefined && Number.isInteger(count) && count >= 0);
    if (span && isWhole && (counts.length === 2 || counts.length === 3))
      rows.push({ ...span, counts: counts.map((count) => count ?? 0) });
    else if (i > 0 || counts.some((count) => count !== undefined))
      problems.push({ line: i + 1, text: line.slice(0, 60) });
  });
  const width = rows[0]?.counts.length ?? 0;
  const even = rows.filter(({ counts }) => counts.length === width);
  if (even.length === 0) return { dataSet: null, problems, months: 0 };
  const roles: AreaRole[] = width === 3 ? ['measure', 'comparison', 'buffer'] : ['measure', 'comparison'];
  const all = even.flatMap(({ startMs, endMs, counts }) =>
    counts.map((count, area) => ({ startMs, endMs, count, area })),
  );
  const period = periodOf(
    even.map(({ startMs }) => startMs),
    even.map(({ endMs }) => endMs),
    timeZone,
  );
  const dataSet: DataSet = {
    id: newId(),
    ...{ title, source },
    kind: 'area-counts',
    origin: 'typed',
    addedAt: nowStamp(),
    ...(period && { period }),
    rows: all.length,
    n: all.reduce((sum, { count }) => sum + count, 0),
    ...{ categories: [], groups: [], groupPopulation: [] },
    areas: roles.map((role) => ({ name: role, role })),
    columns: {
      area: all.map(({ area }) => area),
      startMinute: all.map(({ startMs }) => Math.floor(startMs / MS_PER_MINUTE)),
      endMinute: all.map(({ endMs }) => Math.floor(endMs / MS_PER_MINUTE)),
      count: all.map(({ count }) => count),
    },
  };
  return { dataSet, problems, months: even.length };
}
