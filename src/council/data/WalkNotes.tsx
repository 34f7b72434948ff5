import type { DataSet } from '../../domain/dataset.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilData } from '../../state/councilData.ts';
import { hideNotes, readNote, showNotes, useNotesOnMap } from '../../state/notesOnMap.ts';
import { notesOf, type WalkNote } from '../../state/walkNotes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { dayOf } from './dataWords.ts';

/** When and of what kind a note is; empty where nobody said. */
function aboutNote({ minute, category }: WalkNote, { format }: Text, timeZone: string): string {
  const day = minute === undefined ? [] : [format.date(dayOf(minute, timeZone))];
  return [...(category === undefined ? [] : [category]), ...day].join(' · ');
}

/** What was written down on a safety walk: as a list, and one by one on the map of this device. */
export function WalkNotes({ dataSet, atlas }: { dataSet: DataSet; atlas: Atlas }) {
  const text = useText();
  const { t } = text;
  const { dataSetId, row: read } = useNotesOnMap();
  const notes = notesOf(dataSet, atlas.city);
  if (notes.length === 0) return null;
  const isOnMap = dataSetId === dataSet.id;
  const canBeOnMap = notes.some(({ at }) => at !== undefined);
  return (
    <div className="walk-notes">
      {canBeOnMap && (
        <button
          type="button"
          className="plain"
          onClick={() => (isOnMap ? hideNotes() : showNotes(dataSet.id))}
        >
          {t(isOnMap ? 'council.notes.offMap' : 'council.notes.onMap')}
          <span className="only-read"> {dataSet.title}</span>
        </button>
      )}
      <details open={isOnMap}>
        <summary className="small">{t('council.data.notes', { count: notes.length })}</summary>
        <ol className="notes">
          {notes.map((note, i) => {
            const about = aboutNote(note, text, atlas.city.timeZone);
            const words = (
              <>
                <span className="note-number">{i + 1}</span> {note.text || t('council.notes.noWords')}
                {about !== '' && <span className="muted small"> {about}</span>}
              </>
            );
            return (
              <li key={note.row}>
                {isOnMap && note.at ? (
                  <button
                    type="button"
                    className="note-row"
                    aria-pressed={note.row === read}
                    onClick={() => readNote(note.row)}
                  >
                    {words}
                  </button>
                ) : (
                  words
                )}
              </li>
            );
          })}
        </ol>
      </details>
    </div>
  );
}

/** The note that was pressed, over the map, with the way to the one before and after. */
export function NoteCard({ atlas }: { atlas: Atlas }) {
  const text = useText();
  const { t } = text;
  const { dataSetId, row } = useNotesOnMap();
  const dataSet = useCouncilData((state) => state.dataSets?.find(({ id }) => id === dataSetId));
  const notes = dataSet ? notesOf(dataSet, atlas.city) : [];
  const index = notes.findIndex((note) => note.row === row);
  const note = notes[index];
  const step = (by: number): void => {
    const next = notes[(index + by + notes.length) % notes.length];
    if (next) readNote(next.row);
  };
  return (
    <div role="status" className={note ? 'note-card' : 'only-read'}>
      {note && dataSet && (
        <>
          <p className="muted small">
            {t('council.notes.nth', { nth: index + 1, count: notes.length })} ·{' '}
            {[dataSet.title, aboutNote(note, text, atlas.city.timeZone)].filter(Boolean).join(' · ')}
          </p>
          <p>{note.text || t('council.notes.noWords')}</p>
          <p className="note-tools">
            <button type="button" className="plain" onClick={() => step(-1)}>
              {t('council.notes.previous')}
            </button>
            <button type="button" className="plain" onClick={() => step(1)}>
              {t('council.notes.next')}
            </button>
            <button
              type="button"
              className="quiet"
              aria-label={t('council.notes.close')}
              onClick={() => readNote(null)}
            >
              <Icon name="close" />
            </button>
          </p>
        </>
      )}
    </div>
  );
}
