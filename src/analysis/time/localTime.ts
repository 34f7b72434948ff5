/*
 * Question  What did the clock on the wall show at a moment, and which moment did a wall clock mean?
 * Method    The offset of an IANA time zone from the platform's own tz database (Intl), remembered per day and, on the
 *           two days a year when the clock changes, per quarter of an hour. All offsets in use since 1972 change on
 *           quarters of an hour.
 * Units     milliseconds since 1970-01-01T00:00Z. One Intl call per new day, O(1) after that.
 */

const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
const MS_PER_QUARTER = 900_000;
const MS_PER_DAY = 86_400_000;

export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  /** 0 is Monday, 6 is Sunday (ISO 8601 order). */
  readonly weekday: number;
}

/** What a wall clock reading means: one moment, two (clock set back) or none (clock set forward). */
export type WallClockMeaning =
  | { readonly kind: 'one'; readonly epochMs: number }
  | { readonly kind: 'ambiguous'; readonly earlierMs: number; readonly laterMs: number }
  | { readonly kind: 'skipped' };

export interface ZoneClock {
  readonly timeZone: string;
  /** Local time minus UTC. */
  offsetMs(epochMs: number): number;
  localTime(epochMs: number): LocalTime;
  /** The moments a local reading stands for. `day` may run past the month as in `Date.UTC`. */
  meaningOf(local: Omit<LocalTime, 'weekday'>): WallClockMeaning;
}

/** The clock of an IANA time zone, such as a city's `timeZone`. Throws `RangeError` on an unknown zone. */
export function zoneClock(timeZone: string): ZoneClock {
  const offsetMs = rememberedOffsets(timeZone);
  return {
    timeZone,
    offsetMs,
    localTime: (epochMs) => {
      const shifted = new Date(epochMs + offsetMs(epochMs));
      return {
        year: shifted.getUTCFullYear(),
        month: shifted.getUTCMonth() + 1,
        day: shifted.getUTCDate(),
        hour: shifted.getUTCHours(),
        minute: shifted.getUTCMinutes(),
        weekday: (shifted.getUTCDay() + 6) % 7,
      };
    },
    meaningOf: ({ year, month, day, hour, minute }) => {
      const wall = Date.UTC(year, month - 1, day, hour, minute);
      // Offsets a day to either side bracket any change between them.
      const candidates = new Set([offsetMs(wall - MS_PER_DAY), offsetMs(wall + MS_PER_DAY)]);
      const moments = [...candidates]
        .map((offset) => wall - offset)
        .filter((moment) => moment + offsetMs(moment) === wall)
        .sort((a, b) => a - b);
      const [first, second] = moments;
      if (first === undefined) return { kind: 'skipped' };
      if (second === undefined) return { kind: 'one', epochMs: first };
      return { kind: 'ambiguous', earlierMs: first, laterMs: second };
    },
  };
}

function rememberedOffsets(timeZone: string): (epochMs: number) => number {
  const ask = askedOffset(timeZone);
  const byDay = new Map<number, number | 'changes'>();
  const byQuarter = new Map<number, number>();
  return (epochMs) => {
    const day = Math.floor(epochMs / MS_PER_DAY);
    let known = byDay.get(day);
    if (known === undefined) {
      const morning = ask(day * MS_PER_DAY);
      known = morning === ask((day + 1) * MS_PER_DAY) ? morning : 'changes';
      byDay.set(day, known);
    }
    if (known !== 'changes') return known;
    const quarter = Math.floor(epochMs / MS_PER_QUARTER);
    let offset = byQuarter.get(quarter);
    if (offset === undefined) {
      offset = ask(quarter * MS_PER_QUARTER);
      byQuarter.set(quarter, offset);
    }
    return offset;
  };
}

/** Asks the platform: formats the moment in the zone and reads the difference. */
function askedOffset(timeZone: string): (epochMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (epochMs) => {
    const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return wall - Math.floor(epochMs / MS_PER_MINUTE) * MS_PER_MINUTE;
  };
}
