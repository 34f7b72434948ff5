import * as Y from 'yjs';
import type { Proposal } from '../domain/proposal.ts';
import type { Collection, NamedVersion } from '../domain/workspace.ts';
import { differenceOf, type Json } from '../proposal/cells.ts';
import { difference as proposalDifference } from '../proposal/difference.ts';
import { type RecordPlace, readRecord, recordIds } from './document.ts';
import type { Kept } from './door.ts';
import { type History, historyOf, type StepOutcome } from './history.ts';
import { type LargeEdit, largeChanges } from './largeChanges.ts';
import { type MergeReport, mergeInto } from './merge.ts';
import type { Pace } from './pieces.ts';
import { type Listener, type ProposalReading, type Reader, readerOf } from './reader.ts';
import { type OpenDoor, type StorageStatus, saverOf } from './saver.ts';
import type { Scope, Step, StepName } from './steps.ts';
import { joinTabs } from './tabs.ts';
import { contentOf, keepVersion, versionOf, versionsOf } from './versions.ts';
import { documentOf, fileTextOf, parsedFile } from './workspaceFile.ts';

export interface WorkspaceOptions {
  readonly id: string;
  /** Where the work is kept on this device; see `openIndexedDb`. */
  readonly openDoor: OpenDoor;
  readonly onStatus: (status: StorageStatus) => void;
  /** ISO timestamp. */
  readonly now: () => string;
  readonly newId: () => string;
}

export interface Commit extends RecordPlace {
  readonly name: StepName;
  /** The record that the user saw; undefined when it is new. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

export interface Workspace {
  readonly id: string;
  ids(collection: Collection): string[];
  read(collection: Collection, recordId: string): Json | undefined;
  readProposal(recordId: string): ProposalReading | undefined;
  /** When a proposal was last changed by anyone, as an ISO timestamp. */
  changedAt(proposalId: string): string | undefined;
  /** One gesture, one step. Ticks of a drag are not committed. */
  commit(commit: Commit): void;
  commitProposal(name: StepName, before: Proposal | undefined, after: Proposal): void;
  undo(scope?: Scope): StepOutcome | undefined;
  redo(scope?: Scope): StepOutcome | undefined;
  /**
   * As `commitProposal`, for a change of very many things: the page stays awake, and the device and the other tabs get
   * all of it at once or, when it is cancelled or the page closes, nothing. Returns whether it was done.
   */
  commitLarge(name: StepName, edit: LargeEdit, pace: Pace): Promise<boolean>;
  /** As `undo` and `redo`, over a step that is large. */
  goLarge(direction: 'undo' | 'redo', scope: Scope, pace: Pace): Promise<StepOutcome | undefined>;
  /** The steps that undo and redo would go over next. */
  next(scope?: Scope): { readonly undo: Step | undefined; readonly redo: Step | undefined };
  /**
   * Makes sure that nothing is left of a collection's records that were removed: no step to go back to, no trace on the
   * device. For what must really be gone when it is taken away.
   */
  forgetRemoved(collection: Collection): Promise<void>;
  saveVersion(place: RecordPlace, name: string): NamedVersion | undefined;
  versions(place: RecordPlace): NamedVersion[];
  /** Brings a record back to a named version, as a step that can be undone. */
  restoreVersion(versionId: string, name: StepName): boolean;
  toFile(): string;
  /** Merges a workspace file of any version. @throws UnreadableFile, and then nothing has changed */
  mergeFile(text: string, versionName: (whose: 'ours' | 'theirs') => string): MergeReport;
  subscribe(listener: Listener): () => void;
  status(): StorageStatus;
  /** After trouble: opens the device's storage again, takes in what is there and writes what waits. */
  retryStorage(): Promise<void>;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const FROM_DOOR = Symbol('from the device');

/** Opens a workspace. It opens always: without storage it lives in memory, and `onStatus` says so. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { id, now, newId } = options;
  const doc = new Y.Doc();
  const saver = saverOf(options.openDoor, options.onStatus);
  const kept = await saver.open();
  takeIn(doc, kept, options.onStatus);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_DOOR) saver.add(update);
  });
  const reader = readerOf(doc);
  const history = historyOf(doc, { steps: kept.steps, store: saver.changeSteps, now, newId });
  const tabs = joinTabs(doc, `workspace:${id}`);
  return {
    id,
    ids: (collection) => recordIds(doc, collection),
    read: reader.read,
    readProposal: reader.readProposal,
    changedAt: reader.changedAt,
    subscribe: reader.subscribe,
    ...committing(reader, history),
    ...largeChanges({ doc, saver, tabs, reader, history }),
    undo: history.undo,
    redo: history.redo,
    next: history.next,
    async forgetRemoved(collection) {
      const present = new Set(recordIds(doc, collection));
      history.forget((place) => place.collection === collection && !present.has(place.recordId));
      await saver.melt();
    },
    ...versioning(doc, options, history),
    toFile: () => fileTextOf(doc, { id, savedAt: now() }),
    mergeFile: (text, versionName) => mergeText(doc, options, { text, versionName }),
    async retryStorage() {
      const found = await saver.open();
      takeIn(doc, found, options.onStatus);
      history.adopt(found.steps);
      await saver.settled();
    },
    status: saver.status,
    settled: saver.settled,
    async close() {
      tabs.leave();
      await saver.close();
      doc.destroy();
    },
  };
}

/** Takes in what the device kept. A damaged part must not keep the rest from opening. */
function takeIn(doc: Y.Doc, { updates }: Kept, onStatus: WorkspaceOptions['onStatus']): void {
  let damaged = 0;
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update, FROM_DOOR);
    } catch {
      damaged += 1;
    }
  }
  if (damaged > 0) onStatus({ kind: 'trouble', trouble: 'damaged', detail: `${damaged} updates` });
}

function committing(reader: Reader, history: History): Pick<Workspace, 'commit' | 'commitProposal'> {
  return {
    commit: ({ name, before, after, collection, recordId }) =>
      history.push({ collection, recordId }, name, differenceOf(before ?? {}, after ?? {})),
    commitProposal(name, before, after) {
      const change = before ? proposalDifference(before, after) : differenceOf({}, after as unknown as Json);
      if (Object.keys(change).length === 0) return;
      reader.expect(before, after);
      history.push({ collection: 'proposals', recordId: after.id }, name, change);
    },
  };
}

function versioning(
  doc: Y.Doc,
  { now, newId }: WorkspaceOptions,
  history: History,
): Pick<Workspace, 'saveVersion' | 'versions' | 'restoreVersion'> {
  return {
    saveVersion(place, name) {
      const content = readRecord(doc, place);
      if (content === undefined) return undefined;
      return keepVersion(doc, { ...place, id: newId(), name, at: now(), content });
    },
    versions: (place) => versionsOf(doc, place),
    restoreVersion(versionId, name) {
      const version = versionOf(doc, versionId);
      const content = version && contentOf(version);
      if (!version || content === undefined) return false;
      const { collection, recordId } = version;
      const current = readRecord(doc, { collection, recordId }) ?? {};
      history.push({ collection, recordId }, name, differenceOf(current, content));
      return true;
    },
  };
}

interface MergeText {
  readonly text: string;
  readonly versionName: (whose: 'ours' | 'theirs') => string;
}

function mergeText(
  doc: Y.Doc,
  { now, newId }: WorkspaceOptions,
  { text, versionName }: MergeText,
): MergeReport {
  const file = documentOf(parsedFile(text));
  const at = now();
  const report = mergeInto(doc, file, at);
  for (const { whose, ...state } of report.rescued) {
    keepVersion(doc, { ...state, id: newId(), name: versionName(whose), at });
  }
  file.doc.destroy();
  return report;
}
