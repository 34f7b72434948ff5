import { type Meeting, meetingEntries } from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { nameOf, useCouncilWords } from '../places/words.ts';

/** What the meeting has decided, place by place. */
export function Decided({ atlas, meeting }: { atlas: Atlas; meeting: Meeting }) {
  const text = useText();
  const { t } = text;
  const words = useCouncilWords(atlas);
  const { places } = useCouncilPapers();
  const decisions = meetingEntries(meeting, 'decision');
  if (decisions.length === 0) return null;
  return (
    <section aria-label={t('meeting.decisions')}>
      <h3>{t('meeting.decisions')}</h3>
      <ul className="decision-list">
        {decisions.map((decision) => {
          const place = places.find(({ id }) => id === decision.placeId);
          return (
            <li key={decision.id}>
              <p className="kicker">
                {place ? nameOf(place, text) : t('meeting.decision.general')} · {words.said(decision)}
              </p>
              <p className="said">{decision.decision}</p>
              {decision.motive && <p className="small">{t('meeting.motive', { motive: decision.motive })}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
