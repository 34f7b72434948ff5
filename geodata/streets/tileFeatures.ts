import type { StreetTileLayer } from '../../src/domain/streets.ts';
import { interiorPointOf } from '../../src/exchange/osm/rings.ts';
import type { FlatE7, StreetFeature, StreetGeometry } from './streetFeature.ts';

export type TileValue = string | number | boolean;

/** A feature as the street tiles show it. */
export interface TileFeature {
  readonly layer: StreetTileLayer;
  /** The lowest zoom at which it is drawn. */
  readonly minZoom: number;
  readonly properties: Readonly<Record<string, TileValue>>;
  readonly geometry: StreetGeometry;
}

/** From which zoom each road is seen; what is not named comes at 13. */
const ROAD_ZOOMS: Readonly<Record<string, number>> = {
  motorway: 10,
  trunk: 10,
  primary: 10,
  secondary: 10,
  tertiary: 10,
  unclassified: 12,
  residential: 12,
  living_street: 12,
  service: 14,
};
const PATH_ZOOMS: Readonly<Record<string, number>> = { cycleway: 12, steps: 14, corridor: 15 };
const RAIL_ZOOMS: Readonly<Record<string, number>> = { rail: 10, light_rail: 11 };
const WATERWAY_ZOOMS: Readonly<Record<string, number>> = { river: 10, canal: 11, stream: 12 };
const PLACE_ZOOMS: Readonly<Record<string, number>> = {
  city: 10,
  town: 10,
  village: 10,
  suburb: 11,
  borough: 11,
  hamlet: 12,
  island: 12,
  quarter: 13,
  neighbourhood: 13,
};
const BUILDING_ZOOM = 13;
const PARK_LABEL_ZOOM = 14;
/** Greens that people know by name. */
const NAMED_GREENS = new Set([
  'park',
  'nature_reserve',
  'cemetery',
  'garden',
  'recreation_ground',
  'forest',
  'wood',
]);
/** A storey where only their number is known. https://wiki.openstreetmap.org/wiki/Simple_3D_Buildings */
const STOREY_METRES = 3;

type Properties = Record<string, TileValue>;
type Class<Kind extends StreetFeature['class']['kind']> = Extract<StreetFeature['class'], { kind: Kind }>;

function wayProperties(found: Class<'road'> | Class<'path'>): Properties {
  return {
    kind: found.kind === 'path' ? found.path : found.link ? `${found.road}_link` : found.road,
    lit: found.lit,
    ...(found.name !== undefined && { name: found.name }),
    ...(found.kind === 'path' && found.surface !== undefined && { surface: found.surface }),
    ...(found.tunnel && { tunnel: true }),
    ...(found.bridge && { bridge: true }),
    ...(found.layer !== 0 && { level: found.layer }),
  };
}

function buildingProperties(found: Class<'building'>): Properties {
  const height =
    found.heightMetres ?? (found.levels === undefined ? undefined : found.levels * STOREY_METRES);
  return {
    kind: found.building,
    ...(found.name !== undefined && { name: found.name }),
    ...(height !== undefined && { heightMetres: height }),
    ...(found.minHeightMetres !== undefined && { minHeightMetres: found.minHeightMetres }),
    ...(found.levels !== undefined && { levels: found.levels }),
    ...(found.extent === 'part' && { part: true }),
  };
}

const named = (kind: string, name: string | undefined): Properties =>
  name === undefined ? { kind } : { kind, name };

/** Where a name stands: the point itself, or a point inside the largest polygon. */
export function labelPointOf(geometry: StreetGeometry): readonly [number, number] | undefined {
  if (geometry.shape === 'point') return geometry.at;
  if (geometry.shape === 'line') return undefined;
  const outers = geometry.polygons.flatMap(([outer]) => (outer ? [outer] : []));
  const largest = outers.reduce<FlatE7>(
    (best, ring) => (boxAreaOf(ring) > boxAreaOf(best) ? ring : best),
    [],
  );
  const open: [number, number][] = [];
  for (let i = 0; i + 3 < largest.length; i += 2) open.push([largest[i] ?? 0, largest[i + 1] ?? 0]);
  if (open.length < 3) return undefined;
  return middleOf(open);
}

/** The centre where it lies inside, else any interior point. */
function middleOf(open: [number, number][]): readonly [number, number] {
  const west = Math.min(...extremes(open, 0));
  const east = Math.max(...extremes(open, 0));
  const south = Math.min(...extremes(open, 1));
  const north = Math.max(...extremes(open, 1));
  const y = (south + north) / 2;
  const crossings = open
    .flatMap(([x1, y1], i) => {
      const [x2, y2] = open[(i + 1) % open.length] ?? [x1, y1];
      return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    })
    .sort((a, b) => a - b);
  // The widest stretch of the middle line that lies inside.
  let best: readonly [number, number] | undefined;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = [crossings[i], crossings[i + 1]];
    if (!best || to - from > best[1] - best[0]) best = [from, to];
  }
  const at = best ? [(best[0] + best[1]) / 2, y] : interiorPointOf(open);
  const [lng = (west + east) / 2, lat = y] = at;
  return [Math.round(lng), Math.round(lat)];
}

function extremes(open: readonly [number, number][], axis: 0 | 1): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const position of open) {
    low = Math.min(low, position[axis]);
    high = Math.max(high, position[axis]);
  }
  return [low, high];
}

function boxAreaOf(ring: FlatE7): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    west = Math.min(west, ring[i] ?? 0);
    east = Math.max(east, ring[i] ?? 0);
    south = Math.min(south, ring[i + 1] ?? 0);
    north = Math.max(north, ring[i + 1] ?? 0);
  }
  return ring.length === 0 ? -1 : (east - west) * (north - south);
}

/** What the street tiles show of one feature: nothing, one thing, or an area and its name. */
export function tileFeaturesOf({ class: found, geometry }: StreetFeature): TileFeature[] {
  const one = (layer: StreetTileLayer, minZoom: number, properties: Properties): TileFeature => ({
    layer,
    minZoom,
    properties,
    geometry,
  });
  switch (found.kind) {
    case 'road':
      return [one('roads', ROAD_ZOOMS[found.road] ?? 13, wayProperties(found))];
    case 'path':
      return [one('paths', PATH_ZOOMS[found.path] ?? 13, wayProperties(found))];
    case 'building':
      return found.underground ? [] : [one('buildings', BUILDING_ZOOM, buildingProperties(found))];
    case 'rail':
      return [one('rail', RAIL_ZOOMS[found.rail] ?? 12, railProperties(found))];
    case 'water':
      return [one('water', 10, named('water', found.name))];
    case 'waterway':
      return [one('water', WATERWAY_ZOOMS[found.waterway] ?? 14, named(found.waterway, found.name))];
    case 'green':
      return [
        one('landuse', 10, { ...named(found.green, found.name), ground: 'green' }),
        ...greenLabel(found, geometry),
      ];
    case 'land-use':
      return [one('landuse', 10, { ...named(found.landUse, found.name), ground: 'built' })];
    case 'place':
      return placeLabel(found, geometry);
    default:
      return [];
  }
}

const railProperties = (found: Class<'rail'>): Properties => ({
  kind: found.rail,
  ...(found.tunnel && { tunnel: true }),
  ...(found.bridge && { bridge: true }),
});

function greenLabel(found: Class<'green'>, geometry: StreetGeometry): TileFeature[] {
  const at = labelPointOf(geometry);
  if (!at || found.name === undefined || !NAMED_GREENS.has(found.green)) return [];
  const properties = { kind: found.green, name: found.name };
  return [{ layer: 'places', minZoom: PARK_LABEL_ZOOM, properties, geometry: { shape: 'point', at } }];
}

function placeLabel(found: Class<'place'>, geometry: StreetGeometry): TileFeature[] {
  const at = labelPointOf(geometry);
  if (!at) return [];
  const population = found.population === undefined ? {} : { population: found.population };
  const properties = { kind: found.place, name: found.name, ...population };
  const minZoom = PLACE_ZOOMS[found.place] ?? 13;
  return [{ layer: 'places', minZoom, properties, geometry: { shape: 'point', at } }];
}
