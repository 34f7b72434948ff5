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
import { OutlineSchema } from './hotspot.ts';
import { IdSchema } from './text.ts';

/** From the first day to the last, both included. */
export const PeriodSchema = v.pipe(
  v.strictObject({ from: DateSchema, to: DateSchema }),
  v.check(({ from, to }) => from <= to, 'a period begins before it ends'),
);
export type Period = v.InferOutput<typeof PeriodSchema>;

/** What is compared: counted events, or shares of survey answers. */
export const OutcomeSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('counts'), dataSetId: IdSchema, categories: v.array(SomeTextSchema) }),
  v.strictObject({
    kind: v.literal('shares'),
    dataSetId: IdSchema,
    question: SomeTextSchema,
    /** Answers that count as yes; the others that were offered make up the denominator. */
    answers: v.pipe(v.array(SomeTextSchema), v.minLength(1)),
    denominatorAnswers: v.pipe(v.array(SomeTextSchema), v.minLength(1)),
    /** Background variables that the answers are weighted by; empty means unweighted. */
    weightedBy: v.array(SomeTextSchema),
  }),
]);
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

/** Everything that could be bent after seeing the result; frozen with a hash before any result is shown. */
export const EvaluationDesignSchema = v.strictObject({
  title: SomeTextSchema,
  placeId: v.optional(IdSchema),
  measureIds: v.array(IdSchema),
  measureArea: OutlineSchema,
  /** The ring where displacement would show. */
  bufferArea: v.optional(OutlineSchema),
  /** Like the measure area, not beside it, and untouched by the measure. */
  comparisonArea: OutlineSchema,
  comparisonMotive: SomeTextSchema,
  before: PeriodSchema,
  after: PeriodSchema,
  /** Months 1 to 12 that count in both periods, so that seasons are compared with themselves. */
  months: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), v.minLength(1)),
  outcome: OutcomeSchema,
  /** Whether the place was chosen because its numbers were high: then they would have fallen anyway. */
  chosenBecause: v.picklist(['high-numbers', 'other-reasons']),
  confidence: v.pipe(v.number(), v.minValue(0.5), v.ltValue(1)),
});
export type EvaluationDesign = v.InferOutput<typeof EvaluationDesignSchema>;

/**
 * design: a draft, replaced freely. freeze: this design, by its hash, is the one whose result will be shown.
 * note: a reading of the result, or why it was done otherwise.
 */
export const EvaluationEntrySchema = v.variant('kind', [
  v.strictObject({ ...stamp, kind: v.literal('design'), design: EvaluationDesignSchema }),
  v.strictObject({
    ...stamp,
    kind: v.literal('freeze'),
    designId: IdSchema,
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  v.strictObject({ ...stamp, kind: v.literal('note'), text: SomeTextSchema }),
]);
export type EvaluationEntry = v.InferOutput<typeof EvaluationEntrySchema>;

/** An evaluation from its first draft to its reading. Its head never changes. */
export const EvaluationSchema = v.strictObject({
  id: IdSchema,
  createdAt: MomentSchema,
  createdBy: SomeTextSchema,
  entries: v.record(IdSchema, EvaluationEntrySchema),
});
type EvaluationShape = v.InferOutput<typeof EvaluationSchema>;
export type Evaluation = Readonly<Omit<EvaluationShape, 'entries'> & { entries: Entries<EvaluationEntry> }>;
export type Evaluations = Readonly<Record<string, Evaluation>>;

/** Drafts in force; more than one means two copies both changed it. */
export function draftsOf(evaluation: Evaluation): EvaluationDesign[] {
  return currentOf(evaluation.entries).flatMap((entry) => (entry.kind === 'design' ? [entry.design] : []));
}

/**
 * Frozen designs in the order they were frozen. The first is the promise; every later one was made after a result could
 * be seen, and is shown as such. A freeze can never be replaced.
 */
export function frozenDesigns(
  evaluation: Evaluation,
): { design: EvaluationDesign; sha256: string; at: string }[] {
  return historyOf(evaluation.entries).flatMap((entry) => {
    if (entry.kind !== 'freeze') return [];
    const target = evaluation.entries[entry.designId];
    return target?.kind === 'design' ? [{ design: target.design, sha256: entry.sha256, at: entry.at }] : [];
  });
}
