/*
 * Question  What share of each event falls at which hour, weekday and season, and in darkness or light, so that any choice
 *           of them can be made at once, however large the set?
 * Method    Aoristic (see `aoristic.ts`): an interval is cut at every quarter of an hour, each piece put in one of
 *           24 × 7 × 4 × 2 bins; pieces of one event in one bin are one entry. A choice is a mask over the bins, and an
 *           event's weight the sum of its shares under the mask.
 * Units     events; bins are numbered hour + 24 · (weekday + 7 · (season + 4 · dark)). O(quarters), then O(entries).
 */
import { checkpoint, type Watcher } from '../hotspots/interruption.ts';
import { binOf, LONGEST_USABLE_HOURS } from './aoristic.ts';
import { MS_PER_HOUR, type ZoneClock } from './localTime.ts';
import { isDark, type Observer } from './sun.ts';

export const BIN_COUNT = 24 * 7 * 4 * 2;
const MS_PER_QUARTER = MS_PER_HOUR / 4;

/** Events as columns; NaN starts where the time is not known. */
export interface TimedEvents {
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  /** One place per event, or one for all where the events have none of their own. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

/** Entries of event i are those from `from[i]` to `from[i + 1]`. An event without entries has no usable time. */
export interface TimeBins {
  readonly from: Int32Array;
  readonly bin: Uint16Array;
  readonly share: Float32Array;
  /** Without a time, or within so long an interval that the hour says nothing. */
  readonly unusable: number;
}

/** Which bins count. An empty list of a kind means all of it. */
export interface TimeChoice {
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
  readonly seasons: readonly number[];
  readonly darkness: 'all' | 'dark' | 'light';
}
export const ALL_TIMES: TimeChoice = { hours: [], weekdays: [], seasons: [], darkness: 'all' };
export const TIME_KINDS = ['hour', 'weekday', 'season', 'darkness'] as const;
export type TimeKind = (typeof TIME_KINDS)[number];
export const KIND_SIZES: Readonly<Record<TimeKind, number>> = {
  hour: 24,
  weekday: 7,
  season: 4,
  darkness: 2,
};

const partsOf = (bin: number): Record<TimeKind, number> => ({
  hour: bin % 24,
  weekday: Math.floor(bin / 24) % 7,
  season: Math.floor(bin / 168) % 4,
  darkness: Math.floor(bin / 672),
});

/** Sorts every event into the bins, once. */
export function timeBins(events: TimedEvents, clock: ZoneClock, watcher?: Watcher): TimeBins {
  const n = events.startMs.length;
  const from = new Int32Array(n + 1);
  const [bins, shares]: [number[], number[]] = [[], []];
  const own = new Map<number, number>();
  const isOnePlace = events.lng.length === 1;
  let unusable = 0;
  for (let i = 0; i < n; i++) {
    if (i % 2048 === 0) checkpoint(watcher, i / n);
    const [start, end] = [events.startMs[i] as number, events.endMs[i] as number];
    if (!(end >= start) || end - start > LONGEST_USABLE_HOURS * MS_PER_HOUR) unusable++;
    else {
      const at = isOnePlace ? 0 : i;
      spread([start, end], { clock, place: [events.lng[at] as number, events.lat[at] as number], own });
      for (const [bin, share] of own) {
        bins.push(bin);
        shares.push(share);
      }
      own.clear();
    }
    from[i + 1] = bins.length;
  }
  checkpoint(watcher, 1);
  return { from, bin: Uint16Array.from(bins), share: Float32Array.from(shares), unusable };
}

interface Spreading {
  readonly clock: ZoneClock;
  readonly place: Observer;
  readonly own: Map<number, number>;
}

function spread([start, end]: readonly [number, number], { clock, place, own }: Spreading): void {
  for (let at = start; at <= end; ) {
    const to = Math.min(end, (Math.floor(at / MS_PER_QUARTER) + 1) * MS_PER_QUARTER);
    const share = end === start ? 1 : (to - at) / (end - start);
    const local = clock.localTime(at);
    const bin =
      local.hour +
      24 * (local.weekday + 7 * (binOf('season', local) + 4 * (isDark((at + to) / 2, place) ? 1 : 0)));
    if (share > 0) own.set(bin, (own.get(bin) ?? 0) + share);
    if (to >= end) return;
    at = to;
  }
}

/** 1 for the bins that a choice lets through, leaving out one kind of the choice: a chart shows what it could choose. */
export function maskOf(choice: TimeChoice, without?: TimeKind): Uint8Array {
  const lets = (chosen: readonly number[], value: number): boolean =>
    chosen.length === 0 || chosen.includes(value);
  return Uint8Array.from({ length: BIN_COUNT }, (_, bin) => {
    const { hour, weekday, season, darkness } = partsOf(bin);
    const passes =
      (without === 'hour' || lets(choice.hours, hour)) &&
      (without === 'weekday' || lets(choice.weekdays, weekday)) &&
      (without === 'season' || lets(choice.seasons, season)) &&
      (without === 'darkness' ||
        choice.darkness === 'all' ||
        (choice.darkness === 'dark') === (darkness === 1));
    return passes ? 1 : 0;
  });
}

export const isAllTimes = ({ hours, weekdays, seasons, darkness }: TimeChoice): boolean =>
  hours.length + weekdays.length + seasons.length === 0 && darkness === 'all';

/** Each event's weight under a mask, times how many it stands for. */
export function weightsUnder(mask: Uint8Array, bins: TimeBins, counts: Float64Array): Float64Array {
  return counts.map((count, i) => {
    let share = 0;
    for (let k = bins.from[i] as number; k < (bins.from[i + 1] as number); k++)
      if (mask[bins.bin[k] as number]) share += bins.share[k] as number;
    return count * share;
  });
}

/** Events by the values of one kind, under the rest of the choice. `weights` are the counts, 0 for those left out. */
export function countsByKind(
  kind: TimeKind,
  bins: TimeBins,
  { choice, weights }: { readonly choice: TimeChoice; readonly weights: Float64Array },
): Float64Array {
  const mask = maskOf(choice, kind);
  const result = new Float64Array(KIND_SIZES[kind]);
  const valueOfBin = Uint8Array.from({ length: BIN_COUNT }, (_, bin) => partsOf(bin)[kind]);
  weights.forEach((weight, i) => {
    if (weight === 0) return;
    for (let k = bins.from[i] as number; k < (bins.from[i + 1] as number); k++) {
      const bin = bins.bin[k] as number;
      if (!mask[bin]) continue;
      const value = valueOfBin[bin] as number;
      result[value] = (result[value] as number) + weight * (bins.share[k] as number);
    }
  });
  return result;
}
