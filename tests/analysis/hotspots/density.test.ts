import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  densityAt,
  densityOnGrid,
  quarticKernelPerSquareMetre,
} from '../../../src/analysis/hotspots/density.ts';
import {
  cellAt,
  cellsInside,
  type Grid,
  gridOver,
  pointColumns,
} from '../../../src/analysis/hotspots/grid.ts';
import { StoppedError } from '../../../src/analysis/hotspots/interruption.ts';
import { seededRandom } from '../../../src/analysis/hotspots/seededRandom.ts';
import { reference } from './reference.ts';

const { kde_quartic: kde } = reference;
const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

describe('quartic kernel density', () => {
  it.each(Object.entries(kde.K_h200 as Record<string, number>))('kernel at %s m', (distance, value) =>
    expect(quarticKernelPerSquareMetre(Number(distance), 200)).toBeCloseTo(value, 14),
  );

  const points = pointColumns(kde.points);
  it.each(Object.entries(kde.density_per_m2 as Record<string, number>))('density at %s', (place, value) => {
    const [east = 0, north = 0] = place.split(',').map(Number);
    const got = densityAt([east, north], points, kde.h);
    expect(got / value).toBeCloseTo(1, 9);
    // The raw form of other tools differs by the constant 3/(πh²) alone.
    const raw = kde.qgis_raw[place];
    if (raw === undefined) return;
    expect(got / (3 / (Math.PI * kde.h ** 2))).toBeCloseTo(raw, 6);
    // And their "scaled" form, 116/(5πh²)·15/16, is that many times too high.
    const scaled = (116 / (5 * Math.PI * kde.h ** 2)) * (15 / 16) * raw;
    expect(scaled / got).toBeCloseTo(kde.qgis_scaled_factor_vs_true, 5);
  });

  it('the grid holds the same values as the plain sum at cell centres', () => {
    const grid: Grid = { westMetres: -205, southMetres: -205, cellMetres: 10, columns: 70, rows: 60 };
    const { densityPerSquareMetre } = densityOnGrid({ grid, points, bandwidthMetres: kde.h });
    for (const place of [
      [0, 0],
      [50, 50],
      [-60, 80],
      [200, 200],
    ] as const)
      expect(densityPerSquareMetre[cellAt(grid, place[0], place[1])]).toBeCloseTo(
        densityAt(place, points, kde.h),
        16,
      );
    expect(densityPerSquareMetre[cellAt(grid, 0, 0)]! / kde.density_per_m2['0,0']).toBeCloseTo(1, 9);
  });

  it('a surface far from any edge integrates to the sum of weights', () => {
    const grid: Grid = { westMetres: 0, southMetres: 0, cellMetres: 20, columns: 60, rows: 60 };
    const surface = densityOnGrid({
      grid,
      points: pointColumns([
        [603, 588],
        [511, 640],
      ]),
      weights: Float64Array.of(2, 0.5),
      bandwidthMetres: 200,
    });
    expect(total(surface.densityPerSquareMetre) * 20 ** 2).toBeCloseTo(2.5, 3);
  });
});

describe('edge correction', () => {
  const shape = [
    [
      [
        [0, 0],
        [900, 100],
        [700, 500],
        [1000, 1000],
        [100, 800],
      ],
      [
        [300, 300],
        [500, 300],
        [500, 500],
        [300, 500],
      ],
    ],
  ] as const;
  const grid = gridOver(shape, 20);
  const inside = cellsInside(grid, shape);

  it('every event inside counts as one, wherever it lies: the surface integrates to n', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        fc.integer({ min: 100, max: 400 }),
        (n, seed, h) => {
          const random = seededRandom(seed);
          const points = pointColumns(Array.from({ length: n }, () => [random() * 1000, random() * 1000]));
          const surface = densityOnGrid({ grid, points, bandwidthMetres: h, inside });
          expect(surface.pointsUsed + surface.pointsOutside).toBe(n);
          const integral = total(surface.densityPerSquareMetre) * grid.cellMetres ** 2;
          expect(Math.abs(integral - surface.pointsUsed)).toBeLessThanOrEqual(0.004 * surface.pointsUsed);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('without it an event at the edge loses what falls outside', () => {
    const points = pointColumns([[450, 60]]);
    const plain = densityOnGrid({ grid, points, bandwidthMetres: 200 });
    const cut = plain.densityPerSquareMetre.map((value, cell) => (inside[cell] ? value : 0));
    expect(total(cut) * 400).toBeLessThan(0.75);
  });

  it('has nothing outside the boundary and inside the hole', () => {
    const { densityPerSquareMetre } = densityOnGrid({
      grid,
      points: pointColumns([[290, 400]]),
      bandwidthMetres: 200,
      inside,
    });
    expect(densityPerSquareMetre[cellAt(grid, 400, 400)]).toBe(0);
    expect(densityPerSquareMetre[cellAt(grid, 250, 400)]).toBeGreaterThan(0);
  });

  it('marks cells by their centre', () => {
    const small: Grid = { westMetres: 0, southMetres: 0, cellMetres: 10, columns: 3, rows: 2 };
    const square = [
      [
        [4, 0],
        [16, 0],
        [16, 20],
        [4, 20],
      ],
    ] as const;
    expect([...cellsInside(small, [square])]).toEqual([1, 1, 0, 1, 1, 0]);
  });
});

describe('a long density', () => {
  const grid: Grid = { westMetres: 0, southMetres: 0, cellMetres: 10, columns: 10, rows: 10 };
  const points = pointColumns(Array.from({ length: 20000 }, (_, i) => [i % 100, (i * 7) % 100]));

  it('tells its progress in order, ending at 1', () => {
    const shares: number[] = [];
    densityOnGrid({ grid, points, bandwidthMetres: 30 }, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(2);
  });

  it('stops when asked', () => {
    let asked = 0;
    const watcher = { shouldStop: () => ++asked > 1 };
    expect(() => densityOnGrid({ grid, points, bandwidthMetres: 30 }, watcher)).toThrow(StoppedError);
  });

  it('refuses a bandwidth of nothing, or finer than the cells', () => {
    expect(() => densityOnGrid({ grid, points, bandwidthMetres: 0 })).toThrow('Bandwidth');
    expect(() => densityOnGrid({ grid, points, bandwidthMetres: 9 })).toThrow('too coarse');
  });
});
