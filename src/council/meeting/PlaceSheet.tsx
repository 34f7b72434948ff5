import { chainOf } from '../../domain/chain.ts';
import { type CouncilPlace, placeEntries } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { originText } from '../places/origin.ts';
import { decisionsAbout } from '../places/PlaceDecisions.tsx';
import { useCouncilWords } from '../places/words.ts';
import { todayIn } from '../today.ts';

interface SheetProps {
  readonly atlas: Atlas;
  readonly place: CouncilPlace;
  /** The meeting that is held: what it decides stands in its own fields. */
  readonly meetingId: string;
}

/** A place as it is read from the other side of a room: few words, large. */
export function PlaceSheet({ atlas, place, meetingId }: SheetProps) {
  const text = useText();
  const { t } = text;
  const words = useCouncilWords(atlas);
  const { problems, looseCauses, looseActions } = chainOf(place, todayIn(atlas.city.timeZone));
  const causes = [...problems.flatMap((each) => each.causes), ...looseCauses];
  const actions = [...causes.flatMap((each) => each.actions), ...looseActions];
  const followUp = placeEntries(place, 'follow-up').at(-1);
  const questions = placeEntries(place, 'question');
  const papers = useCouncilPapers();
  const meetings = papers.meetings.filter(({ id }) => id !== meetingId);
  const decisions = decisionsAbout(place, { ...papers, meetings });
  return (
    <>
      <dl className="sheet">
        <Part term={t('meeting.kind.problem')} texts={problems.map(({ problem }) => problem.text)} />
        <Part term={t('meeting.kind.cause')} texts={causes.map(({ cause }) => cause.text)} />
        {actions.length > 0 && (
          <div>
            <dt>{t('meeting.kind.action')}</dt>
            {actions.map(({ action, state }) => (
              <dd key={action.id}>
                {action.text}{' '}
                <span className="sheet-more">
                  <span className={state === 'overdue' ? 'mark mark-strong' : 'mark'}>
                    {t(`meeting.state.${state}`)}
                  </span>{' '}
                  {words.responsible(action.responsible)}
                  {action.dueDate && `, ${words.day(action.dueDate)}`}
                </span>
              </dd>
            ))}
          </div>
        )}
        {followUp && (
          <div>
            <dt>{t('meeting.followUps')}</dt>
            <dd>
              {t(`meeting.outcome.${followUp.outcome}`)}: {followUp.text}
            </dd>
          </div>
        )}
        <Part term={t('meeting.questions')} texts={questions.map((each) => each.text)} />
        <Part
          term={t('meeting.decisions')}
          texts={decisions.map(({ date, decision }) => `${words.day(date)}: ${decision}`)}
        />
      </dl>
      <p className="muted small">{originText(place, text, 'presented')}</p>
    </>
  );
}

function Part({ term, texts }: { term: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <dt>{term}</dt>
      {texts.map((text) => (
        <dd key={text}>{text}</dd>
      ))}
    </div>
  );
}
