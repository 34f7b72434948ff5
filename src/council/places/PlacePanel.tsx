import { type CouncilPlace, placeEntries } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { startPlacing } from '../../state/councilDraft.ts';
import { changeView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PlacePaperButton } from '../paper/PlacePaperButton.tsx';
import { ThreadList } from '../threads/ThreadList.tsx';
import { EntryWriter } from './EntryWriter.tsx';
import { originText } from './origin.ts';
import { PlaceChain } from './PlaceChain.tsx';
import { PlaceCoverage } from './PlaceCoverage.tsx';
import { PlaceDecisions } from './PlaceDecisions.tsx';
import { PlaceLinks } from './PlaceLinks.tsx';
import { PlaceFollowUps, PlaceQuestions } from './PlaceNotes.tsx';
import { nameOf, useCouncilWords } from './words.ts';

/** Everything the council knows and wants at one place. */
export function PlacePanel({ atlas, place }: { atlas: Atlas; place: CouncilPlace }) {
  const text = useText();
  const { t } = text;
  const words = useCouncilWords(atlas);
  const names = placeEntries(place, 'name');
  const outlines = placeEntries(place, 'outline');
  const closed = placeEntries(place, 'close').at(-1);
  return (
    <article className="place-panel">
      <header className="details-heading">
        <button type="button" className="link back" onClick={() => changeView({ paperId: null })}>
          <Icon name="back" size={16} />
          {t('meeting.places.all')}
        </button>
        <h3 className="place-title">{nameOf(place, text)}</h3>
        <p className="kicker">
          {originText(place, text)} ·{' '}
          {t('meeting.said', { author: place.createdBy, date: words.day(place.createdAt.slice(0, 10)) })}
        </p>
        {names.length > 1 && (
          <p className="box">
            {t('meeting.place.twoNames', { names: names.map((each) => each.text).join(' / ') })}
          </p>
        )}
        {outlines.length > 1 && <p className="box">{t('meeting.place.twoOutlines')}</p>}
        {closed && <p className="box">{t('meeting.place.closed', { why: closed.text })}</p>}
      </header>
      <div className="place-tools">
        <EntryWriter atlas={atlas} place={place} kind="name" olds={names} label={t('meeting.place.rename')} />
        <button type="button" className="plain" onClick={() => startPlacing(place.id)}>
          {t('meeting.place.move')}
        </button>
        <PlacePaperButton atlas={atlas} place={place} />
      </div>
      <PlaceChain atlas={atlas} place={place} />
      <PlaceFollowUps atlas={atlas} place={place} />
      <PlaceLinks atlas={atlas} place={place} />
      <PlaceCoverage atlas={atlas} place={place} />
      <PlaceQuestions atlas={atlas} place={place} />
      <PlaceDecisions atlas={atlas} place={place} />
      <section aria-label={t('meeting.threads')}>
        <h3>{t('meeting.threads')}</h3>
        <ThreadList atlas={atlas} pin={{ kind: 'place', placeId: place.id }} />
      </section>
      {!closed && (
        <EntryWriter atlas={atlas} place={place} kind="close" label={t('meeting.place.close')} look="link" />
      )}
    </article>
  );
}
