import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import * as v from 'valibot';
import { ProvenanceSchema } from './provenance.ts';
import { IdSchema, LocalTextSchema } from './text.ts';

/** Where a measure's object stands in its life. */
export const STATUSES = ['foreslagen', 'beslutad', 'byggd', 'i-drift', 'avslutad'] as const;
export const StatusSchema = v.picklist(STATUSES);
export type Status = v.InferOutput<typeof StatusSchema>;

/** What may be shown of a camera to the public: its point, a generalised area, or nothing. */
export const DISCLOSURES = ['exact', 'area', 'secret'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

const common = {
  id: IdSchema,
  name: LocalTextSchema,
  /** The measures that pay for it: at least one, always. */
  measureIds: v.pipe(v.array(IdSchema), v.minLength(1)),
  /** The board that answers for it; it may differ from the board that pays. */
  namndId: IdSchema,
  status: StatusSchema,
  provenance: ProvenanceSchema,
};

/** Bearing in degrees clockwise from true north, 0 ≤ b < 360. */
export const BearingSchema = v.pipe(v.number(), v.minValue(0), v.ltValue(360));

export const AreaPropertiesSchema = v.strictObject({
  kind: v.literal('area'),
  ...common,
  areaKm2: v.pipe(v.number(), v.gtValue(0)),
  population: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Set when this outline is one of several readings of the same name. */
  reading: v.optional(v.strictObject({ groupId: IdSchema, optionId: IdSchema })),
});
export const StrakPropertiesSchema = v.strictObject({
  kind: v.literal('strak'),
  ...common,
  lengthMetres: v.pipe(v.number(), v.gtValue(0)),
});
export const LightPropertiesSchema = v.strictObject({
  kind: v.literal('light'),
  ...common,
  strakId: v.optional(IdSchema),
  heightMetres: v.optional(v.pipe(v.number(), v.gtValue(0))),
  fluxLumens: v.optional(v.pipe(v.number(), v.gtValue(0))),
});
export const CameraPropertiesSchema = v.strictObject({
  kind: v.literal('camera'),
  ...common,
  strakId: v.optional(IdSchema),
  bearingDegrees: BearingSchema,
  fieldOfViewDegrees: v.pipe(v.number(), v.gtValue(0), v.maxValue(360)),
  rangeMetres: v.pipe(v.number(), v.gtValue(0)),
  disclosure: v.picklist(DISCLOSURES),
});
export const PLACE_CATEGORIES = [
  'museum',
  'culture',
  'library',
  'family-centre',
  'youth-centre',
  'outdoor',
  'meeting-place',
  'centre',
] as const;
export const PlacePropertiesSchema = v.strictObject({
  kind: v.literal('place'),
  ...common,
  category: v.picklist(PLACE_CATEGORIES),
});

export const FeaturePropertiesSchema = v.variant('kind', [
  AreaPropertiesSchema,
  StrakPropertiesSchema,
  LightPropertiesSchema,
  CameraPropertiesSchema,
  PlacePropertiesSchema,
]);
export type FeatureProperties = v.InferOutput<typeof FeaturePropertiesSchema>;
export type FeatureKind = FeatureProperties['kind'];

export type AreaFeature = Feature<Polygon | MultiPolygon, v.InferOutput<typeof AreaPropertiesSchema>>;
export type StrakFeature = Feature<LineString, v.InferOutput<typeof StrakPropertiesSchema>>;
export type LightFeature = Feature<Point, v.InferOutput<typeof LightPropertiesSchema>>;
export type CameraFeature = Feature<Point, v.InferOutput<typeof CameraPropertiesSchema>>;
export type PlaceFeature = Feature<Point, v.InferOutput<typeof PlacePropertiesSchema>>;

/** A feature of the package: always linked to its measure(s) and its board. */
export type PackageFeature = AreaFeature | StrakFeature | LightFeature | CameraFeature | PlaceFeature;

export const CONTEXT_KINDS = [
  'municipality',
  'built-up',
  'lake',
  'stream',
  'railway',
  'motorway',
  'neighbourhood',
  'neighbourhood-label',
  'statistical-area',
  'boundary-line',
  'named-place',
] as const;
export type ContextKind = (typeof CONTEXT_KINDS)[number];

/** What lies behind: it carries no measure and can never be mistaken for one. */
export const ContextPropertiesSchema = v.strictObject({
  kind: v.literal('context'),
  context: v.picklist(CONTEXT_KINDS),
  id: IdSchema,
  name: v.optional(v.string()),
  population: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  areaKm2: v.optional(v.number()),
  /** What a named place is, as its source says it ("Park", "torg"). */
  placeType: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** Who states the point, where one layer has several sources. */
  sourceIds: v.optional(v.array(IdSchema)),
});
export type ContextProperties = v.InferOutput<typeof ContextPropertiesSchema>;
export type ContextFeature = Feature<
  Polygon | MultiPolygon | LineString | import('geojson').MultiLineString | Point,
  ContextProperties
>;
export type ContextCollection = FeatureCollection<ContextFeature['geometry'], ContextProperties>;

/** One built layer file as the manifest lists it. */
export const LayerEntrySchema = v.strictObject({
  id: IdSchema,
  file: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[0-9a-f]{8})?\.geojson$/)),
  role: v.picklist(['package', 'context', 'computed']),
  title: LocalTextSchema,
  description: LocalTextSchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  bytes: v.pipe(v.number(), v.integer()),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** The newest date stated by the layer's sources. */
  date: v.string(),
  sourceIds: v.pipe(v.array(IdSchema), v.minLength(1)),
  licence: v.string(),
  /** Nothing of it is seen while the map shows the whole city: it can be read after the page has started. */
  isLate: v.optional(v.literal(true)),
});
export type LayerEntry = v.InferOutput<typeof LayerEntrySchema>;

export const ManifestSchema = v.strictObject({
  schemaVersion: v.literal(1),
  cityFile: v.string(),
  citySha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  layers: v.array(LayerEntrySchema),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;
