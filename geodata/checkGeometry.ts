import type { City, Crs } from '../src/domain/city.ts';
import { type PlanePoint, planeOf } from '../src/geometry/plane.ts';
import { type Segment, segmentsMeet } from '../src/geometry/segment.ts';
import { positionsOf, type SourceGeometry } from './sourceFile.ts';

type Position = readonly number[];

const WEB_MERCATOR: Crs = {
  code: 'EPSG:3857',
  name: 'Web Mercator',
  proj4: '+proj=merc +a=6378137 +b=6378137 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs',
};

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

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

const pointOf = ([x = Number.NaN, y = Number.NaN]: Position): PlanePoint => [x, y];

/** The sides of a closed ring; a corner written twice in a row makes none. */
function sidesOf(ring: readonly Position[]): Segment[] {
  return ring.slice(1).flatMap((position, index): Segment[] => {
    const before = ring[index];
    return before === undefined || same(before, position) ? [] : [[pointOf(before), pointOf(position)]];
  });
}

function closureFault(ring: readonly Position[]): string | undefined {
  if (!same(ring[0], ring.at(-1)))
    return `ring is not closed: it starts at [${ring[0]}] and ends at [${ring.at(-1)}]`;
  const sides = sidesOf(ring).length;
  return sides < 3 ? `ring has ${sides} sides; the least is 3` : undefined;
}

/**
 * Question: do the rings of one polygon cross or touch themselves, or cross each other?
 * Method: every pair of sides with exact predicates (so the degrees may stand for a plane: only topology is asked).
 * Source: the rules of OGC Simple Features 06-103r4, 6.1.11.1, as far as rings are concerned.
 * Complexity: O(n²) in the number of sides; the largest ring here has below 10³, so a sweep line would not be noticed.
 */
export function ringFault(rings: readonly (readonly Position[])[]): string | undefined {
  for (const ring of rings) {
    const fault = closureFault(ring);
    if (fault) return fault;
  }
  const perRing = rings.map(sidesOf);
  const sides = perRing.flatMap((own, ring) =>
    own.map((segment, index) => ({ segment, ring, index, count: own.length })),
  );
  for (let i = 0; i < sides.length; i++)
    for (let j = i + 1; j < sides.length; j++) {
      const [first, second] = [sides[i], sides[j]];
      if (first === undefined || second === undefined) continue;
      const meeting = segmentsMeet(first.segment, second.segment);
      if (meeting === 'apart') continue;
      const sameRing = first.ring === second.ring;
      const apart = second.index - first.index;
      const neighbours = sameRing && (apart === 1 || apart === first.count - 1);
      if (meeting === 'crossing' || (sameRing && !neighbours))
        return `ring intersects itself at the sides from [${first.segment[0]}] and from [${second.segment[0]}]`;
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
