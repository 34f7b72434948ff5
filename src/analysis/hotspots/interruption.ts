/** How a long calculation tells how far it has come and asks whether it is still wanted. */
export interface Watcher {
  /** Called now and then with the share done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Answers true when the result is no longer wanted; the calculation then throws `StoppedError`. */
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Thrown by a calculation whose watcher said stop: no half result leaves it. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  constructor() {
    super('The calculation was stopped because its result is no longer wanted.');
  }
}

/**
 * Reports the share done and throws when the watcher wants no more.
 * Call it a few hundred times per calculation, not once per point.
 */
export function checkpoint(watcher: Watcher | undefined, share: number): void {
  if (watcher === undefined) return;
  if (watcher.shouldStop?.()) throw new StoppedError();
  watcher.onProgress?.(share);
}
