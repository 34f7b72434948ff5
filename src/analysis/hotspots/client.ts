import { proxy, type Remote, transfer, wrap } from 'comlink';
import type { TimeBins, TimedEvents } from '../time/timeBins.ts';
import { StoppedError } from './interruption.ts';
import type {
  GatheringRule,
  Gatherings,
  HotCells,
  HotCellsRule,
  PatternEvents,
  SurfacePattern,
} from './patterns.ts';
import type { Questions } from './worker.ts';

/** How to follow and to stop one question. */
export interface Following {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

let worker: Worker | undefined;
let remote: Remote<Questions> | undefined;
/** Questions are answered one after the other: ending the worker then ends one question only. */
let queue: Promise<unknown> = Promise.resolve();

function opened(): Remote<Questions> {
  if (worker && remote) return remote;
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  remote = wrap<Questions>(worker);
  return remote;
}

function end(): void {
  worker?.terminate();
  [worker, remote] = [undefined, undefined];
}

/** Asks in turn. A calculation hears no message while it runs, so stopping it means ending its worker. */
function asked<Answer>(
  { signal, onProgress }: Following,
  ask: (questions: Remote<Questions>, tell: (share: number) => void) => Promise<Answer>,
): Promise<Answer> {
  const answer = queue.then(
    () =>
      new Promise<Answer>((resolve, reject) => {
        const stop = (): void => {
          end();
          reject(new StoppedError());
        };
        if (signal?.aborted) return reject(new StoppedError());
        signal?.addEventListener('abort', stop, { once: true });
        const broken = (event: ErrorEvent): void => {
          end();
          reject(new Error(event.message || 'the worker broke'));
        };
        const questions = opened();
        worker?.addEventListener('error', broken, { once: true });
        const tell = proxy((share: number) => onProgress?.(share));
        ask(questions, tell)
          .then(resolve, reject)
          .finally(() => {
            signal?.removeEventListener('abort', stop);
            worker?.removeEventListener('error', broken);
          });
      }),
  );
  queue = answer.catch(() => {});
  return answer;
}

/** The events' own columns go to the worker and are gone here: give it copies. */
const sent = (events: PatternEvents): PatternEvents =>
  transfer(events, [
    events.points.eastMetres.buffer,
    events.points.northMetres.buffer,
    events.weights.buffer,
  ] as Transferable[]);

/** Kernel density in the worker. The typed arrays are handed over. Rejects with `StoppedError` when stopped. */
export const askSurface = (
  events: PatternEvents,
  bandwidthMetres: number,
  following: Following = {},
): Promise<SurfacePattern> =>
  asked(following, (questions, tell) => questions.surface(sent(events), bandwidthMetres, tell));

/** Getis-Ord Gi* in the worker. */
export const askHotCells = (
  events: PatternEvents,
  rule: HotCellsRule,
  following: Following = {},
): Promise<HotCells> => asked(following, (questions, tell) => questions.cells(sent(events), rule, tell));

/** Clusters in the worker. */
export const askGatherings = (
  events: PatternEvents,
  rule: GatheringRule,
  following: Following = {},
): Promise<Gatherings> =>
  asked(following, (questions, tell) => questions.gatherings(sent(events), rule, tell));

/** Hours, weekdays, seasons and darkness of events in the worker. */
export const askTimes = (
  events: TimedEvents,
  timeZone: string,
  following: Following = {},
): Promise<TimeBins> => asked(following, (questions, tell) => questions.times(events, timeZone, tell));
