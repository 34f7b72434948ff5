import type { ContextProperties } from '../../src/domain/feature.ts';
import { say } from '../city/say.ts';
import { convert, numberOf, type Recipe, slug, textOf } from '../recipe.ts';
import type { SourceFeature } from '../sourceFile.ts';

type Extra = Omit<ContextProperties, 'kind' | 'context'>;
type Describe = (feature: SourceFeature, index: number) => Extra;

const SCB = 'scb-deso-regso';

/** A context layer shows its file as it is: every feature, with an id and at most a name and a few numbers. */
function contextRecipe(
  recipe: Omit<Recipe, 'role' | 'make'> & { file: string; context: ContextProperties['context'] },
  describeFeature: Describe,
): Recipe {
  const { file, context, ...rest } = recipe;
  return {
    ...rest,
    role: 'context',
    make: ({ read }) =>
      convert(read(file), (feature, index) => ({
        properties: { kind: 'context', context, ...describeFeature(feature, index) },
        geometry: feature.geometry,
      })),
  };
}

const numbered =
  (prefix: string): Describe =>
  (_, index) => ({ id: `${prefix}-${index + 1}` });

const municipality = contextRecipe(
  {
    id: 'kommun',
    file: 'lantmateriet-oversikt/kommun_vasteras.geojson',
    context: 'municipality',
    title: say('Kommungräns', 'Municipal boundary', 'Kunnan raja'),
    description: say(
      'Västerås kommun, översiktlig gräns.',
      'The municipality, outlined roughly.',
      'Västeråsin kunta, yleispiirteinen raja.',
    ),
    sourceIds: ['lantmateriet-oversikt'],
  },
  (feature) => ({ id: `kommun-${textOf(feature, 'kommunkod')}`, name: textOf(feature, 'name') }),
);

const builtUp = contextRecipe(
  {
    id: 'tatorter',
    file: 'lantmateriet-oversikt/tatorter_vasteras.geojson',
    context: 'built-up',
    title: say('Tätorter', 'Built-up areas', 'Taajamat'),
    description: say(
      'Bebyggda områden, bara som bakgrund.',
      'Built-up areas, as a background only.',
      'Rakennetut alueet, vain taustaksi.',
    ),
    sourceIds: ['lantmateriet-oversikt'],
  },
  (feature) => ({
    id: `tatort-${slug(textOf(feature, 'tatortskod'))}`,
    name: textOf(feature, 'name'),
    population: numberOf(feature, 'population_2020'),
  }),
);

const lake = contextRecipe(
  {
    id: 'malaren',
    file: 'gshhg/malaren_vasteras.geojson',
    context: 'lake',
    title: say('Mälaren', 'Lake Mälaren', 'Mälaren-järvi'),
    description: say(
      'Grov strandlinje; hamnen är förenklad.',
      'A coarse shoreline; the harbour is simplified.',
      'Karkea rantaviiva; satama on yksinkertaistettu.',
    ),
    sourceIds: ['gshhg'],
  },
  (feature) => ({ id: slug(textOf(feature, 'name')), name: textOf(feature, 'name') }),
);

const streams = contextRecipe(
  {
    id: 'vattendrag',
    file: 'lantmateriet-sverigekartan/vattendrag_vasteras.geojson',
    context: 'stream',
    title: say('Vattendrag', 'Streams', 'Vesistöt'),
    description: say(
      'Starkt förenklade, skala 1:1 miljon.',
      'Heavily simplified, scale 1:1 million.',
      'Voimakkaasti yksinkertaistettu, mittakaava 1:1 miljoona.',
    ),
    sourceIds: ['lantmateriet-sverigekartan'],
  },
  ({ properties }, index) => ({
    id: `vattendrag-${index + 1}`,
    ...(typeof properties.name === 'string' ? { name: properties.name } : {}),
  }),
);

const railway = contextRecipe(
  {
    id: 'jarnvag',
    file: 'lantmateriet-oversikt/jarnvag_vasteras.geojson',
    context: 'railway',
    title: say('Järnväg', 'Railway', 'Rautatie'),
    description: say('Skala 1:250 000.', 'Scale 1:250,000.', 'Mittakaava 1:250 000.'),
    sourceIds: ['lantmateriet-jarnvag'],
  },
  numbered('jarnvag'),
);

const motorway = contextRecipe(
  {
    id: 'e18',
    file: 'scb-deso-regso/e18_vast_harledd.geojson',
    context: 'motorway',
    title: say('E18 i väster', 'The E18 in the west', 'E18 lännessä'),
    description: say(
      'Härledd ur områdesgränser; slutar där inget bekräftar den.',
      'Derived from area boundaries; it ends where nothing confirms it.',
      'Johdettu aluerajoista; päättyy siihen, missä mikään ei vahvista sitä.',
    ),
    sourceIds: [SCB],
  },
  (feature) => ({ id: 'e18-vast', name: textOf(feature, 'name') }),
);

const neighbourhoods = contextRecipe(
  {
    id: 'regso',
    file: 'scb-deso-regso/regso2025_vasteras.geojson',
    context: 'neighbourhood',
    title: say('Bostadsområden (RegSO)', 'Neighbourhoods (RegSO)', 'Asuinalueet (RegSO)'),
    description: say(
      'SCB:s regionala statistikområden med folkmängd. Landsbygden och Kvicksund saknas.',
      'Statistics Sweden’s regional statistical areas with population. The countryside and Kvicksund are missing.',
      'SCB:n alueelliset tilastoalueet ja väkiluku. Maaseutu ja Kvicksund puuttuvat.',
    ),
    isLate: true,
    sourceIds: [SCB],
  },
  (feature) => ({
    id: `regso-${slug(textOf(feature, 'regso'))}`,
    name: textOf(feature, 'name'),
    population: numberOf(feature, 'population_2025'),
    areaKm2: numberOf(feature, 'area_km2'),
  }),
);

const neighbourhoodLabels = contextRecipe(
  {
    id: 'regso-etiketter',
    file: 'scb-deso-regso/regso_etiketter.geojson',
    context: 'neighbourhood-label',
    title: say('Namn på bostadsområden', 'Names of neighbourhoods', 'Asuinalueiden nimet'),
    description: say(
      'Var namnen skrivs på kartan.',
      'Where the names are written on the map.',
      'Mihin nimet kirjoitetaan kartalla.',
    ),
    isLate: true,
    sourceIds: [SCB],
  },
  (feature) => ({ id: `namn-${slug(textOf(feature, 'regso'))}`, name: textOf(feature, 'name') }),
);

const statisticalAreas = contextRecipe(
  {
    id: 'deso',
    file: 'scb-deso-regso/deso2025_vasteras.geojson',
    context: 'statistical-area',
    title: say(
      'Statistikområden med folkmängd (DeSO)',
      'Statistical areas with population (DeSO)',
      'Tilastoalueet ja väkiluku (DeSO)',
    ),
    description: say(
      'SCB:s demografiska statistikområden. Landsbygden och Kvicksund saknas.',
      'Statistics Sweden’s demographic statistical areas. The countryside and Kvicksund are missing.',
      'SCB:n väestötilastoalueet. Maaseutu ja Kvicksund puuttuvat.',
    ),
    isLate: true,
    sourceIds: [SCB],
  },
  (feature) => ({
    id: `deso-${slug(textOf(feature, 'deso'))}`,
    name: textOf(feature, 'regso_name'),
    population: numberOf(feature, 'population_2025'),
    areaKm2: numberOf(feature, 'area_km2'),
  }),
);

const boundaryLines = contextRecipe(
  {
    id: 'granslinjer',
    file: 'scb-deso-regso/deso_granslinjer.geojson',
    context: 'boundary-line',
    title: say('Områdesgränser', 'Area boundaries', 'Aluerajat'),
    description: say(
      'Gränser mellan statistikområden. De följer ofta större gator, men är inget gatunät.',
      'Boundaries between statistical areas. They often follow main streets but are no street network.',
      'Tilastoalueiden rajoja. Ne seuraavat usein pääkatuja, mutta eivät ole katuverkko.',
    ),
    isLate: true,
    sourceIds: [SCB],
  },
  numbered('grans'),
);

/** What lies behind the package, from the bottom up. */
export const contextLayers: Recipe[] = [
  municipality,
  builtUp,
  lake,
  streams,
  statisticalAreas,
  boundaryLines,
  neighbourhoods,
  motorway,
  railway,
  neighbourhoodLabels,
];
