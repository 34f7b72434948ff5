import * as Y from 'yjs';
import { type Addition, type Door, StorageTrouble, type Trouble } from '../../src/storage/door.ts';
import type { StorageStatus } from '../../src/storage/saver.ts';
import { changedSteps, type Step } from '../../src/storage/steps.ts';
import { openWorkspace, type Workspace } from '../../src/storage/workspace.ts';

/** A device in memory, with the same contract as IndexedDB; `trouble` makes every write fail. */
export class Device implements Door {
  updates: Uint8Array[] = [];
  steps: Step[] = [];
  trouble: Trouble | undefined;
  /** Set: the storage cannot even be opened. */
  closed: Trouble | undefined;
  appends = 0;
  async load() {
    if (this.closed) throw new StorageTrouble(this.closed, 'as told');
    return { updates: [...this.updates], steps: [...this.steps] };
  }
  async append({ updates, put, drop }: Addition) {
    if (this.trouble) throw new StorageTrouble(this.trouble, 'as told');
    this.appends++;
    this.updates.push(...updates);
    this.steps = changedSteps(this.steps, structuredClone({ put, drop }));
  }
  async compact() {
    this.updates = [Y.mergeUpdates(this.updates)];
  }
  close() {}
}

let opened = 0;
export async function aWorkspace(
  device: Device = new Device(),
  id = `w-${++opened}`,
): Promise<{ workspace: Workspace; device: Device; statuses: StorageStatus[] }> {
  const statuses: StorageStatus[] = [];
  let ticks = 0;
  let ids = 0;
  const session = ++opened;
  const workspace = await openWorkspace({
    id,
    openDoor: async () => device,
    onStatus: (status) => statuses.push(status),
    now: () => new Date(Date.UTC(2026, 10, 22, 12, session, 0, ticks++)).toISOString(),
    newId: () => `id-${session}-${++ids}`,
  });
  return { workspace, device, statuses };
}
