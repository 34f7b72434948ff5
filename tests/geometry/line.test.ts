import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Line,
  lineLengthMetres,
  nearestOnLine,
  placeAtChainage,
  placesAlong,
  placesAtChainages,
} from '../../src/geometry/line.ts';
import { areaInPlaneSquareMetres } from '../../src/geometry/measure.ts';
import { planeOf } from '../../src/geometry/plane.ts';
import { LOCAL } from './systems.ts';

/** East 30 m, then north 40 m, with a repeated point at the bend. */
const BENT: Line = [
  [0, 0],
  [30, 0],
  [30, 0],
  [30, 40],
];

describe('lines', () => {
  it('have a length', () => expect(lineLengthMetres(BENT)).toBe(70));

  it('find the nearest place with chainage, offset and side', () => {
    expect(nearestOnLine(BENT, [10, 4])).toEqual({
      point: [10, 0],
      chainageMetres: 10,
      bearingDegrees: 90,
      offsetMetres: 4,
      side: 'left',
    });
    expect(nearestOnLine(BENT, [33, 20])).toMatchObject({
      chainageMetres: 50,
      offsetMetres: -3,
      side: 'right',
    });
    expect(nearestOnLine(BENT, [30, 5])).toMatchObject({ chainageMetres: 35, side: 'on' });
    expect(nearestOnLine(BENT, [30, 99])).toMatchObject({ point: [30, 40], chainageMetres: 70 });
    expect(
      nearestOnLine(
        [
          [1, 1],
          [1, 1],
        ],
        [0, 0],
      ),
    ).toBeUndefined();
  });

  it('give places at an even spacing, moved to either side', () => {
    const places = placesAlong(BENT, { spacingMetres: 20, offsetMetres: 2 });
    expect(places.map(({ chainageMetres }) => chainageMetres)).toEqual([0, 20, 40, 60]);
    expect(places[1]?.point[1]).toBeCloseTo(2, 12);
    expect(places[2]?.point[0]).toBeCloseTo(28, 12);
    expect(placesAlong(BENT, { spacingMetres: 10, fromMetres: 5 })).toHaveLength(7);
    expect(() => placesAlong(BENT, { spacingMetres: 0 })).toThrow(RangeError);
  });

  it('hold a chainage within the line', () => {
    expect(placeAtChainage(BENT, -5)?.point).toEqual([0, 0]);
    expect(placeAtChainage(BENT, 500)?.point).toEqual([30, 40]);
    expect(placesAtChainages(BENT, [0, 30, 70, 90]).map(({ point }) => point)).toEqual([
      [0, 0],
      [30, 0],
      [30, 40],
      [30, 40],
    ]);
  });

  it('a place on the line comes back at its own chainage', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 70, noNaN: true }), (chainage) => {
        const { point } = placeAtChainage(BENT, chainage)!;
        expect(nearestOnLine(BENT, point)?.chainageMetres).toBeCloseTo(chainage, 9);
      }),
    );
  });
});

describe('area in the plane', () => {
  it('measures a hectare drawn in degrees', () => {
    const plane = planeOf(LOCAL.proj4);
    const hectare = (
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ] as const
    ).map(([x, y]) => plane.toLngLat([152_500 + x, 6_610_600 + y]));
    expect(areaInPlaneSquareMetres(plane, [hectare])).toBeCloseTo(10_000, 3);
  });
});
