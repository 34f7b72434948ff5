import type { Polygon } from 'geojson';
import * as v from 'valibot';
import {
  canonicalJson,
  currentOf,
  DateSchema,
  type Entries,
  MomentSchema,
  SomeTextSchema,
  stamp,
  wordingsOf,
} from './entry.ts';
import { IdSchema } from './text.ts';

const PositionSchema = v.tuple([v.number(), v.number()]);
/** A coarse outline in longitude and latitude; closed rings, as GeoJSON writes them. */
export const OutlineSchema: v.GenericSchema<unknown, Polygon> = v.pipe(
  v.strictObject({
    type: v.literal('Polygon'),
    coordinates: v.pipe(
      v.array(v.pipe(v.array(PositionSchema), v.minLength(4))),
      v.minLength(1),
      v.check(
        (rings) => rings.every((ring) => canonicalJson(ring[0]) === canonicalJson(ring.at(-1))),
        'a ring ends where it begins',
      ),
    ),
  }),
);

/** How a place came to be on the map. An analysis says its method, data, period and n, so that it can be questioned. */
export const OriginSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('drawn') }),
  v.strictObject({ kind: v.literal('walk'), date: DateSchema }),
  v.strictObject({
    kind: v.literal('analysis'),
    method: v.picklist(['density', 'getis-ord', 'clusters']),
    dataSetId: IdSchema,
    period: v.strictObject({ from: DateSchema, to: DateSchema }),
    n: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
]);
export type Origin = v.InferOutput<typeof OriginSchema>;

/** Who answers for a measure: a board of the city, or a partner by name (police, housing company, association). */
export const ResponsibleSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('board'), namndId: IdSchema }),
  v.strictObject({ kind: v.literal('partner'), name: SomeTextSchema }),
]);
export type Responsible = v.InferOutput<typeof ResponsibleSchema>;

/** Partners that a council usually works with; their names are the interface's. Any other name may be written. */
export const PARTNERS = [
  'police',
  'region',
  'housing',
  'owners',
  'traders',
  'schools',
  'associations',
  'transport',
  'rescue',
  'railway',
] as const;

/** What of the map or the package a place has to do with. */
export const PLACE_LINKS = ['strak', 'light', 'camera', 'area', 'proposal', 'measure'] as const;

/** How far it went, as followed up. */
export const OUTCOMES = ['better', 'unchanged', 'worse', 'cannot-tell'] as const;

/**
 * One link of the chain problem → cause → action → result → follow-up, or something that belongs to the place.
 * An action is the council's own (åtgärd at this place); a measure of the package is linked instead.
 */
export const PlaceEntrySchema = v.variant('kind', [
  v.strictObject({ ...stamp, kind: v.literal('name'), text: SomeTextSchema }),
  v.strictObject({ ...stamp, kind: v.literal('outline'), outline: OutlineSchema }),
  v.strictObject({
    ...stamp,
    kind: v.literal('problem'),
    text: SomeTextSchema,
    basis: v.optional(SomeTextSchema),
  }),
  v.strictObject({ ...stamp, kind: v.literal('cause'), text: SomeTextSchema, problemIds: v.array(IdSchema) }),
  v.strictObject({
    ...stamp,
    kind: v.literal('action'),
    text: SomeTextSchema,
    causeIds: v.array(IdSchema),
    responsible: v.optional(ResponsibleSchema),
    dueDate: v.optional(DateSchema),
  }),
  v.strictObject({
    ...stamp,
    kind: v.literal('result'),
    actionId: IdSchema,
    date: DateSchema,
    text: SomeTextSchema,
    done: v.picklist(['done', 'partly', 'cancelled']),
  }),
  v.strictObject({
    ...stamp,
    kind: v.literal('follow-up'),
    date: DateSchema,
    outcome: v.picklist(OUTCOMES),
    text: SomeTextSchema,
    evaluationId: v.optional(IdSchema),
  }),
  v.strictObject({ ...stamp, kind: v.literal('question'), text: SomeTextSchema }),
  v.strictObject({ ...stamp, kind: v.literal('link'), to: v.picklist(PLACE_LINKS), targetId: IdSchema }),
  /** Takes back what it replaces; the history keeps it. */
  v.strictObject({
    ...stamp,
    kind: v.literal('withdraw'),
    replaces: v.pipe(v.array(IdSchema), v.minLength(1)),
  }),
  /** The whole place leaves the agenda. */
  v.strictObject({ ...stamp, kind: v.literal('close'), text: SomeTextSchema }),
]);
export type PlaceEntry = v.InferOutput<typeof PlaceEntrySchema>;
export type PlaceEntryOf<Kind extends PlaceEntry['kind']> = Extract<PlaceEntry, { kind: Kind }>;

/** A place of the council's: coarse by nature. Its head never changes; everything known of it is an entry. */
export const CouncilPlaceSchema = v.strictObject({
  id: IdSchema,
  createdAt: MomentSchema,
  createdBy: SomeTextSchema,
  origin: OriginSchema,
  entries: v.record(IdSchema, PlaceEntrySchema),
});
type PlaceShape = v.InferOutput<typeof CouncilPlaceSchema>;
export type CouncilPlace = Readonly<Omit<PlaceShape, 'entries'> & { entries: Entries<PlaceEntry> }>;
export type CouncilPlaces = Readonly<Record<string, CouncilPlace>>;

/** The place with one more entry. */
export function withPlaceEntry(place: CouncilPlace, entry: PlaceEntry): CouncilPlace {
  return { ...place, entries: { ...place.entries, [entry.id]: entry } };
}

/** Entries of one kind in force, oldest first. More than one name or outline means two copies both changed it. */
export function placeEntries<Kind extends PlaceEntry['kind']>(
  place: CouncilPlace,
  kind: Kind,
): PlaceEntryOf<Kind>[] {
  return currentOf(place.entries).filter((entry): entry is PlaceEntryOf<Kind> => entry.kind === kind);
}

/** Where an action stands on a day. A result given to an earlier wording of the action counts for it. */
export function actionState(
  place: CouncilPlace,
  action: PlaceEntryOf<'action'>,
  today: string,
): 'done' | 'cancelled' | 'overdue' | 'under-way' {
  const ids = wordingsOf(place.entries, action.id);
  const last = placeEntries(place, 'result')
    .filter(({ actionId }) => ids.has(actionId))
    .at(-1);
  if (last?.done === 'done' || last?.done === 'cancelled') return last.done;
  return action.dueDate !== undefined && action.dueDate < today ? 'overdue' : 'under-way';
}

/** One line of the ledger of all places. */
export interface LedgerRow {
  readonly placeId: string;
  readonly name: string | undefined;
  readonly state: 'open' | 'closed';
  readonly problems: number;
  readonly actions: number;
  readonly overdue: number;
  /** Something is wrong here and nobody is to do anything about it. */
  readonly withoutMeasure: boolean;
  readonly withoutResponsible: number;
  readonly nextDueDate: string | undefined;
  readonly lastFollowUp: PlaceEntryOf<'follow-up'> | undefined;
}

/** The ledger line of a place on a day (ISO date). */
export function ledgerRow(place: CouncilPlace, today: string): LedgerRow {
  const actions = placeEntries(place, 'action');
  const states = actions.map((action) => actionState(place, action, today));
  const alive = actions.filter((_, i) => states[i] === 'overdue' || states[i] === 'under-way');
  const packageMeasures = placeEntries(place, 'link').filter(({ to }) => to === 'measure');
  const problems = placeEntries(place, 'problem').length;
  return {
    placeId: place.id,
    name: placeEntries(place, 'name').at(-1)?.text,
    state: placeEntries(place, 'close').length > 0 ? 'closed' : 'open',
    problems,
    actions: actions.length,
    overdue: states.filter((state) => state === 'overdue').length,
    withoutMeasure:
      problems > 0 && packageMeasures.length + states.filter((s) => s !== 'cancelled').length === 0,
    withoutResponsible: alive.filter(({ responsible }) => responsible === undefined).length,
    nextDueDate: alive
      .flatMap(({ dueDate }) => dueDate ?? [])
      .sort()
      .at(0),
    lastFollowUp: placeEntries(place, 'follow-up').at(-1),
  };
}
