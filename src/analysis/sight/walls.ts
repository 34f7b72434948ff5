/**
 * Walls as a viewer meets them: straight pieces seen from the origin, each stored so that it runs counter-clockwise. Six
 * numbers a wall: start x, start y, run x, run y, the cross product start × run (never below 0), and the larger
 * |x| + |y| of its ends.
 */
import type { Segment } from '../../geometry/segment.ts';
import { FULL_TURN, rayThrough, rayX, rayY } from './ray.ts';

const STRIDE = 6;

/** Walls and the part of the turn that each one stands in; a wall across the first ray stands in two spans. */
export interface Walls {
  count: number;
  numbers: Float64Array;
  spanCount: number;
  spanStart: Float64Array;
  spanEnd: Float64Array;
  spanWall: Int32Array;
}

/** Room for so many walls. */
export const roomForWalls = (capacity: number): Walls => ({
  count: 0,
  numbers: new Float64Array(STRIDE * capacity),
  spanCount: 0,
  spanStart: new Float64Array(2 * capacity),
  spanEnd: new Float64Array(2 * capacity),
  spanWall: new Int32Array(2 * capacity),
});

/** Takes all walls away, keeping the room. */
export function clearWalls(walls: Walls): void {
  walls.count = 0;
  walls.spanCount = 0;
}

function addSpan(walls: Walls, start: number, end: number): void {
  if (start >= end) return;
  walls.spanStart[walls.spanCount] = start;
  walls.spanEnd[walls.spanCount] = end;
  walls.spanWall[walls.spanCount++] = walls.count;
}

/**
 * Adds the wall p–q as far as it lies before the view's last ray. A wall that is seen exactly edge-on hides nothing and is
 * left out. The caller sees to it that there is room.
 */
export function addWall(walls: Walls, [p, q]: Segment, lastRay: number): void {
  const cross = p[0] * q[1] - p[1] * q[0];
  if (cross === 0) return;
  const [a, b] = cross > 0 ? [p, q] : [q, p];
  const from = rayThrough(a[0], a[1]);
  const to = rayThrough(b[0], b[1]);
  const spansBefore = walls.spanCount;
  // Only a wall across the first ray jumps by more than half a turn; a smaller step back is noise of an edge-on wall.
  if (from - to < FULL_TURN / 2) addSpan(walls, from, Math.min(to, lastRay));
  else {
    addSpan(walls, from, Math.min(FULL_TURN, lastRay));
    addSpan(walls, 0, Math.min(to, lastRay));
  }
  if (walls.spanCount === spansBefore) return;
  const at = STRIDE * walls.count++;
  walls.numbers[at] = a[0];
  walls.numbers[at + 1] = a[1];
  walls.numbers[at + 2] = b[0] - a[0];
  walls.numbers[at + 3] = b[1] - a[1];
  walls.numbers[at + 4] = Math.abs(cross);
  walls.numbers[at + 5] = Math.max(Math.abs(a[0]) + Math.abs(a[1]), Math.abs(b[0]) + Math.abs(b[1]));
}

/** How many steps of |x| + |y| = 1 along a ray lead to a wall. */
export function stepsToWall(numbers: Float64Array, wall: number, ray: number): number {
  const at = STRIDE * wall;
  const across = rayX(ray) * (numbers[at + 3] as number) - rayY(ray) * (numbers[at + 2] as number);
  const farthest = numbers[at + 5] as number;
  // A wall seen nearly edge-on divides noise by noise; it is never farther than its farther end.
  return across > 0 ? Math.min((numbers[at + 4] as number) / across, farthest) : farthest;
}

/** The ray on which the lines of two walls cross; NaN when they are parallel. */
export function crossingRay(numbers: Float64Array, first: number, second: number): number {
  const [i, j] = [STRIDE * first, STRIDE * second];
  const ex = numbers[i + 2] as number;
  const ey = numbers[i + 3] as number;
  const fx = numbers[j + 2] as number;
  const fy = numbers[j + 3] as number;
  const across = ex * fy - ey * fx;
  const px = numbers[i] as number;
  const py = numbers[i + 1] as number;
  const share = (((numbers[j] as number) - px) * fy - ((numbers[j + 1] as number) - py) * fx) / across;
  return across === 0 ? Number.NaN : rayThrough(px + ex * share, py + ey * share);
}
