import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { City } from '../src/domain/city.ts';
import type { LayerEntry, Manifest } from '../src/domain/feature.ts';
import { cityFaults } from './checkCity.ts';
import { geometryFault } from './checkGeometry.ts';
import { type DraftLayer, layerFaults } from './checkLayers.ts';
import type { CityModule, Draft, Dropped, Made, Recipe } from './recipe.ts';
import { type Refusal, refuseAny } from './refusal.ts';
import { readSource, type SourceFeature } from './sourceFile.ts';

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

const withRoundedGeometry = (draft: Draft): Draft => {
  if (draft.geometry.type === 'GeometryCollection') return draft;
  const geometry = { type: draft.geometry.type, coordinates: rounded(draft.geometry.coordinates) };
  return { ...draft, geometry: geometry as Draft['geometry'] };
};

const featureOf = ({ type, properties, geometry }: Draft) => ({ type, properties, geometry });

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
    ...(recipe.isLate && { isLate: true }),
  };
}

/**
 * Runs every recipe of a city and checks the result.
 * The same input gives the same bytes: no clock, no random numbers, features in the order of their recipes.
 * @throws Refused with everything that is wrong; then nothing may be written
 */
export function assemble(module: CityModule): Assembly {
  refuseAny(cityFaults(module.city));
  const pantry = pantryOf(module);
  const cooked = module.layers.map((recipe) => cook(recipe, module.city, pantry));
  refuseAny(
    layerFaults(
      cooked.map(({ draft }) => draft),
      module.city,
    ),
  );

  const files = new Map<string, string>();
  const layers = cooked.map((layer): BuiltLayer => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: layer.draft.drafts.map(featureOf) });
    const entry = entryOf(layer, text, module.city);
    files.set(entry.file, text);
    return { entry, droppedCount: layer.dropped.length };
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
  return { files, manifest, layers, leftOut: leftOut(cooked, pantry) };
}
