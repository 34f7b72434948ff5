import { useMemo, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { useAddresses, wantAddresses } from '../state/addresses.ts';
import type { Atlas } from '../state/atlas.ts';
import { useGrounds } from '../state/basemap.ts';
import { contextOf } from '../state/shown.ts';
import { askAbout, fetchTheRest, select, useOpen } from '../state/store.ts';
import { SearchBox } from '../ui/SearchBox.tsx';
import { MyPlace } from './MyPlace.tsx';
import { SearchElsewhere } from './SearchElsewhere.tsx';
import type { Finding } from './search.ts';

type Searching = typeof import('./search.ts');

/** The package's own findings must not drown among a city's streets. */
const MOST_STREETS = 6;

/** One field for neighbourhoods, places, measures, boards and programmes. Everything is looked up on the device. */
export default function SearchField({ atlas }: { atlas: Atlas }) {
  const text = useText();
  const { t } = text;
  const layers = useOpen((state) => state.layers);
  const streets = useGrounds((state) => state.streets);
  const findStreets = useAddresses((state) => state.find);
  const geocoder = useOpen((state) => state.config.geocoder);
  // What searches is fetched when somebody steps into the field, and the index made when they first write.
  const [searching, setSearching] = useState<Searching | null>(null);
  const prepare = (): void => {
    fetchTheRest();
    if (!searching) import('./search.ts').then(setSearching, console.error);
  };
  const find = useMemo(() => {
    if (!searching) return () => [];
    const { findingsOf, searcherOf, streetFindingOf, together } = searching;
    let search: ReturnType<typeof searcherOf> | undefined;
    return (words: string): readonly Finding[] => {
      search ??= searcherOf(findingsOf(atlas, contextOf(layers), text));
      wantAddresses();
      const onStreets = findStreets?.(words).slice(0, MOST_STREETS) ?? [];
      // A house number is an address: a guess at a similar name would hide the way to who knows addresses.
      const asksElsewhere = geocoder !== undefined && /\d/.test(words);
      return together(
        words,
        search(words, onStreets.length > 0 || asksElsewhere ? 'no-guesses' : 'guesses'),
        onStreets.map((found) => streetFindingOf(found, text.t)),
      );
    };
  }, [searching, atlas, layers, text, findStreets, geocoder]);
  const choose = ({ target }: Finding): void => {
    if (target.kind === 'selection') select(target.selection);
    else askAbout(target.lngLat);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the focus of the field in it
    <div onFocus={prepare}>
      <SearchBox
        label={t(streets ? 'search.labelStreets' : 'search.label')}
        nothing={t('search.nothing')}
        count={(count) => t('search.count', { count })}
        find={find}
        onChoose={choose}
        {...(geocoder && {
          otherwise: (words: string) => <SearchElsewhere geocoder={geocoder} words={words} />,
        })}
      />
      <MyPlace />
    </div>
  );
}
