/**
 * Question: what does a viewer see of the plane, in a given direction, width and range, among buildings?
 * Method: the sides of buildings are culled by the view's box (packed R-tree), then by facing (the first side of a building
 *   that a ray meets always faces the viewer), then by the range circle; what is left goes through the lower envelope of
 *   envelope.ts. Buildings known to be lower than the viewer are kept apart: their shadow ends where the ray to
 *   the target clears the roof.
 * Source: ray height over a blocker, H − (H − z)·t/d, for level ground.
 * Units: metres in the plane; bearings in degrees clockwise from the plane's north.
 * Complexity: O(log N + n log n) for n of N sides within range.
 */
import { gridDirection } from '../../geometry/bearing.ts';
import { edgesIn, polygonsHolding } from '../../geometry/edgeIndex.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import type { PlaneBox } from '../../geometry/ring.ts';
import type { Segment } from '../../geometry/segment.ts';
import { nearestWalls, type Spans } from './envelope.ts';
import type { Obstacles } from './obstacles.ts';
import { FULL_TURN, rayThrough } from './ray.ts';
import { addWall, clearWalls, roomForWalls, stepsToWall, type Walls } from './walls.ts';

/** What is asked of the sweep. */
export interface View {
  at: PlanePoint;
  /** The middle of the view. */
  bearingDegrees: number;
  /** Up to 360. */
  fieldOfViewDegrees: number;
  rangeMetres: number;
  /** Height of the viewer; left out, every building hides what is behind it. */
  heightMetres?: number;
  /** Height of what is looked at; default 0, the ground. */
  targetHeightMetres?: number;
  /** Lines beyond which nothing counts as seen, such as the far edge of a picture. */
  limits?: readonly Segment[];
  /** What is nearer than this along the middle of the view is below the picture. Only for views under 180°. */
  nearMetres?: number;
}

/** The viewer's own axes: x along the first (clockwise-most) ray of the view, y to its left. */
export interface Frame {
  at: PlanePoint;
  firstRay: PlanePoint;
  lastRay: number;
  rangeMetres: number;
  /** The middle of the view in these axes, and where the picture begins along it. */
  middle: PlanePoint;
  nearMetres: number;
}

/** The answer: the nearest wall on every ray, and the low buildings that need a closer look. */
export interface Sweep {
  frame: Frame;
  spans: Spans;
  walls: Float64Array;
  low: LowSides;
}

/** The sides of low buildings within range, in the viewer's axes. */
export interface LowSides {
  count: number;
  /** Start x, start y, end x, end y of each side. */
  ends: number[];
  obstacle: number[];
  /** How many times farther the shadow reaches than the side stands: (H − z)/(H − roof), at least 1. */
  reach: number[];
  /** The low buildings that the viewer stands on. */
  beneath: Set<number>;
}

/** A point in the viewer's axes. */
export const toFrame = ({ at, firstRay: [ux, uy] }: Frame, [east, north]: PlanePoint): PlanePoint => [
  (east - at[0]) * ux + (north - at[1]) * uy,
  (north - at[1]) * ux - (east - at[0]) * uy,
];

/** A point of the viewer's axes back in the plane. */
export const fromFrame = ({ at, firstRay: [ux, uy] }: Frame, x: number, y: number): PlanePoint => [
  at[0] + x * ux - y * uy,
  at[1] + x * uy + y * ux,
];

function frameOf({ at, bearingDegrees, fieldOfViewDegrees, rangeMetres, nearMetres = 0 }: View): Frame {
  const width = Math.min(360, fieldOfViewDegrees);
  const radians = (width * Math.PI) / 180;
  return {
    at,
    firstRay: gridDirection(bearingDegrees + width / 2),
    lastRay: width >= 360 ? FULL_TURN : rayThrough(Math.cos(radians), Math.sin(radians)),
    rangeMetres,
    middle: [Math.cos(radians / 2), Math.sin(radians / 2)],
    nearMetres,
  };
}

/** The smallest box around the view's sector. */
function boxOf({ at: [x, y], rangeMetres }: Frame, { bearingDegrees, fieldOfViewDegrees }: View): PlaneBox {
  const half = Math.min(360, fieldOfViewDegrees) / 2;
  const bearings = [bearingDegrees - half, bearingDegrees + half];
  for (
    let cardinal = Math.ceil((bearingDegrees - half) / 90) * 90;
    cardinal <= bearingDegrees + half;
    cardinal += 90
  )
    bearings.push(cardinal);
  let [west, south, east, north] = [0, 0, 0, 0];
  for (const bearing of bearings) {
    const [dx, dy] = gridDirection(bearing);
    west = Math.min(west, dx);
    south = Math.min(south, dy);
    east = Math.max(east, dx);
    north = Math.max(north, dy);
  }
  return [x + west * rangeMetres, y + south * rangeMetres, x + east * rangeMetres, y + north * rangeMetres];
}

/** Adds the part of p–q that lies within the range circle. */
function addWallInRange(walls: Walls, frame: Frame, [p, q]: Segment): void {
  const squaredRange = frame.rangeMetres ** 2;
  const [ex, ey] = [q[0] - p[0], q[1] - p[1]];
  const startBeyond = p[0] * p[0] + p[1] * p[1] - squaredRange;
  const endBeyond = q[0] * q[0] + q[1] * q[1] - squaredRange;
  if (startBeyond <= 0 && endBeyond <= 0) {
    addWall(walls, [p, q], frame.lastRay);
    return;
  }
  const squaredLength = ex * ex + ey * ey;
  const half = p[0] * ex + p[1] * ey;
  const discriminant = half * half - squaredLength * startBeyond;
  if (discriminant <= 0) return;
  const root = Math.sqrt(discriminant);
  const enters = startBeyond <= 0 ? 0 : (-half - root) / squaredLength;
  const leaves = endBeyond <= 0 ? 1 : (-half + root) / squaredLength;
  if (enters >= 1 || leaves <= 0) return;
  addWall(
    walls,
    [
      [p[0] + ex * enters, p[1] + ey * enters],
      [p[0] + ex * leaves, p[1] + ey * leaves],
    ],
    frame.lastRay,
  );
}

/** The low buildings on whose roof the viewer stands. */
const beneathOf = ({ index, roofHeightMetres }: Obstacles, { at, heightMetres }: View): Set<number> =>
  new Set(
    heightMetres === undefined
      ? []
      : polygonsHolding(index, at).filter((i) => (roofHeightMetres[i] as number) < heightMetres),
  );

let room = roomForWalls(256);

/** What a view sees. The view's place must be a stand (see obstacles.ts), not inside a wall. */
export function sweepOf(obstacles: Obstacles, view: View): Sweep {
  const frame = frameOf(view);
  const found = edgesIn(obstacles.index, boxOf(frame, view));
  const limits = view.limits ?? [];
  const capacity = found.length + limits.length;
  if (room.numbers.length < 6 * capacity) room = roomForWalls(2 * capacity);
  clearWalls(room);
  const low: LowSides = { count: 0, ends: [], obstacle: [], reach: [], beneath: beneathOf(obstacles, view) };
  const { ends, owner, facing } = obstacles.index;
  for (const edge of found) {
    const at = 4 * edge;
    const p = toFrame(frame, [ends[at] as number, ends[at + 1] as number]);
    const q = toFrame(frame, [ends[at + 2] as number, ends[at + 3] as number]);
    const obstacle = owner[edge] as number;
    const roof = obstacles.roofHeightMetres[obstacle] as number;
    if (view.heightMetres !== undefined && roof < view.heightMetres)
      addLow(low, { obstacle, p, q, roof }, view);
    // Surface on the left: a side that turns clockwise seen from here faces us, the others are behind one that does.
    else if (facing[edge] === 0 || p[0] * q[1] - p[1] * q[0] < 0) addWallInRange(room, frame, [p, q]);
  }
  for (const [start, end] of limits)
    addWallInRange(room, frame, [toFrame(frame, start), toFrame(frame, end)]);
  const { count, start, end, wall } = nearestWalls(room);
  const spans = { count, start: start.slice(0, count), end: end.slice(0, count), wall: wall.slice(0, count) };
  return { frame, spans, walls: room.numbers.slice(0, 6 * room.count), low };
}

interface LowSide {
  obstacle: number;
  p: PlanePoint;
  q: PlanePoint;
  roof: number;
}

function addLow(low: LowSides, { obstacle, p, q, roof }: LowSide, view: View): void {
  const height = view.heightMetres ?? Infinity;
  low.count++;
  low.ends.push(p[0], p[1], q[0], q[1]);
  low.obstacle.push(obstacle);
  low.reach.push(Math.max(1, (height - (view.targetHeightMetres ?? 0)) / (height - roof)));
}

/** The span that a ray lies in, or -1 when it meets no wall within range. O(log n). */
export function spanAt({ count, start, end }: Spans, ray: number): number {
  let [lowest, highest] = [0, count - 1];
  while (lowest <= highest) {
    const middle = (lowest + highest) >> 1;
    if (ray < (start[middle] as number)) highest = middle - 1;
    else if (ray > (end[middle] as number)) lowest = middle + 1;
    else return middle;
  }
  return -1;
}

/** Points on a wall's own line count as seen; this much is noise, in metres. */
const ON_WALL_METRES = 1e-6;

/** Whether a point of the plane is seen. O(log n + low sides). */
export function isSeen(sweep: Sweep, point: PlanePoint): boolean {
  const { frame, spans, walls, low } = sweep;
  const [x, y] = toFrame(frame, point);
  if (x * x + y * y > frame.rangeMetres ** 2) return false;
  if (frame.nearMetres > 0 && x * frame.middle[0] + y * frame.middle[1] < frame.nearMetres) return false;
  const ray = rayThrough(x, y);
  if (ray > frame.lastRay) return false;
  const span = spanAt(spans, ray);
  const steps = Math.abs(x) + Math.abs(y);
  if (span >= 0 && steps > stepsToWall(walls, spans.wall[span] as number, ray) + ON_WALL_METRES) return false;
  return low.count === 0 || !isBehindLow(low, x, y);
}

/** Whether a low building holds the point (in the viewer's axes) or hides it. */
function isBehindLow(low: LowSides, x: number, y: number): boolean {
  const holding = new Set(low.beneath);
  for (let side = 0; side < low.count; side++) {
    const [px = 0, py = 0, qx = 0, qy = 0] = low.ends.slice(4 * side, 4 * side + 4);
    const fromP = x * py - y * px;
    const fromQ = x * qy - y * qx;
    if (fromP > 0 === fromQ > 0) continue;
    // Share of the way to the point at which its ray meets the side.
    const share = (px * (qy - py) - py * (qx - px)) / (x * (qy - py) - y * (qx - px));
    if (!(share > 0 && share < 1)) continue;
    if (share * (low.reach[side] as number) > 1) return true;
    const obstacle = low.obstacle[side] as number;
    if (!holding.delete(obstacle)) holding.add(obstacle);
  }
  return holding.size > 0;
}
