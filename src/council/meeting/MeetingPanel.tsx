import type { Said } from '../../domain/entry.ts';
import {
  agendaOf,
  type Meeting,
  type MeetingEntry,
  meetingDay,
  meetingEntries,
} from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { say } from '../../state/councilPapers.ts';
import { changeView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MeetingPapers } from '../paper/MeetingPapers.tsx';
import { Field } from '../places/PlaceFields.tsx';
import { fieldOf, Writer } from '../Writer.tsx';
import { Agenda } from './Agenda.tsx';
import { Decided } from './Decided.tsx';
import { meetingTitle } from './words.ts';

/** A meeting before and after it: its day, who is there, the agenda, what was decided, and its papers. */
export function MeetingPanel({ atlas, meeting }: { atlas: Atlas; meeting: Meeting }) {
  const text = useText();
  const { t, format } = text;
  const present = meetingEntries(meeting, 'present').at(-1);
  return (
    <article className="place-panel">
      <header className="details-heading">
        <button type="button" className="link back" onClick={() => changeView({ paperId: null })}>
          <Icon name="back" size={16} />
          {t('meeting.meetings.all')}
        </button>
        <h3 className="place-title">{meetingTitle(meeting, text)}</h3>
        <p className="kicker">{format.date(meetingDay(meeting))}</p>
        {present && <p className="small">{t('meeting.meeting.present', { names: present.text })}</p>}
      </header>
      <div className="place-tools">
        <button
          type="button"
          className="primary"
          disabled={agendaOf(meeting).length === 0}
          onClick={() => changeView({ storyStep: 1 })}
        >
          {t('meeting.view.start')}
        </button>
        <MeetingHead meeting={meeting} />
      </div>
      <Agenda atlas={atlas} meeting={meeting} />
      <Decided atlas={atlas} meeting={meeting} />
      <MeetingPapers atlas={atlas} meeting={meeting} />
    </article>
  );
}

function MeetingHead({ meeting }: { meeting: Meeting }) {
  const text = useText();
  const { t } = text;
  const ids = (kind: 'title' | 'day' | 'present'): string[] =>
    meetingEntries(meeting, kind).map(({ id }) => id);
  const save = (form: FormData): void => {
    const title = fieldOf(form, 'title');
    const date = fieldOf(form, 'date');
    const names = fieldOf(form, 'present');
    const said: Said<MeetingEntry>[] = [];
    if (title && title !== meetingTitle(meeting, text))
      said.push({ kind: 'title', text: title, replaces: ids('title') });
    if (date && date !== meetingDay(meeting)) said.push({ kind: 'day', date, replaces: ids('day') });
    if (names && names !== meetingEntries(meeting, 'present').at(-1)?.text)
      said.push({ kind: 'present', text: names, replaces: ids('present') });
    if (said.length > 0) say('meetings', { id: meeting.id, said, step: 'changeMeeting' });
  };
  return (
    <Writer label={t('meeting.meeting.edit')} save={t('meeting.save')} onSubmit={save}>
      <Field label={t('meeting.meeting.title')}>
        <input name="title" type="text" required maxLength={120} defaultValue={meetingTitle(meeting, text)} />
      </Field>
      <Field label={t('meeting.field.date')}>
        <input name="date" type="date" required defaultValue={meetingDay(meeting)} />
      </Field>
      <Field label={t('meeting.meeting.whoPresent')}>
        <textarea
          name="present"
          rows={2}
          maxLength={2000}
          defaultValue={meetingEntries(meeting, 'present').at(-1)?.text ?? ''}
        />
      </Field>
    </Writer>
  );
}
