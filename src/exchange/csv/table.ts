import Papa from 'papaparse';
import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import { decodeText } from '../text/decode.ts';
import { unguarded } from './write.ts';

/** A table without places: rows count from 1, the header being the first. */
export interface PlainTable {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly row: number; readonly values: Readonly<Record<string, string>> }[];
}

/** Reads CSV (or what was pasted from a spreadsheet) as a table of texts. @throws FatalProblem where there is none */
export function readTable(bytes: Uint8Array): PlainTable {
  const body = decodeText(bytes).text.replace(/^sep=(.)\r?\n/i, '');
  const { data } = Papa.parse<string[]>(body, { delimitersToGuess: [';', '\t', '|', ','] });
  const headers = (data[0] ?? []).map((header, i) => unguarded(header.trim()) || `${i + 1}`);
  const rows = data.flatMap((cells, i) => {
    if (i === 0 || cells.every((cell) => cell.trim() === '')) return [];
    const values = Object.fromEntries(
      headers.map((header, at) => [header, unguarded(cells[at] ?? '').trim()]),
    );
    return [{ row: i + 1, values }];
  });
  if (rows.length === 0) throw new FatalProblem('csv-without-rows');
  if (rows.length > LIMITS.features) throw new FatalProblem('too-many-features', { limit: LIMITS.features });
  return { headers, rows };
}
