/**
 * Question: how does a record live in a document that several people change at once?
 * Method: one flat map per collection, one key per cell (`<record>/<cell path>`). Nothing is nested, so two people who
 * touch the same feature for the first time cannot each create a map and lose the other's; keys are set, maps are
 * never replaced. Undoing sets a cell back only where it still is as the step left it: another person's later change
 * stays.
 * Complexity: writing is linear in the cells that differ; reading a record is linear in its collection.
 */
import type * as Y from 'yjs';
import { COLLECTIONS, type Collection } from '../domain/workspace.ts';
import { type CellPath, type Difference, type Json, sameJson, valueOfCells } from '../proposal/cells.ts';

/** Which record of which collection. */
export interface RecordPlace {
  readonly collection: Collection;
  readonly recordId: string;
}

/** A cell of every record, so that a record's existence is one cell. */
const ID_CELL = 'id';
/** Written by storage at every change; in no step, so that undo does not turn the clock. */
export const STAMP_CELL = 'updatedAt';

export const cellMap = (doc: Y.Doc, collection: Collection): Y.Map<Json> => doc.getMap<Json>(collection);

export const keyOf = (recordId: string, path: CellPath): string => `${recordId}/${path}`;
export const recordIdOfKey = (key: string): string => key.slice(0, key.indexOf('/'));
const pathOfKey = (key: string): CellPath => key.slice(key.indexOf('/') + 1);

/** The ids of a collection's records. */
export function recordIds(doc: Y.Doc, collection: Collection): string[] {
  const ids: string[] = [];
  for (const key of cellMap(doc, collection).keys())
    if (pathOfKey(key) === ID_CELL) ids.push(recordIdOfKey(key));
  return ids.sort();
}

function cellsOfRecord(doc: Y.Doc, { collection, recordId }: RecordPlace): [CellPath, Json][] {
  const start = `${recordId}/`;
  const cells: [CellPath, Json][] = [];
  for (const [key, value] of cellMap(doc, collection).entries()) {
    if (key.startsWith(start)) cells.push([pathOfKey(key), value]);
  }
  return cells;
}

/** A record, or undefined when there is none. */
export function readRecord(doc: Y.Doc, place: RecordPlace): Json | undefined {
  if (!cellMap(doc, place.collection).has(keyOf(place.recordId, ID_CELL))) return undefined;
  return valueOfCells(cellsOfRecord(doc, place));
}

/** All records of all collections: what a readable file contains. */
export function readAll(doc: Y.Doc): Record<Collection, Record<string, Json>> {
  const collections = COLLECTIONS.map((collection) => {
    const cells = new Map<string, [CellPath, Json][]>();
    for (const [key, value] of cellMap(doc, collection).entries()) {
      const id = recordIdOfKey(key);
      const mine = cells.get(id);
      if (mine) mine.push([pathOfKey(key), value]);
      else cells.set(id, [[pathOfKey(key), value]]);
    }
    const records = recordIds(doc, collection).map((id) => [id, valueOfCells(cells.get(id) ?? [])] as const);
    return [collection, Object.fromEntries(records)] as const;
  });
  return Object.fromEntries(collections) as Record<Collection, Record<string, Json>>;
}

export interface Writing extends RecordPlace {
  readonly difference: Difference;
  /** ISO timestamp for the record's stamp. */
  readonly at: string;
  /**
   * always: what the user does now. where-unchanged: going back or forth over a step, which must not undo what
   * somebody else has done since.
   */
  readonly rule: 'always' | 'where-unchanged';
}

/** The cells that were written, and those that another change has taken since. */
export interface Written {
  readonly written: readonly CellPath[];
  readonly kept: readonly CellPath[];
}

/** Sets a cell, or takes it away. */
export function setCell(cells: Y.Map<Json>, key: string, value: Json | undefined): void {
  if (value === undefined) cells.delete(key);
  else cells.set(key, value);
}

/** The cells that a writing may change, and those that it must leave to somebody else's later change. */
export function expectedPaths(
  doc: Y.Doc,
  writing: Writing,
): { readonly expected: readonly CellPath[]; readonly kept: readonly CellPath[] } {
  const { collection, recordId, difference, rule } = writing;
  const cells = cellMap(doc, collection);
  const paths = Object.keys(difference).filter((path) => path !== STAMP_CELL && path !== '');
  if (rule === 'always') return { expected: paths, kept: [] };
  const expected = paths.filter((path) =>
    sameJson(cells.get(keyOf(recordId, path)), difference[path]?.after),
  );
  if (expected.length === 0 || orphans(doc, writing, expected)) return { expected: [], kept: paths };
  const free = new Set(expected);
  return { expected, kept: paths.filter((path) => !free.has(path)) };
}

/** Writes a difference as one transaction. */
export function writeDifference(doc: Y.Doc, writing: Writing, origin: unknown): Written {
  const { collection, recordId, difference, rule } = writing;
  const cells = cellMap(doc, collection);
  const { expected, kept } = expectedPaths(doc, writing);
  if (expected.length === 0) return { written: [], kept };
  doc.transact(() => {
    for (const path of expected) {
      const change = difference[path];
      setCell(cells, keyOf(recordId, path), rule === 'always' ? change?.after : change?.before);
    }
    stamp(doc, writing);
  }, origin);
  return { written: expected, kept };
}

/** Notes when a proposal was changed. */
export function stamp(doc: Y.Doc, { collection, recordId, at }: Writing): void {
  const cells = cellMap(doc, collection);
  if (collection !== 'proposals') return;
  if (cells.has(keyOf(recordId, ID_CELL))) cells.set(keyOf(recordId, STAMP_CELL), at);
  else cells.delete(keyOf(recordId, STAMP_CELL));
}

/** Whether going back would take away a record in which somebody else has worked since it was made. */
function orphans(doc: Y.Doc, writing: Writing, paths: readonly CellPath[]): boolean {
  const change = writing.difference[ID_CELL];
  if (!change || change.before !== undefined) return false;
  const ours = new Set([...paths, STAMP_CELL]);
  return cellsOfRecord(doc, writing).some(([path]) => !ours.has(path));
}
