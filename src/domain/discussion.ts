import * as v from 'valibot';
import {
  currentOf,
  DateSchema,
  type Entries,
  historyOf,
  MomentSchema,
  SomeTextSchema,
  stamp,
} from './entry.ts';
import { IdSchema } from './text.ts';

/** What a thread is about. */
export const PinSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('place'), placeId: IdSchema }),
  v.strictObject({ kind: v.literal('feature'), featureId: IdSchema }),
  v.strictObject({ kind: v.literal('proposal'), proposalId: IdSchema }),
]);
export type Pin = v.InferOutput<typeof PinSchema>;

/**
 * Something said in a thread. post: an argument or a question. resolve and reopen: the thread's state.
 * decide: what was decided, on which day, and why.
 */
export const ThreadEntrySchema = v.variant('kind', [
  v.strictObject({ ...stamp, kind: v.literal('post'), text: SomeTextSchema }),
  v.strictObject({ ...stamp, kind: v.literal('resolve'), text: v.optional(SomeTextSchema) }),
  v.strictObject({ ...stamp, kind: v.literal('reopen'), text: v.optional(SomeTextSchema) }),
  v.strictObject({
    ...stamp,
    kind: v.literal('decide'),
    decision: SomeTextSchema,
    date: DateSchema,
    motive: SomeTextSchema,
  }),
  /** Takes back what it replaces; the history keeps it. */
  v.strictObject({
    ...stamp,
    kind: v.literal('withdraw'),
    replaces: v.pipe(v.array(IdSchema), v.minLength(1)),
  }),
]);
export type ThreadEntry = v.InferOutput<typeof ThreadEntrySchema>;
export type Decision = Extract<ThreadEntry, { kind: 'decide' }>;

/** A conversation pinned to one thing. Its head never changes; everything said is an entry. */
export const ThreadSchema = v.strictObject({
  id: IdSchema,
  pin: PinSchema,
  title: SomeTextSchema,
  openedAt: MomentSchema,
  openedBy: SomeTextSchema,
  entries: v.record(IdSchema, ThreadEntrySchema),
});
type ThreadShape = v.InferOutput<typeof ThreadSchema>;
export type Thread = Readonly<Omit<ThreadShape, 'entries'> & { entries: Entries<ThreadEntry> }>;
export type Threads = Readonly<Record<string, Thread>>;

/** The thread with one more entry. */
export function withThreadEntry(thread: Thread, entry: ThreadEntry): Thread {
  return { ...thread, entries: { ...thread.entries, [entry.id]: entry } };
}

/** Open until resolved, and open again when reopened: the last word in force counts. */
export function threadState(thread: Thread): 'open' | 'resolved' {
  const last = currentOf(thread.entries)
    .filter(({ kind }) => kind === 'resolve' || kind === 'reopen')
    .at(-1);
  return last?.kind === 'resolve' ? 'resolved' : 'open';
}

/** Decisions in force, oldest first. */
export function decisionsOf(thread: Thread): Decision[] {
  return currentOf(thread.entries).filter((entry): entry is Decision => entry.kind === 'decide');
}

/** When something was last said, for sorting. */
export function lastHeard(thread: Thread): string {
  return historyOf(thread.entries).at(-1)?.at ?? thread.openedAt;
}
