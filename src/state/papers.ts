import { create } from 'zustand';
import type { Collection } from '../domain/workspace.ts';
import type { StorageStatus } from '../storage/saver.ts';
import type { Workspace } from '../storage/workspace.ts';

interface Papers {
  /** Null until the workspace has been opened; only the rooms that write open it. */
  readonly workspace: Workspace | null;
  readonly status: StorageStatus | null;
  /** Counts the changes of each collection, whoever made them: a view that reads it is drawn anew. */
  readonly changes: Readonly<Record<Collection, number>>;
}

/** The papers of this device: proposals, places, threads, evaluations. Changed only by the workspace itself. */
export const usePapers = create<Papers>(() => ({
  workspace: null,
  status: null,
  changes: { proposals: 0, places: 0, threads: 0, meetings: 0, evaluations: 0, datasets: 0, versions: 0 },
}));

let opening: Promise<Workspace> | null = null;

/** A new id, unlike any other on this or another device, that can stand in an address. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const nowStamp = (): string => new Date().toISOString();

/** Opens the city's workspace on this device, once. It opens always; trouble with keeping it is a status. */
export function openPapers(cityId: string): Promise<Workspace> {
  opening ??= import('../storage/openOnDevice.ts').then(async ({ openOnDevice }) => {
    const workspace = await openOnDevice({
      id: cityId,
      onStatus: (status) => usePapers.setState({ status }),
      now: nowStamp,
      newId,
    });
    workspace.subscribe((collection) =>
      usePapers.setState(({ changes }) => ({
        changes: { ...changes, [collection]: changes[collection] + 1 },
      })),
    );
    usePapers.setState({ workspace, status: workspace.status() });
    return workspace;
  });
  return opening;
}
