import type { Said } from '../../domain/entry.ts';
import { agendaOf, type Meeting, type MeetingEntry } from '../../domain/meeting.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { say, useCouncilPapers } from '../../state/councilPapers.ts';
import { changeView } from '../../state/store.ts';
import { ledgerOf, type TitledRow } from '../places/ledgerRows.ts';
import { Field } from '../places/PlaceFields.tsx';
import { PlaceMarks } from '../places/PlaceMarks.tsx';
import { todayIn } from '../today.ts';
import { fieldOf, Writer } from '../Writer.tsx';
import { addToAgenda, moveOnAgenda, takeOffAgenda } from './agendaEdits.ts';

/** The places a meeting goes through, in an order that can be changed. */
export function Agenda({ atlas, meeting }: { atlas: Atlas; meeting: Meeting }) {
  const text = useText();
  const { t } = text;
  const { places } = useCouncilPapers();
  const rows = ledgerOf(places, todayIn(atlas.city.timeZone), text);
  const agenda = agendaOf(meeting);
  const write = (said: readonly Said<MeetingEntry>[]): void => {
    if (said.length > 0) say('meetings', { id: meeting.id, said, step: 'agenda' });
  };
  const left = rows.filter(
    (row) => row.state === 'open' && !agenda.some(({ placeId }) => placeId === row.placeId),
  );
  const urgent = left.filter((row) => row.overdue > 0 || row.withoutMeasure).map(({ placeId }) => placeId);
  return (
    <section aria-label={t('meeting.agenda')}>
      <h3>{t('meeting.agenda')}</h3>
      {agenda.length === 0 && <p className="muted">{t('meeting.agenda.none')}</p>}
      <ol className="agenda">
        {agenda.map((item, index) => (
          <AgendaItem
            key={item.placeId}
            row={rows.find(({ placeId }) => placeId === item.placeId)}
            isFirst={index === 0}
            isLast={index === agenda.length - 1}
            onMove={(direction) => write(moveOnAgenda(meeting, item.placeId, direction))}
            onRemove={() => write(takeOffAgenda(meeting, item.placeId))}
          />
        ))}
      </ol>
      <div className="place-tools">
        {left.length > 0 && (
          <Writer
            label={t('meeting.agenda.add')}
            look="add"
            save={t('meeting.agenda.put')}
            onSubmit={(form) => write(addToAgenda(meeting, [fieldOf(form, 'place')].filter(Boolean)))}
          >
            <Field label={t('meeting.pin.place')}>
              <select name="place" required>
                {left.map((row) => (
                  <option key={row.placeId} value={row.placeId}>
                    {row.title}
                  </option>
                ))}
              </select>
            </Field>
          </Writer>
        )}
        {urgent.length > 0 && (
          <button type="button" className="add" onClick={() => write(addToAgenda(meeting, urgent))}>
            {t('meeting.agenda.addUrgent', { count: urgent.length })}
          </button>
        )}
      </div>
    </section>
  );
}

interface ItemProps {
  readonly row: TitledRow | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (direction: 'up' | 'down') => void;
  readonly onRemove: () => void;
}

function AgendaItem({ row, isFirst, isLast, onMove, onRemove }: ItemProps) {
  const { t } = useText();
  const name = row?.title ?? t('meeting.place.noName');
  return (
    <li>
      <span className="agenda-name">
        {row ? (
          <button
            type="button"
            className="link"
            onClick={() => changeView({ desk: null, paperId: row.placeId, selection: null })}
          >
            {name}
          </button>
        ) : (
          name
        )}
        <span className="marks">{row && <PlaceMarks row={row} />}</span>
      </span>
      <span className="agenda-tools">
        <button
          type="button"
          className="plain"
          aria-disabled={isFirst}
          aria-label={t('meeting.agenda.up', { name })}
          onClick={() => onMove('up')}
        >
          ↑
        </button>
        <button
          type="button"
          className="plain"
          aria-disabled={isLast}
          aria-label={t('meeting.agenda.down', { name })}
          onClick={() => onMove('down')}
        >
          ↓
        </button>
        <button
          type="button"
          className="link small"
          aria-label={t('meeting.agenda.remove', { name })}
          onClick={onRemove}
        >
          {t('meeting.withdraw')}
        </button>
      </span>
    </li>
  );
}
