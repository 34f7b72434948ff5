import { type Addition, type Door, type Kept, StorageTrouble, type Trouble } from './door.ts';
import { changedSteps, type Step, type StepsChange } from './steps.ts';

/** How it stands with keeping the work on this device. With trouble, the workspace file still saves. */
export type StorageStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly detail: string };

/** Opens a device's storage; told when the storage is taken away later. */
export type OpenDoor = (onLost: (trouble: Trouble) => void) => Promise<Door>;

export interface Saver {
  /** What was kept; nothing when storage cannot be opened. Called again, it tries anew and then writes what waits. */
  open(): Promise<Kept>;
  add(update: Uint8Array): void;
  changeSteps(change: StepsChange): void;
  /** Resolves when everything given so far is kept, or has met with trouble. */
  settled(): Promise<void>;
  status(): StorageStatus;
  close(): Promise<void>;
}

/** Melt the stored updates into one when there are more than this many. */
const MOST_UPDATES = 500;
const NOTHING_KEPT: Kept = { updates: [], steps: [] };

const statusOf = (error: unknown): StorageStatus =>
  error instanceof StorageTrouble
    ? { kind: 'trouble', trouble: error.trouble, detail: error.detail }
    : { kind: 'trouble', trouble: 'failed', detail: String(error) };

/**
 * Writes what it is given in the order it came, one transaction at a time. What could not be written stays in the
 * queue and goes with the next write, so that space made free is enough to be saved again.
 */
export function saverOf(openDoor: OpenDoor, onStatus: (status: StorageStatus) => void): Saver {
  let door: Door | undefined;
  let status: StorageStatus = { kind: 'saved' };
  let updates: Uint8Array[] = [];
  let steps: StepsChange = { put: [], drop: [] };
  let stored = 0;
  let work: Promise<void> = Promise.resolve();
  let planned = false;

  const tell = (next: StorageStatus): void => {
    if (next.kind === status.kind && next.kind !== 'trouble') return;
    status = next;
    onStatus(next);
  };
  const lose = (trouble: Trouble): void => {
    door = undefined;
    tell({ kind: 'trouble', trouble, detail: 'the database was closed' });
  };
  const waiting = (): boolean => updates.length + steps.put.length + steps.drop.length > 0;
  const write = async (): Promise<void> => {
    planned = false;
    if (!door || !waiting()) return;
    const taken: Addition = { updates, ...steps };
    [updates, steps] = [[], { put: [], drop: [] }];
    try {
      await door.append(taken);
      stored += taken.updates.length;
      if (stored > MOST_UPDATES) {
        await door.compact();
        stored = 1;
      }
      tell({ kind: 'saved' });
    } catch (error) {
      updates = [...taken.updates, ...updates];
      steps = joined(taken, steps);
      tell(statusOf(error));
    }
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    if (status.kind !== 'trouble') tell({ kind: 'saving' });
    // In a microtask, so that a gesture's change and its step go in one transaction.
    work = work.then(write);
  };

  return {
    async open() {
      try {
        door = await openDoor(lose);
        const kept = await door.load();
        stored = kept.updates.length;
        if (status.kind === 'trouble') tell({ kind: 'saved' });
        if (waiting()) plan();
        return kept;
      } catch (error) {
        door = undefined;
        tell(statusOf(error));
        return NOTHING_KEPT;
      }
    },
    add(update) {
      updates.push(update);
      plan();
    },
    changeSteps(change) {
      steps = joined(steps, change);
      plan();
    },
    settled: () => work,
    status: () => status,
    async close() {
      await work;
      door?.close();
      door = undefined;
    },
  };
}

function joined(first: StepsChange, second: StepsChange): StepsChange {
  const put: Step[] = changedSteps(first.put, second);
  const again = new Set(put.map(({ id }) => id));
  return { put, drop: [...first.drop, ...second.drop].filter((id) => !again.has(id)) };
}
