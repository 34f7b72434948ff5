import * as v from 'valibot';
import * as Y from 'yjs';
import {
  COLLECTIONS,
  type Collection,
  WORKSPACE_FORMAT,
  WORKSPACE_VERSION,
  type WorkspaceFile,
  WorkspaceFileSchema,
} from '../domain/workspace.ts';
import { differenceOf, type Json } from '../proposal/cells.ts';
import { readAll, writeDifference } from './document.ts';
import { migrated, UnreadableFile } from './migrations.ts';

/** A file cannot be larger than this many characters: more is not a workspace but an accident. */
const MOST_CHARACTERS = 400_000_000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In pieces, because an argument list has a limit.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** The workspace as the text of a readable file. */
export function fileTextOf(doc: Y.Doc, { id, savedAt }: { id: string; savedAt: string }): string {
  const file: WorkspaceFile = {
    format: WORKSPACE_FORMAT,
    version: WORKSPACE_VERSION,
    id,
    savedAt,
    records: readAll(doc) as WorkspaceFile['records'],
    history: base64Of(Y.encodeStateAsUpdate(doc)),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads a file of any version. @throws UnreadableFile saying why and where */
export function parsedFile(text: string): WorkspaceFile {
  if (text.length > MOST_CHARACTERS) throw new UnreadableFile('malformed', `${text.length} characters`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile('not-json', String(error));
  }
  const known = v.safeParse(v.looseObject({ format: v.literal(WORKSPACE_FORMAT) }), content);
  if (!known.success) throw new UnreadableFile('not-a-workspace', 'no workspace format stated');
  const file = v.safeParse(WorkspaceFileSchema, migrated(known.output));
  if (file.success) return file.output;
  const [issue] = file.issues;
  throw new UnreadableFile('malformed', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

/** A file's document. `lineage` says whether it brings its editing history, or only its values. */
export interface FileDocument {
  readonly doc: Y.Doc;
  readonly lineage: 'history' | 'values';
}

/**
 * The document that a file holds. Records edited by hand win over the history in the same file, as changes upon it.
 * @throws UnreadableFile when the history is damaged
 */
export function documentOf(file: WorkspaceFile): FileDocument {
  const doc = new Y.Doc();
  if (file.history !== null) {
    try {
      Y.applyUpdate(doc, bytesOf(file.history));
    } catch (error) {
      throw new UnreadableFile('malformed', `history: ${String(error)}`);
    }
  }
  const held = readAll(doc);
  for (const collection of COLLECTIONS) {
    const records = file.records[collection] as Record<string, Json>;
    for (const recordId of new Set([...Object.keys(held[collection]), ...Object.keys(records)])) {
      adopt(doc, {
        collection,
        recordId,
        before: held[collection][recordId],
        after: records[recordId],
        at: file.savedAt,
      });
    }
  }
  return { doc, lineage: file.history === null ? 'values' : 'history' };
}

interface Adoption {
  readonly collection: Collection;
  readonly recordId: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly at: string;
}

function adopt(doc: Y.Doc, { before, after, ...place }: Adoption): void {
  if (
    after !== undefined &&
    (typeof after !== 'object' || after === null || !('id' in after) || after.id !== place.recordId)
  ) {
    throw new UnreadableFile('malformed', `${place.collection}.${place.recordId}: the id does not agree`);
  }
  const difference = differenceOf(before ?? {}, after ?? {});
  writeDifference(doc, { ...place, difference, rule: 'always' }, 'file');
}
