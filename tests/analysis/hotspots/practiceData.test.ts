import { describe, expect, it } from 'vitest';
import { largestCellMetres, suggestedBandwidthMetres } from '../../../src/analysis/hotspots/bandwidth.ts';
import { densityAt } from '../../../src/analysis/hotspots/density.ts';
import { cellAt, cellsInside, gridOver, pointColumns } from '../../../src/analysis/hotspots/grid.ts';
import { practiceData } from '../../../src/analysis/hotspots/practiceData.ts';
import { normalFrom, seededRandom } from '../../../src/analysis/hotspots/seededRandom.ts';

const polygons = [
  [
    [
      [0, 0],
      [4000, 500],
      [3000, 4000],
      [500, 2500],
    ],
  ],
] as const;
const request = {
  polygons,
  count: 2000,
  seed: 3,
  fromMs: Date.UTC(2024, 0, 1),
  toMs: Date.UTC(2025, 0, 1),
};

describe('practice data', () => {
  const data = practiceData(request);

  it('is made up, says so in every event, and repeats with its seed', () => {
    expect(data.kind).toBe('practice');
    expect(data.events).toHaveLength(2000);
    expect(data.events.every(({ madeUp, id }) => madeUp && id.startsWith('practice-'))).toBe(true);
    expect(practiceData(request)).toEqual(data);
    expect(practiceData({ ...request, seed: 4 }).events[0]).not.toEqual(data.events[0]);
  });

  it('lies inside the polygon and the period', () => {
    const grid = gridOver(polygons, 20);
    const inside = cellsInside(grid, polygons);
    for (const { place, startMs, endMs } of data.events) {
      expect(inside[cellAt(grid, ...place)]).toBe(1);
      expect(startMs >= request.fromMs && endMs >= startMs && endMs <= request.toMs).toBe(true);
    }
  });

  it('has something to find: gatherings stand out, evenings are busier than mornings, some times are intervals', () => {
    const points = pointColumns(data.events.map(({ place }) => place));
    const even = 2000 / 9_000_000;
    for (const { centre } of data.gatherings)
      expect(densityAt(centre, points, 200)).toBeGreaterThan(3 * even);
    const hours = data.events.map(({ startMs }) => new Date(startMs).getUTCHours());
    const between = (from: number, to: number) => hours.filter((hour) => hour >= from && hour < to).length;
    expect(between(17, 22)).toBeGreaterThan(3 * between(3, 8));
    const intervals = data.events.filter(({ startMs, endMs }) => endMs > startMs).length;
    expect(intervals).toBeGreaterThan(450);
    expect(intervals).toBeLessThan(750);
  });

  it('refuses a period without time and a polygon without place', () => {
    expect(() => practiceData({ ...request, toMs: request.fromMs })).toThrow('period');
    expect(() => practiceData({ ...request, polygons: [] })).toThrow(RangeError);
  });
});

describe('bandwidth', () => {
  it('of points on a circle is 0.9 radius n^(−1/5)', () => {
    const circle = pointColumns(
      Array.from({ length: 32 }, (_, i) => [
        100 * Math.cos((i * Math.PI) / 16),
        100 * Math.sin((i * Math.PI) / 16),
      ]),
    );
    expect(suggestedBandwidthMetres(circle)).toBeCloseTo(0.9 * 100 * 0.5, 9);
  });
  it('cannot be told from one spot', () => {
    expect(suggestedBandwidthMetres(pointColumns([[1, 1]]))).toBeUndefined();
    expect(
      suggestedBandwidthMetres(
        pointColumns([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBeUndefined();
  });
  it('goes with cells of at most a fifth', () => expect(largestCellMetres(200)).toBe(40));
});

describe('seeded numbers', () => {
  it('are even, and their normal form has mean 0 and variance 1', () => {
    const random = seededRandom(1);
    const numbers = Array.from({ length: 20000 }, random);
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(numbers.reduce((a, b) => a + b, 0) / 20000).toBeCloseTo(0.5, 1);
    const normal = Array.from({ length: 20000 }, () => normalFrom(random));
    expect(Math.abs(normal.reduce((a, b) => a + b, 0) / 20000)).toBeLessThan(0.03);
    expect(Math.abs(normal.reduce((a, b) => a + b * b, 0) / 20000 - 1)).toBeLessThan(0.05);
  });
});
