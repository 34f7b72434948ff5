import { lazy, Suspense } from 'react';
import { meetingDay, meetingEntries } from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Flavour } from '../../map/scene.ts';
import type { Atlas } from '../../state/atlas.ts';
import { addMeeting, useCouncilPapers } from '../../state/councilPapers.ts';
import { changeView, useOpen } from '../../state/store.ts';
import { Field } from '../places/PlaceFields.tsx';
import { todayIn } from '../today.ts';
import { fieldOf, Writer } from '../Writer.tsx';
import { MeetingPanel } from './MeetingPanel.tsx';
import { meetingTitle } from './words.ts';

const MeetingView = lazy(() => import('./MeetingView.tsx'));

/** The council's meetings, or the one that is open. */
export default function MeetingDesk({ atlas, flavour }: { atlas: Atlas; flavour: Flavour }) {
  const text = useText();
  const { t, format } = text;
  const { meetings } = useCouncilPapers();
  const { paperId, storyStep } = useOpen((state) => state.view);
  const meeting = meetings.find(({ id }) => id === paperId);
  if (meeting)
    return (
      <>
        <MeetingPanel key={meeting.id} atlas={atlas} meeting={meeting} />
        {storyStep !== null && (
          <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
            <MeetingView atlas={atlas} meeting={meeting} flavour={flavour} />
          </Suspense>
        )}
      </>
    );
  const latestFirst = [...meetings].sort((a, b) => (meetingDay(a) < meetingDay(b) ? 1 : -1));
  return (
    <>
      <p className="muted">{t(paperId ? 'meeting.meeting.notHere' : 'meeting.meetings.intro')}</p>
      {latestFirst.length > 0 && (
        <ul className="place-list" aria-label={t('meeting.meetings')}>
          {latestFirst.map((each) => (
            <li key={each.id}>
              <button type="button" className="place-row" onClick={() => changeView({ paperId: each.id })}>
                <span className="strong">{meetingTitle(each, text)}</span>
                <span className="muted small">
                  {format.date(meetingDay(each))} ·{' '}
                  {t('meeting.meeting.items', {
                    count: new Set(meetingEntries(each, 'item').map(({ placeId }) => placeId)).size,
                  })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <MeetingWriter today={todayIn(atlas.city.timeZone)} />
    </>
  );
}

function MeetingWriter({ today }: { today: string }) {
  const { t } = useText();
  return (
    <Writer
      label={t('meeting.meeting.new')}
      look="add"
      save={t('meeting.save')}
      onSubmit={(form) => {
        const [title, date] = [fieldOf(form, 'title'), fieldOf(form, 'date') || today];
        const id = addMeeting([
          { kind: 'title', text: title },
          { kind: 'day', date },
        ]);
        changeView({ paperId: id });
      }}
    >
      <Field label={t('meeting.meeting.title')}>
        <input name="title" type="text" required maxLength={120} defaultValue={t('meeting.meeting.usual')} />
      </Field>
      <Field label={t('meeting.field.date')}>
        <input name="date" type="date" required defaultValue={today} />
      </Field>
    </Writer>
  );
}
