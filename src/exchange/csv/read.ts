import Papa from 'papaparse';
import type { PropertyValue } from '../importResult.ts';
import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import type { DeclaredCrs, RawFeature, ReadContext, Reader } from '../rawRead.ts';
import { decodeText } from '../text/decode.ts';
import { type CoordinateColumns, coordinateColumns } from './headers.ts';
import { degreesFrom } from './number.ts';
import { readWkt } from './wkt.ts';
import { unguarded } from './write.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/**
 * Reads CSV and what Excel saves as CSV: any of four delimiters, decimal comma or point, UTF-8 with or without mark,
 * UTF-16 or Windows-1252; the position is found by the header's words. Values stay text, as "0012" must.
 */
export const readCsv: Reader = async (bytes, context) => {
  const { text, guessed, encoding } = decodeText(bytes);
  if (guessed) context.problems.note('encoding-guessed', {}, { encoding });
  const body = text.replace(/^sep=(.)\r?\n/i, '');
  const start = body.slice(0, 64_000);
  const delimiter = delimiterOf(start);
  const headers = Papa.parse<string[]>(start, { delimiter, preview: 1 }).data[0]?.map((header) =>
    header.trim(),
  );
  if (!headers || headers.every((header) => header === '')) throw new FatalProblem('csv-without-rows');
  const columns = coordinateColumns(headers);
  if (!columns)
    throw new FatalProblem('csv-without-coordinates', { headers: headers.join(', ').slice(0, 300) });
  const rows = new Rows(headers, columns, context);
  await parseRows(body, delimiter, { rows, context });
  if (rows.features.length === 0 && context.problems.skipped === 0)
    throw new FatalProblem('csv-without-rows');
  return { format: 'csv', layers: [{ crs: rows.declared(), features: rows.features }] };
};

/** The delimiter that cuts the header into most cells. A comma loses ties, being also a decimal mark. */
function delimiterOf(start: string): string {
  const columnsWith = (delimiter: string): number =>
    Papa.parse<string[]>(start, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  const order = [';', '\t', '|', ','];
  return (
    [...DELIMITERS].sort(
      (a, b) => columnsWith(b) - columnsWith(a) || order.indexOf(a) - order.indexOf(b),
    )[0] ?? ','
  );
}

/** Rows per slice between two breaths. */
const SLICE_CHARACTERS = 1 << 18;

/** Feeds the text slice by slice, cut at line ends outside quotes, so that a large file can be cancelled. */
async function parseRows(
  text: string,
  delimiter: string,
  { rows, context }: { rows: Rows; context: ReadContext },
): Promise<void> {
  let row = 0;
  for (let at = 0; at < text.length; ) {
    const end = sliceEnd(text, at);
    const { data, errors } = Papa.parse<string[]>(text.slice(at, end), {
      delimiter,
      newline: newlineOf(text),
    });
    const quotes = errors.find(({ type }) => type === 'Quotes');
    if (quotes) throw new FatalProblem('csv-broken-quotes', {}, { row: row + (quotes.row ?? 0) + 1 });
    for (const cells of data) {
      row++;
      if (row > 1 && cells.some((cell) => cell.trim() !== '')) rows.add(cells, row);
    }
    // A slice that ends in a line end has one empty row too many.
    if (end < text.length || data.at(-1)?.join('') === '') row--;
    at = end;
    await context.pace.step(at / text.length);
  }
}

function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  const first = /\r\n|\n|\r/.exec(text.slice(0, 64_000))?.[0];
  return first === '\r\n' || first === '\r' ? first : '\n';
}

function sliceEnd(text: string, start: number): number {
  let quoted = false;
  const mark = newlineOf(text) === '\r' ? 13 : 10;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) quoted = !quoted;
    else if (code === mark && !quoted && i - start >= SLICE_CHARACTERS) return i + 1;
  }
  return text.length;
}

/** Turns rows into features. */
class Rows {
  readonly features: RawFeature[] = [];
  private readonly headers: readonly string[];
  private readonly columns: CoordinateColumns;
  private readonly context: ReadContext;
  private srid: number | undefined;

  constructor(headers: readonly string[], columns: CoordinateColumns, context: ReadContext) {
    this.headers = uniqueHeaders(headers);
    this.columns = columns;
    this.context = context;
  }

  declared(): DeclaredCrs {
    return this.srid === undefined ? { kind: 'none' } : { kind: 'declared', text: `EPSG:${this.srid}` };
  }

  add(cells: readonly string[], row: number): void {
    if (this.features.length >= LIMITS.features)
      throw new FatalProblem('too-many-features', { limit: LIMITS.features }, { row });
    const geometry = this.geometryOf(cells, row);
    if (!geometry) return;
    const properties: Record<string, PropertyValue> = Object.create(null);
    cells.forEach((cell, index) => {
      const name = this.headers[index];
      if (name !== undefined && !this.isCoordinate(index) && cell !== '') properties[name] = unguarded(cell);
    });
    this.features.push({ geometry, properties: { ...properties }, where: { row } });
  }

  private isCoordinate(index: number): boolean {
    const { columns } = this;
    return columns.kind === 'pair'
      ? index === columns.east || index === columns.north
      : index === columns.column;
  }

  private geometryOf(cells: readonly string[], row: number): RawFeature['geometry'] | undefined {
    const { columns } = this;
    if (columns.kind === 'wkt') return this.wktOf(cells[columns.column] ?? '', row);
    const [east, north] =
      columns.kind === 'pair'
        ? [cells[columns.east] ?? '', cells[columns.north] ?? '']
        : splitPosition(cells[columns.column] ?? '');
    if (east.trim() === '' || north.trim() === '') {
      this.context.problems.skip('value-missing', { row });
      return undefined;
    }
    const [x, y] = [degreesFrom(east), degreesFrom(north)];
    if (x === undefined || y === undefined) {
      const value = (x === undefined ? east : north).slice(0, 60);
      this.context.problems.skip('value-not-a-number', { row }, { value });
      return undefined;
    }
    return { type: 'Point', coordinates: [x, y] };
  }

  private wktOf(text: string, row: number): RawFeature['geometry'] | undefined {
    const reading = readWkt(text);
    this.srid ??= reading.srid;
    if (reading.ok) return reading.geometry;
    this.context.problems.skip(text.trim() === '' ? 'geometry-missing' : reading.fault, { row });
    return undefined;
  }
}

/** "59.61, 16.55" as people write it: latitude first. */
function splitPosition(text: string): [east: string, north: string] {
  const parts = text.split(/[;]\s*|,\s+|\s+(?=[-+]?\d+[.,]\d)|(?<=\.\d+),/);
  return parts.length === 2 ? [parts[1] ?? '', parts[0] ?? ''] : ['', ''];
}

/** Two columns of one name would hide each other: the second gets a number. An empty header too. */
function uniqueHeaders(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const name = unguarded(header) || `${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
