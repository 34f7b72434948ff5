/**
 * Question: how do two workspaces that went different ways become one without loss?
 * Method: with a history both documents are merged change by change (Yjs); a cell that both changed without knowing of
 * each other can keep one value only, so both states of such a record are first saved as named versions. Without a
 * history the cells only they have are taken, ours stay, and their state of a differing record becomes a version.
 * Complexity: linear in the cells of both documents.
 */
import * as Y from 'yjs';
import { COLLECTIONS } from '../domain/workspace.ts';
import { type CellPath, cellsOf, type Difference, type Json, sameJson } from '../proposal/cells.ts';
import {
  cellMap,
  type RecordPlace,
  readRecord,
  recordIdOfKey,
  recordIds,
  STAMP_CELL,
  writeDifference,
} from './document.ts';
import type { FileDocument } from './workspaceFile.ts';

/** A cell that both sides changed. `kept` is what stands now; the other value is in a named version. */
export interface MergeConflict extends RecordPlace {
  readonly path: CellPath;
  readonly ours: Json;
  readonly theirs: Json;
}

/** A state that the merge saved from being overwritten. */
export interface RescuedState extends RecordPlace {
  readonly whose: 'ours' | 'theirs';
  readonly content: Json;
}

export interface MergeReport {
  readonly addedRecords: readonly RecordPlace[];
  readonly conflicts: readonly MergeConflict[];
  readonly rescued: readonly RescuedState[];
}

/** Cells that differ although neither side has seen the other's. */
function conflictsOf(ours: Y.Doc, { doc: theirs, lineage }: FileDocument): MergeConflict[] {
  const [ourVector, theirVector] = [ours, theirs].map((doc) => Y.decodeStateVector(Y.encodeStateVector(doc)));
  const found: MergeConflict[] = [];
  for (const collection of COLLECTIONS) {
    const [left, right] = [cellMap(ours, collection), cellMap(theirs, collection)];
    for (const [key, theirValue] of right.entries()) {
      const ourValue = left.get(key);
      const path = key.slice(key.indexOf('/') + 1);
      if (ourValue === undefined || path === STAMP_CELL || sameJson(ourValue, theirValue)) continue;
      const known = seen(left, key, theirVector) || seen(right, key, ourVector);
      if (lineage === 'history' && known) continue;
      found.push({ collection, recordId: recordIdOfKey(key), path, ours: ourValue, theirs: theirValue });
    }
  }
  return found;
}

/** Whether a document with this state vector has seen the change that gave the cell its value. */
function seen(cells: Y.Map<Json>, key: string, vector: Map<number, number> | undefined): boolean {
  const item = cells._map.get(key);
  return item !== undefined && item.id.clock < (vector?.get(item.id.client) ?? 0);
}

/** Merges a file's document into ours. What the caller must save as versions stands under `rescued`. */
export function mergeInto(ours: Y.Doc, file: FileDocument, at: string): MergeReport {
  const conflicts = conflictsOf(ours, file);
  const places = new Map(
    conflicts.map(({ collection, recordId }) => [`${collection}/${recordId}`, { collection, recordId }]),
  );
  const rescued = [...places.values()].flatMap((place): RescuedState[] =>
    (['ours', 'theirs'] as const).flatMap((whose) => {
      const content = readRecord(whose === 'ours' ? ours : file.doc, place);
      // Without a history ours stays as it is, and needs no rescue.
      return content === undefined || (whose === 'ours' && file.lineage === 'values')
        ? []
        : [{ ...place, whose, content }];
    }),
  );
  const addedRecords = COLLECTIONS.flatMap((collection) => {
    const known = new Set(recordIds(ours, collection));
    return recordIds(file.doc, collection)
      .filter((recordId) => !known.has(recordId))
      .map((recordId) => ({ collection, recordId }));
  });
  if (file.lineage === 'history') Y.applyUpdate(ours, Y.encodeStateAsUpdate(file.doc), 'merge');
  else takeMissingCells(ours, file.doc, at);
  return { addedRecords, conflicts, rescued };
}

function takeMissingCells(ours: Y.Doc, theirs: Y.Doc, at: string): void {
  for (const collection of COLLECTIONS) {
    const held = cellMap(ours, collection);
    for (const recordId of recordIds(theirs, collection)) {
      const missing = [...cellsOf(readRecord(theirs, { collection, recordId }) ?? {})].filter(
        ([path]) => !held.has(`${recordId}/${path}`),
      );
      const difference: Difference = Object.fromEntries(missing.map(([path, after]) => [path, { after }]));
      writeDifference(ours, { collection, recordId, difference, at, rule: 'always' }, 'merge');
    }
  }
}
