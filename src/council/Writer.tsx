import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { chooseAuthor, useAuthor } from '../state/author.ts';
import { AuthorField } from './AuthorField.tsx';

interface PaperFormProps {
  readonly children: ReactNode;
  readonly save: string;
  readonly asksName?: boolean;
  readonly onSubmit: (form: FormData) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** A form that writes into the council's papers. Whoever has no name yet is asked for one in the same go. */
export function PaperForm({ children, save, asksName = true, onSubmit, onCancel }: PaperFormProps) {
  const { t } = useText();
  const name = useAuthor((state) => state.name);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="paper-form"
      onSubmit={(event) => {
        event.preventDefault();
        const values = new FormData(event.currentTarget);
        if (asksName && !name) chooseAuthor(String(values.get('author') ?? ''));
        onSubmit(values);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      {asksName && !name && <AuthorField />}
      {children}
      <div className="form-ends">
        <button type="submit" className="primary">
          {save}
        </button>
        {onCancel && (
          <button type="button" className="plain" onClick={onCancel}>
            {t('meeting.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}

interface WriterProps extends Omit<PaperFormProps, 'onCancel'> {
  readonly label: string;
  /** Said to a screen reader instead of the label, where many buttons have the same one. */
  readonly spoken?: string;
  readonly look?: 'link' | 'plain' | 'add';
}

/** A button that opens a form in its place, and has the focus again when the form closes. */
export function Writer({ label, spoken, look = 'plain', onSubmit, ...form }: WriterProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen)
    return (
      <PaperForm
        {...form}
        onCancel={() => setOpen(false)}
        onSubmit={(values) => {
          onSubmit(values);
          setOpen(false);
        }}
      />
    );
  return (
    <button ref={button} type="button" className={look} aria-label={spoken} onClick={() => setOpen(true)}>
      {label}
    </button>
  );
}

/** Cleaned text of a field; empty when it was left so. */
export const fieldOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
