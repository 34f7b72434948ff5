import { describe, expect, it } from 'vitest';
import { isoluxLines } from '../../../src/analysis/light/isolux.ts';
import {
  emptyRaster,
  type LightRaster,
  lightRaster,
  luxAt,
} from '../../../src/analysis/light/lightRaster.ts';
import { signedAreaSquareMetres } from '../../../src/geometry/ring.ts';
import { aLamp, rotational } from './scenes.ts';

const grid = { westMetres: -40, southMetres: -40, cellMetres: 1, columns: 80, rows: 80 };
const rasterOf = (columns: number, lux: number[]): LightRaster => {
  const small = { westMetres: 0, southMetres: 0, cellMetres: 1, columns, rows: lux.length / columns };
  const raster = emptyRaster(small, { kernel: 'plain' });
  raster.lux.set(lux);
  return raster;
};

describe('isolux lines', () => {
  it('of one isotropic lamp are circles of the right size, bright side to the left', () => {
    const raster = lightRaster(grid, [aLamp({ photometry: rotational(() => 1000, 1) })]);
    for (const level of [1, 5, 20]) {
      const lines = isoluxLines(raster, [level]);
      expect(lines).toHaveLength(1);
      const radius = Math.sqrt(((1000 * 5) / level) ** (2 / 3) - 25);
      for (const [east, north] of lines[0]!.points)
        expect(Math.abs(Math.hypot(east, north) - radius)).toBeLessThan(0.1);
      expect(lines[0]!.isClosed).toBe(true);
      expect(signedAreaSquareMetres([...lines[0]!.points]) / (Math.PI * radius ** 2)).toBeCloseTo(1, 1);
    }
  });

  it('pass through the level itself', () => {
    const raster = rasterOf(3, [0, 0, 0, 0, 4, 0, 0, 0, 0]);
    const [line] = isoluxLines(raster, [1]);
    expect(line!.points).toHaveLength(5);
    expect(line!.points).toContainEqual([1.5, 0.75]);
    expect(line!.points).toContainEqual([0.75, 1.5]);
  });

  it('end open at the edge of the raster', () => {
    const lines = isoluxLines(rasterOf(2, [0, 2, 0, 2]), [1]);
    expect(lines).toEqual([
      {
        levelLux: 1,
        points: [
          [1, 1.5],
          [1, 0.5],
        ],
        isClosed: false,
      },
    ]);
  });

  it('keep bright corners of a saddle apart or together by its mean', () => {
    const bright = isoluxLines(rasterOf(2, [4, 0, 0, 4]), [1]);
    const dark = isoluxLines(rasterOf(2, [2, 0, 0, 2]), [1.5]);
    expect([bright.length, dark.length]).toEqual([2, 2]);
    const meets = (lines: typeof bright) => lines.map(({ points }) => points.map(([x, y]) => x + y));
    // Together: the lines cut off the dark corners; apart: they cut off the bright ones (x + y far from the middle).
    for (const [from, to] of meets(dark)) expect(from).toBeCloseTo(to!, 9);
    for (const [from, to] of meets(bright)) expect(Math.abs(from! - to!)).toBeCloseTo(0.5, 9);
  });

  it('of a dark raster are none', () => {
    expect(isoluxLines(emptyRaster(grid), [0.5, 1])).toEqual([]);
  });

  it('of many lamps are all closed or end at the edge', () => {
    const lamps = Array.from({ length: 9 }, (_, i) =>
      aLamp({ eastMetres: ((i * 37) % 80) - 40, northMetres: ((i * 53) % 80) - 40, bearingDegrees: i * 40 }),
    );
    const raster = lightRaster(grid, lamps);
    const lines = isoluxLines(raster, [0.5, 1, 2, 5]);
    expect(lines.length).toBeGreaterThan(4);
    for (const { points, isClosed, levelLux } of lines) {
      for (const [x, y] of isClosed ? [] : [points[0]!, points[points.length - 1]!])
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeCloseTo(39.5, 6);
      const [x, y] = points[1]!;
      expect(luxAt(raster, x, y)).toBeGreaterThan(levelLux / 5);
    }
  });
});
