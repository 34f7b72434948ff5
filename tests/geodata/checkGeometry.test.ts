import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionFault, ringFault } from '../../geodata/checkGeometry.ts';
import { city as vasteras } from '../../geodata/city/city.ts';
import { planeOf } from '../../src/geometry/plane.ts';

/** A convex ring of n corners around the origin, closed. */
const around = (corners: number): number[][] => {
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [Math.cos(angle), Math.sin(angle)];
  });
  return [...ring, ring[0]!];
};

describe('rings', () => {
  it('around a middle are whole, however far their corners reach', () => {
    const radii = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(radii, (reach) => {
        const corners = around(reach.length)
          .slice(0, -1)
          .map(([x, y], i) => [x! * reach[i]!, y! * reach[i]!]);
        // With fewer than four corners a star may fold over its middle.
        fc.pre(corners.length > 4);
        expect(ringFault([[...corners, corners[0]!]])).toBeUndefined();
      }),
    );
  });

  it('cross themselves when two neighbouring corners change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.nat(), (count, seed) => {
        const ring = around(count).slice(0, -1);
        const at = seed % (count - 1);
        [ring[at], ring[at + 1]] = [ring[at + 1]!, ring[at]!];
        expect(ringFault([[...ring, ring[0]!]])).toMatch(/intersects itself/);
      }),
    );
  });

  it('may write a corner twice in a row', () => {
    const [first, ...rest] = around(5);
    expect(ringFault([[first!, first!, ...rest]])).toBeUndefined();
  });

  it('may have a hole that touches the outline in one point, but not one that crosses it', () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    expect(
      ringFault([
        square,
        [
          [0, 2],
          [2, 1],
          [2, 3],
          [0, 2],
        ],
      ]),
    ).toBeUndefined();
    expect(
      ringFault([
        square,
        [
          [-1, 2],
          [2, 1],
          [2, 3],
          [-1, 2],
        ],
      ]),
    ).toMatch(/intersects itself/);
  });
});

describe('positions', () => {
  const [west, south, east, north] = vasteras.surroundings;
  const inside = fc.tuple(
    fc.double({ min: west, max: east, noNaN: true }),
    fc.double({ min: south, max: north, noNaN: true }),
  );

  it('inside the surroundings are right, and the other way round are swapped', () => {
    fc.assert(
      fc.property(inside, ([lng, lat]) => {
        expect(positionFault([lng, lat], vasteras)).toBeUndefined();
        expect(positionFault([lat, lng], vasteras)).toMatch(/axes are swapped/);
      }),
    );
  });

  it('in metres are recognised by the system they are in', () => {
    const systems = [vasteras.metricCrs, ...vasteras.otherCrs];
    fc.assert(
      fc.property(inside, fc.constantFrom(...systems), (lngLat, { proj4, code }) => {
        // Off the very edge, where rounding may carry the point across.
        const middle = [(lngLat[0] + (west + east) / 2) / 2, (lngLat[1] + (south + north) / 2) / 2] as const;
        expect(positionFault(planeOf(proj4).toPlane(middle), vasteras)).toContain(`(${code})`);
      }),
    );
  });
});
