import type { Point } from 'geojson';
import type { Plane, PlanePoint } from '../../geometry/plane.ts';
import { lngLatOf } from '../measure.ts';

const places = new WeakMap<Plane, WeakMap<Point, PlanePoint>>();

/** Where a pole stands in the plane. Kept: every check asks, and between two steps nearly all poles stand still. */
export function poleInPlane(geometry: Point, plane: Plane): PlanePoint {
  const known = places.get(plane) ?? new WeakMap<Point, PlanePoint>();
  places.set(plane, known);
  const before = known.get(geometry);
  if (before) return before;
  const at = plane.toPlane(lngLatOf(geometry.coordinates));
  known.set(geometry, at);
  return at;
}
