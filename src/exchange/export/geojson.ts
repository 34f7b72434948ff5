import type { Geometry, Position } from 'geojson';
import { mapPositions } from '../geojson/geometry.ts';
import { signedAreaOf } from '../osm/rings.ts';
import type { ExportFeature } from './disclosure.ts';

/** Eight decimals of a degree are about a millimetre. */
export const roundDegrees = (value: number): number => Math.round(value * 1e8) / 1e8;

/** RFC 7946: WGS 84, outer rings anticlockwise, holes clockwise, no `crs` member; one feature a line. */
export function writeGeoJson(features: readonly ExportFeature[]): string {
  const lines = features.map(({ id, geometry, properties }) =>
    JSON.stringify({
      type: 'Feature',
      ...(id !== undefined && { id }),
      geometry: wound(mapPositions(geometry, (lng, lat) => [roundDegrees(lng), roundDegrees(lat)])),
      properties,
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

function wound(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates.map(turned) };
  if (geometry.type === 'MultiPolygon')
    return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(turned)) };
  if (geometry.type === 'GeometryCollection')
    return { type: 'GeometryCollection', geometries: geometry.geometries.map(wound) };
  return geometry;
}

function turned(ring: Position[], index: number): Position[] {
  const area = signedAreaOf(ring.slice(0, -1).map(([x = 0, y = 0]) => [x, y] as const));
  return area > 0 === (index === 0) ? ring : ring.toReversed();
}
