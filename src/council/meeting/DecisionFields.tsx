import { useEffect, useId, useRef, useState } from 'react';
import type { Said } from '../../domain/entry.ts';
import { type Meeting, type MeetingEntry, meetingDecisions } from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { chooseAuthor, useAuthor } from '../../state/author.ts';
import { say, useCouncilPapers } from '../../state/councilPapers.ts';

/** Long enough not to save every letter, short enough to be saved before anyone turns the page. */
const PAUSE_MS = 900;

interface DecisionFieldsProps {
  readonly meeting: Meeting;
  readonly placeId: string;
}

interface Typed {
  readonly decision: string;
  readonly motive: string;
}

/**
 * The decision, typed in while it is made: saved at every pause and when the field is left. A pause replaces the draft that
 * the same hand saved before it in this sitting, so that the papers keep one decision and not its half sentences.
 */
export function DecisionFields({ meeting, placeId }: DecisionFieldsProps) {
  const { t } = useText();
  const id = useId();
  const name = useAuthor((state) => state.name);
  const known = meetingDecisions(meeting, placeId).at(-1);
  const [typed, setTyped] = useState<Typed>({ decision: known?.decision ?? '', motive: known?.motive ?? '' });
  const { saved, keep } = useKeeping({ meeting, placeId, typed });
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  return (
    <div className="decision-fields">
      {!name && (
        <label>
          <span className="choice-label">{t('meeting.author.label')}</span>
          <input type="text" maxLength={80} onBlur={(event) => chooseAuthor(event.target.value)} />
        </label>
      )}
      <label htmlFor={`${id}-decision`} className="decision-label">
        {t('meeting.decision.text')}
      </label>
      <textarea
        id={`${id}-decision`}
        rows={3}
        maxLength={4000}
        value={typed.decision}
        onChange={(event) => change({ decision: event.target.value })}
        onBlur={keep}
      />
      <label htmlFor={`${id}-motive`} className="decision-label">
        {t('meeting.decision.motive')}
      </label>
      <textarea
        id={`${id}-motive`}
        rows={2}
        maxLength={4000}
        value={typed.motive}
        onChange={(event) => change({ motive: event.target.value })}
        onBlur={keep}
      />
      <p role="status" className="muted small">
        {saved ? t('meeting.decision.saved') : ''}
      </p>
    </div>
  );
}

/** Saves what is typed: after a pause, on leaving the field, and when the place is left. */
function useKeeping({ meeting, placeId, typed }: DecisionFieldsProps & { typed: Typed }) {
  const papers = useCouncilPapers();
  const now = papers.meetings.find(({ id }) => id === meeting.id) ?? meeting;
  const state = useRef({ meeting: now, typed });
  state.current = { meeting: now, typed };
  const mine = useRef(new Set<string>());
  const isChanged = (): boolean => {
    const known = meetingDecisions(state.current.meeting, placeId).at(-1);
    const { decision, motive } = state.current.typed;
    return decision.trim() !== (known?.decision ?? '') || motive.trim() !== (known?.motive ?? '');
  };
  const keep = useRef(() => {});
  keep.current = () => {
    if (!isChanged()) return;
    // Another decision about the same place, from another copy, stays beside this one.
    const inForce = meetingDecisions(state.current.meeting, placeId)
      .slice(-1)
      .map(({ id }) => id);
    const said = saidOf(state.current.typed, placeId, inForce);
    if (!said) return;
    const dropDrafts = inForce.filter((each) => mine.current.has(each));
    const ids = say('meetings', { id: meeting.id, said: [said], step: 'meetingDecision', dropDrafts });
    for (const each of ids) mine.current.add(each);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed.decision, typed.motive]);
  useEffect(() => () => keep.current(), []);
  return { saved: typed.decision.trim() !== '' && !isChanged(), keep: () => keep.current() };
}

/** An emptied decision takes the old one back; an empty one that never was is nothing. */
function saidOf(
  { decision, motive }: Typed,
  placeId: string,
  inForce: readonly string[],
): Said<MeetingEntry> | undefined {
  const replaces = [...inForce];
  if (decision.trim() === '') return replaces.length > 0 ? { kind: 'withdraw', replaces } : undefined;
  return {
    kind: 'decision',
    placeId,
    decision: decision.trim(),
    ...(motive.trim() ? { motive: motive.trim() } : {}),
    ...(replaces.length > 0 ? { replaces } : {}),
  };
}
