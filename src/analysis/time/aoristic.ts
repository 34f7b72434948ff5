/*
 * Question  When did events happen that are known only as "between these two moments"?
 * Method    Aoristic analysis: an event's weight of 1 is spread evenly over its interval, each stretch of real time
 *           going to the bin that the local clock shows. When the clock is set forward the skipped hour gets nothing;
 *           when it is set back the repeated hour gets both. Weights always sum to the number of usable events.
 * Source    Ratcliffe (2000), Int. J. Geographical Information Science 14:669–679.
 * Units     events. O(hours in the intervals); intervals longer than `longestHours` say nothing about the hour and are
 *           counted as unusable rather than smeared over every bin.
 */
import type { LocalTime, ZoneClock } from './localTime.ts';
import { isDark, type Observer } from './sun.ts';

/** When an event happened: a moment has equal ends. */
export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

const MS_PER_QUARTER = 900_000;
const MS_PER_HOUR = 3_600_000;
/** Two weeks: beyond it the weight per hour is below the weight that anything could be read from. */
export const LONGEST_USABLE_HOURS = 14 * 24;

/** How events are sorted into bins of the local clock. */
export type TimeDivision = 'hour' | 'weekday' | 'month' | 'season' | 'weekday-hour';

export const BIN_COUNTS: Readonly<Record<TimeDivision, number>> = {
  hour: 24,
  weekday: 7,
  month: 12,
  season: 4,
  'weekday-hour': 168,
};

/** Bin of a local time. Hours 0–23; weekdays from Monday; months from January; seasons winter (Dec–Feb), spring, summer, autumn. */
export function binOf(division: TimeDivision, { month, weekday, hour }: LocalTime): number {
  switch (division) {
    case 'hour':
      return hour;
    case 'weekday':
      return weekday;
    case 'month':
      return month - 1;
    case 'season':
      return Math.floor((month % 12) / 3);
    case 'weekday-hour':
      return weekday * 24 + hour;
  }
}

export interface AoristicCounts {
  readonly weights: Float64Array;
  readonly events: number;
  /** Left out: the end lies before the start, an end is no moment, or the interval is too long. */
  readonly unusable: number;
}

const isUsable = ({ startMs, endMs }: TimeSpan, longestHours: number): boolean =>
  endMs >= startMs && endMs - startMs <= longestHours * MS_PER_HOUR;

/** Events by hour, weekday, month or season of the local clock; intervals are spread, moments counted whole. */
export function countsByTime(
  spans: readonly TimeSpan[],
  clock: ZoneClock,
  options: { readonly division: TimeDivision; readonly longestHours?: number },
): AoristicCounts {
  const { division, longestHours = LONGEST_USABLE_HOURS } = options;
  const weights = new Float64Array(BIN_COUNTS[division]);
  let events = 0;
  for (const span of spans) {
    if (!isUsable(span, longestHours)) continue;
    events++;
    for (const { startMs, share } of pieces(span, MS_PER_QUARTER)) {
      const bin = binOf(division, clock.localTime(startMs));
      weights[bin] = (weights[bin] as number) + share;
    }
  }
  return { weights, events, unusable: spans.length - events };
}

/** Events in darkness (sun below −6°) and in light, at the place and date of each. Intervals in steps of five minutes. */
export function countsByDarkness(
  events: readonly (TimeSpan & { readonly place: Observer })[],
  longestHours = LONGEST_USABLE_HOURS,
): { dark: number; light: number; unusable: number } {
  let [dark, light, unusable] = [0, 0, 0];
  for (const event of events) {
    if (!isUsable(event, longestHours)) {
      unusable++;
      continue;
    }
    for (const { startMs, endMs, share } of pieces(event, MS_PER_QUARTER / 3))
      if (isDark((startMs + endMs) / 2, event.place)) dark += share;
      else light += share;
  }
  return { dark, light, unusable };
}

/** A span cut at multiples of a step (quarters never cross a local hour), each piece with its share of the whole. */
function* pieces({ startMs, endMs }: TimeSpan, stepMs: number) {
  if (startMs === endMs) {
    yield { startMs, endMs, share: 1 };
    return;
  }
  for (let from = startMs; from < endMs; ) {
    const to = Math.min(endMs, (Math.floor(from / stepMs) + 1) * stepMs);
    yield { startMs: from, endMs: to, share: (to - from) / (endMs - startMs) };
    from = to;
  }
}
