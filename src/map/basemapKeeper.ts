import { OVERVIEW, type ReadyBasemap, readyBasemap } from './basemap.ts';
import type { Basemap } from './scene.ts';

/** One missing tile is no broken basemap. */
const ERROR_LIMIT = 3;

/** Knows which basemap can be drawn now: the one asked for when it is ready, the overview until then and after a failure. */
export class BasemapKeeper {
  #ready: ReadyBasemap = OVERVIEW;
  #asked = JSON.stringify(OVERVIEW.basemap);
  #errors = 0;
  readonly #onChange: () => void;
  readonly #onProblem: (detail: string) => void;

  constructor(listener: { onChange(): void; onProblem(detail: string): void }) {
    this.#onChange = () => listener.onChange();
    this.#onProblem = (detail) => listener.onProblem(detail);
  }

  get ready(): ReadyBasemap {
    return this.#ready;
  }

  /** Asks for a basemap. It is checked before it is drawn; a broken one is said once and the overview stays. */
  ask(basemap: Basemap): void {
    const asked = JSON.stringify(basemap);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#errors = 0;
    const current = <T>(next: (value: T) => void) => {
      return (value: T): void => {
        if (asked === this.#asked) next(value);
      };
    };
    readyBasemap(basemap).then(
      current((ready) => this.#change(ready)),
      current((reason: unknown) => this.#giveUp(String(reason))),
    );
  }

  /** Counts what its tiles report; several errors and it is given up. */
  countError(detail: string): void {
    this.#errors += 1;
    if (this.#errors === ERROR_LIMIT) this.#giveUp(detail);
  }

  #giveUp(detail: string): void {
    this.#change(OVERVIEW);
    this.#onProblem(detail);
  }

  #change(ready: ReadyBasemap): void {
    this.#ready = ready;
    this.#onChange();
  }
}
