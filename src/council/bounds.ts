import type { Geometry, Position } from 'geojson';
import type { Bounds } from '../domain/city.ts';

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf);
  }
}

/** The box around geometries: west, south, east, north in degrees; null when there are none. */
export function boundsOfGeometries(geometries: readonly Geometry[]): Bounds | null {
  const positions = geometries.flatMap(positionsOf);
  if (positions.length === 0) return null;
  const lngs = positions.map(([lng = 0]) => lng);
  const lats = positions.map(([, lat = 0]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** The box around points; null when there are none. */
export const boundsOfPoints = (points: readonly (readonly [number, number])[]): Bounds | null =>
  boundsOfGeometries(points.map(([lng, lat]) => ({ type: 'Point', coordinates: [lng, lat] })));

/** Some hundred metres around a spot, so that its street is seen; more to the south, where its words lie upon the map. */
export function boundsAround([lng, lat]: readonly [number, number]): Bounds {
  const [wide, high] = [0.004, 0.0012];
  return [lng - wide, lat - 3 * high, lng + wide, lat + high];
}
