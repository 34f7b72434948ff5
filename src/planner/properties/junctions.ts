/**
 * Question: where do other paths meet a stråk?
 * Method: each of the stråk's sides against each side of the other lines whose boxes touch; a crossing is a meeting,
 * and so is an end that lies on the stråk within the touching distance. Meetings closer than that are one.
 * Units: metres in the plane. Complexity: O(sides × (log n + near sides)).
 */
import Flatbush from 'flatbush';
import type { LineString } from 'geojson';
import type { LngLat, Plane, PlanePoint } from '../../geometry/plane.ts';
import {
  linesIntersection,
  nearestShare,
  pointBetween,
  type Segment,
  segmentsMeet,
} from '../../geometry/segment.ts';
import { chainageOf } from '../../proposal/measure.ts';

/** Lines drawn by hand seldom end exactly on each other. */
const TOUCHING_METRES = 2;

const sidesOf = (line: LineString, plane: Plane): Segment[] => {
  const { points } = chainageOf(line, plane);
  return points.slice(1).flatMap((end, index): Segment[] => {
    const start = points[index];
    return start ? [[start, end]] : [];
  });
};

function touchOf(side: Segment, end: PlanePoint): PlanePoint[] {
  const foot = pointBetween(side, nearestShare(side, end));
  return Math.hypot(foot[0] - end[0], foot[1] - end[1]) <= TOUCHING_METRES ? [foot] : [];
}

/** The places where other lines cross or touch a line. */
export function junctionsOf(line: LineString, others: readonly LineString[], plane: Plane): LngLat[] {
  const own = sidesOf(line, plane);
  if (own.length === 0) return [];
  const index = new Flatbush(own.length);
  for (const [a, b] of own)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  index.finish();
  const found: PlanePoint[] = [];
  const take = (place: PlanePoint): void => {
    const isNew = found.every(([x, y]) => Math.hypot(x - place[0], y - place[1]) > TOUCHING_METRES);
    if (isNew) found.push(place);
  };
  for (const other of others) {
    const sides = sidesOf(other, plane);
    sides.forEach((theirs, order) => {
      const [a, b] = theirs;
      const near = index.search(
        Math.min(a[0], b[0]) - TOUCHING_METRES,
        Math.min(a[1], b[1]) - TOUCHING_METRES,
        Math.max(a[0], b[0]) + TOUCHING_METRES,
        Math.max(a[1], b[1]) + TOUCHING_METRES,
      );
      for (const at of near) {
        const side = own[at];
        if (!side) continue;
        const crossing =
          segmentsMeet(side, theirs) === 'crossing' ? linesIntersection(side, theirs) : undefined;
        if (crossing) take(crossing);
        if (order === 0) touchOf(side, a).forEach(take);
        if (order === sides.length - 1) touchOf(side, b).forEach(take);
      }
    });
  }
  return found.map((place) => plane.toLngLat(place));
}
