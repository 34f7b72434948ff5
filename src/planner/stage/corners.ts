import type { LineString, Polygon, Position } from 'geojson';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { LngLat } from '../../geometry/plane.ts';

type Shape = LineString | Polygon;

/** The corners of a line, or of an outline's outer ring without its repeated first. */
export function cornersOfShape(geometry: PlanFeature['geometry']): readonly Position[] | null {
  if (geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'Polygon') return (geometry.coordinates[0] ?? []).slice(0, -1);
  return null;
}

function shapeOf(like: Shape, corners: readonly Position[]): Shape {
  if (like.type === 'LineString') return { type: 'LineString', coordinates: [...corners] };
  const [first] = corners;
  const ring = first ? [...corners, first] : [];
  return { type: 'Polygon', coordinates: [ring, ...like.coordinates.slice(1)] };
}

const isShape = (geometry: PlanFeature['geometry']): geometry is Shape =>
  geometry.type === 'LineString' || geometry.type === 'Polygon';

/** The shape with one corner elsewhere. */
export function withCorner(geometry: PlanFeature['geometry'], index: number, at: LngLat): Shape | null {
  const corners = cornersOfShape(geometry);
  if (!corners?.[index] || !isShape(geometry)) return null;
  return shapeOf(geometry, corners.with(index, [...at]));
}

/** The shape with a new corner after the one at `index`. */
export function withNewCorner(geometry: PlanFeature['geometry'], index: number, at: LngLat): Shape | null {
  const corners = cornersOfShape(geometry);
  if (!corners || !isShape(geometry)) return null;
  return shapeOf(geometry, corners.toSpliced(index + 1, 0, [...at]));
}

/** The shape without one corner; null when too few would be left. */
export function withoutCorner(geometry: PlanFeature['geometry'], index: number): Shape | null {
  const corners = cornersOfShape(geometry);
  if (!corners || !isShape(geometry)) return null;
  const least = geometry.type === 'LineString' ? 2 : 3;
  return corners.length <= least ? null : shapeOf(geometry, corners.toSpliced(index, 1));
}
