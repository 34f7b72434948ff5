import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { STREET_TILE_LAYERS, type StreetsManifest, StreetsManifestSchema } from '../../src/domain/streets.ts';
import { Refused } from '../refusal.ts';
import { addressesOf } from './addresses.ts';
import { BACKGROUND_ZOOM, backgroundTilesOf } from './background.ts';
import type { Collected } from './collect.ts';
import { namedAreasOf } from './namedAreas.ts';
import { type Extract, sha256OfFile } from './openExtract.ts';
import type { BoxE7 } from './osmElement.ts';
import type { Watch } from './pauses.ts';
import { PmtilesArchive } from './pmtilesArchive.ts';
import type { FeatureList } from './streetFeature.ts';
import { MAX_ZOOM, MIN_ZOOM, makeTiles } from './streetTiles.ts';

const ATTRIBUTION = '© OpenStreetMap contributors';
const ATTRIBUTION_URL = 'https://www.openstreetmap.org/copyright';

export interface WriteOptions {
  readonly out: string;
  /** What the tiles cover. */
  readonly box: BoxE7;
  readonly extracts: readonly Extract[];
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((step: string, done: number, of: number) => void) | undefined;
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const degrees = ([west, south, east, north]: BoxE7): [number, number, number, number] => [
  west / 1e7,
  south / 1e7,
  east / 1e7,
  north / 1e7,
];

/** Names that this command may replace; a folder with anything else in it is not ours. */
const OURS =
  /^(manifest\.json|streets\.[0-9a-f]{8}\.pmtiles|(addresses|areas)\.[0-9a-f]{8}\.json|background\.[0-9a-f]{8})$/;

/** @throws Refused when the folder holds files that this command did not write */
export function refuseForeignFolder(out: string): void {
  if (!existsSync(out)) return;
  const foreign = statSync(out).isDirectory()
    ? readdirSync(out).find((name) => !OURS.test(name))
    : '(a file)';
  if (foreign !== undefined)
    throw new Refused([
      { file: out, feature: foreign, reason: 'is not ours; choose an empty folder with --out' },
    ]);
}

export function countsOf(features: FeatureList): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { class: found } of features) counts.set(found.kind, (counts.get(found.kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const watchOf = (step: string, { signal, progress }: WriteOptions): Watch => ({
  signal,
  progress: progress && ((done, of) => progress(step, done, of)),
});

async function writeTiles(
  fresh: string,
  { features }: Collected,
  options: WriteOptions,
): Promise<StreetsManifest['tiles']> {
  const path = join(fresh, 'streets.pmtiles');
  const archive = new PmtilesArchive(path);
  try {
    await makeTiles(features, archive, {
      box: options.box,
      ...watchOf('tiles', options),
    });
  } catch (error) {
    archive.discard();
    throw error;
  }
  const tileCount = archive.tileCount;
  const vectorLayers = STREET_TILE_LAYERS.map((id) => ({
    id,
    fields: {},
    minzoom: MIN_ZOOM,
    maxzoom: MAX_ZOOM,
  }));
  archive.finish({
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    bounds: degrees(options.box),
    metadata: { name: 'streets', type: 'baselayer', attribution: ATTRIBUTION, vector_layers: vectorLayers },
  });
  const hash = await sha256OfFile(path);
  const file = `streets.${hash.slice(0, 8)}.pmtiles`;
  renameSync(path, join(fresh, file));
  const bytes = statSync(join(fresh, file)).size;
  return {
    file,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    layers: [...STREET_TILE_LAYERS],
    tileCount,
    bytes,
    sha256: hash,
  };
}

async function writeBackground(
  fresh: string,
  { features }: Collected,
  options: WriteOptions,
): Promise<StreetsManifest['background']> {
  const waiting = join(fresh, 'background');
  mkdirSync(waiting);
  const hash = createHash('sha256');
  const tiles: StreetsManifest['background']['tiles'] = [];
  const watch = watchOf('background', options);
  for await (const tile of backgroundTilesOf(features, options.box, watch)) {
    const text = JSON.stringify(tile);
    hash.update(text);
    tiles.push({ x: tile.x, y: tile.y, bytes: Buffer.byteLength(text) });
    writeFileSync(join(waiting, `${tile.x}-${tile.y}.json`), text);
  }
  const whole = hash.digest('hex');
  const folder = `background.${whole.slice(0, 8)}`;
  renameSync(waiting, join(fresh, folder));
  return { folder, zoom: BACKGROUND_ZOOM, tiles, sha256: whole };
}

/** A JSON file named after its content. */
function writeHashed(fresh: string, name: string, content: unknown) {
  const text = JSON.stringify(content);
  const hash = sha256(text);
  const file = `${name}.${hash.slice(0, 8)}.json`;
  writeFileSync(join(fresh, file), text);
  return { file, bytes: Buffer.byteLength(text), sha256: hash };
}

function writeAddresses(fresh: string, { features }: Collected): StreetsManifest['addresses'] {
  const found = addressesOf(features);
  return {
    ...writeHashed(fresh, 'addresses', found),
    streets: found.streets.length,
    addresses: found.addresses.reduce((sum, { houses }) => sum + houses.length, 0),
    places: found.places.length,
  };
}

function writeAreas(fresh: string, { features }: Collected): StreetsManifest['areas'] {
  const found = namedAreasOf(features);
  return { ...writeHashed(fresh, 'areas', found), areas: found.areas.length };
}

function dateOf({
  headerDate,
  newestElement,
}: Collected): Pick<StreetsManifest, 'extractDate' | 'extractDateBasis'> {
  const date = (headerDate ?? newestElement)?.slice(0, 10);
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return { extractDateBasis: 'unknown' };
  return { extractDate: date, extractDateBasis: headerDate === undefined ? 'newest-element' : 'header' };
}

async function writeAll(
  fresh: string,
  collected: Collected,
  options: WriteOptions,
): Promise<StreetsManifest> {
  const extracts: StreetsManifest['extracts'] = [];
  for (const { path, file, format, bytes } of options.extracts)
    extracts.push({ file, format, bytes, sha256: await sha256OfFile(path, options.signal) });
  const manifest: StreetsManifest = {
    schemaVersion: 1,
    ...dateOf(collected),
    bounds: degrees(options.box),
    extracts,
    counts: countsOf(collected.features),
    tiles: await writeTiles(fresh, collected, options),
    background: await writeBackground(fresh, collected, options),
    addresses: writeAddresses(fresh, collected),
    areas: writeAreas(fresh, collected),
    licence: 'ODbL-1.0',
    attribution: ATTRIBUTION,
    attributionUrl: ATTRIBUTION_URL,
  };
  options.signal?.throwIfAborted();
  writeFileSync(join(fresh, 'manifest.json'), JSON.stringify(v.parse(StreetsManifestSchema, manifest)));
  return manifest;
}

/**
 * Writes all files or none: to a folder beside the target, which then takes its place. Whatever ends it early (an
 * error, Ctrl-C) leaves the target as it was.
 */
export async function writeStreets(collected: Collected, options: WriteOptions): Promise<StreetsManifest> {
  const { out } = options;
  refuseForeignFolder(out);
  mkdirSync(dirname(out), { recursive: true });
  const fresh = `${out}.new`;
  const old = `${out}.old`;
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    const manifest = await writeAll(fresh, collected, options);
    if (existsSync(out)) renameSync(out, old);
    renameSync(fresh, out);
    return manifest;
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  }
}
