/**
 * Question: what shape and area has the seen part of the plane?
 * Method: the nearest walls joined ray by ray, with true arcs where the range ends the view. The area is exact (triangles and
 *   circle sectors); the outline replaces each arc by chords that stay within `ARC_ERROR_METRES` inside it.
 * Units: metres, square metres.
 * Complexity: O(walls met + chords).
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { FULL_TURN, rayRadians, rayX, rayY } from './ray.ts';
import { type Frame, fromFrame, type Sweep } from './sweep.ts';
import { stepsToWall } from './walls.ts';

/** A chord lies at most this far inside the arc that it stands for. */
export const ARC_ERROR_METRES = 0.01;

/** A seen area: disjoint outlines without repeated last points, counter-clockwise. */
export interface SeenShape {
  outlines: PlanePoint[][];
  /** With true arcs, so a trifle more than that of the outlines. */
  areaSquareMetres: number;
}

/** The angle in radians whose chord stays within the error. */
export const chordRadians = (rangeMetres: number): number =>
  2 * Math.acos(Math.max(0.5, 1 - ARC_ERROR_METRES / rangeMetres));

/** Adds the arc from one ray to another, both ends included. */
export function addArc(frame: Frame, outline: PlanePoint[], [from, to]: readonly [number, number]): void {
  const [start, end] = [rayRadians(from), rayRadians(to)];
  const pieces = Math.max(1, Math.ceil((end - start) / chordRadians(frame.rangeMetres)));
  for (let i = 0; i <= pieces; i++) {
    const angle = start + ((end - start) * i) / pieces;
    outline.push(fromFrame(frame, frame.rangeMetres * Math.cos(angle), frame.rangeMetres * Math.sin(angle)));
  }
}

/** The area between the viewer and the arc from one ray to another. */
export const sectorSquareMetres = ({ rangeMetres }: Frame, from: number, to: number): number =>
  ((rayRadians(to) - rayRadians(from)) * rangeMetres ** 2) / 2;

/** Rays nearer to each other than this are one: a nanometre at 100 m. */
const SAME_RAY = 1e-11;

/** The shape of a sweep that has neither low buildings nor a blind zone before the picture. */
export function starOf(sweep: Sweep): SeenShape {
  const { frame, spans, walls } = sweep;
  const outline: PlanePoint[] = frame.lastRay < FULL_TURN ? [frame.at] : [];
  let areaSquareMetres = 0;
  let ray = 0;
  const openUntil = (next: number): void => {
    if (next - ray > SAME_RAY) {
      addArc(frame, outline, [ray, next]);
      areaSquareMetres += sectorSquareMetres(frame, ray, next);
    }
    ray = next;
  };
  for (let i = 0; i < spans.count; i++) {
    const start = spans.start[i] as number;
    const end = spans.end[i] as number;
    const wall = spans.wall[i] as number;
    openUntil(start);
    const near = stepsToWall(walls, wall, start);
    const far = stepsToWall(walls, wall, end);
    const [ax, ay, bx, by] = [rayX(start) * near, rayY(start) * near, rayX(end) * far, rayY(end) * far];
    outline.push(fromFrame(frame, ax, ay), fromFrame(frame, bx, by));
    areaSquareMetres += (ax * by - ay * bx) / 2;
    ray = end;
  }
  openUntil(frame.lastRay);
  return { outlines: [withoutRepeats(outline)], areaSquareMetres };
}

/** The outline without points that repeat their predecessor to a nanometre. */
export function withoutRepeats(outline: readonly PlanePoint[]): PlanePoint[] {
  const isSame = (a: PlanePoint, b: PlanePoint | undefined): boolean =>
    b !== undefined && Math.abs(a[0] - b[0]) < 1e-9 && Math.abs(a[1] - b[1]) < 1e-9;
  const kept: PlanePoint[] = [];
  for (const point of outline) if (!isSame(point, kept[kept.length - 1])) kept.push(point);
  while (kept.length > 1 && isSame(kept[kept.length - 1] as PlanePoint, kept[0])) kept.pop();
  return kept;
}
