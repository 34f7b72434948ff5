import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOfPoints, holdsPoint } from '../../../src/analysis/hotspots/areaOfPoints.ts';
import { cellAreas } from '../../../src/analysis/hotspots/cellAreas.ts';
import type { Grid, PointColumns } from '../../../src/analysis/hotspots/grid.ts';
import {
  CELL_CLASSES,
  gatheringsOf,
  hotCells,
  type PatternEvents,
  surfacePattern,
} from '../../../src/analysis/hotspots/patterns.ts';
import { normalFrom, seededRandom } from '../../../src/analysis/hotspots/seededRandom.ts';
import { signedAreaSquareMetres } from '../../../src/geometry/ring.ts';

function eventsAround(
  places: readonly (readonly [number, number, number])[],
  fewestEvents = 5,
): PatternEvents {
  const random = seededRandom(7);
  const [east, north]: number[][] = [[], []];
  for (const [x, y, count] of places)
    for (let i = 0; i < count; i++) {
      east?.push(x + 40 * normalFrom(random));
      north?.push(y + 40 * normalFrom(random));
    }
  const points: PointColumns = {
    eastMetres: Float64Array.from(east ?? []),
    northMetres: Float64Array.from(north ?? []),
  };
  return { points, weights: new Float64Array(points.eastMetres.length).fill(1), boundary: [], fewestEvents };
}

describe('what may be shown of a pattern', () => {
  it('draws a surface over many and nothing over few: a kernel around one event would be its address', () => {
    const { grid, densityPerKm2, isPartHidden, highestPerKm2 } = surfacePattern(
      eventsAround([
        [1000, 1000, 60],
        [4000, 4000, 3],
      ]),
      200,
    );
    const at = (east: number, north: number): number => {
      const column = Math.floor((east - grid.westMetres) / grid.cellMetres);
      const row = Math.floor((north - grid.southMetres) / grid.cellMetres);
      return densityPerKm2[row * grid.columns + column] as number;
    };
    expect(at(1000, 1000)).toBeGreaterThan(500);
    expect(at(4000, 4000)).toBeNaN();
    expect(isPartHidden).toBe(true);
    expect(highestPerKm2).toBeGreaterThan(500);
  });

  it('names the gathered cells hot and never those that rest on too few', () => {
    const background = Array.from(
      { length: 60 },
      (_, i) => [(i % 8) * 900, Math.floor(i / 8) * 900, 1] as const,
    );
    const events = eventsAround([[3000, 3000, 80], ...background], 5);
    const rule = { cellMetres: 250, radiusMetres: 375, level: 0.05 };
    const open = hotCells(events, rule);
    expect(open.hot.length).toBeGreaterThan(0);
    const strict = hotCells({ ...events, fewestEvents: 1000 }, rule);
    expect(strict.hot).toEqual([]);
    expect([...strict.classes]).toContain(CELL_CLASSES.indexOf('too-few'));
    expect(open.tested).toBe(open.classes.length);
  });

  it('forms no gathering of fewer than may be shown, whatever was asked for', () => {
    const events = eventsAround(
      [
        [0, 0, 30],
        [3000, 0, 8],
      ],
      10,
    );
    const rule = { epsilonMetres: 150, minimumPoints: 3, cellMetres: 100 };
    const { gatherings, weightAlone, weightUsed } = gatheringsOf(events, rule);
    expect(gatherings).toHaveLength(1);
    expect(gatherings[0]?.weight).toBeGreaterThanOrEqual(28);
    expect(weightUsed).toBe(38);
    expect(weightAlone).toBeGreaterThanOrEqual(8);
  });

  it('leaves events of other times out of the gatherings', () => {
    const events = eventsAround([[0, 0, 30]]);
    const weights = events.weights.map((_, i) => (i < 15 ? 1 : 0.2));
    const rule = { epsilonMetres: 200, minimumPoints: 3, cellMetres: 100 };
    expect(gatheringsOf({ ...events, weights }, rule).weightUsed).toBe(15);
  });
});

describe('areas of cells', () => {
  const grid: Grid = { westMetres: 100, southMetres: 200, cellMetres: 10, columns: 8, rows: 8 };

  it('walks around a ring of cells: an outer ring and a hole', () => {
    const chosen = new Set([9, 10, 11, 17, 19, 25, 26, 27]);
    const [area, ...rest] = cellAreas(grid, (cell) => chosen.has(cell));
    expect(rest).toEqual([]);
    expect(area?.rings.map((ring) => signedAreaSquareMetres(ring))).toEqual([900, -100]);
    expect(area?.rings[0]?.[0]).toEqual(area?.rings[0]?.at(-1));
  });

  it('parts cells that touch at a corner only', () => {
    const chosen = new Set([0, 9]);
    expect(cellAreas(grid, (cell) => chosen.has(cell)).map(({ cellCount }) => cellCount)).toEqual([1, 1]);
  });

  it('has the area of its cells and closed rings, whatever is chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }), (chosen) => {
        const areas = cellAreas(grid, (cell) => chosen[cell] === true);
        for (const { cellCount, rings } of areas) {
          const sum = rings.reduce((total, ring) => total + signedAreaSquareMetres(ring), 0);
          expect(sum).toBeCloseTo(cellCount * 100, 6);
          for (const ring of rings) {
            expect(ring[0]).toEqual(ring.at(-1));
            // No ring touches itself, so that every map and every file draws the same area.
            expect(new Set(ring.map((point) => point.join())).size).toBe(ring.length - 1);
          }
        }
        const all = areas.reduce((sum, { cellCount }) => sum + cellCount, 0);
        expect(all).toBe(chosen.filter(Boolean).length);
      }),
    );
  });
});

describe('which area holds a point', () => {
  const square = (west: number, south: number, size: number) => [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ];
  it('finds it, holes and neighbours minded', () => {
    const holed = [...square(0, 0, 10), ...square(4, 4, 2)];
    const areas = [[holed], [square(10, 0, 10)]];
    const points = { x: Float64Array.of(1, 5, 11, 30), y: Float64Array.of(1, 5, 1, 30) };
    expect([...areaOfPoints(points, areas)]).toEqual([0, -1, 1, -1]);
    expect(holdsPoint([holed], 3.9, 5)).toBe(true);
  });
});
