import { lastHeard, type Pin, type Thread } from '../../domain/discussion.ts';
import { canonicalJson } from '../../domain/entry.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { openThread, useCouncilPapers } from '../../state/councilPapers.ts';
import { Field } from '../places/PlaceFields.tsx';
import { fieldOf, Writer } from '../Writer.tsx';
import { ThreadView } from './ThreadView.tsx';

export const isPinnedTo = (thread: Thread, pin: Pin): boolean =>
  canonicalJson(thread.pin) === canonicalJson(pin);

/** The conversations about one thing, the last heard first, and the way to begin one. */
export function ThreadList({ atlas, pin }: { atlas: Atlas; pin: Pin }) {
  const { t } = useText();
  const { threads } = useCouncilPapers();
  const mine = threads
    .filter((thread) => isPinnedTo(thread, pin))
    .sort((a, b) => (lastHeard(a) < lastHeard(b) ? 1 : -1));
  return (
    <div className="threads">
      {mine.length === 0 && <p className="muted">{t('meeting.threads.none')}</p>}
      {mine.map((thread) => (
        <ThreadView key={thread.id} atlas={atlas} thread={thread} />
      ))}
      <ThreadWriter onSubmit={(title, text) => openThread(pin, title, text)} />
    </div>
  );
}

/** Begins a conversation: what it is about, and the first words. */
export function ThreadWriter({ onSubmit }: { onSubmit: (title: string, text: string) => void }) {
  const { t } = useText();
  return (
    <Writer
      label={t('meeting.thread.new')}
      look="add"
      save={t('meeting.thread.begin')}
      onSubmit={(form) => {
        const [title, text] = [fieldOf(form, 'title'), fieldOf(form, 'text')];
        if (title && text) onSubmit(title, text);
      }}
    >
      <Field label={t('meeting.thread.title')}>
        <input name="title" type="text" required maxLength={120} />
      </Field>
      <Field label={t('meeting.thread.first')}>
        <textarea name="text" required rows={3} maxLength={4000} />
      </Field>
    </Writer>
  );
}
