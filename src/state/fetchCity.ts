import * as v from 'valibot';
import { type City, CitySchema } from '../domain/city.ts';
import {
  type ContextCollection,
  ContextPropertiesSchema,
  FeaturePropertiesSchema,
  type LayerEntry,
  type Manifest,
  ManifestSchema,
  type PackageFeature,
} from '../domain/feature.ts';

/** Something a person has to be told about: which part could not be read, and the technical reason. */
export class ReadProblem extends Error {
  constructor(
    readonly part: 'manifest' | 'city' | 'layer',
    readonly detail: string,
  ) {
    super(`${part}: ${detail}`);
  }
}

async function fetchJson(url: string, part: ReadProblem['part']): Promise<unknown> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return await response.json();
  } catch (error) {
    throw new ReadProblem(part, `${url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse<T extends v.GenericSchema>(
  schema: T,
  value: unknown,
  part: ReadProblem['part'],
): v.InferOutput<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ReadProblem(part, `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

/** Fetches and checks the manifest and the city it names. @throws ReadProblem */
export async function fetchCity(folder: string): Promise<{ manifest: Manifest; city: City }> {
  const manifest = parse(ManifestSchema, await fetchJson(`${folder}manifest.json`, 'manifest'), 'manifest');
  const city = parse(CitySchema, await fetchJson(folder + manifest.cityFile, 'city'), 'city');
  return { manifest, city };
}

const CollectionSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      geometry: v.looseObject({ type: v.string(), coordinates: v.array(v.unknown()) }),
      properties: v.variant('kind', [...FeaturePropertiesSchema.options, ContextPropertiesSchema]),
    }),
  ),
});

export type LayerContent =
  | { readonly role: 'package'; readonly features: readonly PackageFeature[] }
  | { readonly role: 'context'; readonly collection: ContextCollection };

/** Fetches and checks one layer. @throws ReadProblem */
export async function fetchLayer(folder: string, entry: LayerEntry): Promise<LayerContent> {
  const value = await fetchJson(folder + entry.file, 'layer');
  const collection = parse(CollectionSchema, value, 'layer');
  // The schema has checked every property; coordinates were checked in full when the layer was built.
  return entry.role === 'package'
    ? { role: 'package', features: collection.features as unknown as PackageFeature[] }
    : { role: 'context', collection: collection as unknown as ContextCollection };
}
