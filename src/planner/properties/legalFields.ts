import {
  ASSESSMENT_OUTCOMES,
  type CameraRecordField,
  LEGAL_GROUNDS,
  TECHNIQUES,
} from '../../domain/cameraRecord.ts';

/** How a field of the legal record is filled in. */
export type LegalField =
  | { readonly field: CameraRecordField; readonly as: 'text' | 'date' | 'number' | 'lines' }
  | { readonly field: CameraRecordField; readonly as: 'choice'; readonly values: readonly string[] };

const text = (field: CameraRecordField): LegalField => ({ field, as: 'text' });
const lines = (field: CameraRecordField): LegalField => ({ field, as: 'lines' });
const date = (field: CameraRecordField): LegalField => ({ field, as: 'date' });
const number = (field: CameraRecordField): LegalField => ({ field, as: 'number' });
const choice = (field: CameraRecordField, values: readonly string[]): LegalField => ({
  field,
  as: 'choice',
  values,
});

/** The record in the order in which it is usually worked through. */
export const LEGAL_PARTS = {
  register: [
    text('address'),
    text('placeType'),
    lines('purpose'),
    choice('sound', ['none', 'recorded']),
    choice('technique', TECHNIQUES),
    date('assessmentDate'),
  ],
  assessment: [
    choice('assessmentOutcome', ASSESSMENT_OUTCOMES),
    text('assessmentReference'),
    date('assessmentReviewDate'),
    lines('documentedProblem'),
    lines('alternativesTried'),
  ],
  decision: [
    choice('legalGround', LEGAL_GROUNDS),
    text('earlierPermit'),
    date('decisionDate'),
    text('decisionBody'),
    text('controller'),
    text('contact'),
    text('impactAssessmentReference'),
    text('processingRecordReference'),
    text('processorAgreement'),
    text('accessRoles'),
  ],
  operation: [
    text('recordingHours'),
    choice('liveViewing', ['no', 'yes']),
    number('retentionDays'),
    lines('retentionReason'),
    text('masking'),
    number('monitoredAreaSquareMetres'),
    lines('sensitivePlacesNearby'),
  ],
  information: [
    lines('signText'),
    text('signPlaces'),
    lines('evaluationPlan'),
    lines('stopCriterion'),
    text('secrecyDecision'),
  ],
} as const satisfies Record<string, readonly LegalField[]>;

export type LegalPart = keyof typeof LEGAL_PARTS;
export const LEGAL_PART_NAMES = Object.keys(LEGAL_PARTS) as LegalPart[];
