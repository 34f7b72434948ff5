import type { ImportOptions, ImportProblem, ImportResult } from '../../src/exchange/importResult.ts';
import { readFile } from '../../src/exchange/readFile.ts';

export const TM = {
  code: 'EPSG:3006',
  name: 'SWEREF 99 TM',
  proj4: '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
};
export const LOCAL = {
  code: 'EPSG:3010',
  name: 'SWEREF 99 16 30',
  proj4:
    '+proj=tmerc +lat_0=0 +lon_0=16.5 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
};
/** The same point in three systems: domain notes, section 8 (proj4js 2.22 checked against Lantmäteriet's points). */
export const POINT = {
  lng: 16.5448,
  lat: 59.6099,
  tm: [587172.5931, 6608981.731],
  local: [152529.2113, 6610613.0355],
} as const;

export const OPTIONS: ImportOptions = { crsChoices: [TM, LOCAL], surroundings: [15.9, 59.3, 17.1, 59.95] };

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (
  name: string,
  content: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> =>
  readFile(
    { name, bytes: typeof content === 'string' ? bytesOf(content) : content },
    { ...OPTIONS, ...options },
  );

export const codesOf = (problems: readonly ImportProblem[]): string[] => problems.map(({ code }) => code);
