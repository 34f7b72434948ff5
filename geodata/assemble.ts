import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { City } from '../src/domain/city.ts';
import type { LayerEntry, Manifest } from '../src/domain/feature.ts';
import { cityFaults } from './checkCity.ts';
import { geometryFault } from './checkGeometry.ts';
import { type DraftLayer, layerFaults } from './checkLayers.ts';
import type { CityModule, Draft, Dropped, Recipe } from './recipe.ts';
import { refuseAny } from './refusal.ts';
import { readSource, type SourceFeature } from './sourceFile.ts';

/** Six decimals of a degree are 6–11 cm: finer than any source here, and half the bytes of full precision. */
const DECIMALS = 6;

export interface BuiltLayer {
  entry: LayerEntry;
  dropped: readonly Dropped[];
}
/** A whole city ready to be written: file names with their exact contents. */
export interface Assembly {
  files: ReadonlyMap<string, string>;
  manifest: Manifest;
  layers: readonly BuiltLayer[];
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const rounded = (value: unknown): unknown =>
  Array.isArray(value)
    ? typeof value[0] === 'number'
      ? value.slice(0, 2).map((degrees: number) => Number(degrees.toFixed(DECIMALS)))
      : value.map(rounded)
    : value;

const withRoundedGeometry = (draft: Draft): Draft => {
  if (draft.geometry.type === 'GeometryCollection') return draft;
  const geometry = { type: draft.geometry.type, coordinates: rounded(draft.geometry.coordinates) };
  return { type: 'Feature', properties: draft.properties, geometry: geometry as Draft['geometry'] };
};

interface CookedLayer {
  recipe: Recipe;
  draft: DraftLayer;
  dropped: readonly Dropped[];
}

function cook(recipe: Recipe, { city, sourcesRoot }: CityModule): CookedLayer {
  const used = new Set<string>();
  const flattened: Dropped[] = [];
  const read = (file: string): SourceFeature[] => {
    used.add(file);
    const features = readSource(join(sourcesRoot, file), file);
    const faulty = features.map((feature) => ({ feature, reason: geometryFault(feature.geometry, city) }));
    refuseAny(
      faulty.flatMap(({ feature, reason }) => (reason ? [{ file, feature: feature.label, reason }] : [])),
    );
    for (const { label, geometry } of features)
      if (JSON.stringify(geometry).match(/\[(-?[\d.e-]+,){2}-?[\d.e-]/))
        flattened.push({ feature: label, reason: 'only its heights: the map is flat' });
    return features;
  };
  const made = recipe.make({ city, read });
  const from = `${[...used].join(', ') || 'recipe'} (layer ${recipe.id})`;
  const drafts = made.features.map(withRoundedGeometry);
  return {
    recipe,
    draft: { id: recipe.id, role: recipe.role, from, drafts },
    dropped: [...made.dropped, ...flattened],
  };
}

function entryOf({ recipe, draft }: CookedLayer, text: string, city: City): LayerEntry {
  const sources = recipe.sourceIds.map((id) => {
    const source = city.sources.find((candidate) => candidate.id === id);
    if (!source) refuseAny([{ file: draft.from, feature: '(layer)', reason: `no source is called "${id}"` }]);
    return source;
  });
  const dates = sources.flatMap((source) => source?.date ?? []).sort();
  const hash = sha256(text);
  return {
    id: recipe.id,
    file: `${recipe.id}.${hash.slice(0, 8)}.geojson`,
    role: recipe.role,
    title: recipe.title,
    description: recipe.description,
    count: draft.drafts.length,
    bytes: Buffer.byteLength(text),
    sha256: hash,
    date: dates.at(-1) ?? '',
    sourceIds: [...recipe.sourceIds],
    licence: [...new Set(sources.flatMap((source) => source?.licence ?? []))].join(' · '),
  };
}

/**
 * Runs every recipe of a city and checks the result.
 * The same input gives the same bytes: no clock, no random numbers, features in the order of their recipes.
 * @throws Refused with everything that is wrong; then nothing may be written
 */
export function assemble(module: CityModule): Assembly {
  refuseAny(cityFaults(module.city));
  const cooked = module.layers.map((recipe) => cook(recipe, module));
  refuseAny(
    layerFaults(
      cooked.map(({ draft }) => draft),
      module.city,
    ),
  );

  const files = new Map<string, string>();
  const layers = cooked.map((layer): BuiltLayer => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: layer.draft.drafts });
    const entry = entryOf(layer, text, module.city);
    files.set(entry.file, text);
    return { entry, dropped: layer.dropped };
  });
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
  return { files, manifest, layers };
}
