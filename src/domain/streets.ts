import * as v from 'valibot';
import { BoundsSchema } from './city.ts';

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const Sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const LitSchema = v.picklist(['yes', 'no', 'unknown']);
/** An OpenStreetMap element: n, w or r and its number. */
const OsmIdSchema = v.pipe(v.string(), v.regex(/^[nwr]-?\d+$/));
const PositiveSchema = v.pipe(v.number(), v.gtValue(0));

/**
 * Positions as whole ten-millionths of a degree (what OpenStreetMap stores, so nothing is lost): longitude and
 * latitude of the first, then differences from the one before. {@link decodePositions} reads them.
 */
const PositionsSchema = v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(2));
const LinesSchema = v.pipe(v.array(PositionsSchema), v.minLength(1));
/** Polygons of rings, the first outer; rings are closed. */
const PolygonsSchema = v.pipe(v.array(v.pipe(v.array(PositionsSchema), v.minLength(1))), v.minLength(1));

/** The source layers of the street tiles, lowest first. */
export const STREET_TILE_LAYERS = [
  'landuse',
  'water',
  'buildings',
  'rail',
  'roads',
  'paths',
  'places',
] as const;
export type StreetTileLayer = (typeof STREET_TILE_LAYERS)[number];

const WayEntries = {
  id: OsmIdSchema,
  /** The value of OpenStreetMap's `highway`. */
  kind: v.string(),
  lit: LitSchema,
  name: v.optional(v.string()),
  surface: v.optional(v.string()),
  widthMetres: v.optional(PositiveSchema),
  tunnel: v.optional(v.literal(true)),
  bridge: v.optional(v.literal(true)),
  /** What lies above what; absent on the ground. */
  layer: v.optional(v.number()),
  /** Absent where the mapper did not say. */
  foot: v.optional(v.picklist(['yes', 'no'])),
  bicycle: v.optional(v.picklist(['yes', 'no'])),
};
const WayRecordSchema = v.variant('shape', [
  v.strictObject({ shape: v.literal('line'), ...WayEntries, lines: LinesSchema }),
  v.strictObject({ shape: v.literal('area'), ...WayEntries, polygons: PolygonsSchema }),
]);
export type WayRecord = v.InferOutput<typeof WayRecordSchema>;

const BuildingRecordSchema = v.strictObject({
  id: OsmIdSchema,
  kind: v.string(),
  extent: v.picklist(['whole', 'part']),
  heightMetres: v.optional(PositiveSchema),
  minHeightMetres: v.optional(PositiveSchema),
  levels: v.optional(PositiveSchema),
  minLevel: v.optional(v.number()),
  underground: v.optional(v.literal(true)),
  name: v.optional(v.string()),
  polygons: PolygonsSchema,
});
export type BuildingRecord = v.InferOutput<typeof BuildingRecordSchema>;

const PointEntries = { id: OsmIdSchema, at: v.pipe(PositionsSchema, v.length(2)) };
const CameraRecordEntries = {
  ...PointEntries,
  /** camera, ALPR, guard …; `unknown` where the mapper did not say. */
  device: v.string(),
  cameraType: v.optional(v.string()),
  bearingDegrees: v.optional(v.number()),
  fieldOfViewDegrees: v.optional(v.number()),
  heightMetres: v.optional(PositiveSchema),
  zone: v.optional(v.string()),
  operator: v.optional(v.string()),
};

/** What lies behind in one tile. An element that crosses tiles stands whole in each: join on `id`. */
export const BackgroundTileSchema = v.strictObject({
  schemaVersion: v.literal(1),
  x: CountSchema,
  y: CountSchema,
  paths: v.array(WayRecordSchema),
  roads: v.array(WayRecordSchema),
  buildings: v.array(BuildingRecordSchema),
  lamps: v.array(
    v.strictObject({
      ...PointEntries,
      heightMetres: v.optional(PositiveSchema),
      lampType: v.optional(v.string()),
    }),
  ),
  cameras: v.array(v.strictObject(CameraRecordEntries)),
  entrances: v.array(v.strictObject({ ...PointEntries, kind: v.string() })),
  crossings: v.array(v.strictObject({ ...PointEntries, kind: v.string(), lit: LitSchema })),
  busStops: v.array(v.strictObject({ ...PointEntries, name: v.optional(v.string()), lit: LitSchema })),
  benches: v.array(v.strictObject(PointEntries)),
  trees: v.array(
    v.strictObject({
      ...PointEntries,
      heightMetres: v.optional(PositiveSchema),
      crownMetres: v.optional(PositiveSchema),
    }),
  ),
  treeRows: v.array(v.strictObject({ id: OsmIdSchema, lines: LinesSchema })),
  barriers: v.array(
    v.strictObject({
      id: OsmIdSchema,
      kind: v.string(),
      heightMetres: v.optional(PositiveSchema),
      lines: LinesSchema,
    }),
  ),
});
export type BackgroundTile = v.InferOutput<typeof BackgroundTileSchema>;
export type BackgroundGroup = Exclude<keyof BackgroundTile, 'schemaVersion' | 'x' | 'y'>;
export type BackgroundRecord<Group extends BackgroundGroup = BackgroundGroup> = BackgroundTile[Group][number];

/** What the offline search knows. Positions in ten-millionths of a degree, longitude first. */
export const AddressesSchema = v.strictObject({
  schemaVersion: v.literal(1),
  /** One entry per stretch: streets of one name in two villages are two. */
  streets: v.array(
    v.strictObject({
      name: v.string(),
      /** A point on the street. */
      at: v.pipe(PositionsSchema, v.length(2)),
      /** west, south, east, north. */
      box: v.pipe(PositionsSchema, v.length(4)),
    }),
  ),
  /** Houses by street; each number with its position. */
  addresses: v.array(
    v.strictObject({
      street: v.string(),
      city: v.optional(v.string()),
      postcode: v.optional(v.string()),
      houses: v.array(
        v.tuple([v.string(), v.pipe(v.number(), v.integer()), v.pipe(v.number(), v.integer())]),
      ),
    }),
  ),
  places: v.array(
    v.strictObject({ name: v.string(), kind: v.string(), at: v.pipe(PositionsSchema, v.length(2)) }),
  ),
});
export type Addresses = v.InferOutput<typeof AddressesSchema>;

/** Outlines of areas and buildings that have a name, to be compared with areas drawn by hand. */
export const NamedAreasSchema = v.strictObject({
  schemaVersion: v.literal(1),
  areas: v.array(
    v.strictObject({ id: OsmIdSchema, name: v.string(), kind: v.string(), polygons: PolygonsSchema }),
  ),
});
export type NamedAreas = v.InferOutput<typeof NamedAreasSchema>;

const FileEntries = { bytes: CountSchema, sha256: Sha256Schema };

/** streets/manifest.json: what an extract became. Without this file there are no streets. */
export const StreetsManifestSchema = v.strictObject({
  schemaVersion: v.literal(1),
  /** ISO date of the OpenStreetMap data, where the extract states one. */
  extractDate: v.optional(v.pipe(v.string(), v.isoDate())),
  /** header: the file says so. newest-element: the youngest edit in it, so the data is that old or younger. */
  extractDateBasis: v.picklist(['header', 'newest-element', 'unknown']),
  bounds: BoundsSchema,
  extracts: v.pipe(
    v.array(
      v.strictObject({
        file: v.string(),
        format: v.picklist(['osm-xml', 'osm-pbf', 'overpass-json']),
        ...FileEntries,
      }),
    ),
    v.minLength(1),
  ),
  /** How many of each kind were kept. */
  counts: v.record(v.string(), CountSchema),
  tiles: v.strictObject({
    file: v.pipe(v.string(), v.regex(/^streets\.[0-9a-f]{8}\.pmtiles$/)),
    minZoom: CountSchema,
    maxZoom: CountSchema,
    layers: v.array(v.picklist(STREET_TILE_LAYERS)),
    tileCount: CountSchema,
    ...FileEntries,
  }),
  background: v.strictObject({
    /** Holds `<x>-<y>.json` for each listed tile of this zoom. */
    folder: v.pipe(v.string(), v.regex(/^background\.[0-9a-f]{8}$/)),
    zoom: CountSchema,
    tiles: v.array(v.strictObject({ x: CountSchema, y: CountSchema, bytes: CountSchema })),
    sha256: Sha256Schema,
  }),
  addresses: v.strictObject({
    file: v.pipe(v.string(), v.regex(/^addresses\.[0-9a-f]{8}\.json$/)),
    streets: CountSchema,
    addresses: CountSchema,
    places: CountSchema,
    ...FileEntries,
  }),
  areas: v.strictObject({
    file: v.pipe(v.string(), v.regex(/^areas\.[0-9a-f]{8}\.json$/)),
    areas: CountSchema,
    ...FileEntries,
  }),
  licence: v.literal('ODbL-1.0'),
  attribution: v.string(),
  attributionUrl: v.pipe(v.string(), v.url()),
});
export type StreetsManifest = v.InferOutput<typeof StreetsManifestSchema>;

/** Degrees from delta-coded ten-millionths: `[lng0, lat0, dLng1, dLat1 …]`. O(n). */
export function decodePositions(coded: readonly number[]): [lng: number, lat: number][] {
  const positions: [number, number][] = [];
  let lng = 0;
  let lat = 0;
  for (let i = 0; i + 1 < coded.length; i += 2) {
    lng += coded[i] ?? 0;
    lat += coded[i + 1] ?? 0;
    positions.push([lng / 1e7, lat / 1e7]);
  }
  return positions;
}

/** The reverse of {@link decodePositions} for positions already in whole ten-millionths, flat. O(n). */
export function encodePositions(flatE7: readonly number[]): number[] {
  return flatE7.map((value, index) => (index < 2 ? value : value - (flatE7[index - 2] ?? 0)));
}
