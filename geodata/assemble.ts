import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { City } from '../src/domain/city.ts';
import type { LayerEntry, Manifest } from '../src/domain/feature.ts';
import { type LngLat, planeOf } from '../src/geometry/plane.ts';
import { cityFaults } from './checkCity.ts';
import { geometryFault } from './checkGeometry.ts';
import { type DraftLayer, layerFaults } from './checkLayers.ts';
import { say } from './city/say.ts';
import { buildingsOf, computedFeatures } from './computed.ts';
import { cameraOf, disclosed } from './disclose.ts';
import type { CityModule, Draft, Dropped, Made, Recipe } from './recipe.ts';
import { type Refusal, refuseAny } from './refusal.ts';
import { readSource, type SourceFeature } from './sourceFile.ts';
import type { StreetBuildings } from './streetBuildings.ts';

/** Six decimals of a degree are 6–11 cm: finer than any source here, and half the bytes of full precision. */
const DECIMALS = 6;

export interface BuiltLayer {
  entry: LayerEntry;
  /** How many features of its files the layer leaves to others or to none, each with a reason. */
  droppedCount: number;
}
/** A whole city ready to be written: file names with their exact contents. */
export interface Assembly {
  files: ReadonlyMap<string, string>;
  manifest: Manifest;
  layers: readonly BuiltLayer[];
  /** What of the sources is in no layer, and why. */
  leftOut: readonly Refusal[];
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const rounded = (value: unknown): unknown =>
  Array.isArray(value)
    ? typeof value[0] === 'number'
      ? value.slice(0, 2).map((degrees: number) => Number(degrees.toFixed(DECIMALS)))
      : value.map(rounded)
    : value;

function withRoundedGeometry<Rounded extends Pick<Draft, 'geometry'>>(draft: Rounded): Rounded {
  if (draft.geometry.type === 'GeometryCollection') return draft;
  const geometry = { type: draft.geometry.type, coordinates: rounded(draft.geometry.coordinates) };
  return { ...draft, geometry: geometry as Draft['geometry'] };
}

const featureOf = ({
  type,
  properties,
  geometry,
}: Pick<Draft, 'type' | 'geometry'> & { properties: object }) => ({
  type,
  properties,
  geometry,
});
const textOf = (features: readonly Parameters<typeof featureOf>[0][]): string =>
  JSON.stringify({ type: 'FeatureCollection', features: features.map(featureOf) });

interface CookedLayer {
  recipe: Recipe;
  draft: DraftLayer;
  dropped: readonly Dropped[];
  files: ReadonlySet<string>;
}

/** Reads each file once and checks its coordinates before any recipe measures in them. */
function pantryOf({ city, sourcesRoot }: CityModule): (file: string) => readonly SourceFeature[] {
  const shelf = new Map<string, readonly SourceFeature[]>();
  return (file) => {
    const known = shelf.get(file);
    if (known) return known;
    const features = readSource(join(sourcesRoot, file), file);
    refuseAny(
      features.flatMap(({ label, geometry }) => {
        const reason = geometryFault(geometry, city);
        return reason ? [{ file, feature: label, reason }] : [];
      }),
    );
    shelf.set(file, features);
    return features;
  };
}

/** What a layer read but neither shows nor gave a reason for. */
function lostBy(recipe: Recipe, read: readonly SourceFeature[], { features, dropped }: Made): Refusal[] {
  const accounted = new Set([...features, ...dropped].flatMap(({ from }) => from));
  return read
    .filter((feature) => !accounted.has(feature))
    .map(({ file, label }) => ({
      file,
      feature: label,
      reason: `layer "${recipe.id}" neither shows it nor says why not`,
    }));
}

function cook(recipe: Recipe, city: City, pantry: ReturnType<typeof pantryOf>): CookedLayer {
  const files = new Set<string>();
  const read: SourceFeature[] = [];
  const made = recipe.make({
    city,
    read: (file) => {
      const features = pantry(file);
      if (!files.has(file)) read.push(...features);
      files.add(file);
      return features;
    },
    consult: pantry,
  });
  refuseAny(lostBy(recipe, read, made));
  const from = `${[...files].join(', ') || 'recipe'} (layer ${recipe.id})`;
  const drafts = made.features.map(withRoundedGeometry);
  return { recipe, draft: { id: recipe.id, role: recipe.role, from, drafts }, dropped: made.dropped, files };
}

/** Features that no layer shows, each once, with the reasons given; and what was changed in those shown. */
function leftOut(cooked: readonly CookedLayer[], pantry: ReturnType<typeof pantryOf>): Refusal[] {
  const files = new Set(cooked.flatMap((layer) => [...layer.files]));
  return [...files].flatMap((file) => {
    const readers = cooked.filter((layer) => layer.files.has(file));
    return pantry(file).flatMap((feature): Refusal[] => {
      const reasons = readers.map(({ dropped }) => dropped.find(({ from }) => from === feature)?.reason);
      const given = reasons.filter((reason) => reason !== undefined);
      const named = { file, feature: feature.label };
      if (given.length === readers.length) return [{ ...named, reason: [...new Set(given)].join('; ') }];
      return feature.hasHeights ? [{ ...named, reason: 'only its heights: the map is flat' }] : [];
    });
  });
}

/** What a manifest says of a layer beyond its file. */
type LayerHead = Pick<LayerEntry, 'id' | 'role' | 'title' | 'description' | 'count' | 'isLate'> & {
  readonly sourceIds: readonly string[];
  /** What a refusal calls it. */
  readonly from: string;
};

function entryOf(head: LayerHead, text: string, city: City): LayerEntry {
  const sources = head.sourceIds.map((id) => {
    const source = city.sources.find((candidate) => candidate.id === id);
    if (!source) {
      const reason = `no source is called "${id}"`;
      refuseAny([{ file: head.from, feature: '(layer)', reason }]);
    }
    return source;
  });
  const dates = sources.flatMap((source) => source?.date ?? []).sort();
  const hash = sha256(text);
  return {
    id: head.id,
    file: `${head.id}.${hash.slice(0, 8)}.geojson`,
    role: head.role,
    title: head.title,
    description: head.description,
    count: head.count,
    bytes: Buffer.byteLength(text),
    sha256: hash,
    date: dates.at(-1) ?? '',
    sourceIds: [...head.sourceIds],
    licence: [...new Set(sources.flatMap((source) => source?.licence ?? []))].join(' · '),
    ...(head.isLate && { isLate: true }),
  };
}

interface WrittenLayer extends BuiltLayer {
  text: string;
}

/** Where a layer's cameras stand, whoever may know it. */
const placesOf = ({ draft }: CookedLayer): LngLat[] =>
  draft.drafts.flatMap((each) => {
    const [lng, lat] = cameraOf(each)?.geometry.coordinates ?? [];
    return lng === undefined || lat === undefined ? [] : [[lng, lat]];
  });

interface Parts {
  readonly cooked: readonly CookedLayer[];
  readonly pantry: ReturnType<typeof pantryOf>;
  readonly streets: StreetBuildings | undefined;
}

/** The layer of what the build works out from the others; none where there is nothing to work out. */
function computedLayer(
  { city, buildings = [] }: CityModule,
  { cooked, pantry, streets }: Parts,
): WrittenLayer[] {
  const packaged = cooked.filter(({ recipe }) => recipe.role === 'package');
  const drafts = packaged.flatMap(({ draft }) => draft.drafts);
  const around = streets?.near(packaged.flatMap(placesOf)) ?? [];
  const features = computedFeatures({
    city,
    drafts,
    buildings: [...buildingsOf(buildings.flatMap(pantry)), ...around],
  });
  if (features.length === 0) return [];
  const asked = packaged.filter(({ draft }) =>
    draft.drafts.some(
      ({ properties: { kind } }) => kind === 'light' || kind === 'camera' || kind === 'strak',
    ),
  );
  const text = textOf(features.map(withRoundedGeometry));
  const head: LayerHead = {
    id: 'ljus-och-sikt',
    from: '(computed)',
    role: 'computed',
    title: say('Ljus och sikt (beräknat)', 'Light and sight (computed)', 'Valo ja näkyvyys (laskettu)'),
    description: say(
      'Vad öppna kameror ser och hur stråken är belysta, beräknat av lagren.',
      'What public cameras see and how the routes are lit, computed from the layers.',
      'Mitä julkiset kamerat näkevät ja miten reitit on valaistu, laskettu tasoista.',
    ),
    sourceIds: [...new Set(asked.flatMap(({ recipe }) => recipe.sourceIds))],
    count: features.length,
    isLate: true,
  };
  const entry = entryOf(head, text, city);
  const licences = [entry.licence, ...(streets && around.length > 0 ? [streets.licence] : [])];
  return [{ entry: { ...entry, licence: licences.join(' · ') }, droppedCount: 0, text }];
}

/**
 * Runs every recipe of a city and checks the result.
 * `streets` brings buildings that hide what is behind them. The same input gives the same bytes: no clock, no random numbers, features in the order of their recipes.
 * @throws Refused with everything that is wrong; then nothing may be written
 */
export function assemble(module: CityModule, streets?: StreetBuildings): Assembly {
  refuseAny(cityFaults(module.city));
  const pantry = pantryOf(module);
  const cooked = module.layers.map((recipe) => cook(recipe, module.city, pantry));
  refuseAny(
    layerFaults(
      cooked.map(({ draft }) => draft),
      module.city,
    ),
  );

  const plane = planeOf(module.city.metricCrs.proj4);
  const squares = new Set<string>();
  const written = cooked.map(({ recipe, draft, dropped }): WrittenLayer => {
    const shown = disclosed(draft.drafts, plane, squares).map(withRoundedGeometry);
    const text = textOf(shown);
    return {
      entry: entryOf({ ...recipe, from: draft.from, count: shown.length }, text, module.city),
      droppedCount: dropped.length,
      text,
    };
  });
  written.push(...computedLayer(module, { cooked, pantry, streets }));
  const files = new Map(written.map(({ entry, text }) => [entry.file, text] as const));
  const layers = written.map(({ entry, droppedCount }): BuiltLayer => ({ entry, droppedCount }));
  const cityText = JSON.stringify(module.city);
  const cityHash = sha256(cityText);
  const manifest: Manifest = {
    schemaVersion: 1,
    cityFile: `city.${cityHash.slice(0, 8)}.json`,
    citySha256: cityHash,
    layers: layers.map(({ entry }) => entry),
  };
  files.set(manifest.cityFile, cityText);
  files.set('manifest.json', JSON.stringify(manifest));
  return { files, manifest, layers, leftOut: leftOut(cooked, pantry) };
}
