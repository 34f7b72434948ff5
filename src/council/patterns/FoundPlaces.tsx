import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useAuthor } from '../../state/author.ts';
import { foundPlaces, keepFoundPlace } from '../../state/foundPlaces.ts';
import type { PatternResult } from '../../state/patternRun.ts';
import { changeView } from '../../state/store.ts';

const MOST_SHOWN = 8;

/** The places that an analysis points at, each with the way to make it the council's own. */
export function FoundPlaces({ atlas, result }: { atlas: Atlas; result: PatternResult }) {
  const { t, format } = useText();
  const author = useAuthor((state) => state.name);
  const found = foundPlaces(atlas, result);
  if (found.length === 0) return <p>{t('council.found.none')}</p>;
  return (
    <section aria-label={t('council.found.title')}>
      <h4>{t('council.found.title')}</h4>
      <ol className="found">
        {found.slice(0, MOST_SHOWN).map((place, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places are numbered, on the map too
          <li key={i}>
            <span>
              {place.near ? t('council.found.near', { area: place.near }) : t('council.found.somewhere')}
              <span className="muted small">
                {' '}
                {t('council.found.size', { hectares: format.number(place.squareMetres / 10_000, 1) })}
                {place.events !== undefined &&
                  `, ${t('council.found.events', { n: format.number(place.events) })}`}
              </span>
            </span>
            <button
              type="button"
              className="link"
              onClick={() => {
                const name = place.near
                  ? t('council.found.name', { area: place.near })
                  : t('council.found.somewhere');
                changeView({ desk: null, paperId: keepFoundPlace(place, result, name), selection: null });
              }}
            >
              {t('council.found.keep')}
              <span className="only-read"> {i + 1}</span>
            </button>
          </li>
        ))}
      </ol>
      {found.length > MOST_SHOWN && (
        <p className="small">{t('council.found.more', { count: found.length - MOST_SHOWN })}</p>
      )}
      {author === '' && <p className="muted small">{t('council.found.author')}</p>}
    </section>
  );
}
