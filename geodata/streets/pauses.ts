import { setImmediate } from 'node:timers/promises';

/** Work that takes minutes: it says how far it has come, and can be cancelled. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** Between two looks at whether the work was cancelled: some tenths of a second. */
const AT_A_TIME = 20_000;

/** Rests now and then in a long loop, for without a rest Ctrl-C is not heard. */
export class Pauses {
  private done = 0;

  constructor(
    private readonly of: number,
    private readonly watch: Watch = {},
  ) {}

  /** Counts one more; true when it is time to {@link rest}. */
  isDue(): boolean {
    return ++this.done % AT_A_TIME === 0;
  }

  /** @throws the signal's reason when the work was cancelled */
  async rest(): Promise<void> {
    this.watch.progress?.(this.done, this.of);
    await setImmediate();
    this.watch.signal?.throwIfAborted();
  }
}
