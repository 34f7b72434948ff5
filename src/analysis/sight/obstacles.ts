/** What hides: building footprints with the heights that are known, indexed once and asked many times. */
import { type EdgeIndex, edgeIndexOf, edgesIn, polygonsHolding } from '../../geometry/edgeIndex.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import type { PlanePolygon } from '../../geometry/ring.ts';
import { distanceToSegmentMetres, nearestShare, pointBetween, type Segment } from '../../geometry/segment.ts';

/** A footprint; a height that is not known hides everything behind it. */
export interface Obstacle {
  footprint: PlanePolygon;
  /** Height of the roof above the ground. The ground is taken as level between viewer and target. */
  roofHeightMetres?: number;
}

/** Obstacles, indexed. */
export interface Obstacles {
  index: EdgeIndex;
  /** Infinity where the height is not known. */
  roofHeightMetres: Float64Array;
}

/** Indexes obstacles. O(n log n) for n sides. */
export const obstaclesOf = (obstacles: readonly Obstacle[]): Obstacles => ({
  index: edgeIndexOf(obstacles.map(({ footprint }) => footprint)),
  roofHeightMetres: Float64Array.from(obstacles, ({ roofHeightMetres }) => roofHeightMetres ?? Infinity),
});

/** Nothing in the way. */
export const NO_OBSTACLES: Obstacles = obstaclesOf([]);

/** The side of an obstacle as a segment with the surface on its left. */
export function sideOf({ index: { ends } }: Obstacles, edge: number): Segment {
  const [ax = 0, ay = 0, bx = 0, by = 0] = ends.subarray(4 * edge, 4 * edge + 4);
  return [
    [ax, ay],
    [bx, by],
  ];
}

/** A device drawn on a wall hangs this far outside it: nearer, the wall would hide or show the wrong side of itself. */
export const WALL_OFFSET_METRES = 0.1;

/** Where a device stands, or why it cannot stand there. */
export type Stand =
  | { kind: 'stands'; at: PlanePoint; movedMetres: number }
  | { kind: 'inside-building'; obstacle: number };

/** The obstacles around a point that reach above a height. */
const tallerHolding = (obstacles: Obstacles, at: PlanePoint, heightMetres: number): number[] =>
  polygonsHolding(obstacles.index, at).filter(
    (i) => (obstacles.roofHeightMetres[i] ?? Infinity) >= heightMetres,
  );

interface NearWall {
  side: Segment;
  distance: number;
}

function tallWallsWithin(obstacles: Obstacles, [x, y]: PlanePoint, heightMetres: number): NearWall[] {
  const reach = WALL_OFFSET_METRES;
  const isTall = (edge: number) =>
    (obstacles.roofHeightMetres[obstacles.index.owner[edge] ?? 0] ?? Infinity) >= heightMetres;
  return edgesIn(obstacles.index, [x - reach, y - reach, x + reach, y + reach])
    .filter(isTall)
    .map((edge) => sideOf(obstacles, edge))
    .map((side) => ({ side, distance: distanceToSegmentMetres(side, [x, y]) }))
    .filter(({ distance }) => distance < reach - 1e-9)
    .sort((first, second) => first.distance - second.distance);
}

/** The outward normal: to the right of a side, whose surface is on the left. */
function outward([a, b]: Segment): PlanePoint {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return [(b[1] - a[1]) / length, (a[0] - b[0]) / length];
}

/** The point `WALL_OFFSET_METRES` outside the nearest wall; at a corner, along the middle of the two outward normals. */
function movedOut(walls: readonly NearWall[], at: PlanePoint): PlanePoint {
  const nearest = walls[0] as NearWall;
  const foot = pointBetween(nearest.side, nearestShare(nearest.side, at));
  const meeting = walls.filter(({ side }) => distanceToSegmentMetres(side, foot) < 1e-6);
  const sum = meeting
    .map(({ side }) => outward(side))
    .reduce(([x, y], normal) => [x + normal[0], y + normal[1]] as const, [0, 0] as PlanePoint);
  const length = Math.hypot(...sum);
  const [x, y] = length > 1e-6 ? [sum[0] / length, sum[1] / length] : outward(nearest.side);
  return [foot[0] + x * WALL_OFFSET_METRES, foot[1] + y * WALL_OFFSET_METRES];
}

/**
 * Where a device of a height stands. Nearer than `WALL_OFFSET_METRES` to a wall (on either side of it) it is moved
 * to that distance outside; farther inside a building it is refused, unless the roof is known to lie below it
 * ("on the roof"). O(log n).
 */
export function standOf(obstacles: Obstacles, at: PlanePoint, heightMetres: number): Stand {
  let place = at;
  // In an inner corner, leaving one wall may come too near another: a few rounds settle that.
  for (let round = 0; round < 4; round++) {
    const walls = tallWallsWithin(obstacles, place, heightMetres);
    if (walls.length === 0) break;
    place = movedOut(walls, place);
  }
  const [obstacle] = tallerHolding(obstacles, place, heightMetres);
  if (obstacle !== undefined) return { kind: 'inside-building', obstacle };
  return { kind: 'stands', at: place, movedMetres: Math.hypot(place[0] - at[0], place[1] - at[1]) };
}
