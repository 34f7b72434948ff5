import { type Thread, type ThreadEntry, threadState } from '../../domain/discussion.ts';
import { currentOf, type Said } from '../../domain/entry.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { type CouncilStep, say } from '../../state/councilPapers.ts';
import { Field } from '../places/PlaceFields.tsx';
import { useCouncilWords } from '../places/words.ts';
import { todayIn } from '../today.ts';
import { fieldOf, Writer } from '../Writer.tsx';

/** One conversation: everything said in order, and what can be said next. Resolved ones are folded. */
export function ThreadView({ atlas, thread }: { atlas: Atlas; thread: Thread }) {
  const { t } = useText();
  const state = threadState(thread);
  const said = currentOf(thread.entries).filter(({ kind }) => kind !== 'withdraw');
  return (
    <details className="thread" open={state === 'open'}>
      <summary>
        <span className="strong">{thread.title}</span>{' '}
        <span className={state === 'open' ? 'mark mark-dashed' : 'mark'}>{t(`meeting.thread.${state}`)}</span>
      </summary>
      <ul className="said-list">
        {said.map((entry) => (
          <ThreadLine key={entry.id} atlas={atlas} thread={thread} entry={entry} />
        ))}
      </ul>
      <ThreadTools atlas={atlas} thread={thread} />
    </details>
  );
}

interface LineProps {
  readonly atlas: Atlas;
  readonly thread: Thread;
  readonly entry: ThreadEntry;
}

function ThreadLine({ atlas, thread, entry }: LineProps) {
  const { t } = useText();
  const words = useCouncilWords(atlas);
  if (entry.kind === 'withdraw') return null;
  const text = entry.kind === 'decide' ? entry.decision : entry.text;
  return (
    <li className={`said-${entry.kind}`}>
      <p className="kicker">
        {entry.kind !== 'post' && <span className="strong">{t(`meeting.threadEntry.${entry.kind}`)} · </span>}
        {words.said(entry)}
      </p>
      {text && <p className="said">{text}</p>}
      {entry.kind === 'decide' && (
        <p className="small">
          {words.day(entry.date)} · {t('meeting.motive', { motive: entry.motive })}
        </p>
      )}
      {(entry.kind === 'post' || entry.kind === 'decide') && (
        <button
          type="button"
          className="link small"
          aria-label={t('meeting.withdraw.spoken', { text: text ?? '' })}
          onClick={() =>
            say('threads', {
              id: thread.id,
              said: [{ kind: 'withdraw', replaces: [entry.id] }],
              step: 'withdrawEntry',
            })
          }
        >
          {t('meeting.withdraw')}
        </button>
      )}
    </li>
  );
}

function ThreadTools({ atlas, thread }: { atlas: Atlas; thread: Thread }) {
  const { t } = useText();
  const today = todayIn(atlas.city.timeZone);
  const write = (said: Said<ThreadEntry>, step: CouncilStep): void => {
    say('threads', { id: thread.id, said: [said], step });
  };
  const isOpen = threadState(thread) === 'open';
  return (
    <div className="thread-tools">
      {isOpen && (
        <Writer
          label={t('meeting.thread.reply')}
          spoken={t('meeting.thread.reply.spoken', { title: thread.title })}
          save={t('meeting.thread.send')}
          onSubmit={(form) => {
            const text = fieldOf(form, 'text');
            if (text) write({ kind: 'post', text }, 'post');
          }}
        >
          <Field label={t('meeting.thread.text')}>
            <textarea name="text" required rows={3} maxLength={4000} />
          </Field>
        </Writer>
      )}
      {isOpen && (
        <Writer
          label={t('meeting.thread.decide')}
          spoken={t('meeting.thread.decide.spoken', { title: thread.title })}
          save={t('meeting.thread.saveDecision')}
          onSubmit={(form) => {
            const [decision, motive] = [fieldOf(form, 'decision'), fieldOf(form, 'motive')];
            const date = fieldOf(form, 'date') || today;
            if (decision && motive) write({ kind: 'decide', decision, motive, date }, 'decide');
          }}
        >
          <DecisionFields today={today} />
        </Writer>
      )}
      <button
        type="button"
        className="plain"
        aria-label={t(isOpen ? 'meeting.thread.resolve.spoken' : 'meeting.thread.reopen.spoken', {
          title: thread.title,
        })}
        onClick={() => write({ kind: isOpen ? 'resolve' : 'reopen' }, isOpen ? 'resolve' : 'reopen')}
      >
        {t(isOpen ? 'meeting.thread.resolve' : 'meeting.thread.reopen')}
      </button>
    </div>
  );
}

function DecisionFields({ today }: { today: string }) {
  const { t } = useText();
  return (
    <>
      <Field label={t('meeting.decision.text')}>
        <textarea name="decision" required rows={2} maxLength={4000} />
      </Field>
      <Field label={t('meeting.decision.motive')}>
        <textarea name="motive" required rows={2} maxLength={4000} />
      </Field>
      <Field label={t('meeting.decision.date')}>
        <input name="date" type="date" required defaultValue={today} />
      </Field>
    </>
  );
}
