import * as v from 'valibot';
import { IdSchema } from './text.ts';

/** What a workspace keeps, each a collection of records by id. */
export const COLLECTIONS = [
  'proposals',
  'places',
  'threads',
  'meetings',
  'evaluations',
  'datasets',
  'versions',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** A named state of one record, to come back to. */
export const NamedVersionSchema = v.strictObject({
  id: IdSchema,
  name: v.pipe(v.string(), v.nonEmpty()),
  at: v.pipe(v.string(), v.isoTimestamp()),
  collection: v.picklist(COLLECTIONS),
  recordId: IdSchema,
  /** The record as JSON text: one cell, because a version never changes in part. */
  content: v.string(),
});
export type NamedVersion = v.InferOutput<typeof NamedVersionSchema>;

export const WORKSPACE_FORMAT = 'trygghetskarta-workspace';
export const WORKSPACE_VERSION = 2;

/** `v.record` alone would take a list for an object with the keys 0, 1, 2. */
const NoListSchema = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object was expected',
);
const RecordSchema = v.pipe(NoListSchema, v.record(v.string(), v.unknown()));
const RecordsSchema = v.pipe(NoListSchema, v.record(IdSchema, RecordSchema));

/** A workspace as a readable file. */
export const WorkspaceFileSchema = v.strictObject({
  format: v.literal(WORKSPACE_FORMAT),
  version: v.literal(WORKSPACE_VERSION),
  id: IdSchema,
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** What can be read and edited by hand. Where it disagrees with `history`, it is right. */
  records: v.strictObject(
    Object.fromEntries(COLLECTIONS.map((name) => [name, v.optional(RecordsSchema, {})])) as Record<
      Collection,
      v.OptionalSchema<typeof RecordsSchema, Record<string, never>>
    >,
  ),
  /**
   * The editing history as a Yjs update in base64: it lets two files that went different ways be merged change by
   * change. `null` in files that were written without it, or from which somebody took it out.
   */
  history: v.nullable(v.pipe(v.string(), v.base64())),
});
export type WorkspaceFile = v.InferOutput<typeof WorkspaceFileSchema>;
