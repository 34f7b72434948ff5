import {
  type CameraRecord,
  type CameraRecordField,
  EXPECTED_IN_OPERATION,
  missingInRecord,
  REQUIRED_BY_LAW,
} from '../../domain/cameraRecord.ts';
import type { FeatureChange, PlanFeature } from '../../domain/proposal.ts';
import type { TextKey } from '../../i18n/messages.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { NumberField, SelectField, type Shared, TextField } from '../fields.tsx';
import { AlternativeLights } from './AlternativeLights.tsx';
import { change } from './change.ts';
import { LEGAL_PART_NAMES, LEGAL_PARTS, type LegalField } from './legalFields.ts';

const REQUIRED: ReadonlySet<string> = new Set(REQUIRED_BY_LAW);
const EXPECTED: ReadonlySet<string> = new Set(EXPECTED_IN_OPERATION);

/** What the law asks about one camera, part by part; what must be there before it is decided is marked. */
export function LegalRecord({ atlas, camera }: { atlas: Atlas; camera: PlanFeature }) {
  const { t } = useText();
  const record = camera.properties.kind === 'camera' ? camera.properties.record : undefined;
  const missing = missingInRecord(record, REQUIRED_BY_LAW).length;
  return (
    <section className="plan-legal" aria-labelledby="legal-title">
      <h4 id="legal-title">{t('planner.legal.title')}</h4>
      <p className={missing > 0 ? 'plan-wrong' : 'muted'}>{t('planner.legal.missing', { count: missing })}</p>
      {LEGAL_PART_NAMES.map((part) => (
        <details key={part} open={part === 'register'}>
          <summary>{t(`planner.legal.part.${part}`)}</summary>
          {LEGAL_PARTS[part].map((field) => (
            <Field key={field.field} atlas={atlas} camera={camera} field={field} record={record} />
          ))}
          {part === 'assessment' && <AlternativeLights atlas={atlas} camera={camera} record={record} />}
        </details>
      ))}
    </section>
  );
}

function Field({
  atlas,
  camera,
  field: { field, ...how },
  record,
}: {
  atlas: Atlas;
  camera: PlanFeature;
  field: LegalField;
  record: CameraRecord | undefined;
}) {
  const { t } = useText();
  const name = t(`planner.legal.${field}` as TextKey);
  const mark = markOf(field);
  const label = mark ? `${name} (${t(mark)})` : name;
  const shared = { kind: 'same' as const, value: record?.[field] };
  const keepValue = (value: string | number | null): void =>
    change(atlas, [camera], {
      field: `legal.${field}`,
      patch: { record: { [field]: value } } as FeatureChange,
    });
  if (how.as === 'number')
    return (
      <NumberField label={label} min={0} isOptional shared={shared as Shared<number>} onKeep={keepValue} />
    );
  if (how.as === 'choice')
    return (
      <SelectField
        label={label}
        shared={shared as Shared<string>}
        options={[
          { value: '', label: t('planner.field.unstated') },
          ...how.values.map((value) => ({ value, label: t(`planner.legal.${field}.${value}` as TextKey) })),
        ]}
        onKeep={(value) => keepValue(value === '' ? null : value)}
      />
    );
  return (
    <TextField
      label={label}
      shared={shared as Shared<string>}
      {...(how.as === 'lines' && { rows: 2 })}
      {...(how.as === 'date' && { type: 'date' as const })}
      onKeep={keepValue}
    />
  );
}

function markOf(field: CameraRecordField): TextKey | null {
  if (REQUIRED.has(field)) return 'planner.legal.required';
  return EXPECTED.has(field) ? 'planner.legal.expected' : null;
}
