import * as v from 'valibot';
import { IdSchema } from './text.ts';

/*
 * The council's papers grow and are never overwritten: everything said is an entry of its own, with an id, a moment and
 * a name. A correction is a new entry that replaces the old one. Two copies that went separate ways are therefore
 * merged by keeping every entry of both, in any order, with nothing lost: a grow-only set (Shapiro et al. 2011).
 * Where both copies corrected the same thing, both corrections stand until somebody replaces the two by one.
 */

/** Text that says something. */
export const SomeTextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty());
/** A moment, ISO 8601 in UTC. */
export const MomentSchema = v.pipe(v.string(), v.isoTimestamp());
/** A calendar date, ISO 8601. */
export const DateSchema = v.pipe(v.string(), v.isoDate());

/** Who wrote it and when, by the name chosen on the device; and which entries it takes the place of. */
export const stamp = {
  id: IdSchema,
  at: MomentSchema,
  author: SomeTextSchema,
  replaces: v.optional(v.array(IdSchema)),
};
const StampSchema = v.strictObject(stamp);
export type Stamp = v.InferOutput<typeof StampSchema>;

/** Entries by id, as they lie in the workspace document. */
export type Entries<E extends Stamp> = Readonly<Record<string, E>>;

/** Earlier first; of one moment, by id, so that every copy has the same order. */
export function byMoment(a: Stamp, b: Stamp): number {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)];
  if (first !== second) return first - second;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** All entries in order, also those replaced: the history. */
export function historyOf<E extends Stamp>(entries: Entries<E>): E[] {
  return Object.values(entries).sort(byMoment);
}

/** The entries in force, in order: those that no other entry replaces. */
export function currentOf<E extends Stamp>(entries: Entries<E>): E[] {
  const replaced = new Set(
    Object.values(entries).flatMap(({ id, replaces = [] }) => replaces.filter((old) => old !== id)),
  );
  return historyOf(entries).filter(({ id }) => !replaced.has(id));
}

/** An entry is one thing through its corrections: its own id and those of all earlier wordings. */
export function wordingsOf<E extends Stamp>(entries: Entries<E>, id: string): Set<string> {
  const ids = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (ids.has(next)) continue;
    ids.add(next);
    queue.push(...(entries[next]?.replaces ?? []));
  }
  return ids;
}

/** The first wording of an entry: the same through all corrections, so that a view keeps its place on the page. */
export function firstWording<E extends Stamp>(entries: Entries<E>, id: string): string {
  return [...wordingsOf(entries, id)].flatMap((each) => entries[each] ?? []).sort(byMoment)[0]?.id ?? id;
}

/** What someone says, before it is stamped with a name and a moment. */
export type Said<E extends Stamp> = E extends Stamp ? Omit<E, 'id' | 'at' | 'author'> : never;

/**
 * Every entry of both copies. Entries are never changed, so one id has one content; should two copies still differ
 * (a hand-edited file), both choose the same one.
 */
export function mergedEntries<E extends Stamp>(a: Entries<E>, b: Entries<E>): Entries<E> {
  return mergedRecords(a, b, (one, other) => (canonicalJson(one) >= canonicalJson(other) ? one : other));
}

/**
 * Papers of both copies: threads, places, evaluations. A paper's head never changes after it was made; everything said
 * in it is an entry, and every entry of both copies is kept. The order of the copies makes no difference.
 */
export function mergedPapers<Paper extends { readonly entries: Entries<Stamp> }>(
  a: Readonly<Record<string, Paper>>,
  b: Readonly<Record<string, Paper>>,
): Record<string, Paper> {
  return mergedRecords(a, b, (one, other) => {
    const [mine, theirs] = [canonicalJson({ ...one, entries: {} }), canonicalJson({ ...other, entries: {} })];
    return { ...(mine >= theirs ? one : other), entries: mergedEntries(one.entries, other.entries) };
  });
}

/** Every record of both copies; what both have is merged by `merge`. Keys in order, so that equal content is equal text. */
function mergedRecords<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  merge: (one: T, other: T) => T,
): Record<string, T> {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const [one, other] = [a[id], b[id]];
      return [id, one === undefined ? (other as T) : other === undefined ? one : merge(one, other)];
    }),
  );
}

/** JSON with sorted keys and no spaces (RFC 8785): equal values give equal text. Throws `TypeError` on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
    return `{${parts.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`JSON has no number ${value}.`);
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`JSON cannot hold a ${typeof value}.`);
  return text;
}
