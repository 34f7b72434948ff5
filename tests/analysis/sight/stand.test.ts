import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../src/analysis/sight/bands.ts';
import {
  type Obstacle,
  obstaclesOf,
  standOf,
  WALL_OFFSET_METRES,
} from '../../../src/analysis/sight/obstacles.ts';
import { sweepOf } from '../../../src/analysis/sight/sweep.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import { placeInPolygon, sidesOf } from '../../../src/geometry/ring.ts';
import { distanceToSegmentMetres, pointBetween } from '../../../src/geometry/segment.ts';
import { anyObstacle, box, opaque } from './scenes.ts';

const HOUSE: Obstacle = { footprint: [box(0, 0, 10, 10)] };
const stand = (at: PlanePoint, obstacles: Obstacle[] = [HOUSE], heightMetres = 4) =>
  standOf(obstaclesOf(obstacles), at, heightMetres);

describe('standOf', () => {
  it('moves a camera on a wall 0.10 m out along the outward normal', () => {
    const moved = stand([10, 4]);
    expect(moved).toMatchObject({ kind: 'stands', movedMetres: expect.closeTo(WALL_OFFSET_METRES, 12) });
    expect(moved.kind === 'stands' && moved.at[0]).toBeCloseTo(10.1, 12);
    expect(moved.kind === 'stands' && moved.at[1]).toBeCloseTo(4, 12);
  });
  it('does so from a few centimetres inside or outside, and at corners of either kind', () => {
    for (const at of [
      [10.04, 4],
      [9.95, 4],
    ] as PlanePoint[])
      expect(stand(at)).toMatchObject({
        kind: 'stands',
        at: [expect.closeTo(10.1, 9), expect.closeTo(4, 9)],
      });
    const diagonal = WALL_OFFSET_METRES * Math.SQRT1_2;
    expect(stand([10, 10])).toMatchObject({
      at: [expect.closeTo(10 + diagonal, 9), expect.closeTo(10 + diagonal, 9)],
    });
    const corner: PlanePoint[] = [
      [0, 0],
      [10, 0],
      [10, 5],
      [5, 5],
      [5, 10],
      [0, 10],
    ];
    expect(stand([5, 5], [{ footprint: [corner] }])).toMatchObject({
      at: [expect.closeTo(5.1, 9), expect.closeTo(5.1, 9)],
    });
  });
  it('leaves a camera in the open, or in a courtyard, where it is', () => {
    expect(stand([11, 4])).toEqual({ kind: 'stands', at: [11, 4], movedMetres: 0 });
    const courtyard = { footprint: [box(0, 0, 10, 10), box(2, 2, 8, 8)] };
    expect(stand([5, 5], [courtyard])).toMatchObject({ kind: 'stands', movedMetres: 0 });
    expect(stand([2, 5], [courtyard])).toMatchObject({ at: [expect.closeTo(2.1, 9), 5] });
  });
  it('refuses the inside of a building and a wall between two, but not a roof', () => {
    expect(stand([5, 5])).toEqual({ kind: 'inside-building', obstacle: 0 });
    expect(stand([10, 4], [HOUSE, { footprint: [box(10, 0, 20, 10)] }]).kind).toBe('inside-building');
    expect(stand([5, 5], [{ ...HOUSE, roofHeightMetres: 3 }])).toMatchObject({
      kind: 'stands',
      movedMetres: 0,
    });
    expect(stand([5, 5], [{ ...HOUSE, roofHeightMetres: 6 }]).kind).toBe('inside-building');
  });
  it('never ends inside, or nearer to a wall than it says', () => {
    fc.assert(
      fc.property(
        fc.array(anyObstacle(opaque), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (obstacles, pick, share) => {
          const sides = obstacles.flatMap(({ footprint }) => footprint.flatMap(sidesOf));
          const result = stand(pointBetween(sides[pick % sides.length]!, share), obstacles);
          if (result.kind !== 'stands') return;
          for (const { footprint } of obstacles) expect(placeInPolygon(footprint, result.at)).toBe('outside');
          // Where walls leave a gap under 0.20 m no place is far enough from both.
          const nearest = Math.min(...sides.map((side) => distanceToSegmentMetres(side, result.at)));
          expect(nearest).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('a camera on a wall', () => {
  const obstacles = obstaclesOf([{ footprint: [box(2, -1, 4, 1)] }]);
  const seenFrom = (at: PlanePoint): number => {
    const placed = standOf(obstacles, at, 4);
    if (placed.kind !== 'stands') throw new Error('refused');
    const view = { at: placed.at, bearingDegrees: 0, fieldOfViewDegrees: 360, rangeMetres: 9 };
    return shapeOf(sweepOf(obstacles, view)).areaSquareMetres;
  };
  it('sees the half-plane before a side and a little round its ends, never through it', () => {
    // Behind the line of the wall: past its two ends under the angle atan(0.1 / 1), and the 0.10 m before the wall itself.
    const slopes = Math.atan(0.1) * 81;
    expect(seenFrom([4, 0])).toBeCloseTo((Math.PI * 81) / 2 + slopes + 0.1, 9);
  });
  it('sees three quarters from a corner', () => {
    const share = seenFrom([4, 1]) / (Math.PI * 81);
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.8);
  });
});
