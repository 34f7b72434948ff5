import MiniSearch from 'minisearch';
import type { ContextCollection } from '../domain/feature.ts';
import { folded } from '../i18n/folded.ts';
import type { Text } from '../i18n/TextProvider.tsx';
import type { Atlas } from '../state/atlas.ts';
import type { StreetFinding } from '../state/streetSearch.ts';
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

/** Looks among findings; `guesses` also gives what resembles the words but little, where nothing better is found. */
export type Search = (words: string, how?: 'guesses' | 'no-guesses') => Finding[];

/** A search that forgives misspelling; nothing leaves the device. */
export function searcherOf(findings: readonly Finding[]): Search {
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
  return (words, how = 'guesses') => {
    const strict = index.search(words);
    const found =
      strict.length > 0 || how === 'no-guesses'
        ? strict
        : index.search(words, { combineWith: 'OR', fuzzy: 0.35 });
    return found.flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}

/** A street, house or place of the street map as the search field shows it. */
export function streetFindingOf(
  { id, name, kind, near, missingNumber, lngLat }: StreetFinding,
  t: Text['t'],
): Finding {
  const words =
    missingNumber !== undefined
      ? t('search.missingNumber', { number: missingNumber })
      : near === undefined || kind === 'place'
        ? t(`search.kind.${kind}`)
        : t('search.kindNear', { kind: t(`search.kind.${kind}`), place: near });
  return { id, name, kind: words, also: '', target: { kind: 'point', lngLat } };
}

/** Both lists as one: what begins as the words do comes first, the package's own before the streets. */
export function together(
  words: string,
  own: readonly Finding[],
  streets: readonly Finding[],
): readonly Finding[] {
  const start = folded(words.trim());
  const begins = ({ name }: Finding): boolean => folded(name).startsWith(start);
  const known = new Set(own.filter(begins).map(({ name }) => folded(name)));
  const all = [...own, ...streets.filter(({ name }) => !known.has(folded(name)))];
  return [...all.filter(begins), ...all.filter((finding) => !begins(finding))];
}
