import type { LngLat } from '../../geometry/plane.ts';

/** Open rings (first position not repeated) in degrees; the answers do not depend on any metric. */

/** The area in square degrees, positive when anticlockwise. O(n). */
export function signedAreaOf(ring: readonly LngLat[]): number {
  const origin = ring[0];
  if (!origin) return 0;
  let twice = 0;
  let previous = ring[ring.length - 1] as LngLat;
  for (const current of ring) {
    // Taken from the first vertex, so that small rings far from the origin do not cancel out.
    twice +=
      (previous[0] - origin[0]) * (current[1] - origin[1]) -
      (current[0] - origin[0]) * (previous[1] - origin[1]);
    previous = current;
  }
  return twice / 2;
}

/** west, south, east, north. */
export function boundingBoxOf(ring: readonly LngLat[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Even-odd test; on the boundary itself either answer may come. O(n). */
export function isInsideRing([x, y]: LngLat, ring: readonly LngLat[]): boolean {
  let inside = false;
  let previous = ring[ring.length - 1];
  for (const current of ring) {
    if (previous && current[1] > y !== previous[1] > y) {
      const crossing =
        current[0] + ((y - current[1]) / (previous[1] - current[1])) * (previous[0] - current[0]);
      if (x < crossing) inside = !inside;
    }
    previous = current;
  }
  return inside;
}

/** A point strictly inside a simple ring: midway between the first two crossings of a line through it. O(n log n). */
export function interiorPointOf(ring: readonly LngLat[]): LngLat {
  const heights = [...new Set(ring.map(([, y]) => y))].sort((a, b) => a - b);
  const [lowest = 0, next = lowest] = heights;
  const y = (lowest + next) / 2;
  const crossings: number[] = [];
  let previous = ring[ring.length - 1];
  for (const current of ring) {
    if (previous && current[1] > y !== previous[1] > y)
      crossings.push(
        current[0] + ((y - current[1]) / (previous[1] - current[1])) * (previous[0] - current[0]),
      );
    previous = current;
  }
  crossings.sort((a, b) => a - b);
  const [first = 0, second = first] = crossings;
  return [(first + second) / 2, y];
}
