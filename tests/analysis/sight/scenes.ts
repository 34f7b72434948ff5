import fc from 'fast-check';
import { type Obstacle, obstaclesOf, standOf } from '../../../src/analysis/sight/obstacles.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import { placeInPolygon, sidesOf } from '../../../src/geometry/ring.ts';

export const box = (west: number, south: number, east: number, north: number): PlanePoint[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

const turnedBox = fc
  .record({
    x: fc.double({ min: -40, max: 40, noNaN: true }),
    y: fc.double({ min: -40, max: 40, noNaN: true }),
    width: fc.double({ min: 1, max: 15, noNaN: true }),
    depth: fc.double({ min: 1, max: 15, noNaN: true }),
    turn: fc.double({ min: 0, max: 3, noNaN: true }),
  })
  .map(({ x, y, width, depth, turn }) =>
    box(-width, -depth, width, depth).map(
      ([a, b]): PlanePoint => [
        x + a * Math.cos(turn) - b * Math.sin(turn),
        y + a * Math.sin(turn) + b * Math.cos(turn),
      ],
    ),
  );
/** Whole metres on purpose: such boxes touch, share walls and corners, and overlap exactly. */
const gridBox = fc
  .record({
    x: fc.integer({ min: -8, max: 8 }),
    y: fc.integer({ min: -8, max: 8 }),
    width: fc.integer({ min: 1, max: 4 }),
    depth: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ x, y, width, depth }) => box(x * 5, y * 5, (x + width) * 5, (y + depth) * 5));
const courtyard = gridBox.map((outer) => {
  const [[west, south], , [east, north]] = outer as [PlanePoint, PlanePoint, PlanePoint, PlanePoint];
  return [outer, box(west + 1, south + 1, east - 1, north - 1)];
});

/** Overlapping, touching and turned buildings and courtyards, with or without known roofs. */
export const anyObstacle = (roof: fc.Arbitrary<number | undefined>): fc.Arbitrary<Obstacle> =>
  fc
    .tuple(
      fc.oneof(
        turnedBox.map((ring) => [ring]),
        gridBox.map((ring) => [ring]),
        courtyard,
      ),
      roof,
    )
    .map(([footprint, height]) => ({
      footprint,
      ...(height === undefined ? {} : { roofHeightMetres: height }),
    }));

export const opaque = fc.constant(undefined);
export const anyRoof = fc.oneof(opaque, fc.double({ min: 0.5, max: 7, noNaN: true }));

/** Why the plain way says what it says; `unsure` within a centimetre or so of an edge. */
export type Plain = 'seen' | 'hidden' | 'unsure';

/** The plain way: does the ray to the point clear every side and every footprint? */
export function plainlySeen(
  obstacles: readonly Obstacle[],
  from: PlanePoint,
  to: PlanePoint,
  heights: { heightMetres: number; targetHeightMetres: number },
): Plain {
  let answer: Plain = 'seen';
  const worse = (next: Plain) => {
    if (next === 'unsure') answer = 'unsure';
    else if (next === 'hidden' && answer === 'seen') answer = 'hidden';
  };
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  for (const { footprint, roofHeightMetres = Infinity } of obstacles) {
    if (placeInPolygon(footprint, to) !== 'outside') worse('hidden');
    for (const [a, b] of footprint.flatMap(sidesOf)) {
      // Signed distances of the side's ends from the ray, and of the ray's ends from the side.
      const across = [a, b].map((p) => (dx * (p[1] - from[1]) - dy * (p[0] - from[0])) / length);
      const side = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const along = [from, to].map(
        (p) => ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / side,
      );
      const [p = 0, q = 0] = across;
      const [r = 0, s = 0] = along;
      const near = Math.min(Math.abs(p), Math.abs(q), Math.abs(r), Math.abs(s)) < 0.01;
      if (near) {
        const isFar =
          (p > 0.01 && q > 0.01) ||
          (p < -0.01 && q < -0.01) ||
          (r > 0.01 && s > 0.01) ||
          (r < -0.01 && s < -0.01);
        if (!isFar) worse('unsure');
        continue;
      }
      if (p > 0 === q > 0 || r > 0 === s > 0) continue;
      const share = r / (r - s);
      const rayHeight = heights.heightMetres + (heights.targetHeightMetres - heights.heightMetres) * share;
      if (roofHeightMetres >= heights.heightMetres) worse('hidden');
      else if (Math.abs(rayHeight - roofHeightMetres) < 0.01) worse('unsure');
      else if (rayHeight < roofHeightMetres) worse('hidden');
    }
  }
  return answer;
}

/** A stand near a place, if there is one. */
export function standNear(
  obstacles: readonly Obstacle[],
  at: PlanePoint,
  heightMetres: number,
): PlanePoint | undefined {
  const stand = standOf(obstaclesOf(obstacles), at, heightMetres);
  return stand.kind === 'stands' ? stand.at : undefined;
}
