import * as v from 'valibot';
import type { City } from '../domain/city.ts';
import type { ComputedFeature } from '../domain/computed.ts';
import {
  type ContextCollection,
  type LayerEntry,
  type Manifest,
  ManifestSchema,
  type PackageFeature,
} from '../domain/feature.ts';
import { issueLine, ReadProblem } from './readProblem.ts';

async function fetchBytes(url: string, part: ReadProblem['part']): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return await response.arrayBuffer();
  } catch (error) {
    throw new ReadProblem(part, `${url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readJson(bytes: ArrayBuffer, part: ReadProblem['part']): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new ReadProblem(part, String(error));
  }
}

/**
 * Is this the very file that the build wrote? Then the build has checked its content in full, and the page need not.
 * Null where the browser cannot tell: it only hashes for pages that came over a secure connection.
 */
async function isAsBuilt(bytes: ArrayBuffer, sha256: string): Promise<boolean | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

interface BuiltFile {
  readonly url: string;
  readonly sha256: string;
  readonly part: ReadProblem['part'];
}

/** Fetches a file of the build: checked by its hash, or else, where there is no hashing, by its schema. */
async function fetchBuilt<T>(
  { url, sha256, part }: BuiltFile,
  check: (value: unknown) => Promise<T>,
): Promise<T> {
  const bytes = await fetchBytes(url, part);
  const asBuilt = await isAsBuilt(bytes, sha256);
  if (asBuilt === false) throw new ReadProblem(part, `${url}: not the file that was built (SHA-256 differs)`);
  const value = readJson(bytes, part);
  return asBuilt ? (value as T) : check(value);
}

/** Fetches and checks the manifest. @throws ReadProblem */
export async function fetchManifest(folder: string): Promise<Manifest> {
  const value = readJson(await fetchBytes(`${folder}manifest.json`, 'manifest'), 'manifest');
  const result = v.safeParse(ManifestSchema, value);
  if (result.success) return result.output;
  throw new ReadProblem('manifest', issueLine(result.issues[0]));
}

/** Fetches the city that a manifest names. @throws ReadProblem */
export function fetchCity(folder: string, { cityFile, citySha256 }: Manifest): Promise<City> {
  const file: BuiltFile = { url: folder + cityFile, sha256: citySha256, part: 'city' };
  return fetchBuilt(file, async (value) => (await import('./checkBuilt.ts')).checkedCity(value));
}

export type LayerContent =
  | { readonly role: 'package'; readonly features: readonly PackageFeature[] }
  | { readonly role: 'computed'; readonly features: readonly ComputedFeature[] }
  | { readonly role: 'context'; readonly collection: ContextCollection };

/** Fetches one layer. @throws ReadProblem */
export async function fetchLayer(folder: string, entry: LayerEntry): Promise<LayerContent> {
  const file: BuiltFile = { url: folder + entry.file, sha256: entry.sha256, part: 'layer' };
  const collection = await fetchBuilt(file, async (value) =>
    (await import('./checkBuilt.ts')).checkedCollection(value),
  );
  // the schema of the role was checked when the file was built, or just now
  return entry.role === 'context'
    ? { role: 'context', collection: collection as unknown as ContextCollection }
    : ({ role: entry.role, features: collection.features } as unknown as LayerContent);
}
