import type { Step, StepsChange } from './steps.ts';

/**
 * Why nothing is kept on this device at the moment. missing: no IndexedDB at all. denied: private mode or a setting.
 * blocked: another tab holds an older database. silent: the browser does not answer. full: no room left.
 * closed: the browser or another tab took the database away. damaged: part of what was kept cannot be read.
 * failed: anything else.
 */
export const TROUBLES = [
  'missing',
  'denied',
  'blocked',
  'silent',
  'full',
  'closed',
  'damaged',
  'failed',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** An error of the device's storage, told by its reason. */
export class StorageTrouble extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly detail: string,
  ) {
    super(`${trouble}: ${detail}`);
    this.name = 'StorageTrouble';
  }
}

/** What is kept on a device for one workspace. */
export interface Kept {
  readonly updates: readonly Uint8Array[];
  readonly steps: readonly Step[];
}

export interface Addition extends StepsChange {
  readonly updates: readonly Uint8Array[];
}

/** The one way to a device's storage. Every method rejects with a StorageTrouble. */
export interface Door {
  load(): Promise<Kept>;
  /** Adds updates and changes steps, all or nothing. */
  append(addition: Addition): Promise<void>;
  /** Melts all stored updates into one. */
  compact(): Promise<void>;
  close(): void;
}
