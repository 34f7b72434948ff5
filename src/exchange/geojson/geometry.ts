import type { Geometry, Position } from 'geojson';
import { LIMITS } from '../limits.ts';

/** Why a geometry is no geometry. */
export type GeometryFault = 'geometry-missing' | 'geometry-broken' | 'geometry-unsupported' | 'too-deep';
export type GeometryReading =
  | { readonly ok: true; readonly geometry: Geometry }
  | { readonly ok: false; readonly fault: GeometryFault };

const fault = (name: GeometryFault): GeometryReading => ({ ok: false, fault: name });
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Checks a value from outside against RFC 7946 section 3.1. Unclosed rings are closed; nothing else is mended. */
export function readGeometry(value: unknown, depth = 0): GeometryReading {
  if (value === null || value === undefined) return fault('geometry-missing');
  if (!isObject(value) || typeof value.type !== 'string') return fault('geometry-broken');
  if (depth > LIMITS.nestingDepth) return fault('too-deep');
  if (value.type === 'GeometryCollection') return readCollection(value.geometries, depth);
  const shape = SHAPES[value.type as keyof typeof SHAPES];
  if (!Object.hasOwn(SHAPES, value.type)) return fault('geometry-unsupported');
  const coordinates = shape(value.coordinates);
  if (coordinates === undefined) return fault('geometry-broken');
  return { ok: true, geometry: { type: value.type, coordinates } as Geometry };
}

function readCollection(members: unknown, depth: number): GeometryReading {
  if (!Array.isArray(members) || members.length === 0) return fault('geometry-broken');
  const geometries: Geometry[] = [];
  for (const member of members) {
    const reading = readGeometry(member, depth + 1);
    if (!reading.ok) return reading;
    geometries.push(reading.geometry);
  }
  return { ok: true, geometry: { type: 'GeometryCollection', geometries } };
}

function position(value: unknown): Position | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [x, y, z] = value;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  return typeof z === 'number' && Number.isFinite(z) ? [x, y, z] : [x, y];
}

function listOf<T>(
  read: (value: unknown) => T | undefined,
  least: number,
): (value: unknown) => T[] | undefined {
  return (value) => {
    if (!Array.isArray(value) || value.length < least) return undefined;
    const items: T[] = [];
    for (const entry of value) {
      const item = read(entry);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  };
}

const line = listOf(position, 2);

function ring(value: unknown): Position[] | undefined {
  const positions = listOf(position, 3)(value);
  const first = positions?.[0];
  const last = positions?.at(-1);
  if (!positions || !first || !last) return undefined;
  if (first[0] !== last[0] || first[1] !== last[1]) positions.push([...first]);
  return positions.length >= 4 ? positions : undefined;
}

const polygon = listOf(ring, 1);
const SHAPES = {
  Point: position,
  MultiPoint: listOf(position, 1),
  LineString: line,
  MultiLineString: listOf(line, 1),
  Polygon: polygon,
  MultiPolygon: listOf(polygon, 1),
} as const;

/** The geometry with every position sent through a function; heights are kept. */
export function mapPositions(
  geometry: Geometry,
  change: (x: number, y: number) => readonly [number, number],
): Geometry {
  const one = ([x = 0, y = 0, ...rest]: Position): Position => [...change(x, y), ...rest];
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: one(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(one) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((part) => part.map(one)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((part) => part.map((inner) => inner.map(one))),
      };
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((member) => mapPositions(member, change)),
      };
  }
}

/** Calls a function with every position. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const member of geometry.geometries) eachPosition(member, visit);
    return;
  }
  const walk = (value: Position | Position[] | Position[][] | Position[][][]): void => {
    if (typeof value[0] === 'number') visit(value as Position);
    else for (const part of value as Position[][][]) walk(part);
  };
  walk(geometry.coordinates);
}
