import MiniSearch from 'minisearch';
import type { ContextCollection } from '../domain/feature.ts';
import type { Text } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import type { Selection } from '../state/view.ts';

/** Something that can be found by name: it leads to details or to what applies at a point. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  /** What kind of thing it is, in the user's words. */
  readonly kind: string;
  /** More words it answers to: official text, short names, the Swedish name in other languages. */
  readonly also: string;
  readonly target:
    | { readonly kind: 'selection'; readonly selection: Selection }
    | { readonly kind: 'point'; readonly lngLat: readonly [number, number] };
}

/** Lower case without accents, so that plain a and o find å, ä and ö, in whatever case. */
export const folded = (term: string): string =>
  term
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

/** The abbreviation people use for a long name: the first letters of its words, small words left out. */
const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word[0])
    .join('');

/** Everything a person may look for: package features, measures, boards, programmes, neighbourhoods and named places. */
export function findingsOf(
  atlas: Atlas,
  context: readonly ContextCollection[],
  { t, local }: Text,
): Finding[] {
  const chosen = (selection: Selection): Finding['target'] => ({ kind: 'selection', selection });
  const features = atlas.features
    .filter(({ properties }) => properties.kind !== 'light' && properties.kind !== 'camera')
    .map(
      ({ properties }): Finding => ({
        id: `feature:${properties.id}`,
        name: local(properties.name),
        kind: t(`kind.${properties.kind}`),
        also: properties.name.sv,
        target: chosen({ kind: 'feature', id: properties.id }),
      }),
    );
  const measures = atlas.city.measures.map(
    (measure): Finding => ({
      id: `measure:${measure.id}`,
      name: local(measure.name),
      kind: t('kind.measure'),
      also: `${measure.name.sv} ${measure.officialText} ${local(measure.summary)}`,
      target: chosen({ kind: 'measure', id: measure.id }),
    }),
  );
  const boards = atlas.city.boards.map(
    (board): Finding => ({
      id: `board:${board.id}`,
      name: local(board.name),
      kind: t('kind.board'),
      also: `${board.name.sv} ${initialsOf(board.name.sv)} ${local(board.short)} ${board.department ? local(board.department) : ''}`,
      target: chosen({ kind: 'board', id: board.id }),
    }),
  );
  const programmes = atlas.city.programmes.map(
    (programme): Finding => ({
      id: `programme:${programme.id}`,
      name: local(programme.short),
      kind: t('kind.programme'),
      also: `${programme.officialTitle} ${local(programme.name)}`,
      target: chosen({ kind: 'programme', id: programme.id }),
    }),
  );
  return [...features, ...measures, ...boards, ...programmes, ...namedPoints(context, t)];
}

function namedPoints(context: readonly ContextCollection[], t: Text['t']): Finding[] {
  return context
    .flatMap((collection) => collection.features)
    .flatMap(({ geometry, properties }): Finding[] => {
      const isNeighbourhood = properties.context === 'neighbourhood-label';
      if (!properties.name || geometry.type !== 'Point') return [];
      if (!isNeighbourhood && properties.context !== 'named-place') return [];
      const [lng = 0, lat = 0] = geometry.coordinates;
      return [
        {
          id: `${properties.context}:${properties.id}`,
          name: properties.name,
          kind: t(isNeighbourhood ? 'search.neighbourhood' : 'search.namedPlace'),
          also: properties.name.replaceAll('-', ' '),
          target: { kind: 'point', lngLat: [lng, lat] },
        },
      ];
    });
}

/** A search that forgives misspelling; nothing leaves the device. */
export function searcherOf(findings: readonly Finding[]): (words: string) => Finding[] {
  const index = new MiniSearch<Finding>({
    fields: ['name', 'also', 'kind'],
    processTerm: (term) => folded(term) || null,
    searchOptions: {
      boost: { name: 6, also: 1, kind: 0.5 },
      prefix: true,
      fuzzy: (term) => (term.length < 4 ? false : 0.25),
      combineWith: 'AND',
    },
  });
  index.addAll(findings);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return (words) => {
    const strict = index.search(words);
    const found = strict.length > 0 ? strict : index.search(words, { combineWith: 'OR', fuzzy: 0.35 });
    return found.flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}
