/** A paper as a plain value: what it says, in order, before anyone decides what it looks like. */
export interface Paper {
  readonly title: string;
  readonly language: string;
  /** ISO timestamp of the making. */
  readonly madeAt: string;
  /** Stands at the foot of every page, before the page's number. */
  readonly foot: string;
  /** "Page 1 of 3" in the reader's language; `#` stands for the page and `##` for the last one. */
  readonly pageWords: string;
  /** "… 5 more" where entries had to be left out; `#` stands for how many. */
  readonly moreWords: string;
  /** Said at the end of a sheet from which something had to be left out. */
  readonly shortenedWords: string;
  /** Stands in a cell that says the same as the one above it. */
  readonly sameWords: string;
  readonly blocks: readonly Block[];
  /** Whether what stands between two page breaks must fit on one page, written smaller and then shorter if need be. */
  readonly fitsPages?: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'small' | 'strong' }
  | ListBlock
  | TableBlock
  | ColumnsBlock
  | FigureBlock
  /** What follows begins on a new page. */
  | { readonly kind: 'page' };

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
  /** Whether it is least missed where not everything fits. */
  readonly isSpare?: boolean;
}

/** Parts (each a heading and what stands under it) in two columns, read one after the other. */
export interface ColumnsBlock {
  readonly kind: 'columns';
  readonly parts: readonly (readonly Block[])[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Rows by their index, those that are missed most first; absent means as they stand. */
  readonly keepFirst?: readonly number[];
  /** So many leading columns are not written again where the row above says the same. */
  readonly grouped?: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Shares of the width, one for each column. */
  readonly widths: readonly number[];
}

/** A map: its scale bar and north arrow are drawn upon it. */
export interface FigureBlock {
  readonly kind: 'figure';
  /** What the picture shows, for who cannot see it. */
  readonly alt: string;
  readonly jpeg: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** How much ground one picture width is. */
  readonly widthMetres: number;
  readonly north: string;
  readonly credits: string;
}

/** The length of a scale bar: about a fifth of the picture, 1, 2 or 5 times a power of ten. */
export function scaleBarMetres(widthMetres: number): number {
  const wanted = widthMetres / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const times = [5, 2, 1].find((each) => each * power <= wanted) ?? 1;
  return times * power;
}

/** All the text of a paper: it decides which letters its fonts must have. */
export function lettersOf(paper: Paper): string {
  const { title, foot, pageWords, moreWords, shortenedWords, sameWords, blocks } = paper;
  const own = [title, foot, pageWords, moreWords, shortenedWords, sameWords];
  return [...own, ...blocks.flatMap(wordsOf)].join('\n');
}

/** What blocks say, as one text. */
export const lettersOfBlocks = (blocks: readonly Block[]): string => blocks.flatMap(wordsOf).join('\n');

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'figure':
      return [block.north, block.credits];
    case 'columns':
      return block.parts.flat().flatMap(wordsOf);
    case 'page':
      return [];
  }
}
