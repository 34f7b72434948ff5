import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Photometry, PhotometryResult } from '../../../src/analysis/photometry/photometry.ts';
import { readPhotometry } from '../../../src/analysis/photometry/readPhotometry.ts';

const folder = join(import.meta.dirname, '../../fixtures/lighting');
export const bytesOf = (file: string): Uint8Array => readFileSync(join(folder, file));
export const textOf = (file: string): string => readFileSync(join(folder, file), 'latin1');

export function photometryOf(result: PhotometryResult): Photometry {
  if (result.kind === 'problem') throw new Error(JSON.stringify(result.problem));
  return result.photometry;
}
export const opticFile = (file: string): Photometry => photometryOf(readPhotometry(bytesOf(file)));

/** The lines of a small EULUMDAT file; `values` are the stored planes in file order. */
export interface SmallFile {
  readonly symmetry: number;
  readonly azimuths: readonly number[];
  readonly verticals: readonly number[];
  readonly planes: readonly (readonly number[])[];
  readonly lampSets?: readonly (readonly [count: number, flux: number])[];
  readonly conversion?: string;
  readonly outputRatio?: string;
}
export function smallEulumdat(file: SmallFile): string {
  const sets = file.lampSets ?? [[1, 1000]];
  return [
    'company',
    '1',
    String(file.symmetry),
    String(file.azimuths.length),
    '0',
    String(file.verticals.length),
    '0',
    ...['report', 'name', 'number', 'file', 'date'],
    ...['100', '0', '50', '90', '0', '0', '0', '0', '0'],
    '100',
    file.outputRatio ?? '100',
    file.conversion ?? '1',
    '0',
    String(sets.length),
    ...sets.flatMap(([count, flux]) => [String(count), 'LED', String(flux), '3000K', '80', '20']),
    ...Array.from({ length: 10 }, () => '0.5'),
    ...file.azimuths.map(String),
    ...file.verticals.map(String),
    ...file.planes.flat().map(String),
  ].join('\r\n');
}
