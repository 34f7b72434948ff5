import { create } from 'zustand';
import type { Pace } from '../storage/pieces.ts';
import type { StepName } from '../storage/steps.ts';

/** Work that takes more than a moment: what it is, how far it is, and the way to stop it. */
export interface LongWork extends StepName {
  /** The step that the sentence names, if it names one. */
  readonly step?: StepName;
  readonly share: number;
  /** Nothing can be stopped any more: the last of it is being kept. */
  readonly isEnding: boolean;
  readonly cancel: () => void;
}

/** The long work of the moment; one at a time, and nothing else is done meanwhile. */
export const useLongWork = create<{ readonly work: LongWork | null }>(() => ({ work: null }));

/** Progress is told at most so often: each telling is a redraw. What takes less is not told of at all. */
const TELL_MS = 80;
let isWorking = false;

/** Does long work, shown with its progress. Returns undefined when other long work is going on. */
export async function doLong<Result>(
  name: Pick<LongWork, 'key' | 'params' | 'step'>,
  work: (pace: Required<Pace>) => Promise<Result>,
): Promise<Result | undefined> {
  if (isWorking) return undefined;
  isWorking = true;
  const stop = new AbortController();
  const tell = (share: number): void =>
    useLongWork.setState({
      work: { ...name, share, isEnding: share >= 1, cancel: () => stop.abort(cancelled()) },
    });
  let toldAt = performance.now();
  try {
    return await work({
      signal: stop.signal,
      onProgress(share) {
        const now = performance.now();
        if (now - toldAt < TELL_MS && (share < 1 || !useLongWork.getState().work)) return;
        toldAt = now;
        tell(share);
      },
    });
  } finally {
    isWorking = false;
    useLongWork.setState({ work: null });
  }
}

const cancelled = (): DOMException => new DOMException('cancelled by the user', 'AbortError');
