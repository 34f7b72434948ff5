import type { City, Crs } from '../src/domain/city.ts';
import { planeOf } from '../src/geometry/plane.ts';
import type { SourceGeometry } from './sourceFile.ts';

type Position = readonly number[];

const WEB_MERCATOR: Crs = {
  code: 'EPSG:3857',
  name: 'Web Mercator',
  proj4: '+proj=merc +a=6378137 +b=6378137 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs',
};

/** Every position of a geometry, in order. */
export function positionsOf(geometry: SourceGeometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return geometry.coordinates.flat(1);
}

const within = ([lng = Number.NaN, lat = Number.NaN]: Position, city: City): boolean => {
  const [west, south, east, north] = city.surroundings;
  return lng >= west && lng <= east && lat >= south && lat <= north;
};

const swapped = ([first = 0, second = 0]: Position): Position => [second, first];

/** The coordinate system in which this pair would lie in the city, if there is one. */
function likelyCrs(position: Position, city: City): string | undefined {
  for (const crs of [city.metricCrs, ...city.otherCrs, WEB_MERCATOR]) {
    const { toLngLat } = planeOf(crs.proj4);
    const named = `${crs.name} (${crs.code})`;
    if (within(toLngLat([position[0] ?? 0, position[1] ?? 0]), city)) return named;
    if (within(toLngLat([position[1] ?? 0, position[0] ?? 0]), city))
      return `${named} with north before east`;
  }
  return undefined;
}

/** What is wrong with a position, or nothing. Coordinates must be WGS 84 degrees, longitude first, near the city. */
export function positionFault(position: Position, city: City): string | undefined {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  if (within(position, city)) return undefined;
  const shown = `[${lng}, ${lat}]`;
  if (within(swapped(position), city))
    return `axes are swapped at ${shown}: latitude stands before longitude`;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
    const crs = likelyCrs(position, city);
    return crs
      ? `coordinates are projected at ${shown}: they look like ${crs}, not WGS 84 degrees`
      : `coordinates at ${shown} are no degrees and fit no coordinate system this city knows`;
  }
  return `position ${shown} lies outside the surroundings of ${city.name.en}`;
}

type Segment = readonly [a: Position, b: Position];

/** Twice the signed area of the triangle: its sign says on which side of a→b the point c lies. */
const side = (a: Position, b: Position, c: Position): number =>
  Math.sign(
    ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) -
      ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0)),
  );

const cross = ([a, b]: Segment, [c, d]: Segment): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/**
 * Question: do the rings of one polygon cross themselves or each other, or visit a point twice?
 * Method: every pair of edges, by the signs of four triangle areas. Exact for the input as written, except within
 * rounding of collinear edges. O(n²) in the number of edges: below 10³ here, so a sweep line would not be noticed.
 */
export function ringFault(rings: readonly (readonly Position[])[]): string | undefined {
  const segments: Segment[] = [];
  for (const ring of rings) {
    if (!same(ring[0], ring.at(-1)))
      return `ring is not closed: it starts at [${ring[0]}] and ends at [${ring.at(-1)}]`;
    if (ring.length < 4) return `ring has ${ring.length} positions; the least is 4`;
    const visited = new Set<string>();
    const moved = ring.slice(1).filter((position, index) => !same(position, ring[index]));
    for (const position of moved) {
      const key = `${position[0]},${position[1]}`;
      if (visited.has(key)) return `ring intersects itself: it visits [${key}] twice`;
      visited.add(key);
    }
    for (let index = 1; index < ring.length; index++)
      segments.push([ring[index - 1] as Position, ring[index] as Position]);
  }
  for (let i = 0; i < segments.length; i++)
    for (let j = i + 1; j < segments.length; j++) {
      const [first, second] = [segments[i] as Segment, segments[j] as Segment];
      if (cross(first, second)) return `ring intersects itself near [${first[0]}] and [${second[0]}]`;
    }
  return undefined;
}

/** The first thing wrong with a geometry, or nothing. */
export function geometryFault(geometry: SourceGeometry, city: City): string | undefined {
  for (const position of positionsOf(geometry)) {
    const fault = positionFault(position, city);
    if (fault) return fault;
  }
  if (geometry.type === 'Polygon') return ringFault(geometry.coordinates);
  if (geometry.type === 'MultiPolygon')
    for (const rings of geometry.coordinates) {
      const fault = ringFault(rings);
      if (fault) return fault;
    }
  return undefined;
}
