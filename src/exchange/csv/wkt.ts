import type { Geometry } from 'geojson';
import { type GeometryReading, readGeometry } from '../geojson/geometry.ts';

/** Collections inside collections; nobody means more. */
const MOST_NESTED = 8;

const TYPES: Readonly<Record<string, Geometry['type']>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};

/** Reads well-known text (also EWKT with `SRID=…;`). The SRID is returned, since it is the file's declaration. */
export function readWkt(text: string, depth = 0): GeometryReading & { srid?: number } {
  const match = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(\(.*\)|EMPTY)\s*$/is.exec(text);
  const name = match?.[2]?.toUpperCase() ?? '';
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  const body = match?.[3];
  if (!match || body === undefined) return { ok: false, fault: 'geometry-broken' };
  if (name === 'GEOMETRYCOLLECTION') {
    const reading = readCollection(body, depth);
    return match[1] === undefined ? reading : { ...reading, srid: Number(match[1]) };
  }
  if (type === undefined) return { ok: false, fault: 'geometry-unsupported' };
  const coordinates = coordinatesOf(body);
  const flat = type === 'Point' && Array.isArray(coordinates) ? coordinates[0] : coordinates;
  const multi = type === 'MultiPoint' && Array.isArray(flat) ? flat.map(unwrap) : flat;
  const reading = readGeometry({ type, coordinates: multi });
  return match[1] === undefined ? reading : { ...reading, srid: Number(match[1]) };
}

function readCollection(body: string, depth: number): GeometryReading {
  if (depth >= MOST_NESTED) return { ok: false, fault: 'too-deep' };
  const geometries: Geometry[] = [];
  for (const member of membersOf(body)) {
    const reading = readWkt(member, depth + 1);
    if (!reading.ok) return reading;
    geometries.push(reading.geometry);
  }
  return geometries.length > 0
    ? { ok: true, geometry: { type: 'GeometryCollection', geometries } }
    : { ok: false, fault: 'geometry-missing' };
}

/** "(POINT(1 2),LINESTRING(…))" cut at the commas outside inner brackets. */
function membersOf(body: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let start = 1;
  for (let i = 0; i < body.length; i++) {
    if (body[i] === '(') depth++;
    else if (body[i] === ')') depth--;
    if ((body[i] === ',' && depth === 1) || (depth === 0 && i === body.length - 1)) {
      members.push(body.slice(start, i));
      start = i + 1;
    }
  }
  return members;
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
