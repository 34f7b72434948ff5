/** Milliseconds of work between two breaths: short enough that a cancel is felt at once. */
const BREATH_MS = 40;

/** Lets a long reading be cancelled and tell how far it is. */
export interface Pace {
  /** Awaited inside loops: yields to the event loop now and then, reports progress, throws AbortError when cancelled. */
  step(share: number): Promise<void> | undefined;
}

/** @throws the signal's reason (an AbortError) from `step` once the signal is aborted */
export function paceOf(options: {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}): Pace {
  let last = performance.now();
  const breathe = async (share: number): Promise<void> => {
    options.onProgress?.(Math.min(1, Math.max(0, share)));
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
    options.signal?.throwIfAborted();
  };
  options.signal?.throwIfAborted();
  return { step: (share) => (performance.now() - last < BREATH_MS ? undefined : breathe(share)) };
}
