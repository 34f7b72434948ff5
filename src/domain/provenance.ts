import * as v from 'valibot';
import { IdSchema, LocalTextSchema } from './text.ts';

/**
 * How well a position is known.
 * surveyed: measured by its owner. derived: computed from other data. approximate: drawn by hand from descriptions.
 * illustrative: an example, not a decision and not a real object.
 */
export const ACCURACIES = ['surveyed', 'derived', 'approximate', 'illustrative'] as const;
export const AccuracySchema = v.picklist(ACCURACIES);
export type Accuracy = v.InferOutput<typeof AccuracySchema>;

/** A publication or data set that a fact or a geometry comes from. `url` is absent where none is public. */
export const SourceSchema = v.strictObject({
  id: IdSchema,
  title: v.pipe(v.string(), v.nonEmpty()),
  publisher: v.pipe(v.string(), v.nonEmpty()),
  url: v.optional(v.pipe(v.string(), v.url())),
  /** ISO date or year as stated by the source; absent when the source states none. */
  date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  /** SPDX-like licence name, or a plain statement such as "single facts". */
  licence: v.pipe(v.string(), v.nonEmpty()),
  /** Credit line to print on the map, where the licence or courtesy asks for one. */
  attribution: v.optional(v.string()),
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** Where a feature comes from and what is uncertain about it. */
export const ProvenanceSchema = v.strictObject({
  sourceIds: v.pipe(v.array(IdSchema), v.minLength(1)),
  accuracy: AccuracySchema,
  /** How we arrived at this geometry, in words a resident understands. */
  method: LocalTextSchema,
  /** What we do not know. Required unless surveyed; said on the screen. */
  uncertainty: v.optional(LocalTextSchema),
});
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;
