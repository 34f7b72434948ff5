import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCumulative, twoSidedP } from '../../../src/analysis/evaluation/normalDistribution.ts';
import {
  falseDiscoveryAdjusted,
  falseDiscoveryScore,
  hotspotClasses,
} from '../../../src/analysis/hotspots/falseDiscovery.ts';
import { getisOrd, getisOrdStar, getisOrdStarOnGrid } from '../../../src/analysis/hotspots/getisOrd.ts';
import { pointColumns } from '../../../src/analysis/hotspots/grid.ts';
import { localMoran, moran } from '../../../src/analysis/hotspots/moran.ts';
import {
  fromLists,
  neighboursWithin,
  queenNeighbours,
  rowStandardised,
} from '../../../src/analysis/hotspots/neighbours.ts';
import { permutationP } from '../../../src/analysis/hotspots/permutation.ts';
import { reference } from './reference.ts';

const six = reference.getis_ord_6pt;
const lattice = reference.lattice_5x5_queen;
const close = (got: ArrayLike<number>, wanted: readonly number[], digits: number): void => {
  expect(got.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    if (Number.isNaN(value)) expect(got[i], `value ${i}`).toBeNaN();
    else expect(got[i], `value ${i}`).toBeCloseTo(value, digits);
  });
};

describe('six points', () => {
  const points = pointColumns(six.points);
  const values = Float64Array.from(six.y as number[]);
  const without = neighboursWithin(points, six.threshold, 'without-self');

  it('Gi* and its p', () => {
    const z = getisOrdStar(values, neighboursWithin(points, six.threshold, 'with-self'));
    close(z, six.Gi_star_z, 7);
    close(z.map(twoSidedP), six.two_sided_p_Gi_star, 7);
  });
  it('Gi', () => close(getisOrd(values, without), six.Gi_z, 7));
  it('Moran, global and local in both scalings', () => {
    const standardised = rowStandardised(without);
    const result = moran(values, standardised);
    expect(result.index).toBeCloseTo(six.moran_I_row_std, 8);
    expect(result.expected).toBeCloseTo(-0.2, 12);
    close(localMoran(values, standardised, 'n'), six.local_moran_Ii_spdep, 9);
    close(localMoran(values, standardised, 'n-1'), six.local_moran_Is_esda_scaling, 7);
  });
  it('a place without neighbours has no Gi', () => {
    const lonely = fromLists(3, (i) => (i === 2 ? [] : [1 - i]));
    expect(getisOrd(Float64Array.of(1, 5, 3), lonely)[2]).toBeNaN();
  });
});

describe('the 5×5 lattice', () => {
  const values = Float64Array.from(lattice.values_row_major as number[]);
  const wanted = (lattice.Gi_star_z_rows as number[][]).flat();
  it('Gi* from queen neighbours', () =>
    close(getisOrdStar(values, queenNeighbours(5, 5, 'with-self')), wanted, 6));
  it('Gi* on the grid', () =>
    close(getisOrdStarOnGrid({ values, columns: 5, rows: 5, radiusCells: 1, shape: 'square' }), wanted, 6));
  it('Moran with its variance under randomisation', () => {
    const result = moran(values, rowStandardised(queenNeighbours(5, 5, 'without-self')));
    expect(result.index).toBeCloseTo(lattice.moran_I_row_std, 8);
    expect(result.expected).toBeCloseTo(lattice.moran_E, 8);
    expect(result.varianceRandomisation).toBeCloseTo(lattice.moran_var_randomisation, 8);
    expect(result.z).toBeCloseTo(lattice.moran_z, 4);
    expect(1 - normalCumulative(result.z)).toBeCloseTo(lattice.moran_p_greater, 7);
    expect(result.twoSidedP).toBeCloseTo(2 * lattice.moran_p_greater, 6);
  });
  it('Moran variances published for the 3×3 rook lattice with 1 to 9', () => {
    const rook = fromLists(9, (i) =>
      [i % 3 > 0 && i - 1, i % 3 < 2 && i + 1, i > 2 && i - 3, i < 6 && i + 3].filter(
        (j): j is number => j !== false,
      ),
    );
    const result = moran(Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]), rook);
    expect(result.varianceRandomisation).toBeCloseTo(0.0596875, 12);
    expect(result.varianceNormality).toBeCloseTo(0.053125, 12);
  });
});

describe('Gi* on a grid', () => {
  const board = fc.record({
    values: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 42, maxLength: 42 }),
    inside: fc.array(fc.boolean(), { minLength: 42, maxLength: 42 }),
    radiusCells: fc.constantFrom(1, 1.5, 2, 3),
    shape: fc.constantFrom('square' as const, 'disc' as const),
  });

  it('equals the general form over the cells inside', () => {
    fc.assert(
      fc.property(board, ({ values, inside, radiusCells, shape }) => {
        const kept = inside.flatMap((yes, cell) => (yes ? [cell] : []));
        fc.pre(kept.length > 2);
        const reach = Math.floor(radiusCells);
        const near = (a: number, b: number): boolean => {
          const [dx, dy] = [Math.abs((a % 7) - (b % 7)), Math.abs(Math.floor(a / 7) - Math.floor(b / 7))];
          return shape === 'square' ? Math.max(dx, dy) <= reach : Math.hypot(dx, dy) <= radiusCells;
        };
        const lists = fromLists(kept.length, (i) => kept.flatMap((b, j) => (near(kept[i]!, b) ? [j] : [])));
        const general = getisOrdStar(
          Float64Array.from(kept, (cell) => values[cell]!),
          lists,
        );
        const grid = getisOrdStarOnGrid({
          values: Float64Array.from(values),
          inside: Uint8Array.from(inside, Number),
          columns: 7,
          rows: 6,
          radiusCells,
          shape,
        });
        close(
          kept.map((cell) => grid[cell]!),
          [...general],
          9,
        );
        expect(grid.filter((z, cell) => !inside[cell] && !Number.isNaN(z))).toHaveLength(0);
      }),
    );
  });

  it('does not change when every value is multiplied by a positive number and shifted', () => {
    fc.assert(
      fc.property(
        board,
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        ({ values, radiusCells, shape }, factor, shift) => {
          const request = { columns: 7, rows: 6, radiusCells, shape };
          fc.pre(new Set(values).size > 1);
          const before = getisOrdStarOnGrid({ ...request, values: Float64Array.from(values) });
          const after = getisOrdStarOnGrid({
            ...request,
            values: Float64Array.from(values, (x) => factor * x + shift),
          });
          close(after, [...before], 6);
        },
      ),
    );
  });

  it('finds no pattern where all values are equal', () =>
    expect(
      getisOrdStarOnGrid({
        values: new Float64Array(42).fill(0.1),
        columns: 7,
        rows: 6,
        radiusCells: 1,
        shape: 'disc',
      }).every(Number.isNaN),
    ).toBe(true));
});

describe('false discovery', () => {
  const { p, p_adjusted } = reference.fdr_BH;
  it('adjusts as Benjamini and Hochberg', () => {
    const adjusted = falseDiscoveryAdjusted(Float64Array.from(p));
    close(adjusted, p_adjusted, 12);
    expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(reference.fdr_BH['rejected_at_0.05']);
  });
  it('has a score that says the same without a p for every test', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 0, max: 400 }),
        (scores, others) => {
          const z = Float64Array.from([...scores, ...Array.from({ length: others }, () => 0.1)]);
          const from = falseDiscoveryScore(
            z.filter((score) => twoSidedP(score) <= 0.05),
            z.length,
            0.05,
          );
          const adjusted = falseDiscoveryAdjusted(z.map(twoSidedP));
          z.forEach((score, i) => {
            expect(score >= from).toBe((adjusted[i] as number) <= 0.05);
          });
        },
      ),
    );
  });
  it('keeps the order given and leaves what was not tested out', () => {
    const adjusted = falseDiscoveryAdjusted(Float64Array.of(0.06, Number.NaN, 0.001));
    close([adjusted[0]!, adjusted[2]!], [0.06, 0.002], 12);
    expect(adjusted[1]).toBeNaN();
  });
  it('names each place', () =>
    expect(
      hotspotClasses(Float64Array.of(4, -4, 1, Number.NaN), Float64Array.of(0.01, 0.01, 0.2, Number.NaN)),
    ).toEqual(['hot', 'cold', 'neither', 'untested']));
});

describe('permutation p', () => {
  const values = Float64Array.from(lattice.values_row_major as number[]);
  const neighbours = queenNeighbours(5, 5, 'with-self');
  const request = { values, neighbours, permutations: 999, seed: 7, alternative: 'greater' as const };

  it('repeats with its seed', () => expect(permutationP(request)).toEqual(permutationP(request)));

  it('agrees with the exact share of deals, within its Monte Carlo error', () => {
    // One neighbour: the chance that a dealt value is at least the neighbour's own can be counted.
    const pair = fromLists(25, (i) => (i === 0 ? [12] : []));
    const exact = 1 / 24;
    const permutations = 9999;
    const p = permutationP({ ...request, neighbours: pair, permutations })[0]!;
    expect(Math.abs(p - exact)).toBeLessThan(3 * Math.sqrt((exact * (1 - exact)) / permutations) + 1e-4);
  });

  it('never deals the place its own value', () => {
    const p = permutationP({
      ...request,
      values: Float64Array.of(1, 2, 3, 100),
      neighbours: fromLists(4, (i) => (i === 3 ? [2] : [])),
    })[3]!;
    expect(Math.abs(p - 1 / 3)).toBeLessThan(0.06); // with its own 100 in the deck it would be two thirds
  });

  it('is small at the centre, two-sided twice the tail, and undefined for a place alone', () => {
    const greater = permutationP(request)[12]!;
    expect(greater).toBeLessThan(0.01);
    expect(permutationP({ ...request, alternative: 'two-sided' })[12]).toBeCloseTo(2 * greater, 12);
    expect(permutationP({ ...request, alternative: 'less' })[12]).toBeGreaterThan(0.99);
    expect(permutationP({ ...request, neighbours: fromLists(25, (i) => [i]) })[3]).toBeNaN();
  });
});
