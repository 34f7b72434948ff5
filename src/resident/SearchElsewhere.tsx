import { useEffect, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Geocoder } from '../state/config.ts';
import { askGeocoder, type FoundElsewhere, geocoderHost } from '../state/geocoder.ts';
import { askAbout } from '../state/store.ts';

type Answer =
  | { readonly kind: 'not-asked' | 'asking' | 'failed' }
  | { readonly kind: 'found'; readonly places: readonly FoundElsewhere[] };

/** A way on when nothing on the device has the name: another server, named, and asked only when pressed. */
export function SearchElsewhere({ geocoder, words }: { geocoder: Geocoder; words: string }) {
  const { t, language } = useText();
  const [answer, setAnswer] = useState<Answer>({ kind: 'not-asked' });
  const host = geocoderHost(geocoder);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have not been asked about yet
  useEffect(() => setAnswer({ kind: 'not-asked' }), [words]);
  const ask = (): void => {
    setAnswer({ kind: 'asking' });
    askGeocoder(geocoder, words, language).then(
      (places) => setAnswer({ kind: 'found', places }),
      () => setAnswer({ kind: 'failed' }),
    );
  };
  const said = {
    'not-asked': t('search.elsewhereWhy', { host }),
    asking: t('search.asking', { host }),
    failed: t('search.elsewhereFailed', { host }),
  };
  return (
    <div className="elsewhere">
      <button type="button" className="tool" disabled={answer.kind === 'asking'} onClick={ask}>
        {t('search.elsewhere', { host })}
      </button>
      <p className="muted" role="status">
        {answer.kind !== 'found'
          ? said[answer.kind]
          : answer.places.length === 0
            ? t('search.elsewhereNothing', { host })
            : t('search.elsewhereFound', { count: answer.places.length, host })}
      </p>
      {answer.kind === 'found' && answer.places.length > 0 && (
        <>
          <ul className="places">
            {answer.places.map((place) => (
              <li key={place.id}>
                <button type="button" className="link" onClick={() => askAbout(place.lngLat)}>
                  {place.name}
                </button>
              </li>
            ))}
          </ul>
          <p className="muted">{geocoder.attribution}</p>
        </>
      )}
    </div>
  );
}
