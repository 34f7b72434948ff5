import * as v from 'valibot';
import { MomentSchema, SomeTextSchema } from './entry.ts';
import { PeriodSchema } from './evaluation.ts';
import { IdSchema } from './text.ts';

/*
 * What the council has brought in to look at: it stays on this device. A set lies in the workspace as columns, one cell
 * per column, so that a hundred thousand rows are some twenty cells and not a million.
 */

/**
 * incidents: reported events. survey-places: places that respondents pointed out. walk-notes: what was noted on a safety
 * walk. area-counts: how many, per area and period. survey-answers: how many answered so, per area and period.
 */
export const DATA_KINDS = [
  'incidents',
  'survey-places',
  'walk-notes',
  'area-counts',
  'survey-answers',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** What an area was in an evaluation whose table was typed by hand. */
export const AREA_ROLES = ['measure', 'buffer', 'comparison'] as const;
export type AreaRole = (typeof AREA_ROLES)[number];

const WholeSchema = v.pipe(v.number(), v.integer());
const CountSchema = v.pipe(WholeSchema, v.minValue(0));
/** A row number of a list beside it; -1 where the row says nothing. */
const IndexSchema = v.pipe(WholeSchema, v.minValue(-1));

/** An area as the file names it, and which area of the city it was taken for. */
export const DataAreaSchema = v.strictObject({
  name: SomeTextSchema,
  areaId: v.optional(IdSchema),
  role: v.optional(v.picklist(AREA_ROLES)),
});
export type DataArea = v.InferOutput<typeof DataAreaSchema>;

const columns = {
  /** Degrees × 100 000, that is to about a metre: no finer than a report is. */
  lngE5: v.optional(v.array(WholeSchema)),
  latE5: v.optional(v.array(WholeSchema)),
  /** Index into `areas`. */
  area: v.optional(v.array(IndexSchema)),
  /** Minutes since 1970-01-01T00:00Z; null where the time is not known. A moment has equal ends. */
  startMinute: v.optional(v.array(v.nullable(WholeSchema))),
  endMinute: v.optional(v.array(v.nullable(WholeSchema))),
  /** Index into `categories`: the kind of event, or the answer given. */
  category: v.optional(v.array(IndexSchema)),
  /** Index into `groups`: who answered. */
  group: v.optional(v.array(IndexSchema)),
  /** How many a row stands for; absent means one each. */
  count: v.optional(v.array(CountSchema)),
  /** What was written down; kept for walk notes only. */
  note: v.optional(v.array(v.string())),
};

/** Data on this device only, with where it comes from. `origin` practice is made up, and says so wherever it is shown. */
export const DataSetSchema = v.pipe(
  v.strictObject({
    id: IdSchema,
    title: SomeTextSchema,
    kind: v.picklist(DATA_KINDS),
    origin: v.picklist(['imported', 'typed', 'practice']),
    source: SomeTextSchema,
    addedAt: MomentSchema,
    /** Absent where no row has a time. */
    period: v.optional(PeriodSchema),
    rows: CountSchema,
    /** The sum of the counts: what n means on the screen. */
    n: CountSchema,
    categories: v.array(SomeTextSchema),
    groups: v.array(SomeTextSchema),
    /** Persons per group, to weight by; in the order of `groups`, or empty. */
    groupPopulation: v.array(v.pipe(v.number(), v.minValue(0))),
    areas: v.array(DataAreaSchema),
    columns: v.strictObject(columns),
  }),
  v.check(
    ({ rows, columns: held }) =>
      Object.values(held).every((column) => column === undefined || column.length === rows),
    'every column has one value per row',
  ),
  v.check(
    ({ columns: held }) =>
      (held.lngE5 === undefined) === (held.latE5 === undefined) &&
      (held.startMinute === undefined) === (held.endMinute === undefined),
    'places have both coordinates, times both ends',
  ),
);
export type DataSet = v.InferOutput<typeof DataSetSchema>;
export type DataColumns = DataSet['columns'];

/** Whether the rows have places of their own and can be laid on a map as a surface. */
export const hasPlaces = ({ columns: { lngE5 } }: DataSet): boolean => lngE5 !== undefined;
export const hasTimes = ({ columns: { startMinute } }: DataSet): boolean => startMinute !== undefined;
export const countOfRow = ({ columns: { count } }: DataSet, row: number): number => count?.[row] ?? 1;
