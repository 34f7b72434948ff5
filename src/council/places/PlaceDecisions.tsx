import { decisionsOf } from '../../domain/discussion.ts';
import type { CouncilPlace } from '../../domain/hotspot.ts';
import { meetingDay, meetingDecisions } from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { type CouncilPapers, useCouncilPapers } from '../../state/councilPapers.ts';
import { useCouncilWords } from './words.ts';

/** A decision about a place, made in a thread or at a meeting. */
export interface PlaceDecision {
  readonly id: string;
  readonly date: string;
  readonly decision: string;
  readonly motive: string | undefined;
  readonly author: string;
}

/** All decisions about a place, oldest first. */
export function decisionsAbout({ id }: CouncilPlace, { threads, meetings }: CouncilPapers): PlaceDecision[] {
  const inThreads = threads
    .filter(({ pin }) => pin.kind === 'place' && pin.placeId === id)
    .flatMap(decisionsOf)
    .map((entry) => ({ ...entry, motive: entry.motive as string | undefined }));
  const atMeetings = meetings.flatMap((meeting) =>
    meetingDecisions(meeting, id).map((entry) => ({
      ...entry,
      motive: entry.motive,
      date: meetingDay(meeting),
    })),
  );
  return [...inThreads, ...atMeetings]
    .map(({ id: entryId, date, decision, motive, author }) => ({
      id: entryId,
      date,
      decision,
      motive,
      author,
    }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

export function PlaceDecisions({ atlas, place }: { atlas: Atlas; place: CouncilPlace }) {
  const { t } = useText();
  const words = useCouncilWords(atlas);
  const decisions = decisionsAbout(place, useCouncilPapers());
  if (decisions.length === 0) return null;
  return (
    <section aria-label={t('meeting.decisions')}>
      <h3>{t('meeting.decisions')}</h3>
      <ul className="decision-list">
        {decisions.map(({ id, date, decision, motive, author }) => (
          <li key={id}>
            <p className="kicker">{t('meeting.said', { author, date: words.day(date) })}</p>
            <p className="said">{decision}</p>
            {motive && <p className="small">{t('meeting.motive', { motive })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
