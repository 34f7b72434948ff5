import type { Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { Bounds } from '../../domain/city.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { LngLat } from '../../geometry/plane.ts';
import { roundDegrees } from '../export/geojson.ts';
import { eachPosition } from '../geojson/geometry.ts';

/** What a plan's features are made of. */
export type Part = Point | LineString | Polygon | MultiPolygon;
export const lngLatOf = ([lng = Number.NaN, lat = Number.NaN]: Position): LngLat => [lng, lat];
const flat = ([lng = Number.NaN, lat = Number.NaN]: Position): Position => [
  roundDegrees(lng),
  roundDegrees(lat),
];

/** A geometry's parts as a plan knows them, without heights. */
export function partsOf(geometry: Geometry): Part[] {
  switch (geometry.type) {
    case 'Point':
      return [{ type: 'Point', coordinates: flat(geometry.coordinates) }];
    case 'MultiPoint':
      return geometry.coordinates.map((at) => ({ type: 'Point', coordinates: flat(at) }));
    case 'LineString':
      return [{ type: 'LineString', coordinates: geometry.coordinates.map(flat) }];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => ({ type: 'LineString', coordinates: line.map(flat) }));
    case 'Polygon':
      return [{ type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(flat)) }];
    case 'MultiPolygon':
      return [
        {
          type: 'MultiPolygon',
          coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(flat))),
        },
      ];
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf);
  }
}

/** Whether nothing of the geometry's box lies within the bounds. */
export function isOutside(geometry: Geometry, [west, south, east, north]: Bounds): boolean {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  eachPosition(geometry, ([lng = 0, lat = 0]) => {
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  });
  return box[0] > east || box[2] < west || box[1] > north || box[3] < south;
}

/** Half a centimetre: a plane's tenths of millimetres come back as degrees that differ in the last decimal. */
const SAME_DEGREES = 5e-8;

/** The same place and the same properties, in whatever order they are written. */
export function sameFeature(one: PlanFeature, other: PlanFeature): boolean {
  if (one.geometry.type !== other.geometry.type) return false;
  if (JSON.stringify(sorted(one.properties)) !== JSON.stringify(sorted(other.properties))) return false;
  const [left, right] = [one, other].map(({ geometry }) => {
    const numbers: number[] = [];
    eachPosition(geometry, ([lng = 0, lat = 0]) => numbers.push(lng, lat));
    return numbers;
  });
  return (
    left !== undefined &&
    left.length === right?.length &&
    left.every((degrees, index) => Math.abs(degrees - (right[index] ?? Number.NaN)) <= SAME_DEGREES)
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, sorted(entry)]);
}
