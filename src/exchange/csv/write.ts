/** A cell's value; undefined and null are empty cells. */
export type CsvValue = string | number | boolean | null | undefined;

export interface CsvColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => CsvValue;
}

export interface CsvStyle {
  readonly delimiter: ';' | ',' | '\t';
  readonly decimal: ',' | '.';
  readonly byteOrderMark: boolean;
}

/** What Excel in Sweden and Finland opens by double click: semicolons, decimal comma, and a mark that says UTF-8. */
export const EXCEL_SEMICOLON: CsvStyle = { delimiter: ';', decimal: ',', byteOrderMark: true };
/** RFC 4180, for programs. */
export const PLAIN_COMMA: CsvStyle = { delimiter: ',', decimal: '.', byteOrderMark: false };

/** Texts that a spreadsheet would run as a formula; any apostrophes before are ours or would look like ours. */
const FORMULA_START = /^'*[=+\-@\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** A text that no spreadsheet reads as a formula: an apostrophe is put before. {@link unguarded} takes it away. */
export const guarded = (text: string): string =>
  FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

/** The text as it was before {@link guarded}. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;

function cellOf(value: CsvValue, style: CsvStyle): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    return style.decimal === ',' ? String(value).replace('.', ',') : String(value);
  }
  return guarded(value);
}

const needsQuotes = (cell: string, delimiter: string): boolean =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim();

const quoted = (cell: string, style: CsvStyle): string =>
  needsQuotes(cell, style.delimiter) || (style.decimal === style.delimiter && cell.includes(','))
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** A table as CSV text with a header row and CRLF line ends; texts that look like formulas are made harmless. */
export function toCsv<Row>(
  rows: Iterable<Row>,
  columns: readonly CsvColumn<Row>[],
  style: CsvStyle = EXCEL_SEMICOLON,
): string {
  const line = (cells: readonly CsvValue[]): string =>
    cells.map((cell) => quoted(cellOf(cell, style), style)).join(style.delimiter);
  const lines = [line(columns.map(({ header }) => header))];
  for (const row of rows) lines.push(line(columns.map(({ value }) => value(row))));
  return `${style.byteOrderMark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}
