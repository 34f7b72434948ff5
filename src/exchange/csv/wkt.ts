import type { Geometry } from 'geojson';
import { type GeometryReading, readGeometry } from '../geojson/geometry.ts';

const TYPES: Readonly<Record<string, Geometry['type']>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};

/** Reads well-known text (also EWKT with `SRID=…;`). The SRID is returned, since it is the file's declaration. */
export function readWkt(text: string): GeometryReading & { srid?: number } {
  const match = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(\(.*\)|EMPTY)\s*$/is.exec(text);
  const name = match?.[2]?.toUpperCase() ?? '';
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  const body = match?.[3];
  if (!match || body === undefined) return { ok: false, fault: 'geometry-broken' };
  if (type === undefined) return { ok: false, fault: 'geometry-unsupported' };
  const coordinates = coordinatesOf(body);
  const flat = type === 'Point' && Array.isArray(coordinates) ? coordinates[0] : coordinates;
  const multi = type === 'MultiPoint' && Array.isArray(flat) ? flat.map(unwrap) : flat;
  const reading = readGeometry({ type, coordinates: multi });
  return match[1] === undefined ? reading : { ...reading, srid: Number(match[1]) };
}

/** "((1 2),(3 4))" may stand for "(1 2,3 4)" in a MULTIPOINT. */
const unwrap = (value: unknown): unknown =>
  Array.isArray(value) && Array.isArray(value[0]) ? value[0] : value;

/** Turns "(1 2, 3 4)" into JSON and lets the JSON parser do the nesting. */
function coordinatesOf(body: string): unknown {
  if (!/^[-+\d.eE\s,()]*$/.test(body)) return undefined;
  const json = body
    .replace(/\s+/g, ' ')
    .replace(
      /([-+]?[\d.]+(?:[eE][-+]?\d+)?(?: [-+]?[\d.]+(?:[eE][-+]?\d+)?)+)/g,
      (pair) => `[${pair.split(' ').join(',')}]`,
    )
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
