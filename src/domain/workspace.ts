import * as v from 'valibot';
import { IdSchema } from './text.ts';

/** What a workspace keeps, each a collection of records by id. */
export const COLLECTIONS = ['proposals', 'places', 'threads', 'evaluations', 'datasets', 'versions'] as const;
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
export const WORKSPACE_VERSION = 1;

const RecordsSchema = v.record(IdSchema, v.record(v.string(), v.unknown()));

/** A workspace as a readable file. */
export const WorkspaceFileSchema = v.strictObject({
  format: v.literal(WORKSPACE_FORMAT),
  version: v.literal(WORKSPACE_VERSION),
  id: IdSchema,
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  records: v.strictObject(
    Object.fromEntries(COLLECTIONS.map((name) => [name, v.optional(RecordsSchema, {})])) as Record<
      Collection,
      v.OptionalSchema<typeof RecordsSchema, Record<string, never>>
    >,
  ),
});
export type WorkspaceFile = v.InferOutput<typeof WorkspaceFileSchema>;
