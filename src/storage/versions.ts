import * as v from 'valibot';
import type * as Y from 'yjs';
import { type NamedVersion, NamedVersionSchema } from '../domain/workspace.ts';
import { differenceOf, type Json } from '../proposal/cells.ts';
import { type RecordPlace, readRecord, recordIds, writeDifference } from './document.ts';

/** A state of a record, to be kept under a name. */
export interface NamedState extends RecordPlace {
  readonly id: string;
  readonly name: string;
  /** ISO timestamp. */
  readonly at: string;
  readonly content: Json;
}

/** Keeps a state of a record under a name. It is no step: undo does not take saved versions away. */
export function keepVersion(doc: Y.Doc, { content, ...state }: NamedState): NamedVersion {
  const version: NamedVersion = { ...state, content: JSON.stringify(content) };
  const difference = differenceOf({}, version);
  writeDifference(
    doc,
    { collection: 'versions', recordId: version.id, difference, at: version.at, rule: 'always' },
    'version',
  );
  return version;
}

/** One named version. */
export function versionOf(doc: Y.Doc, versionId: string): NamedVersion | undefined {
  const parsed = v.safeParse(
    NamedVersionSchema,
    readRecord(doc, { collection: 'versions', recordId: versionId }),
  );
  return parsed.success ? parsed.output : undefined;
}

/** The named versions of a record, the newest first. */
export function versionsOf(doc: Y.Doc, place: RecordPlace): NamedVersion[] {
  return recordIds(doc, 'versions')
    .flatMap((id) => versionOf(doc, id) ?? [])
    .filter(({ collection, recordId }) => collection === place.collection && recordId === place.recordId)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The record that a version keeps; undefined when its text is damaged. */
export function contentOf(version: NamedVersion): Json | undefined {
  try {
    return JSON.parse(version.content) as Json;
  } catch {
    return undefined;
  }
}
