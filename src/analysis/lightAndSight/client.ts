import { proxy, type Remote, wrap } from 'comlink';
import type { LngLat } from '../../geometry/plane.ts';
import type { Entry, EntryChange, Ground, OpticFile, PlaceAnswer, Report, Settings } from './question.ts';
import type { LightAndSightService } from './worker.ts';

/** What the plan looks like now. Features and lists that did not change are the same objects as before. */
export interface Question {
  readonly ground: Ground;
  readonly optics: readonly OpticFile[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly settings: Settings;
}

export interface ClientListener {
  onReport(report: Report): void;
  /** `share` is of the first full raster; nothing else takes long. */
  onState(state: 'working' | 'done' | 'failed', detail?: string): void;
}

/** What must be put and dropped to come from one set of entries to another. O(entries). */
export function entryChange(
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
): EntryChange {
  return {
    put: [...after.values()].filter((entry) => {
      const old = before.get(entry.key);
      return old?.feature !== entry.feature || old.role !== entry.role;
    }),
    drop: [...before.keys()].filter((key) => !after.has(key)),
  };
}

/**
 * Asks the worker about the newest state of the plan. Only one change is on its way at a time: states that a drag passes
 * through meanwhile are never sent, and work on an older state is dropped as soon as a newer one arrives.
 */
export class LightAndSightClient {
  readonly #worker: Worker;
  readonly #service: Remote<LightAndSightService>;
  readonly #listener: ClientListener;
  readonly #report: (part: Report) => void;
  #sent: Question | null = null;
  #next: Question | null = null;
  #isSending = false;
  #works = 0;

  constructor(listener: ClientListener) {
    this.#listener = listener;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onerror = (event) => listener.onState('failed', event.message);
    this.#service = wrap<LightAndSightService>(this.#worker);
    this.#report = proxy((part: Report) => listener.onReport(part));
    void this.#service.warmUp();
  }

  ask(question: Question): void {
    this.#next = question;
    if (!this.#isSending) void this.#send();
  }

  /** What is known at a place. */
  at(lngLat: LngLat): Promise<PlaceAnswer | null> {
    return this.#service.at(lngLat);
  }

  stop(): void {
    this.#worker.terminate();
  }

  async #send(): Promise<void> {
    this.#isSending = true;
    try {
      while (this.#next) {
        const question = this.#next;
        this.#next = null;
        await this.#pass(question);
        this.#sent = question;
        void this.#work();
      }
    } catch (error) {
      this.#listener.onState('failed', String(error));
    } finally {
      this.#isSending = false;
    }
  }

  async #pass(question: Question): Promise<void> {
    const sent = this.#sent;
    if (sent?.ground !== question.ground) await this.#service.setGround(question.ground);
    if (sent?.optics !== question.optics) await this.#service.setOptics(question.optics);
    const change = entryChange(sent?.entries ?? new Map(), question.entries);
    if (change.put.length + change.drop.length > 0 || sent?.settings !== question.settings)
      await this.#service.change(change, question.settings);
  }

  async #work(): Promise<void> {
    this.#works += 1;
    const mine = this.#works;
    this.#listener.onState('working');
    try {
      const outcome = await this.#service.work(this.#report);
      if (outcome === 'done' && mine === this.#works) this.#listener.onState('done');
    } catch (error) {
      this.#listener.onState('failed', String(error));
    }
  }
}
