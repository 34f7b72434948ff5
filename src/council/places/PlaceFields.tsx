import { type ReactNode, useId, useState } from 'react';
import { OUTCOMES, PARTNERS, type PlaceEntry, type Responsible } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import type { WrittenKind } from './saidFrom.ts';

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is given by the caller
    <label>
      <span className="choice-label">{label}</span>
      {children}
    </label>
  );
}

interface FieldsProps {
  readonly kind: WrittenKind;
  readonly atlas: Atlas;
  readonly today: string;
  readonly old?: PlaceEntry | undefined;
  readonly evaluations?: readonly { readonly id: string; readonly title: string }[];
}

/** The fields of one kind of entry, filled with the wording that is to be corrected. */
export function PlaceFields(props: FieldsProps) {
  const { kind, old } = props;
  const { t } = useText();
  const text = old && 'text' in old ? old.text : '';
  return (
    <>
      <Field label={t(`meeting.field.${kind}`)}>
        {kind === 'name' ? (
          <input name="text" type="text" required maxLength={120} defaultValue={text} />
        ) : (
          <textarea name="text" required rows={2} maxLength={4000} defaultValue={text} />
        )}
      </Field>
      {kind === 'problem' && <BasisField old={old} />}
      {kind === 'action' && <ActionFields {...props} />}
      {(kind === 'result' || kind === 'follow-up') && <DateField {...props} />}
      {kind === 'result' && <DoneField old={old} />}
      {kind === 'follow-up' && <FollowUpFields {...props} />}
    </>
  );
}

type Old = Pick<FieldsProps, 'old'>;

function BasisField({ old }: Old) {
  const { t } = useText();
  const basis = old?.kind === 'problem' ? (old.basis ?? '') : '';
  return (
    <Field label={t('meeting.field.basis')}>
      <input name="basis" type="text" maxLength={400} defaultValue={basis} />
    </Field>
  );
}

function ActionFields({ atlas, old }: FieldsProps) {
  const { t } = useText();
  const action = old?.kind === 'action' ? old : undefined;
  return (
    <>
      <ResponsibleField atlas={atlas} old={action?.responsible} />
      <Field label={t('meeting.field.dueDate')}>
        <input name="dueDate" type="date" defaultValue={action?.dueDate ?? ''} />
      </Field>
    </>
  );
}

function DateField({ old, today }: FieldsProps) {
  const { t } = useText();
  const date = old && 'date' in old ? old.date : today;
  return (
    <Field label={t('meeting.field.date')}>
      <input name="date" type="date" required max={today} defaultValue={date} />
    </Field>
  );
}

function DoneField({ old }: Old) {
  const { t } = useText();
  return (
    <Field label={t('meeting.field.done')}>
      <select name="done" defaultValue={old?.kind === 'result' ? old.done : 'done'}>
        {(['done', 'partly', 'cancelled'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`meeting.done.${each}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function FollowUpFields({ old, evaluations = [] }: FieldsProps) {
  const { t } = useText();
  const followUp = old?.kind === 'follow-up' ? old : undefined;
  return (
    <>
      <Field label={t('meeting.field.outcome')}>
        <select name="outcome" defaultValue={followUp?.outcome ?? 'cannot-tell'}>
          {OUTCOMES.map((each) => (
            <option key={each} value={each}>
              {t(`meeting.outcome.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {evaluations.length > 0 && (
        <Field label={t('meeting.field.evaluation')}>
          <select name="evaluationId" defaultValue={followUp?.evaluationId ?? ''}>
            <option value="">{t('meeting.evaluation.none')}</option>
            {evaluations.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}

/** Who answers: a board of the city, one of the usual partners, or somebody else by name. */
function ResponsibleField({ atlas, old }: { atlas: Atlas; old: Responsible | undefined }) {
  const { t, local } = useText();
  const id = useId();
  const partners = PARTNERS.map((each) => t(`meeting.partner.${each}`));
  const isOther = old?.kind === 'partner' && !partners.includes(old.name);
  const first = !old
    ? ''
    : old.kind === 'board'
      ? `board:${old.namndId}`
      : isOther
        ? 'other'
        : `partner:${old.name}`;
  const [value, setValue] = useState(first);
  return (
    <>
      <Field label={t('meeting.field.responsible')}>
        <select name="responsible" value={value} onChange={(event) => setValue(event.target.value)}>
          <option value="">{t('meeting.responsible.none')}</option>
          <optgroup label={t('meeting.responsible.boards')}>
            {atlas.city.boards.map((board) => (
              <option key={board.id} value={`board:${board.id}`}>
                {local(board.name)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('meeting.responsible.partners')}>
            {partners.map((name) => (
              <option key={name} value={`partner:${name}`}>
                {name}
              </option>
            ))}
            <option value="other">{t('meeting.responsible.other')}</option>
          </optgroup>
        </select>
      </Field>
      {value === 'other' && (
        <label htmlFor={id}>
          <span className="choice-label">{t('meeting.responsible.otherName')}</span>
          <input
            id={id}
            name="other"
            type="text"
            required
            maxLength={120}
            defaultValue={isOther ? old.name : ''}
          />
        </label>
      )}
    </>
  );
}
