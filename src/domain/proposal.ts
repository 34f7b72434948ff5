import type { Feature, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import * as v from 'valibot';
import { CameraRecordSchema } from './cameraRecord.ts';
import { BearingSchema, DISCLOSURES, PLACE_CATEGORIES, StatusSchema } from './feature.ts';
import { PriceListSchema } from './priceList.ts';
import { ProvenanceSchema } from './provenance.ts';
import { IdSchema, LocalTextSchema } from './text.ts';

const PositiveSchema = v.pipe(v.number(), v.finite(), v.gtValue(0));
const WattsSchema = v.pipe(v.number(), v.finite(), v.minValue(0));
const LngSchema = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const LatSchema = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const PositionSchema = v.tuple([LngSchema, LatSchema]);
const RingSchema = v.pipe(v.array(PositionSchema), v.minLength(4));
const PolygonSchema = v.strictObject({
  type: v.literal('Polygon'),
  coordinates: v.pipe(v.array(RingSchema), v.minLength(1)),
});
const MultiPolygonSchema = v.strictObject({
  type: v.literal('MultiPolygon'),
  coordinates: v.pipe(v.array(v.pipe(v.array(RingSchema), v.minLength(1))), v.minLength(1)),
});
const PointSchema = v.strictObject({ type: v.literal('Point'), coordinates: PositionSchema });
const LineSchema = v.strictObject({
  type: v.literal('LineString'),
  coordinates: v.pipe(v.array(PositionSchema), v.minLength(2)),
});

/** As on the published map, but a plan may be unfinished: no measure yet, no provenance because it was drawn here. */
const common = {
  id: IdSchema,
  name: LocalTextSchema,
  /** May be empty while drawing; a check says so, and nothing without a measure can be published. */
  measureIds: v.array(IdSchema),
  namndId: IdSchema,
  status: StatusSchema,
  /** Absent on what was drawn in a proposal. */
  provenance: v.optional(ProvenanceSchema),
  priceItemId: v.optional(IdSchema),
  /** This object's own investment, over the price list. */
  priceSek: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  note: v.optional(v.string()),
};

export const PlanAreaSchema = v.strictObject({
  kind: v.literal('area'),
  ...common,
  areaKm2: PositiveSchema,
  population: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  reading: v.optional(v.strictObject({ groupId: IdSchema, optionId: IdSchema })),
});
export const PlanStrakSchema = v.strictObject({
  kind: v.literal('strak'),
  ...common,
  lengthMetres: PositiveSchema,
  /** Width of the walked surface; the pole clearance is measured from its edge. */
  widthMetres: v.optional(PositiveSchema),
});
export const PlanLightSchema = v.strictObject({
  kind: v.literal('light'),
  ...common,
  strakId: v.optional(IdSchema),
  heightMetres: v.optional(PositiveSchema),
  /** Which light distribution. */
  opticId: v.optional(IdSchema),
  fluxLumens: v.optional(PositiveSchema),
  powerWatts: v.optional(WattsSchema),
  tiltDegrees: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
  /** From the pole to the luminaire, in the direction of rotation. */
  armMetres: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** True bearing of the luminaire's C90 direction: towards what it lights. */
  rotationDegrees: v.optional(BearingSchema),
  maintenanceFactor: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
});
export const PlanCameraSchema = v.strictObject({
  kind: v.literal('camera'),
  ...common,
  strakId: v.optional(IdSchema),
  bearingDegrees: BearingSchema,
  fieldOfViewDegrees: v.pipe(v.number(), v.gtValue(0), v.maxValue(360)),
  rangeMetres: PositiveSchema,
  heightMetres: v.optional(PositiveSchema),
  /** Downwards from the horizontal. */
  tiltDegrees: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
  sensorWidthMillimetres: v.optional(PositiveSchema),
  sensorHeightMillimetres: v.optional(PositiveSchema),
  focalLengthMillimetres: v.optional(PositiveSchema),
  horizontalPixels: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  verticalPixels: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  disclosure: v.picklist(DISCLOSURES),
  record: v.optional(CameraRecordSchema),
});
export const PlanPlaceSchema = v.strictObject({
  kind: v.literal('place'),
  ...common,
  category: v.picklist(PLACE_CATEGORIES),
});

export type PlanAreaFeature = Feature<Polygon | MultiPolygon, v.InferOutput<typeof PlanAreaSchema>>;
export type PlanStrakFeature = Feature<LineString, v.InferOutput<typeof PlanStrakSchema>>;
export type PlanLightFeature = Feature<Point, v.InferOutput<typeof PlanLightSchema>>;
export type PlanCameraFeature = Feature<Point, v.InferOutput<typeof PlanCameraSchema>>;
export type PlanPlaceFeature = Feature<Point, v.InferOutput<typeof PlanPlaceSchema>>;
/** A feature as a plan knows it. Every published feature is one; a plan may say more, and may be unfinished. */
export type PlanFeature =
  | PlanAreaFeature
  | PlanStrakFeature
  | PlanLightFeature
  | PlanCameraFeature
  | PlanPlaceFeature;
export type PlanKind = PlanFeature['properties']['kind'];

const featureOf = <Geometry extends v.GenericSchema, Properties extends v.GenericSchema>(
  geometry: Geometry,
  properties: Properties,
) =>
  v.strictObject({
    type: v.literal('Feature'),
    id: v.optional(v.union([v.string(), v.number()])),
    geometry,
    properties,
  });

const FEATURE_SCHEMAS: Record<PlanKind, v.GenericSchema<unknown, PlanFeature>> = {
  area: featureOf(v.union([PolygonSchema, MultiPolygonSchema]), PlanAreaSchema) as v.GenericSchema<
    unknown,
    PlanAreaFeature
  >,
  strak: featureOf(LineSchema, PlanStrakSchema) as v.GenericSchema<unknown, PlanStrakFeature>,
  light: featureOf(PointSchema, PlanLightSchema) as v.GenericSchema<unknown, PlanLightFeature>,
  camera: featureOf(PointSchema, PlanCameraSchema) as v.GenericSchema<unknown, PlanCameraFeature>,
  place: featureOf(PointSchema, PlanPlaceSchema) as v.GenericSchema<unknown, PlanPlaceFeature>,
};
const KindSchema = v.looseObject({
  properties: v.looseObject({ kind: v.picklist(['area', 'strak', 'light', 'camera', 'place']) }),
});

/** One feature; the kind is read first so that an error speaks of the right kind. */
export const PlanFeatureSchema: v.GenericSchema<unknown, PlanFeature> = v.lazy((input) => {
  const known = v.safeParse(KindSchema, input);
  return known.success
    ? FEATURE_SCHEMAS[known.output.properties.kind]
    : (v.never('unknown kind of feature') as v.GenericSchema<unknown, PlanFeature>);
});

const CHANGEABLE = {
  ...PlanAreaSchema.entries,
  ...PlanStrakSchema.entries,
  ...PlanPlaceSchema.entries,
  ...PlanLightSchema.entries,
  ...PlanCameraSchema.entries,
};
type Changeable = Omit<typeof CHANGEABLE, 'kind' | 'id' | 'name' | 'provenance' | 'reading' | 'record'>;
const {
  kind: _kind,
  id: _id,
  name: _name,
  provenance: _from,
  reading: _reading,
  record: _record,
  ...rest
} = CHANGEABLE;

const nullableEntries = <Entries extends v.ObjectEntries>(entries: Entries) =>
  Object.fromEntries(
    Object.entries(entries).map(([key, schema]) => [key, v.optional(v.nullable(schema as v.GenericSchema))]),
  ) as { [Key in keyof Entries]: v.OptionalSchema<v.NullableSchema<Entries[Key], undefined>, undefined> };

/**
 * What a proposal changes on one feature: the properties that differ, and `geometry`. `null` takes a value away; a
 * nested object changes only the keys it has. Identity, kind and provenance never change.
 */
export const FeatureChangeSchema = v.strictObject({
  geometry: v.optional(v.union([PointSchema, LineSchema, PolygonSchema, MultiPolygonSchema])),
  name: v.optional(v.partial(LocalTextSchema)),
  record: v.optional(v.nullable(v.strictObject(nullableEntries(CameraRecordSchema.entries)))),
  ...nullableEntries<Changeable>(rest),
});
export type FeatureChange = Readonly<v.InferOutput<typeof FeatureChangeSchema>>;

/** utkast: a draft, nobody else's business. expedierad: sent on. beslutad: decided. arkiverad: put away, never deleted. */
export const PROPOSAL_STATUSES = ['utkast', 'expedierad', 'beslutad', 'arkiverad'] as const;

/**
 * A planner's proposal: only what differs from the published city, so that a new release does not orphan it.
 * `changed` lies over the city's features and over the proposal's own alike; `removed` wins over both.
 */
export const ProposalSchema = v.strictObject({
  id: IdSchema,
  name: v.pipe(v.string(), v.nonEmpty()),
  /** Which release of the city's data was on the table. */
  basedOn: v.strictObject({ manifestSha256: v.string(), date: v.string() }),
  grantId: v.optional(IdSchema),
  /** The money at hand. Normally the grant's amount; a planner may choose another. */
  budgetSek: v.pipe(v.number(), v.finite(), v.minValue(0)),
  status: v.picklist(PROPOSAL_STATUSES),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Stamped by storage; never part of a difference, so that undo does not turn the clock. */
  updatedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  prices: PriceListSchema,
  added: v.optional(v.record(IdSchema, PlanFeatureSchema), {}),
  changed: v.optional(v.record(IdSchema, FeatureChangeSchema), {}),
  removed: v.optional(v.record(IdSchema, v.literal(true)), {}),
});
type ProposalShape = v.InferOutput<typeof ProposalSchema>;
export type Proposal = Readonly<
  Omit<ProposalShape, 'added' | 'changed' | 'removed'> & {
    added: Readonly<Record<string, PlanFeature>>;
    changed: Readonly<Record<string, FeatureChange>>;
    removed: Readonly<Record<string, true>>;
  }
>;
