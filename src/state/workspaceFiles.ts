import { create } from 'zustand';
import { WORKSPACE_FORMAT } from '../domain/workspace.ts';
import type { MergeReport } from '../storage/merge.ts';
import { UnreadableFile } from '../storage/migrations.ts';
import type { Workspace } from '../storage/workspace.ts';
import { datedName, offerFile } from './offerFile.ts';

export type WorkspaceOutcome =
  | { readonly kind: 'merged'; readonly file: string; readonly report: MergeReport }
  | {
      readonly kind: 'unreadable';
      readonly file: string;
      readonly why: UnreadableFile['why'];
      readonly detail: string;
    };

/** What came of the workspace file that was opened last. */
export const useWorkspaceFile = create<{ readonly outcome: WorkspaceOutcome | null }>(() => ({
  outcome: null,
}));

/** More than any workspace: such a file is not even taken into memory. */
const MOST_BYTES = 400e6;

/** Saves everything in the workspace as one file. It needs no storage: what is in memory is what is saved. */
export function saveWorkspaceFile(workspace: Workspace, name: string): void {
  const content = new Blob([workspace.toFile()], { type: 'application/json' });
  offerFile(`${datedName(name)}.workspace.json`, content);
}

/** Whether a file says at its beginning that it is a workspace. */
export const isWorkspaceFile = async (file: Blob): Promise<boolean> =>
  (await file.slice(0, 400).text()).includes(WORKSPACE_FORMAT);

/** Merges a workspace file into the open one. Where it cannot be read, nothing has changed. */
export async function openWorkspaceFile(
  workspace: Workspace,
  file: File,
  versionName: (whose: 'ours' | 'theirs') => string,
): Promise<void> {
  const tell = (outcome: WorkspaceOutcome): void => useWorkspaceFile.setState({ outcome });
  try {
    if (file.size > MOST_BYTES) throw new UnreadableFile('malformed', `${file.size} bytes`);
    const report = workspace.mergeFile(await file.text(), versionName);
    tell({ kind: 'merged', file: file.name, report });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    tell({ kind: 'unreadable', file: file.name, why: error.why, detail: error.detail });
  }
}

export function forgetOutcome(): void {
  useWorkspaceFile.setState({ outcome: null });
}
