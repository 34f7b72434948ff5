import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { startPlacing, useCouncilDraft } from '../../state/councilDraft.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { changeView, useOpen } from '../../state/store.ts';
import { CouncilFiles } from '../CouncilFiles.tsx';
import { FeaturePanel } from '../threads/FeaturePanel.tsx';
import { ThreadsOverview } from '../threads/ThreadsOverview.tsx';
import { todayIn } from '../today.ts';
import { ledgerOf } from './ledgerRows.ts';
import { PlaceDraft } from './PlaceDraft.tsx';
import { PlaceMarks } from './PlaceMarks.tsx';
import { PlacePanel } from './PlacePanel.tsx';
import { useCouncilWords } from './words.ts';

/** The council's places, or the one that is open. */
export default function PlacesDesk({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const { places } = useCouncilPapers();
  const { paperId, selection } = useOpen((state) => state.view);
  const isPlacing = useCouncilDraft((state) => state.isPlacing);
  if (isPlacing) return <PlaceDraft atlas={atlas} />;
  const place = places.find(({ id }) => id === paperId);
  if (place) return <PlacePanel key={place.id} atlas={atlas} place={place} />;
  if (paperId)
    return (
      <>
        <p role="status">{t('meeting.place.notHere')}</p>
        <button type="button" className="plain" onClick={() => changeView({ paperId: null })}>
          {t('meeting.places.all')}
        </button>
      </>
    );
  const feature = selection?.kind === 'feature' ? atlas.featureById.get(selection.id) : undefined;
  if (feature) return <FeaturePanel key={feature.properties.id} atlas={atlas} feature={feature} />;
  return <Overview atlas={atlas} />;
}

function Overview({ atlas }: { atlas: Atlas }) {
  const text = useText();
  const { t } = text;
  const words = useCouncilWords(atlas);
  const { places, unreadable } = useCouncilPapers();
  const rows = ledgerOf(places, todayIn(atlas.city.timeZone), text);
  return (
    <>
      <p className="muted">{t(rows.length === 0 ? 'meeting.places.none' : 'meeting.places.intro')}</p>
      <button type="button" className="primary" onClick={() => startPlacing()}>
        {t('meeting.place.new')}
      </button>
      {rows.length > 0 && (
        <ul className="place-list" aria-label={t('meeting.desk.places')}>
          {rows.map((row) => (
            <li key={row.placeId}>
              <button
                type="button"
                className="place-row"
                onClick={() => changeView({ paperId: row.placeId })}
              >
                <span className="strong">{row.title}</span>
                <span className="marks">
                  <PlaceMarks row={row} />
                </span>
                {row.nextDueDate && (
                  <span className="muted small">
                    {t('meeting.place.nextDue', { date: words.day(row.nextDueDate) })}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {unreadable.length > 0 && (
        <section className="box">
          <h3>{t('meeting.unreadable', { count: unreadable.length })}</h3>
          <p className="small">{t('meeting.unreadable.kept')}</p>
          <ul className="small">
            {unreadable.map(({ collection, id, why }) => (
              <li key={`${collection}/${id}`}>
                {t('meeting.unreadable.paper', { id: `${collection}/${id}`, why })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ThreadsOverview atlas={atlas} />
      <CouncilFiles atlas={atlas} />
    </>
  );
}
