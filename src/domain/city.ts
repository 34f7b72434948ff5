import * as v from 'valibot';
import { SourceSchema } from './provenance.ts';
import { IdSchema, LocalTextSchema } from './text.ts';

const AmountSekSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const HexSchema = v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/));

/** A board (nämnd) and the department (förvaltning) that works for it. */
export const BoardSchema = v.strictObject({
  id: IdSchema,
  name: LocalTextSchema,
  /** Short name for tables. */
  short: LocalTextSchema,
  /** Absent where no source names it. */
  department: v.optional(LocalTextSchema),
  sourceIds: v.array(IdSchema),
});
export type Board = v.InferOutput<typeof BoardSchema>;

export const PATTERNS = ['solid', 'stripes', 'dots', 'lines', 'grid'] as const;

/** A heading of the package. Letter and pattern stand beside the colour so that colour never speaks alone. */
export const ProgrammeSchema = v.strictObject({
  id: IdSchema,
  letter: v.pipe(v.string(), v.length(1)),
  /** The heading as the city's document writes it (Swedish). */
  officialTitle: v.pipe(v.string(), v.nonEmpty()),
  name: LocalTextSchema,
  short: LocalTextSchema,
  colour: v.strictObject({ light: HexSchema, night: HexSchema }),
  pattern: v.picklist(PATTERNS),
});
export type Programme = v.InferOutput<typeof ProgrammeSchema>;

/** A grant (anslag): one board, one amount, under one programme. */
export const GrantSchema = v.strictObject({
  id: IdSchema,
  programmeId: IdSchema,
  namndId: IdSchema,
  amountSek: AmountSekSchema,
});
export type Grant = v.InferOutput<typeof GrantSchema>;

/**
 * How far a measure reaches.
 * places: has features on the map. municipality: everyone, everywhere; no point is right.
 * none: no place is known or none exists. protected: must never be given a place (for example a support line for girls).
 */
export const ReachSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('places') }),
  v.strictObject({ kind: v.literal('municipality'), why: LocalTextSchema }),
  v.strictObject({ kind: v.literal('none'), why: LocalTextSchema }),
  v.strictObject({ kind: v.literal('protected'), why: LocalTextSchema }),
]);
export type Reach = v.InferOutput<typeof ReachSchema>;

/** A measure's share of its grant: known from a source, or simply part of the grant ("ingår i anslaget"). */
export const ShareSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('known'),
    amountSek: AmountSekSchema,
    sourceId: IdSchema,
    /** What the amount covers, where it is shared or only approximately known. */
    note: v.optional(LocalTextSchema),
  }),
  v.strictObject({
    kind: v.literal('included'),
    note: v.optional(LocalTextSchema),
    sourceId: v.optional(IdSchema),
  }),
]);
export type Share = v.InferOutput<typeof ShareSchema>;

/** One sourced statement. `date` is when it was published or happened, as the source states it. */
export const FactSchema = v.strictObject({
  text: LocalTextSchema,
  date: v.optional(v.string()),
  sourceId: IdSchema,
});
export type Fact = v.InferOutput<typeof FactSchema>;

/** A measure (åtgärd): one bullet of the document, or one named part of a bullet. */
export const MeasureSchema = v.strictObject({
  id: IdSchema,
  grantId: IdSchema,
  /** The bullet as the document writes it, unchanged. Parts of one bullet share it. */
  officialText: v.pipe(v.string(), v.nonEmpty()),
  name: LocalTextSchema,
  /** Plain language: what is done, for whom. */
  summary: LocalTextSchema,
  reach: ReachSchema,
  share: ShareSchema,
  facts: v.array(FactSchema),
});
export type Measure = v.InferOutput<typeof MeasureSchema>;

/** Several published readings of one area name; the user can switch, one is the default. */
export const ReadingGroupSchema = v.strictObject({
  id: IdSchema,
  title: LocalTextSchema,
  /** Why there are several, and that no boundary is published. */
  why: LocalTextSchema,
  defaultOptionId: IdSchema,
  options: v.pipe(
    v.array(v.strictObject({ id: IdSchema, name: LocalTextSchema, basis: LocalTextSchema })),
    v.minLength(2),
  ),
});
export type ReadingGroup = v.InferOutput<typeof ReadingGroupSchema>;

export const CrsSchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^EPSG:\d+$/)),
  name: v.pipe(v.string(), v.nonEmpty()),
  proj4: v.pipe(v.string(), v.startsWith('+proj=')),
});
export type Crs = v.InferOutput<typeof CrsSchema>;

/** west, south, east, north in degrees (WGS 84). */
export const BoundsSchema = v.pipe(
  v.tuple([v.number(), v.number(), v.number(), v.number()]),
  v.check(
    ([west, south, east, north]) => west < east && south < north,
    'bounds: west < east and south < north',
  ),
);
export type Bounds = v.InferOutput<typeof BoundsSchema>;

/** A way out of the application that the city itself offers. */
export const LinkSchema = v.strictObject({
  id: IdSchema,
  kind: v.picklist(['faultReport', 'readMore', 'contact', 'cityMap']),
  label: LocalTextSchema,
  url: v.optional(v.pipe(v.string(), v.url())),
  phone: v.optional(v.string()),
});

/** The decision itself, line by line as published; officialText and officialTitle are found in it. */
export const DecisionDocumentSchema = v.strictObject({
  sourceId: IdSchema,
  lines: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1)),
});
export type DecisionDocument = v.InferOutput<typeof DecisionDocumentSchema>;

/** Everything the application knows about one city; the only place where a city is named. */
export const CitySchema = v.strictObject({
  schemaVersion: v.literal(1),
  id: IdSchema,
  name: LocalTextSchema,
  packageTitle: LocalTextSchema,
  packageYear: v.pipe(v.number(), v.integer()),
  /** What the package is, who decided it and when, in one or two plain sentences. */
  about: LocalTextSchema,
  totalSek: AmountSekSchema,
  timeZone: v.string(),
  /** What the map first shows. */
  homeBounds: BoundsSchema,
  /** Coordinates outside this box are refused as mistakes. */
  surroundings: BoundsSchema,
  metricCrs: CrsSchema,
  /** Other systems a file from this city may be in. */
  otherCrs: v.array(CrsSchema),
  boards: v.array(BoardSchema),
  programmes: v.array(ProgrammeSchema),
  grants: v.array(GrantSchema),
  measures: v.array(MeasureSchema),
  readings: v.array(ReadingGroupSchema),
  links: v.array(LinkSchema),
  sources: v.array(SourceSchema),
  document: v.optional(DecisionDocumentSchema),
  /** What happened after the package was decided: sourced facts only. */
  aftermath: v.array(FactSchema),
  /** What only the city can answer. */
  openQuestions: v.array(LocalTextSchema),
});
export type City = v.InferOutput<typeof CitySchema>;
