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
  /** Keeps everything in the queue until `release`: what comes meanwhile is then written as one, or not at all. */
  hold(): void;
  /** Writes what has come since `hold`; with `instead`, that update in place of all those. */
  release(instead?: Uint8Array): void;
  /** Writes what waits, then melts the stored updates into one: what was deleted is then gone from the device. */
  melt(): Promise<void>;
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

/** What waits to be written. */
function queueOf() {
  let updates: Uint8Array[] = [];
  let steps: StepsChange = { put: [], drop: [] };
  return {
    add(update: Uint8Array): void {
      updates.push(update);
    },
    changeSteps(change: StepsChange): void {
      steps = joined(steps, change);
    },
    replaceUpdates(by: Uint8Array): void {
      updates = [by];
    },
    waits: (): boolean => updates.length + steps.put.length + steps.drop.length > 0,
    take(): Addition {
      const taken: Addition = { updates, ...steps };
      [updates, steps] = [[], { put: [], drop: [] }];
      return taken;
    },
    putBack(taken: Addition): void {
      updates = [...taken.updates, ...updates];
      steps = joined(taken, steps);
    },
  };
}

/** The present status; tells of every change of it, and of every trouble. */
function toldStatus(onStatus: (status: StorageStatus) => void) {
  let status: StorageStatus = { kind: 'saved' };
  return {
    now: (): StorageStatus => status,
    tell(next: StorageStatus): void {
      if (next.kind === status.kind && next.kind !== 'trouble') return;
      status = next;
      onStatus(next);
    },
  };
}

/** The door while it is open, and how many updates lie behind it. */
interface Device {
  door: Door | undefined;
  stored: number;
}

/** Writes the queue to the device, one transaction at a time. */
function writerOf(device: Device, queue: ReturnType<typeof queueOf>, status: ReturnType<typeof toldStatus>) {
  let work: Promise<void> = Promise.resolve();
  let planned = false;
  let isHeld = false;
  const write = async (): Promise<void> => {
    planned = false;
    const { door } = device;
    if (!door || isHeld || !queue.waits()) return;
    const taken = queue.take();
    try {
      await door.append(taken);
    } catch (error) {
      queue.putBack(taken);
      status.tell(statusOf(error));
      return;
    }
    device.stored += taken.updates.length;
    status.tell({ kind: 'saved' });
    if (device.stored <= MOST_UPDATES) return;
    device.stored = 1;
    // Everything is kept, melted or not: a failure here is no trouble of the user's.
    await door.compact().catch(() => {});
  };
  return {
    settled: (): Promise<void> => work,
    hold(held: boolean): void {
      isHeld = held;
    },
    plan(): void {
      if (planned || isHeld || !queue.waits()) return;
      planned = true;
      if (status.now().kind !== 'trouble') status.tell({ kind: 'saving' });
      // In a microtask, so that a gesture's change and its step go in one transaction.
      work = work.then(write);
    },
  };
}

/**
 * Writes what it is given in the order it came. What could not be written stays in the queue and goes with the next
 * write, so that space made free is enough to be saved again.
 */
export function saverOf(openDoor: OpenDoor, onStatus: (status: StorageStatus) => void): Saver {
  const device: Device = { door: undefined, stored: 0 };
  const queue = queueOf();
  const status = toldStatus(onStatus);
  const { plan, settled, hold } = writerOf(device, queue, status);
  const lose = (trouble: Trouble): void => {
    device.door = undefined;
    status.tell({ kind: 'trouble', trouble, detail: 'the database was closed' });
  };
  return {
    async open() {
      try {
        device.door = await openDoor(lose);
        const kept = await device.door.load();
        device.stored = kept.updates.length;
        if (status.now().kind === 'trouble') status.tell({ kind: 'saved' });
        plan();
        return kept;
      } catch (error) {
        device.door = undefined;
        status.tell(statusOf(error));
        return NOTHING_KEPT;
      }
    },
    add(update) {
      queue.add(update);
      plan();
    },
    changeSteps(change) {
      queue.changeSteps(change);
      plan();
    },
    hold() {
      hold(true);
    },
    release(instead) {
      if (instead) queue.replaceUpdates(instead);
      hold(false);
      plan();
    },
    async melt() {
      plan();
      await settled();
      await device.door?.compact().then(
        () => {
          device.stored = 1;
        },
        () => {},
      );
    },
    settled,
    status: status.now,
    async close() {
      await settled();
      device.door?.close();
      device.door = undefined;
    },
  };
}

function joined(first: StepsChange, second: StepsChange): StepsChange {
  const put: Step[] = changedSteps(first.put, second);
  const again = new Set(put.map(({ id }) => id));
  return { put, drop: [...first.drop, ...second.drop].filter((id) => !again.has(id)) };
}
