import { useMemo } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import { contextOf } from '../state/shown.ts';
import { askAbout, select, useOpen } from '../state/store.ts';
import { SearchBox } from '../ui/SearchBox.tsx';
import { MyPlace } from './MyPlace.tsx';
import { type Finding, findingsOf, searcherOf } from './search.ts';

/** One field for neighbourhoods, places, measures, boards and programmes. Everything is looked up on the device. */
export default function SearchField({ atlas }: { atlas: Atlas }) {
  const text = useText();
  const { t } = text;
  const layers = useOpen((state) => state.layers);
  // The index is made when somebody first writes, not while the page is starting.
  const find = useMemo(() => {
    let search: ReturnType<typeof searcherOf> | undefined;
    return (words: string): readonly Finding[] => {
      search ??= searcherOf(findingsOf(atlas, contextOf(layers), text));
      return search(words);
    };
  }, [atlas, layers, text]);
  const choose = ({ target }: Finding): void => {
    if (target.kind === 'selection') select(target.selection);
    else askAbout(target.lngLat);
  };
  return (
    <>
      <SearchBox
        label={t('search.label')}
        nothing={t('search.nothing')}
        count={(count) => t('search.count', { count })}
        find={find}
        onChoose={choose}
      />
      <MyPlace />
    </>
  );
}
