import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type NamedAreas, NamedAreasSchema, StreetsManifestSchema } from '../src/domain/streets.ts';
import { planeOf } from '../src/geometry/plane.ts';
import { Refused } from './refusal.ts';
import { approximateFeaturesIn } from './streets/approximateFeatures.ts';
import { collect } from './streets/collect.ts';
import { type ApproximateFeature, type AreaMatch, matchesFor } from './streets/compareAreas.ts';
import { surroundingsOf, toE7 } from './streets/makeStreets.ts';
import { namedAreasOf } from './streets/namedAreas.ts';
import { openExtract } from './streets/openExtract.ts';

const USAGE = `Compares areas that were drawn by hand with what OpenStreetMap knows under the same name.
  npm run check-areas -- <streets folder or extract> [--layers folder] [--out file]
Prints overlap and shift, and writes proposed outlines for review. No layer and no source file is changed.`;

const publicFolder = join(import.meta.dirname, '..', 'public');

interface Known {
  readonly areas: NamedAreas;
  readonly date: string | undefined;
}

/** Named areas from a folder that the streets command wrote. */
function fromStreets(folder: string): Known {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  try {
    const manifest = v.parse(StreetsManifestSchema, read('manifest.json'));
    return { areas: v.parse(NamedAreasSchema, read(manifest.areas.file)), date: manifest.extractDate };
  } catch (error) {
    const reason = `holds no streets (${(error as Error).message}); run "npm run streets" first`;
    throw new Refused([{ file: folder, feature: '(folder)', reason }]);
  }
}

async function fromExtract(file: string, layers: string): Promise<Known> {
  const collected = await collect([await openExtract(file)], { box: toE7(surroundingsOf(layers)) });
  const date = (collected.headerDate ?? collected.newestElement)?.slice(0, 10);
  return { areas: namedAreasOf(collected.features), date };
}

const hectares = (squareMetres: number): string => `${(squareMetres / 10_000).toFixed(2)} ha`;

function lineOf(match: AreaMatch): string {
  const { osmId, name, kind, shiftMetres, shiftBearingDegrees, overlap, areaSquareMetres } = match;
  const shift = `centre ${shiftMetres.toFixed(0)} m away, bearing ${shiftBearingDegrees.toFixed(0)}°`;
  const shares = overlap
    ? `, ours ${hectares(overlap.oursSquareMetres)}, shared ${hectares(overlap.sharedSquareMetres)}` +
      ` (${(overlap.jaccard * 100).toFixed(0)} % of both)`
    : '';
  const part = match.match === 'part-of-name' ? ' [only part of the name]' : '';
  return `  ${osmId} "${name}" (${kind})${part}: ${hectares(areaSquareMetres)}${shares}, ${shift}`;
}

/** The change as a reviewer needs it: what it is for, where it comes from, how much it differs. */
function proposalOf(ours: ApproximateFeature, match: AreaMatch, date: string | undefined) {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    type: 'Feature',
    properties: {
      forId: ours.id,
      layerId: ours.layerId,
      name: match.name,
      osmId: match.osmId,
      ...(date !== undefined && { extractDate: date }),
      licence: 'ODbL-1.0',
      attribution: '© OpenStreetMap contributors',
      accuracy: 'derived',
      areaSquareMetres: Math.round(match.areaSquareMetres),
      shiftMetres: Math.round(match.shiftMetres),
      ...(match.overlap && {
        currentSquareMetres: Math.round(match.overlap.oursSquareMetres),
        jaccard: round(match.overlap.jaccard),
      }),
    },
    geometry: { type: 'MultiPolygon', coordinates: match.polygons },
  };
}

/** Writes the whole file or none. */
function writeProposal(file: string, features: readonly unknown[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`);
  renameSync(`${file}.new`, file);
}

async function check(source: string, layers: string, out: string): Promise<void> {
  const isFolder = statSync(source, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const { areas, date } = isFolder ? fromStreets(source) : await fromExtract(source, layers);
  const { features, proj4 } = approximateFeaturesIn(layers);
  const plane = planeOf(proj4);
  const proposed: unknown[] = [];
  for (const ours of features) {
    const matches = matchesFor(plane, ours, areas);
    console.log(`${ours.layerId}/${ours.id}: ${ours.names[0] ?? ''}`);
    console.log(
      matches.length > 0 ? matches.map(lineOf).join('\n') : '  the extract knows nothing of this name nearby',
    );
    const [best] = matches;
    if (best?.match === 'same-name' && ours.polygons) proposed.push(proposalOf(ours, best, date));
  }
  if (proposed.length === 0) {
    console.log('Nothing to propose; no file written.');
    return;
  }
  writeProposal(out, proposed);
  console.log(
    `${proposed.length} proposed outlines in ${relative(process.cwd(), out)}. Nothing else was changed. ` +
      'To take one over: put it under geodata/sources with a SOURCE.md (ODbL 1.0) and let the recipe read it.',
  );
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { layers: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [source] = positionals;
  if (values.help || source === undefined || positionals.length > 1) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const layers = resolve(values.layers ?? join(publicFolder, 'layers'));
  const out = resolve(values.out ?? join(import.meta.dirname, 'proposed', 'areas.geojson'));
  try {
    await check(resolve(source), layers, out);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(`Refused; nothing was written.\n${error.message}`);
    return 1;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) process.exitCode = await main();
