import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseCells, coarsePoint } from '../../../src/analysis/hotspots/coarsePoints.ts';
import {
  type ProtectedTable,
  protectedList,
  protectedTable,
} from '../../../src/analysis/hotspots/disclosure.ts';
import {
  DISCLOSURE_LEVELS,
  disclosureLevel,
  respondentsDisclosure,
  roundedCount,
} from '../../../src/analysis/hotspots/disclosureLevel.ts';
import { pointColumns } from '../../../src/analysis/hotspots/grid.ts';
import { eventRate } from '../../../src/analysis/hotspots/rates.ts';

const THRESHOLD = 4;

/** Every table of counts up to a limit that agrees with all that is shown: the attacker's whole knowledge. */
function* consistentTables(table: ProtectedTable, most: number): Generator<number[][]> {
  const rows = table.cells.length;
  const columns = table.columnTotals.length;
  const found = table.cells.map((row) => row.map((cell) => cell ?? 0));
  function* fill(index: number): Generator<number[][]> {
    const [i, j] = [Math.floor(index / columns), index % columns];
    if (j === 0 && i > 0) {
      const known = table.rowTotals[i - 1];
      const sum = found[i - 1]!.reduce((a, b) => a + b, 0);
      if (known !== undefined && known !== sum) return;
    }
    if (index === rows * columns) {
      const sums = table.columnTotals.map((_, column) => found.reduce((sum, row) => sum + row[column]!, 0));
      const total = sums.reduce((a, b) => a + b, 0);
      if (table.total !== undefined && table.total !== total) return;
      if (table.columnTotals.some((known, column) => known !== undefined && known !== sums[column])) return;
      yield found.map((row) => [...row]);
      return;
    }
    const known = table.cells[i]![j];
    if (known !== undefined) {
      found[i]![j] = known;
      yield* fill(index + 1);
      return;
    }
    for (let value = 0; value <= most; value++) {
      found[i]![j] = value;
      yield* fill(index + 1);
    }
  }
  yield* fill(0);
}

const withTotals = (cells: readonly (readonly number[])[]) => ({
  cells,
  rowTotals: cells.map((row) => row.reduce((a, b) => a + b, 0)),
  columnTotals: cells[0]!.map((_, j) => cells.reduce((sum, row) => sum + row[j]!, 0)),
  total: cells.flat().reduce((a, b) => a + b, 0),
});
const flat = (t: ReturnType<typeof withTotals> | ProtectedTable): (number | undefined)[] => [
  ...t.cells.flat(),
  ...t.rowTotals,
  ...t.columnTotals,
  t.total,
];

/**
 * Hidden numbers that some combination of shown numbers gives away exactly, by whatever additions and subtractions:
 * those that Gauss–Jordan elimination of all sums leaves alone in a row.
 */
function givenAway(table: ProtectedTable): string[] {
  const [rows, columns] = [table.cells.length, table.columnTotals.length];
  const names: string[] = [];
  const column = (name: string): number => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const equation = (terms: [string, number | undefined, number][]): number[] => {
    const line: number[] = [];
    for (const [name, value, sign] of terms) if (value === undefined) line[column(name)] = sign;
    return line;
  };
  const cell = (i: number, j: number): [string, number | undefined, number] => [
    `${i} ${j}`,
    table.cells[i]![j],
    1,
  ];
  const across = [...Array(rows).keys()];
  const down = [...Array(columns).keys()];
  const lines = [
    ...across.map((i) => equation([...down.map((j) => cell(i, j)), [`row ${i}`, table.rowTotals[i], -1]])),
    ...down.map((j) =>
      equation([...across.map((i) => cell(i, j)), [`column ${j}`, table.columnTotals[j], -1]]),
    ),
    equation([
      ...across.map((i): [string, number | undefined, number] => [`row ${i}`, table.rowTotals[i], 1]),
      ['total', table.total, -1],
    ]),
  ].map((line) => Float64Array.from(names, (_, k) => line[k] ?? 0));
  let next = 0;
  for (let k = 0; k < names.length && next < lines.length; k++) {
    const pivot = lines.findIndex((line, r) => r >= next && Math.abs(line[k]!) > 1e-9);
    if (pivot < 0) continue;
    [lines[next], lines[pivot]] = [lines[pivot]!, lines[next]!];
    const first = lines[next]!.map((value) => value / lines[next]![k]!);
    lines[next] = first;
    lines.forEach((line, r) => {
      if (r !== next && line[k]) lines[r] = line.map((value, c) => value - line[k]! * first[c]!);
    });
    next++;
  }
  return lines.flatMap((line) => {
    const left = [...line.keys()].filter((k) => Math.abs(line[k]!) > 1e-9);
    return left.length === 1 ? [names[left[0]!]!] : [];
  });
}
const isSmall = (name: string, cells: readonly (readonly number[])[], threshold: number): boolean => {
  const all = withTotals(cells);
  const [first = '', second = ''] = name.split(' ');
  const value =
    first === 'total'
      ? all.total
      : first === 'row'
        ? all.rowTotals[Number(second)]!
        : first === 'column'
          ? all.columnTotals[Number(second)]!
          : cells[Number(first)]![Number(second)]!;
  return value > 0 && value < threshold;
};

describe('a list with its total', () => {
  it('hides a small number together with the next smallest', () => {
    expect(protectedList([20, 2, 9, 30], 5)).toEqual({ cells: [20, undefined, undefined, 30], total: 61 });
  });
  it('shows everything when nothing is small; zero is not small', () =>
    expect(protectedList([20, 0, 5], 5)).toEqual({ cells: [20, 0, 5], total: 25 }));
  it('two small numbers with a small sum need a third: 1 + 1 gives itself away', () => {
    const shown = protectedList([1, 1, 40, 8], 5);
    expect(shown.cells).toEqual([undefined, undefined, 40, undefined]);
    expect(shown.total).toBe(50);
  });
  it('a list with nothing but one small number hides its total as well', () =>
    expect(protectedList([3, 0, 0], 5)).toMatchObject({ total: undefined }));
  it('refuses what is not a count', () => {
    expect(() => protectedList([1.5], 5)).toThrow('1.5');
    expect(() => protectedList([-1], 5)).toThrow('-1');
    expect(() => protectedList([1], 2)).toThrow('threshold');
  });
});

describe('a table with its totals', () => {
  const counts = fc.array(fc.array(fc.oneof(fc.nat(5), fc.nat(3)), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 2,
  });

  it('leaves an attacker every possibility: a small cell may be anything from 1 to the threshold less one', () => {
    fc.assert(
      fc.property(counts, (cells) => {
        const truth = flat(withTotals(cells));
        const table = protectedTable(cells, THRESHOLD);
        const shown = flat(table);
        shown.forEach((value, k) => {
          if (value !== undefined) expect(value).toBe(truth[k]);
          if (truth[k]! > 0 && truth[k]! < THRESHOLD) expect(value).toBeUndefined();
        });
        const least = truth.map(() => Number.POSITIVE_INFINITY);
        const most = truth.map(() => 0);
        for (const possible of consistentTables(
          table,
          7 /* no number need change by more than the threshold less two */,
        ))
          flat(withTotals(possible)).forEach((value, k) => {
            least[k] = Math.min(least[k]!, value!);
            most[k] = Math.max(most[k]!, value!);
          });
        truth.forEach((value, k) => {
          if (value! > 0 && value! < THRESHOLD) {
            expect(least[k]).toBeLessThanOrEqual(1);
            expect(most[k]).toBeGreaterThanOrEqual(THRESHOLD - 1);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('cannot be undone by adding and subtracting shown numbers, pairs of totals among them', () => {
    const large = fc.array(fc.array(fc.oneof(fc.nat(60), fc.nat(4)), { minLength: 6, maxLength: 6 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(large, (cells) => {
        const table = protectedTable(cells, 5);
        expect(givenAway(table).filter((name) => isSmall(name, cells, 5))).toEqual([]);
        // Whatever a line hides under a shown total is none or enough.
        table.cells.forEach((row, i) => {
          const total = table.rowTotals[i];
          if (total === undefined || !row.includes(undefined)) return;
          const left = total - row.reduce<number>((sum, value) => sum + (value ?? 0), 0);
          expect(left === 0 || left >= 4).toBe(true);
        });
      }),
    );
  });

  it('protects a cell between two closed groups of hidden cells, which line sums alone would give away', () => {
    const cells = [
      [4, 4, 50, 50],
      [4, 4, 2, 50],
      [50, 50, 4, 4],
      [50, 50, 4, 4],
    ];
    const { rowTotals, columnTotals, total } = withTotals(cells);
    const naive = {
      cells: cells.map((row) => row.map((n) => (n < 5 ? undefined : n))),
      rowTotals,
      columnTotals,
      total,
    };
    expect(givenAway(naive)).toEqual(['1 2']);
    expect(givenAway(protectedTable(cells, 5))).toEqual([]);
  });

  it('is quick enough for areas by month', () => {
    const cells = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 24 }, (_, j) => (i * 7 + j * 11) % 13),
    );
    const start = performance.now();
    protectedTable(cells, 5);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('levels', () => {
  it('each is at least as strict as the one before, whatever threshold is chosen', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(40), { nil: undefined }), (chosen) => {
        const rules = DISCLOSURE_LEVELS.map((name) => disclosureLevel(name, chosen));
        rules.slice(1).forEach((rule, i) => {
          for (const key of Object.keys(rule) as (keyof typeof rule)[])
            expect(rule[key]).toBeGreaterThanOrEqual(rules[i]![key]);
        });
        expect(rules[0]!.fewestEvents).toBeGreaterThanOrEqual(3);
      }),
    );
  });
  it('a threshold chosen low for work never weakens the others, one chosen high raises them', () => {
    const fewest = (chosen: number) =>
      DISCLOSURE_LEVELS.map((name) => disclosureLevel(name, chosen).fewestEvents);
    expect(fewest(1)).toEqual([3, 5, 10]);
    expect(fewest(20)).toEqual([20, 20, 20]);
  });
  it('rounds what is presented and keeps hidden hidden', () => {
    const level = disclosureLevel('presented');
    expect([7, 8, 0, undefined].map((count) => roundedCount(count, level))).toEqual([5, 10, 0, undefined]);
    expect(roundedCount(7, disclosureLevel('working'))).toBe(7);
  });
  it('says what may be said of respondents', () =>
    expect([9, 10, 30].map((n) => respondentsDisclosure(n, disclosureLevel('presented')))).toEqual([
      'too-few',
      'count',
      'share',
    ]));
});

describe('coarse places', () => {
  it('puts points on cells that do not depend on the data', () => {
    expect(coarsePoint([1234, -10], 250)).toEqual([1125, -125]);
    const { cells, cellsHidden } = coarseCells(
      pointColumns([
        [10, 10],
        [200, 240],
        [260, 10],
        [100, 100],
        [900, 900],
      ]),
      { cellMetres: 250, fewestEvents: 3 },
    );
    expect(cells).toEqual([{ centre: [125, 125], count: 3 }]);
    expect(cellsHidden).toBe(2);
  });
});

describe('rates', () => {
  it('come with the exact Poisson interval, nearly', () => {
    // Exact 95 % limits (Garwood 1936): 10 → 4.795–18.390; 0 → 0–3.689; 100 → 81.364–121.627.
    const limits = (events: number) => {
      const rate = eventRate(events, 1000);
      return rate.kind === 'rate' ? [rate.low, rate.high] : [];
    };
    expect(limits(10)[0]).toBeCloseTo(4.795, 1);
    expect(limits(10)[1]).toBeCloseTo(18.39, 1);
    expect(limits(0)[0]).toBe(0);
    expect(Math.abs(limits(0)[1]! - 3.689)).toBeLessThan(0.08);
    expect(limits(100)[0]).toBeCloseTo(81.364, 1);
    expect(limits(100)[1]).toBeCloseTo(121.627, 1);
  });
  it('without exposure there is a count but no rate', () =>
    expect(eventRate(12, 0)).toEqual({ kind: 'no-exposure', events: 12 }));
  it('warns of few events', () => {
    expect(eventRate(9, 500)).toMatchObject({ perThousand: 18, unstable: true });
    expect(eventRate(10, 500)).toMatchObject({ unstable: false });
  });
});
