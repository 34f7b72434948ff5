import * as v from 'valibot';
import { currentOf, DateSchema, type Entries, MomentSchema, SomeTextSchema, stamp } from './entry.ts';
import { IdSchema } from './text.ts';

/**
 * One thing of a meeting. item: a place on the agenda; `order` may be any number, so that an item moves between two others
 * without touching them. decision: what was decided about a place, or about nothing on the map.
 */
export const MeetingEntrySchema = v.variant('kind', [
  v.strictObject({ ...stamp, kind: v.literal('title'), text: SomeTextSchema }),
  v.strictObject({ ...stamp, kind: v.literal('day'), date: DateSchema }),
  v.strictObject({ ...stamp, kind: v.literal('present'), text: SomeTextSchema }),
  v.strictObject({
    ...stamp,
    kind: v.literal('item'),
    placeId: IdSchema,
    order: v.pipe(v.number(), v.finite()),
  }),
  v.strictObject({
    ...stamp,
    kind: v.literal('decision'),
    placeId: v.optional(IdSchema),
    decision: SomeTextSchema,
    motive: v.optional(SomeTextSchema),
  }),
  /** Takes back what it replaces; the history keeps it. */
  v.strictObject({
    ...stamp,
    kind: v.literal('withdraw'),
    replaces: v.pipe(v.array(IdSchema), v.minLength(1)),
  }),
]);
export type MeetingEntry = v.InferOutput<typeof MeetingEntrySchema>;
export type MeetingEntryOf<Kind extends MeetingEntry['kind']> = Extract<MeetingEntry, { kind: Kind }>;

/** A meeting of the council: its agenda and what was decided. Its head never changes; everything else is an entry. */
export const MeetingSchema = v.strictObject({
  id: IdSchema,
  createdAt: MomentSchema,
  createdBy: SomeTextSchema,
  entries: v.record(IdSchema, MeetingEntrySchema),
});
type MeetingShape = v.InferOutput<typeof MeetingSchema>;
export type Meeting = Readonly<Omit<MeetingShape, 'entries'> & { entries: Entries<MeetingEntry> }>;
export type Meetings = Readonly<Record<string, Meeting>>;

/** Entries of one kind in force, oldest first. */
export function meetingEntries<Kind extends MeetingEntry['kind']>(
  meeting: Meeting,
  kind: Kind,
): MeetingEntryOf<Kind>[] {
  return currentOf(meeting.entries).filter((entry): entry is MeetingEntryOf<Kind> => entry.kind === kind);
}

/** The agenda in its order, each place once: where two copies both put or moved one, the last word counts. */
export function agendaOf(meeting: Meeting): MeetingEntryOf<'item'>[] {
  const last = new Map(meetingEntries(meeting, 'item').map((item) => [item.placeId, item]));
  return [...last.values()].sort((a, b) => a.order - b.order || (a.placeId < b.placeId ? -1 : 1));
}

/** An order that stands between two neighbours; outermost where there is none. */
export function orderBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

/** The day of the meeting; the day it was planned where nobody has said another. */
export function meetingDay(meeting: Meeting): string {
  return meetingEntries(meeting, 'day').at(-1)?.date ?? meeting.createdAt.slice(0, 10);
}

/** Decisions about a place, or (undefined) about no place, oldest first. */
export function meetingDecisions(
  meeting: Meeting,
  placeId: string | undefined,
): MeetingEntryOf<'decision'>[] {
  return meetingEntries(meeting, 'decision').filter((decision) => decision.placeId === placeId);
}
