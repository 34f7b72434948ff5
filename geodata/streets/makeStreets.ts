import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { BoundsSchema } from '../../src/domain/city.ts';
import { type Manifest, ManifestSchema } from '../../src/domain/feature.ts';
import type { StreetsManifest } from '../../src/domain/streets.ts';
import { Refused } from '../refusal.ts';
import { type Collected, collect } from './collect.ts';
import { openExtract } from './openExtract.ts';
import type { BoxE7 } from './osmElement.ts';
import { boxOfAll } from './streetFeature.ts';
import { refuseForeignFolder, writeStreets } from './writeStreets.ts';

export interface StreetsRequest {
  readonly files: readonly string[];
  /** auto: everything in the files. Otherwise west, south, east, north in degrees. */
  readonly box: 'auto' | readonly [number, number, number, number];
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly progress?: (line: string) => void;
}
export interface StreetsResult {
  readonly manifest: StreetsManifest;
  readonly collected: Collected;
}

/** A box in degrees as whole ten-millionths. */
export const toE7 = (box: readonly [number, number, number, number]): BoxE7 => [
  Math.round(box[0] * 1e7),
  Math.round(box[1] * 1e7),
  Math.round(box[2] * 1e7),
  Math.round(box[3] * 1e7),
];

const refusal = (file: string, reason: string): Refused =>
  new Refused([{ file, feature: '(whole file)', reason }]);

/** Reads, clips and writes. @throws Refused; then nothing was written and an earlier result still stands */
export async function makeStreets(request: StreetsRequest): Promise<StreetsResult> {
  const { files, box, out, signal, progress } = request;
  refuseForeignFolder(out);
  const extracts = [];
  for (const file of files) extracts.push(await openExtract(file));
  const wanted = box === 'auto' ? undefined : toE7(box);
  const percent = (done: number, of: number) => `${Math.floor((100 * done) / Math.max(1, of))} %`;
  const collected = await collect(extracts, {
    box: wanted,
    ...(signal && { signal }),
    ...(progress && {
      progress: ({ pass, file, bytes, ofBytes }) => progress(`${file}: ${pass} ${percent(bytes, ofBytes)}`),
    }),
  });
  if (collected.features.length === 0) throw refusal('(extracts)', 'nothing in it that a street map shows');
  const manifest = await writeStreets(collected, {
    out,
    extracts,
    signal,
    box: wanted ?? boxOfAll(collected.features),
    progress: progress && ((step, done, of) => progress(`${step} ${percent(done, of)}`)),
  });
  return { manifest, collected };
}

/** The surroundings of the city whose layers were built into this folder. @throws Refused when there are none */
export function surroundingsOf(layers: string): readonly [number, number, number, number] {
  const advice = 'run "npm run geodata" first, or give --bbox w,s,e,n';
  try {
    const manifest: Manifest = v.parse(
      ManifestSchema,
      JSON.parse(readFileSync(join(layers, 'manifest.json'), 'utf8')),
    );
    const city: unknown = JSON.parse(readFileSync(join(layers, manifest.cityFile), 'utf8'));
    return v.parse(v.object({ surroundings: BoundsSchema }), city).surroundings;
  } catch (error) {
    throw refusal(layers, `no built city here (${(error as Error).message}): ${advice}`);
  }
}

/** @throws Refused when the text is neither "auto" nor four degrees */
export function parseBox(text: string): StreetsRequest['box'] {
  if (text === 'auto') return 'auto';
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const box = v.safeParse(BoundsSchema, numbers);
  const [west = 0, south = 0, east = 0, north = 0] = numbers;
  if (!box.success || numbers.length !== 4 || west < -180 || east > 180 || south < -90 || north > 90)
    throw refusal(`--bbox ${text}`, 'give "auto" or west,south,east,north in degrees');
  return box.output;
}

/** What was used and what was not, for the person who ran the command. */
export function reportOf({ manifest, collected }: StreetsResult, out: string): string {
  const { read, notUsed } = collected;
  const kept = Object.entries(manifest.counts).map(
    ([kind, count]) => `${String(count).padStart(9)}  ${kind}`,
  );
  const left = notUsed.lines();
  const date = manifest.extractDate ? `${manifest.extractDate} (${manifest.extractDateBasis})` : 'not stated';
  const files = readdirSync(out).sort().join(', ');
  return [
    `Read ${read.nodes} nodes, ${read.ways} ways, ${read.relations} relations; data of ${date}.`,
    `Kept within ${manifest.bounds.map((degrees) => degrees.toFixed(4)).join(',')}:`,
    ...kept,
    ...(left.length > 0 ? ['Not used, or only in part:', ...left] : ['Everything was used.']),
    `${manifest.tiles.tileCount} tiles (${manifest.tiles.bytes} bytes), ` +
      `${manifest.background.tiles.length} background tiles, ${manifest.addresses.streets} streets, ` +
      `${manifest.addresses.addresses} addresses, ${manifest.addresses.places} places.`,
    `Wrote ${out}: ${files}.`,
    `${manifest.attribution} (${manifest.licence}, ${manifest.attributionUrl}); the map shows this line.`,
  ].join('\n');
}
