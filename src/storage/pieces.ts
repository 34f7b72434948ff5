/**
 * Question: how does a change of very many cells reach the document without holding the page up?
 * Method: it is written piece by piece, each a transaction of its own, and the page breathes in between. Whoever writes
 * holds back what the pieces tell (to the device, the other tabs and the screen) until all of them are in, so that
 * they are one change to everybody else. Cancelled half-way, the pieces are taken back one by one.
 * Complexity: linear in the cells.
 */
import type * as Y from 'yjs';
import type { CellPath, Json } from '../proposal/cells.ts';
import { cellMap, expectedPaths, keyOf, setCell, stamp, type Writing, type Written } from './document.ts';

/** Some twenty milliseconds of work, most of it Yjs' packing of the piece. */
const PIECE_CELLS = 500;

/** How a long change keeps in touch with whoever asked for it. */
export interface Pace {
  readonly signal?: AbortSignal;
  /** How much is done, 0 to 1. */
  onProgress?(share: number): void;
}

/** Lets the page answer its user. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Marks the pieces of a large change: nobody is told of them one by one. */
export const PIECE = Symbol('a piece of a large change');

/** Writes a difference piece by piece. Undefined when it was cancelled: then the document is as it was. */
export async function writeInPieces(doc: Y.Doc, writing: Writing, pace: Pace): Promise<Written | undefined> {
  const { collection, recordId, difference } = writing;
  const cells = cellMap(doc, collection);
  const { expected, kept } = expectedPaths(doc, writing);
  await breathe();
  const earlier: [CellPath, Json | undefined][] = [];
  const takeBack = async (): Promise<void> => {
    for (const piece of slices(earlier.reverse(), PIECE_CELLS)) {
      doc.transact(() => {
        for (const [path, value] of piece) setCell(cells, keyOf(recordId, path), value);
      }, PIECE);
      await breathe();
    }
  };
  try {
    for (const piece of slices(expected, PIECE_CELLS)) {
      if (pace.signal?.aborted) {
        await takeBack();
        return undefined;
      }
      doc.transact(() => {
        for (const path of piece) {
          earlier.push([path, cells.get(keyOf(recordId, path))]);
          const change = difference[path];
          setCell(cells, keyOf(recordId, path), writing.rule === 'always' ? change?.after : change?.before);
        }
      }, PIECE);
      pace.onProgress?.(earlier.length / expected.length);
      await breathe();
    }
  } catch (error) {
    await takeBack();
    throw error;
  }
  if (expected.length > 0) doc.transact(() => stamp(doc, writing), PIECE);
  return { written: expected, kept };
}
