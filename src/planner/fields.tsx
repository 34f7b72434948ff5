import { type ReactNode, useEffect, useId, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';

/** What several features say of one property: the same, or different things. */
export type Shared<T> = { readonly kind: 'same'; readonly value: T | undefined } | { readonly kind: 'mixed' };

/** The value that all have, or that they differ. */
export function sharedOf<T>(values: readonly (T | undefined)[]): Shared<T> {
  const [first] = values;
  return values.every((value) => value === first) ? { kind: 'same', value: first } : { kind: 'mixed' };
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
}

interface TextFieldProps extends FieldProps {
  readonly shared: Shared<string>;
  readonly type?: 'text' | 'date';
  readonly rows?: number;
  /** Called once when the field is left; null takes the value away. */
  readonly onKeep: (value: string | null) => void;
}

/** A field whose text is kept when it is left, as one step; Escape takes the typing back. */
export function TextField({ label, hint, shared, type = 'text', rows, onKeep }: TextFieldProps) {
  const { t } = useText();
  const known = shared.kind === 'same' ? (shared.value ?? '') : '';
  const [typed, setTyped] = useState(known);
  const id = useId();
  useEffect(() => setTyped(known), [known]);
  const keep = (): void => {
    const given = typed.trim();
    if (given !== known) onKeep(given === '' ? null : given);
  };
  const common = {
    id,
    value: typed,
    placeholder: shared.kind === 'mixed' ? t('planner.field.mixed') : undefined,
    onBlur: keep,
    ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
  };
  return (
    <div className="plan-field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...common} rows={rows} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input
          {...common}
          type={type}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') keep();
            if (key === 'Escape') setTyped(known);
          }}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} className="muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface NumberFieldProps extends FieldProps {
  readonly shared: Shared<number>;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** Whether the value can be taken away. */
  readonly isOptional?: boolean;
  readonly onKeep: (value: number | null) => void;
}

/** Reads a number as it is written here: comma or point, spaces between thousands. */
export function numberFrom(text: string): number {
  return Number(
    text
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace('−', '-')
      .replace(',', '.') || Number.NaN,
  );
}

/** A number with its unit, kept when the field is left; what is not a number in range is said and not kept. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, shared, unit, min, max, decimals = 1, isOptional = false, onKeep } = props;
  const { t, format } = useText();
  const id = useId();
  const known =
    shared.kind === 'same' && shared.value !== undefined ? format.number(shared.value, decimals) : '';
  const [typed, setTyped] = useState(known);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(known);
    setWrong(false);
  }, [known]);
  const keep = (): void => {
    const isEmpty = typed.trim() === '';
    if (typed.trim() === known || (isEmpty && (isOptional || shared.kind === 'mixed'))) {
      if (isEmpty && isOptional && shared.kind === 'same' && known !== '') onKeep(null);
      setWrong(false);
      return;
    }
    const value = numberFrom(typed);
    const fits = Number.isFinite(value) && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
    setWrong(!fits);
    if (fits) onKeep(value);
  };
  return (
    <div className="plan-field plan-number">
      <label htmlFor={id}>{label}</label>
      <span className="plan-unit">
        <input
          id={id}
          inputMode="decimal"
          value={typed}
          placeholder={shared.kind === 'mixed' ? t('planner.field.mixed') : undefined}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong || hint ? `${id}-hint` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={({ key }) => {
            if (key === 'Enter') keep();
            if (key === 'Escape') setTyped(known);
          }}
        />
        {unit && <span className="muted">{unit}</span>}
      </span>
      {(isWrong || hint) && (
        <p id={`${id}-hint`} className={isWrong ? 'plan-wrong' : 'muted'}>
          {isWrong ? wrongWords(t, min, max) : hint}
        </p>
      )}
    </div>
  );
}

function wrongWords(t: ReturnType<typeof useText>['t'], min?: number, max?: number): string {
  if (min !== undefined && max !== undefined) return t('planner.field.between', { min, max });
  return min === undefined ? t('planner.field.number') : t('planner.field.atLeast', { min });
}

interface SelectFieldProps extends FieldProps {
  readonly shared: Shared<string>;
  readonly options: readonly { readonly value: string; readonly label: string; readonly group?: string }[];
  readonly onKeep: (value: string) => void;
}

/** A choice that also shows that the chosen features differ. Options with a group stand under its name. */
export function SelectField({ label, hint, shared, options, onKeep }: SelectFieldProps) {
  const { t } = useText();
  const id = useId();
  const groups = [...new Set(options.map(({ group }) => group))];
  const value = shared.kind === 'mixed' ? MIXED : (shared.value ?? '');
  const isKnown = options.some((option) => option.value === value);
  const drawn = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
  return (
    <div className="plan-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={isKnown ? value : MIXED} onChange={(event) => onKeep(event.target.value)}>
        {!isKnown && (
          <option value={MIXED} disabled>
            {shared.kind === 'mixed' ? t('planner.field.mixed') : value || t('planner.field.none')}
          </option>
        )}
        {groups.map((group) =>
          group === undefined ? (
            drawn(group)
          ) : (
            <optgroup key={group} label={group}>
              {drawn(group)}
            </optgroup>
          ),
        )}
      </select>
      {hint && <p className="muted">{hint}</p>}
    </div>
  );
}

const MIXED = '(mixed)';
