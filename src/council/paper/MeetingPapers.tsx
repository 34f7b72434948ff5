import { agendaOf, type Meeting } from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { meetingTitle } from '../meeting/words.ts';
import { usePaper } from './usePaper.tsx';

/** The meeting's papers: the minutes, and one page for each place of the agenda. */
export function MeetingPapers({ atlas, meeting }: { atlas: Atlas; meeting: Meeting }) {
  const text = useText();
  const { t } = text;
  const { places } = useCouncilPapers();
  const { order, stage } = usePaper(atlas);
  const agenda = agendaOf(meeting).flatMap(({ placeId }) => places.find(({ id }) => id === placeId) ?? []);
  return (
    <section aria-label={t('meeting.papers')}>
      <h3>{t('meeting.papers')}</h3>
      <p className="small muted">{t('meeting.papers.about')}</p>
      <div className="place-tools">
        <button
          type="button"
          className="plain"
          onClick={() =>
            order({
              places: [],
              compose: async (parts) => (await import('./compose.ts')).minutesPaper(meeting, parts),
            })
          }
        >
          {t('meeting.papers.minutes')}
        </button>
        {agenda.length > 0 && (
          <button
            type="button"
            className="plain"
            onClick={() =>
              order({
                places: agenda,
                compose: async (parts) =>
                  (await import('./compose.ts')).placesPaper(meetingTitle(meeting, text), agenda, parts),
              })
            }
          >
            {t('meeting.papers.places', { count: agenda.length })}
          </button>
        )}
      </div>
      {stage}
    </section>
  );
}
