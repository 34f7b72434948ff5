import * as v from 'valibot';
import { IdSchema } from './text.ts';

const DateSchema = v.pipe(v.string(), v.isoDate());
const SomeTextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** How much the interest in the camera weighed against the intrusion, as the documented assessment concluded. */
export const ASSESSMENT_OUTCOMES = ['interest-outweighs', 'interest-does-not-outweigh'] as const;

/** Legal ground stated when the camera was decided: before April 2025 permits were given, after it an own assessment. */
export const LEGAL_GROUNDS = ['own-assessment', 'earlier-permit', 'exempt-place'] as const;

/** Special techniques that the register must name; "none" is a statement, an empty field is not. */
export const TECHNIQUES = ['none', 'pan-tilt-zoom', 'thermal', 'analytics', 'other'] as const;

/**
 * What a municipality must and should be able to say about one camera.
 * The first five fields are the register of kamerabevakningslagen (2018:1200) § 10 in its wording from 1 April 2025
 * (SFS 2025:220), the fifth being the date of the latest assessment under § 9. The rest follows from GDPR
 * (art. 5, 13, 28, 30, 35), from § 15 on signs, and from good practice.
 * Every field is optional, because a record is filled in over time; `missingInRecord` says what is still required.
 */
export const CameraRecordSchema = v.strictObject({
  // § 10: the register
  address: v.optional(SomeTextSchema),
  placeType: v.optional(SomeTextSchema),
  purpose: v.optional(SomeTextSchema),
  sound: v.optional(v.picklist(['none', 'recorded'])),
  technique: v.optional(v.picklist(TECHNIQUES)),
  assessmentDate: v.optional(DateSchema),

  // § 9: the assessment itself
  assessmentReference: v.optional(SomeTextSchema),
  assessmentOutcome: v.optional(v.picklist(ASSESSMENT_OUTCOMES)),
  assessmentReviewDate: v.optional(DateSchema),
  documentedProblem: v.optional(SomeTextSchema),
  alternativesTried: v.optional(SomeTextSchema),
  /** Lights that were weighed as the milder measure. */
  alternativeLightIds: v.optional(v.array(IdSchema)),

  // Decision and responsibility
  legalGround: v.optional(v.picklist(LEGAL_GROUNDS)),
  earlierPermit: v.optional(SomeTextSchema),
  decisionDate: v.optional(DateSchema),
  decisionBody: v.optional(SomeTextSchema),
  controller: v.optional(SomeTextSchema),
  contact: v.optional(SomeTextSchema),
  impactAssessmentReference: v.optional(SomeTextSchema),
  processingRecordReference: v.optional(SomeTextSchema),
  processorAgreement: v.optional(SomeTextSchema),
  accessRoles: v.optional(SomeTextSchema),

  // Operation
  recordingHours: v.optional(SomeTextSchema),
  liveViewing: v.optional(v.picklist(['no', 'yes'])),
  retentionDays: v.optional(v.pipe(v.number(), v.minValue(0))),
  retentionReason: v.optional(SomeTextSchema),
  masking: v.optional(SomeTextSchema),
  monitoredAreaSquareMetres: v.optional(v.pipe(v.number(), v.minValue(0))),
  sensitivePlacesNearby: v.optional(SomeTextSchema),

  // Information and follow-up
  signText: v.optional(SomeTextSchema),
  signPlaces: v.optional(SomeTextSchema),
  evaluationPlan: v.optional(SomeTextSchema),
  stopCriterion: v.optional(SomeTextSchema),
  secrecyDecision: v.optional(SomeTextSchema),
});
export type CameraRecord = v.InferOutput<typeof CameraRecordSchema>;
export type CameraRecordField = keyof CameraRecord;

/** The § 10 register, the § 9 date among them: required before a camera can be decided. */
export const REQUIRED_BY_LAW = [
  'address',
  'placeType',
  'purpose',
  'sound',
  'technique',
  'assessmentDate',
] as const satisfies readonly CameraRecordField[];

/** Should be there when the camera starts: signs (§ 15), hours, storage time, who answers. */
export const EXPECTED_IN_OPERATION = [
  'controller',
  'contact',
  'recordingHours',
  'retentionDays',
  'retentionReason',
  'alternativesTried',
  'signText',
  'signPlaces',
] as const satisfies readonly CameraRecordField[];

/**
 * The fields of `wanted` that the record does not state.
 * A place that § 11 exempts (stations, terminals, stops) has no register of its own: nothing is then required by law.
 */
export function missingInRecord(
  record: CameraRecord | undefined,
  wanted: readonly CameraRecordField[],
): CameraRecordField[] {
  if (record?.legalGround === 'exempt-place' && wanted === REQUIRED_BY_LAW) return [];
  return wanted.filter((field) => record?.[field] === undefined);
}
