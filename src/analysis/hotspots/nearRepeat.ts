/*
 * Question  Do events close in place also come close in time, more than chance would have it?
 * Method    Knox: pairs within d0 and t0 (both inclusive), against the product of the margins, and by permuting times.
 * Source    Knox (1964), Applied Statistics 13:25–29.
 * Units     metres and days. O(n² · permutations): meant for hundreds of events, not for hundreds of thousands.
 */
import { checkpoint, type Watcher } from './interruption.ts';
import { seededRandom } from './seededRandom.ts';

export interface TimedEvents {
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
  readonly days: Float64Array;
}

export interface KnoxRequest {
  readonly events: TimedEvents;
  readonly distanceMetres: number;
  readonly withinDays: number;
  readonly permutations: number;
  readonly seed: number;
}

export interface KnoxResult {
  readonly closePairs: number;
  readonly spacePairs: number;
  readonly timePairs: number;
  readonly allPairs: number;
  readonly expected: number;
  readonly ratio: number;
  /** One-sided, (#≥ + 1)/(R + 1). */
  readonly p: number;
}

/** The Knox test of near repeats. */
export function knox(request: KnoxRequest, watcher?: Watcher): KnoxResult {
  const { events, distanceMetres, withinDays, permutations } = request;
  const n = events.days.length;
  const days = Float64Array.from(events.days);
  const spacePairs: [number, number][] = [];
  let timePairs = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const east = (events.eastMetres[i] as number) - (events.eastMetres[j] as number);
      const north = (events.northMetres[i] as number) - (events.northMetres[j] as number);
      if (Math.hypot(east, north) <= distanceMetres) spacePairs.push([i, j]);
      if (Math.abs((days[i] as number) - (days[j] as number)) <= withinDays) timePairs++;
    }
  const close = (): number =>
    spacePairs.filter(([i, j]) => Math.abs((days[i] as number) - (days[j] as number)) <= withinDays).length;
  const closePairs = close();
  const random = seededRandom(request.seed);
  let atLeast = 0;
  for (let deal = 0; deal < permutations; deal++) {
    if (deal % 16 === 0) checkpoint(watcher, deal / permutations);
    for (let last = n - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      const held = days[last] as number;
      days[last] = days[other] as number;
      days[other] = held;
    }
    if (close() >= closePairs) atLeast++;
  }
  const allPairs = (n * (n - 1)) / 2;
  const expected = (spacePairs.length * timePairs) / allPairs;
  return {
    closePairs,
    spacePairs: spacePairs.length,
    timePairs,
    allPairs,
    expected,
    ratio: closePairs / expected,
    p: (atLeast + 1) / (permutations + 1),
  };
}
