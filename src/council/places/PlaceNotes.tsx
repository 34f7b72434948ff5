import { firstWording } from '../../domain/entry.ts';
import { type CouncilPlace, placeEntries } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { EntryWriter } from './EntryWriter.tsx';
import { ChainNode } from './PlaceChain.tsx';
import { useEvaluations } from './useEvaluations.ts';
import { useCouncilWords } from './words.ts';

interface NotesProps {
  readonly atlas: Atlas;
  readonly place: CouncilPlace;
}

/** Whether it became better, as the council judged it on a day. */
export function PlaceFollowUps({ atlas, place }: NotesProps) {
  const { t } = useText();
  const words = useCouncilWords(atlas);
  const evaluations = useEvaluations();
  const followUps = placeEntries(place, 'follow-up');
  const titleOf = (id: string | undefined): string | undefined =>
    evaluations.find((each) => each.id === id)?.title;
  return (
    <section aria-label={t('meeting.followUps')} className="chain">
      <h3>{t('meeting.followUps')}</h3>
      {followUps.length === 0 && <p className="muted">{t('meeting.followUps.none')}</p>}
      <ul>
        {followUps.map((entry) => (
          <ChainNode
            key={firstWording(place.entries, entry.id)}
            {...{ atlas, place, entry }}
            kind="follow-up"
          >
            <p className="small">
              <span className="mark">{t(`meeting.outcome.${entry.outcome}`)}</span> {words.day(entry.date)}
              {titleOf(entry.evaluationId) && ` · ${titleOf(entry.evaluationId)}`}
            </p>
          </ChainNode>
        ))}
        <li>
          <EntryWriter {...{ atlas, place }} kind="follow-up" label={t('meeting.add.follow-up')} look="add" />
        </li>
      </ul>
    </section>
  );
}

/** What nobody knows yet. */
export function PlaceQuestions({ atlas, place }: NotesProps) {
  const { t } = useText();
  return (
    <section aria-label={t('meeting.questions')} className="chain">
      <h3>{t('meeting.questions')}</h3>
      <ul>
        {placeEntries(place, 'question').map((entry) => (
          <ChainNode
            key={firstWording(place.entries, entry.id)}
            {...{ atlas, place, entry }}
            kind="question"
          />
        ))}
        <li>
          <EntryWriter {...{ atlas, place }} kind="question" label={t('meeting.add.question')} look="add" />
        </li>
      </ul>
    </section>
  );
}
