import { orientation } from './orientation.ts';
import type { PlanePoint } from './plane.ts';

/** A straight piece between two points. */
export type Segment = readonly [start: PlanePoint, end: PlanePoint];

/** Distance in metres. */
export const distanceMetres = (a: PlanePoint, b: PlanePoint): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** The point a share (0 at the start, 1 at the end) of the way along the segment. */
export const pointBetween = ([a, b]: Segment, share: number): PlanePoint => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** How far along the segment (0 … 1) its point nearest to `point` lies; 0 for a segment without length. */
export function nearestShare([a, b]: Segment, point: PlanePoint): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared));
}

/** Distance in metres from a point to the nearest point of a segment. */
export const distanceToSegmentMetres = (segment: Segment, point: PlanePoint): number =>
  distanceMetres(pointBetween(segment, nearestShare(segment, point)), point);

const within = (low: number, value: number, high: number): boolean =>
  (low <= value && value <= high) || (high <= value && value <= low);

/** Whether a point lies exactly on a segment, ends included (robust). */
export const isOnSegment = ([a, b]: Segment, point: PlanePoint): boolean =>
  within(a[0], point[0], b[0]) && within(a[1], point[1], b[1]) && orientation(a, b, point) === 0;

/** Whether the stretch a–b of an axis lies wholly before or behind c–d. */
const areApart = (a: number, b: number, c: number, d: number): boolean =>
  Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);

/**
 * How two segments meet (robust): not at all, touching (a shared end, an end on the other, or an overlap), or properly
 * crossing at one inner point of both.
 */
export function segmentsMeet(first: Segment, second: Segment): 'apart' | 'touching' | 'crossing' {
  const [a, b] = first;
  const [c, d] = second;
  if (areApart(a[0], b[0], c[0], d[0]) || areApart(a[1], b[1], c[1], d[1])) return 'apart';
  const abc = Math.sign(orientation(a, b, c));
  const abd = Math.sign(orientation(a, b, d));
  const cda = Math.sign(orientation(c, d, a));
  const cdb = Math.sign(orientation(c, d, b));
  if (abc * abd < 0 && cda * cdb < 0) return 'crossing';
  const touches =
    isOnSegment(first, c) || isOnSegment(first, d) || isOnSegment(second, a) || isOnSegment(second, b);
  return touches ? 'touching' : 'apart';
}

/** Where the lines through two segments meet; undefined when they are parallel. */
export function linesIntersection([a, b]: Segment, [c, d]: Segment): PlanePoint | undefined {
  const ex = b[0] - a[0];
  const ey = b[1] - a[1];
  const fx = d[0] - c[0];
  const fy = d[1] - c[1];
  const denominator = ex * fy - ey * fx;
  if (denominator === 0) return undefined;
  const share = ((c[0] - a[0]) * fy - (c[1] - a[1]) * fx) / denominator;
  return [a[0] + ex * share, a[1] + ey * share];
}
