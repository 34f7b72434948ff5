import type { PackageFeature } from '../../domain/feature.ts';
import { placeEntries } from '../../domain/hotspot.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { changeView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { nameOf } from '../places/words.ts';
import { ThreadList } from './ThreadList.tsx';

/** A thing of the map as the council sees it: who answers, which of the council's places it belongs to, what is said of it. */
export function FeaturePanel({ atlas, feature }: { atlas: Atlas; feature: PackageFeature }) {
  const text = useText();
  const { t, local } = text;
  const { places } = useCouncilPapers();
  const { id, kind, name, namndId, status, measureIds } = feature.properties;
  const board = atlas.boards.get(namndId);
  const linked = places.filter((place) =>
    placeEntries(place, 'link').some(({ targetId }) => targetId === id),
  );
  return (
    <article>
      <header className="details-heading">
        <button type="button" className="link back" onClick={() => changeView({ selection: null })}>
          <Icon name="back" size={16} />
          {t('meeting.places.all')}
        </button>
        <h3 className="place-title">{local(name)}</h3>
        <p className="kicker">
          {t(`kind.${kind}`)} · {t(`status.${status}`)}
          {board && ` · ${local(board.name)}`}
        </p>
      </header>
      <p className="small">
        {measureIds
          .flatMap((each) => atlas.measures.get(each)?.measure ?? [])
          .map((each) => local(each.name))
          .join(', ')}
      </p>
      {linked.length > 0 && (
        <p>
          {t('meeting.feature.places')}{' '}
          {linked.map((place) => (
            <button
              key={place.id}
              type="button"
              className="link"
              onClick={() => changeView({ paperId: place.id, selection: null })}
            >
              {nameOf(place, text)}
            </button>
          ))}
        </p>
      )}
      <section aria-label={t('meeting.threads')}>
        <h3>{t('meeting.threads')}</h3>
        <ThreadList atlas={atlas} pin={{ kind: 'feature', featureId: id }} />
      </section>
    </article>
  );
}
