import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundingBox, labelPoint } from '../../src/map/anchor.ts';
import { nameSpots } from '../../src/map/nameSpots.ts';
import { destination, sectorOf } from '../../src/map/sector.ts';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** Metres between two near points, on a sphere, by the haversine formula: another road than the code's own. */
function metresBetween([lngA, latA]: readonly number[], [lngB, latB]: readonly number[]): number {
  const rad = (degrees = 0) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(rad(latB! - latA!) / 2) ** 2 +
    Math.cos(rad(latA)) * Math.cos(rad(latB)) * Math.sin(rad(lngB! - lngA!) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half));
}

describe('where a name stands', () => {
  it('is the middle of a square', () => {
    const [lng, lat] = labelPoint({ type: 'Polygon', coordinates: [square(16, 0, 0.01)] });
    expect(lng).toBeCloseTo(16.005, 3);
    expect(lat).toBeCloseTo(0.005, 3);
  });

  it('is inside the arm of an L, where the centroid is not', () => {
    const l = [
      [0, 0],
      [10, 0],
      [10, 1],
      [1, 1],
      [1, 10],
      [0, 10],
      [0, 0],
    ].map(([x = 0, y = 0]) => [x / 100, y / 100]);
    const [lng, lat] = labelPoint({ type: 'Polygon', coordinates: [l] });
    expect(lng < 0.011 || lat < 0.011).toBe(true);
    expect(Math.min(lng, lat)).toBeGreaterThan(0.003);
  });

  it('avoids a hole and prefers the largest part', () => {
    const part = [square(0, 0, 0.03), square(0.005, 0.005, 0.02)];
    const [lng, lat] = labelPoint({ type: 'MultiPolygon', coordinates: [[square(1, 1, 0.001)], part] });
    const inHole = lng > 0.005 && lng < 0.025 && lat > 0.005 && lat < 0.025;
    expect(inHole).toBe(false);
    expect(lng).toBeLessThan(0.03);
  });

  it('stays in the box it is asked to look in', () => {
    const lake = { type: 'Polygon' as const, coordinates: [square(16, 59, 1)] };
    const [lng, lat] = labelPoint(lake, [16.1, 59.1, 16.2, 59.2]);
    expect(lng).toBeGreaterThanOrEqual(16.1);
    expect(lng).toBeLessThanOrEqual(16.25);
    expect(lat).toBeGreaterThanOrEqual(59.1);
    expect(lat).toBeLessThanOrEqual(59.25);
    expect(boundingBox(lake)).toEqual([16, 59, 17, 60]);
  });

  it('is beside a line at half its length, not at its middle vertex', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [16, 59],
        [16, 59.001],
        [16, 59.01],
      ],
    };
    const [spot] = nameSpots({ geometry: line }, false, []);
    expect(spot?.spot).toBe('beside');
    expect(spot?.at[1]).toBeCloseTo(59.005, 6);
  });

  it('is at the edge of a small area that is clear of the crowd, and inside once close', () => {
    const geometry = { type: 'Polygon' as const, coordinates: [square(16, 59, 0.01)] };
    expect(nameSpots({ geometry }, true, []).map(({ spot }) => spot)).toEqual(['inside']);
    expect(nameSpots({ geometry }, false, [[16.005, 59.02]]).map(({ spot }) => spot)).toEqual([
      'below',
      'inside',
    ]);
    expect(nameSpots({ geometry }, false, [[16.005, 58.99]]).map(({ spot }) => spot)).toEqual([
      'above',
      'inside',
    ]);
  });
});

describe('a field of view', () => {
  it('goes north by a hundredth of a degree for 1 112 m', () => {
    const [lng, lat] = destination([16.5, 59.6], 0, 1111.95);
    expect(lng).toBeCloseTo(16.5, 9);
    expect(lat).toBeCloseTo(59.61, 5);
  });

  it('looks east with the given angle: tip, left and right corner', () => {
    const [ring] = sectorOf([16.5, 59.6], {
      bearingDegrees: 90,
      fieldOfViewDegrees: 60,
      rangeMetres: 40,
    }).coordinates;
    expect(ring?.[0]).toEqual([16.5, 59.6]);
    expect(ring?.at(-1)).toEqual([16.5, 59.6]);
    for (const corner of ring!.slice(1, -1)) expect(corner[0]).toBeGreaterThan(16.5);
    const right = ring![1]!;
    const left = ring!.at(-2)!;
    expect(right[1]! < 59.6 && left[1]! > 59.6).toBe(true);
    // sides 40 m long at 60 degrees: the corners are 40 m apart too
    expect(metresBetween(right, left)).toBeCloseTo(40, 2);
  });

  it('has its true length in every direction, and outer rings turn counter-clockwise', () => {
    fc.assert(
      fc.property(
        fc.record({
          bearingDegrees: fc.double({ min: 0, max: 359.9, noNaN: true }),
          fieldOfViewDegrees: fc.double({ min: 5, max: 360, noNaN: true }),
          rangeMetres: fc.double({ min: 5, max: 200, noNaN: true }),
        }),
        (view) => {
          const ring = sectorOf([16.5, 59.6], view).coordinates[0]!;
          for (const corner of view.fieldOfViewDegrees >= 360 ? ring : ring.slice(1, -1))
            expect(metresBetween([16.5, 59.6], corner)).toBeCloseTo(view.rangeMetres, 3);
          const doubleArea = ring.slice(1).reduce((sum, [x = 0, y = 0], i) => {
            const [px = 0, py = 0] = ring[i]!;
            return sum + (px - 16.5) * (y - 59.6) - (x - 16.5) * (py - 59.6);
          }, 0);
          expect(doubleArea).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
