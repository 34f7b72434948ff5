/**
 * Question: how does a sheet stay on one page however much was written?
 * Method: a row of ways to write it, from the usual to the tightest: a smaller map, smaller letters (never below 7.5 points in
 * the text), then fewer entries and shorter texts. What is least missed goes first (links and sources), what is overdue last,
 * and the sheet says how much was left out. Complexity: linear in the text, once for each way that is tried.
 */
import type { Block, ListBlock, Paper, TableBlock } from './blocks.ts';

/** One way to write a sheet. */
export interface Fit {
  /** Size of the letters; 1 is the usual. */
  readonly scale: number;
  /** Room between two lines beyond the font's own, as a share of the letters' size. */
  readonly leading: number;
  /** How much of the page's height the map may take. */
  readonly pictureShare: number;
  /** Whether the map stands in one of the columns instead of above everything. */
  readonly isPictureInColumn: boolean;
  /** Entries of a list, and rows of a table. */
  readonly mostEntries: number;
  /** Entries of a list that is least missed. */
  readonly mostSpare: number;
  /** Letters of one entry. */
  readonly mostLetters: number;
}

const ALL = {
  mostEntries: Number.POSITIVE_INFINITY,
  mostSpare: Number.POSITIVE_INFINITY,
  mostLetters: Number.POSITIVE_INFINITY,
};
const SMALLEST = { scale: 0.76, leading: 0.02, pictureShare: 0.14, isPictureInColumn: true };

export const PLAIN_FIT: Fit = {
  ...{ scale: 1, leading: 0.18, pictureShare: 0.33, isPictureInColumn: false },
  ...ALL,
};

export const FITS: readonly Fit[] = [
  PLAIN_FIT,
  { ...PLAIN_FIT, pictureShare: 0.25, leading: 0.14 },
  { ...PLAIN_FIT, scale: 0.92, leading: 0.1, pictureShare: 0.18, isPictureInColumn: true },
  { ...PLAIN_FIT, scale: 0.84, leading: 0.06, pictureShare: 0.16, isPictureInColumn: true },
  { ...SMALLEST, ...ALL },
  { ...SMALLEST, mostEntries: 20, mostSpare: 4, mostLetters: 600 },
  { ...SMALLEST, mostEntries: 12, mostSpare: 3, mostLetters: 400 },
  { ...SMALLEST, mostEntries: 8, mostSpare: 2, mostLetters: 300 },
  { ...SMALLEST, mostEntries: 6, mostSpare: 2, mostLetters: 200 },
  { ...SMALLEST, mostEntries: 5, mostSpare: 1, mostLetters: 140 },
  { ...SMALLEST, mostEntries: 4, mostSpare: 1, mostLetters: 100 },
  { ...SMALLEST, mostEntries: 3, mostSpare: 1, mostLetters: 140 },
  { ...SMALLEST, mostEntries: 3, mostSpare: 1, mostLetters: 90 },
  { ...SMALLEST, mostEntries: 2, mostSpare: 1, mostLetters: 70 },
];

type Words = Pick<Paper, 'moreWords' | 'shortenedWords' | 'sameWords'>;

/** The blocks as a fit allows; when something had to go, the last line says so. */
export function shortened(blocks: readonly Block[], fit: Fit, words: Words): readonly Block[] {
  let isShortened = false;
  const cut = (text: string): string => {
    if (text.length <= fit.mostLetters) return text;
    isShortened = true;
    return `${text.slice(0, fit.mostLetters - 1).trimEnd()}…`;
  };
  const more = (count: number): string => {
    isShortened = true;
    return words.moreWords.replace('#', String(count));
  };
  const listOf = (list: ListBlock): ListBlock => {
    const most = list.isSpare ? fit.mostSpare : fit.mostEntries;
    const items = list.items.slice(0, most).map(cut);
    const left = list.items.length - items.length;
    return { ...list, items: left > 0 ? [...items, more(left)] : items };
  };
  const tableOf = (table: TableBlock): Block[] => {
    const order = table.keepFirst ?? table.rows.map((_, i) => i);
    const kept = new Set(order.slice(0, fit.mostEntries));
    const rows = table.rows.filter((_, i) => kept.has(i)).map((row) => row.map(cut));
    const left = table.rows.length - rows.length;
    const said = left > 0 ? [{ kind: 'text', look: 'small', text: more(left) } as const] : [];
    return [{ ...table, rows: withoutRepeats(rows, table.grouped ?? 0, words.sameWords) }, ...said];
  };
  const hasColumns = blocks.some(({ kind }) => kind === 'columns');
  const pictures =
    fit.isPictureInColumn && hasColumns
      ? blocks.filter(({ kind }) => kind === 'figure').map((block) => [block])
      : [];
  const short = (block: Block): Block[] => {
    switch (block.kind) {
      case 'list':
        return [listOf(block)];
      case 'table':
        return tableOf(block);
      case 'text':
        return [{ ...block, text: cut(block.text) }];
      case 'columns':
        return [{ ...block, parts: [...pictures, ...block.parts.map((part) => part.flatMap(short))] }];
      case 'figure':
        return pictures.length > 0 ? [] : [block];
      default:
        return [block];
    }
  };
  const all = blocks.flatMap(short);
  return isShortened ? [...all, { kind: 'text', look: 'small', text: words.shortenedWords }] : all;
}

/** Cells of the leading columns that say what the row above says, all columns before them included, say only that. */
function withoutRepeats(
  rows: readonly (readonly string[])[],
  grouped: number,
  same: string,
): readonly (readonly string[])[] {
  return rows.map((row, i) => {
    const above = rows[i - 1];
    const differs = row.findIndex((cell, column) => cell !== above?.[column]);
    const repeated = Math.min(grouped, differs < 0 ? row.length : differs);
    return row.map((cell, column) => (column < repeated && cell !== '' ? same : cell));
  });
}
