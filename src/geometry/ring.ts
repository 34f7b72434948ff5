import { orientation } from './orientation.ts';
import type { PlanePoint } from './plane.ts';
import { isOnSegment, type Segment, segmentsMeet } from './segment.ts';

/** A closed outline; the last point may repeat the first or not. */
export type Ring = readonly PlanePoint[];
/** An outer ring followed by its holes, in any direction of drawing. */
export type PlanePolygon = readonly Ring[];
/** West, south, east, north in metres. */
export type PlaneBox = readonly [west: number, south: number, east: number, north: number];

/** The ring without a repeated last point. */
export function openRing(ring: Ring): Ring {
  const first = ring[0];
  const last = ring[ring.length - 1];
  const repeats = ring.length > 1 && first !== undefined && first[0] === last?.[0] && first[1] === last[1];
  return repeats ? ring.slice(0, -1) : ring;
}

/** The sides of a ring, those without length left out. */
export function sidesOf(ring: Ring): Segment[] {
  const open = openRing(ring);
  const sides: Segment[] = [];
  open.forEach((start, i) => {
    const end = open[(i + 1) % open.length] as PlanePoint;
    if (start[0] !== end[0] || start[1] !== end[1]) sides.push([start, end]);
  });
  return sides;
}

/** Signed area in square metres: positive when the ring runs counter-clockwise. */
export function signedAreaSquareMetres(ring: Ring): number {
  // Taken from the first corner: coordinates of millions of metres would cost eight digits.
  const [east, north] = ring[0] ?? [0, 0];
  let twice = 0;
  for (const [a, b] of sidesOf(ring))
    twice += (a[0] - east) * (b[1] - north) - (b[0] - east) * (a[1] - north);
  return twice / 2;
}

/** Area in square metres of a polygon, its holes taken away. */
export const polygonAreaSquareMetres = ([outer, ...holes]: PlanePolygon): number =>
  outer === undefined
    ? 0
    : holes.reduce(
        (area, hole) => area - Math.abs(signedAreaSquareMetres(hole)),
        Math.abs(signedAreaSquareMetres(outer)),
      );

/** Where a point lies against a ring, by crossing parity with exact signs. */
export function placeInRing(ring: Ring, point: PlanePoint): 'inside' | 'edge' | 'outside' {
  let inside = false;
  for (const side of sidesOf(ring)) {
    const [a, b] = side;
    if (isOnSegment(side, point)) return 'edge';
    // Half-open in north so that a corner on the ray counts once.
    if (a[1] > point[1] === b[1] > point[1]) continue;
    const isLeft = orientation(a, b, point) > 0;
    if (isLeft === b[1] > a[1]) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

/** Where a point lies against a polygon; in a hole is outside. */
export function placeInPolygon(
  [outer, ...holes]: PlanePolygon,
  point: PlanePoint,
): 'inside' | 'edge' | 'outside' {
  const place = outer === undefined ? 'outside' : placeInRing(outer, point);
  if (place !== 'inside') return place;
  for (const hole of holes) {
    const inHole = placeInRing(hole, point);
    if (inHole !== 'outside') return inHole === 'edge' ? 'edge' : 'outside';
  }
  return 'inside';
}

/** Whether a point lies strictly inside a polygon. */
export const isInPolygon = (polygon: PlanePolygon, point: PlanePoint): boolean =>
  placeInPolygon(polygon, point) === 'inside';

/** Whether no two sides of a ring meet but neighbours at their common corner. O(n²): meant for outlines of hundreds. */
export function isSimpleRing(ring: Ring): boolean {
  const sides = sidesOf(ring);
  if (sides.length < 3) return false;
  for (let i = 0; i < sides.length; i++) {
    for (let j = i + 1; j < sides.length; j++) {
      const first = sides[i] as Segment;
      const second = sides[j] as Segment;
      const follows = j === i + 1 || (i === 0 && j === sides.length - 1);
      if (follows ? foldsBack(first, second, j === i + 1) : segmentsMeet(first, second) !== 'apart')
        return false;
    }
  }
  return true;
}

/** Whether a side runs back over its neighbour (a spike without width). */
function foldsBack(first: Segment, second: Segment, inOrder: boolean): boolean {
  const [before, after] = inOrder ? [first, second] : [second, first];
  return isOnSegment(before, after[1]) || isOnSegment(after, before[0]);
}

/** The smallest box around points; undefined when there are none. */
export function boxAround(points: Iterable<PlanePoint>): PlaneBox | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** The centre of gravity of a ring's surface; of its corners when it has no surface. */
export function centroidOf(ring: Ring): PlanePoint | undefined {
  const origin = ring[0];
  if (origin === undefined) return undefined;
  const area = signedAreaSquareMetres(ring);
  const open = openRing(ring);
  if (area === 0) {
    const sum = open.reduce(([x, y], p) => [x + p[0], y + p[1]] as const, [0, 0] as PlanePoint);
    return [sum[0] / open.length, sum[1] / open.length];
  }
  let [east, north] = [0, 0];
  for (const [a, b] of sidesOf(ring)) {
    const [ax, ay, bx, by] = [a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]];
    const cross = ax * by - bx * ay;
    east += (ax + bx) * cross;
    north += (ay + by) * cross;
  }
  return [origin[0] + east / (6 * area), origin[1] + north / (6 * area)];
}
