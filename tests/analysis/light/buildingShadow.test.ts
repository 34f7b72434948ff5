import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildingOcclusion } from '../../../src/analysis/light/buildingShadow.ts';
import { horizontalLuxFrom } from '../../../src/analysis/light/illuminance.ts';
import { edgeIndexOf } from '../../../src/geometry/edgeIndex.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import { segmentsMeet } from '../../../src/geometry/segment.ts';
import { aLamp, at, seeded } from './scenes.ts';

const box = (west: number, south: number, east: number, north: number): PlanePoint[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const occlusion = (heightMetres: number | undefined, ...rings: PlanePoint[][]) =>
  buildingOcclusion(edgeIndexOf(rings.map((ring) => [ring])), () => heightMetres);
const source = { eastMetres: 0, northMetres: 0, heightMetres: 5, bearingDegrees: 0 };

describe('the shadow of buildings', () => {
  it('lies behind the wall, not beside or before it', () => {
    const shadow = occlusion(10, box(4, -1, 6, 1))(source, 50);
    expect(shadow(8, 0, 0)).toBe(true);
    expect(shadow(5, 0, 0)).toBe(true);
    expect(shadow(3, 0, 0)).toBe(false);
    expect(shadow(4, 0, 0)).toBe(false);
    expect(shadow(8, 4, 0)).toBe(false);
    expect(shadow(-8, 0, 0)).toBe(false);
    expect(shadow(0, 0, 0)).toBe(false);
  });

  it('ends where the ray passes over a low wall', () => {
    // From 5 m over a 2.5 m wall at 6 m: the ray touches ground at 12 m, face height at 8.4 m.
    const shadow = occlusion(2.5, box(4, -1, 6, 1))(source, 50);
    expect(shadow(11.9, 0, 0)).toBe(true);
    expect(shadow(12.1, 0, 0)).toBe(false);
    expect(shadow(8.3, 0, 1.5)).toBe(true);
    expect(shadow(8.6, 0, 1.5)).toBe(false);
  });

  it('of a building without known height is endless', () => {
    expect(occlusion(undefined, box(4, -1, 6, 1))(source, 50)(49, 0, 0)).toBe(true);
    expect(occlusion(2.5, box(4, -1, 6, 1))(source, 50)(49, 0, 0)).toBe(false);
  });

  it('of a far building is found after near points were asked about, and not beyond the reach', () => {
    const shadow = occlusion(undefined, box(70, -5, 80, 5), box(290, -5, 300, 5))(source, 250);
    expect([10, 69, 90].map((east) => shadow(east, 0, 0))).toEqual([false, false, true]);
    expect(shadow(-90, 0, 0)).toBe(false);
  });

  it('of the wall a lamp hangs on falls on the side it does not point to', () => {
    const wall = box(-20, -10, 20, 0);
    const on = { ...source, northMetres: 0 };
    const out = occlusion(8, wall)(on, 50);
    expect(out(3, 4, 0)).toBe(false);
    expect(out(-15, 0.5, 0)).toBe(false);
    expect(out(3, -12, 0)).toBe(true);
    const inwards = occlusion(8, wall)({ ...on, bearingDegrees: 180 }, 50);
    expect(inwards(3, 4, 0)).toBe(true);
  });

  it('is the same as asking every wall', () => {
    const random = seeded(5);
    const rings = Array.from({ length: 40 }, () => {
      const [x, y] = [random() * 160 - 80, random() * 160 - 80];
      return box(x, y, x + 1 + random() * 9, y + 1 + random() * 9);
    });
    const sides = rings.flatMap((ring) => ring.slice(1).map((end, i) => [ring[i]!, end] as const));
    const shadow = occlusion(undefined, ...rings)(source, 200);
    const place = fc.double({ min: -90, max: 90, noNaN: true });
    fc.assert(
      fc.property(place, place, (x, y) => {
        fc.pre(Math.hypot(x, y) > 0.01);
        const slow = sides.some(
          (side) =>
            segmentsMeet(
              [
                [0, 0],
                [x, y],
              ],
              side,
            ) === 'crossing',
        );
        expect(shadow(x, y, 0)).toBe(slow);
      }),
      { numRuns: 2000 },
    );
  });

  it('never adds light, and a higher building never less shadow', () => {
    const place = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(place, place, place, place, (bx, by, x, y) => {
        const ring = box(bx, by, bx + 3, by + 3);
        const free = horizontalLuxFrom(aLamp(), at(x, y));
        const low = horizontalLuxFrom(aLamp({}, occlusion(2, ring)), at(x, y));
        const high = horizontalLuxFrom(aLamp({}, occlusion(6, ring)), at(x, y));
        expect(low).toBeLessThanOrEqual(free);
        expect(high).toBeLessThanOrEqual(low);
      }),
    );
  });
});
