import { say } from '../city/say.ts';
import { convert, type Recipe, slug, textOf } from '../recipe.ts';
import { Refused } from '../refusal.ts';
import type { SourceFeature } from '../sourceFile.ts';

export const NAMED_POINTS_FILE = 'named-points/platser_punkter.geojson';

const SOURCE_OF_PREFIX: readonly (readonly [prefix: string, sourceId: string])[] = [
  ['GeoNames', 'geonames'],
  ['sv.wikipedia', 'wikipedia-sv'],
  ['City of Västerås', 'vasteras-punkter'],
  ['public student map', 'studentkarta'],
  ['public code', 'studentkarta'],
];

/** Whose point this is, from the words the file credits it with. */
export function pointSourceOf(feature: SourceFeature): string {
  const credit = textOf(feature, 'source');
  const found = SOURCE_OF_PREFIX.find(([prefix]) => credit.startsWith(prefix));
  if (found) return found[1];
  throw new Refused([
    { file: feature.file, feature: feature.label, reason: `no known source is meant by "${credit}"` },
  ]);
}

/** Every named point, so that search can find it; being here ties a place to no measure. */
export const namedPoints: Recipe = {
  id: 'orter',
  role: 'context',
  isLate: true,
  title: say('Namngivna platser', 'Named places', 'Nimetyt paikat'),
  description: say(
    'Platser att söka efter. Att en plats finns här betyder inte att den hör till paketet.',
    'Places to search for. Being here does not make a place part of the package.',
    'Haettavia paikkoja. Se, että paikka on täällä, ei tarkoita, että se kuuluu pakettiin.',
  ),
  sourceIds: ['geonames', 'wikipedia-sv', 'vasteras-punkter', 'studentkarta'],
  make: ({ read }) =>
    convert(read(NAMED_POINTS_FILE), (feature) => {
      const name = textOf(feature, 'name');
      return {
        properties: {
          kind: 'context',
          context: 'named-place',
          id: `ort-${slug(name)}`,
          name,
          placeType: textOf(feature, 'type').toLowerCase(),
          sourceIds: [pointSourceOf(feature)],
        },
        geometry: feature.geometry,
      };
    }),
};
