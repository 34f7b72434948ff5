/*
 * Question  Which stretch of time did somebody mean who wrote "2023-05-14 22.30", "14/5 2023", "2023-05" or "2023 kv 2"?
 * Method    The written forms are tried from the most exact to the least; what is written without a clock is the whole
 *           day, month, quarter or year, for that is all that is known. The clock is the city's own; an hour that exists
 *           twice is taken as the first, one that does not exist as the moment the clock went on.
 * Units     milliseconds since 1970; the end of a stretch is the first moment after it, a moment has equal ends. O(1).
 */
import type { TimeSpan } from './aoristic.ts';
import { MS_PER_HOUR, type ZoneClock } from './localTime.ts';

const DATE_FORMS: readonly { readonly form: RegExp; readonly order: 'ymd' | 'dmy' }[] = [
  { form: /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?=$|[\sT,])/, order: 'ymd' },
  { form: /^(\d{4})(\d{2})(\d{2})(?=$|[\sT,])/, order: 'ymd' },
  { form: /^(\d{1,2})[./-](\d{1,2})[./\s-]+(\d{4})(?=$|[\sT,])/, order: 'dmy' },
];
const CLOCK = /^(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The moment when the local clock shows this; the hour that was skipped becomes the moment it was skipped to. */
function momentOf(clock: ZoneClock, day: Day, minuteOfDay = 0): number {
  const local = { ...day, hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  const meaning = clock.meaningOf(local);
  if (meaning.kind === 'one') return meaning.epochMs;
  if (meaning.kind === 'ambiguous') return meaning.earlierMs;
  const later = clock.meaningOf({ ...local, hour: local.hour + 1 });
  return later.kind === 'one' ? later.epochMs - (local.minute * MS_PER_HOUR) / 60 : Number.NaN;
}

const isDay = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2200;
};

function wholeMonths(clock: ZoneClock, year: number, [first, count]: readonly [number, number]): TimeSpan {
  return {
    startMs: momentOf(clock, { year, month: first, day: 1 }),
    endMs: momentOf(clock, {
      year: year + Math.floor((first - 1 + count) / 12),
      month: ((first - 1 + count) % 12) + 1,
      day: 1,
    }),
  };
}

/** Months, quarters, half-years and years. */
function longSpan(text: string, clock: ZoneClock): TimeSpan | undefined {
  const [, year = '', kind = '', number = ''] =
    /^(\d{4})(?:[-./\s]*(kv|q|kvartal|quarter|h|halvår)?\.?\s*(\d{1,2}))?$/i.exec(text) ?? [];
  if (year === '' || Number(year) < 1900 || Number(year) > 2200) return undefined;
  const which = Number(number);
  if (number === '') return wholeMonths(clock, Number(year), [1, 12]);
  if (kind === '')
    return which >= 1 && which <= 12 ? wholeMonths(clock, Number(year), [which, 1]) : undefined;
  const months = /^h/i.test(kind) ? 6 : 3;
  return which >= 1 && which <= 12 / months
    ? wholeMonths(clock, Number(year), [(which - 1) * months + 1, months])
    : undefined;
}

/** The minute of the day that a clock text means: "22.30", "kl 22:30", "22". */
export function writtenClock(text: string): number | undefined {
  const plain = text.trim();
  const [, hour = '', minute = '0'] = CLOCK.exec(plain) ?? /^(?:kl\.?\s*)?(\d{1,2})$/i.exec(plain) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return Number(hour) * 60 + Number(minute);
}

/** What a written time means; undefined where it is none. `clockText` is a clock that stands in a column of its own. */
export function writtenTime(text: string, clock: ZoneClock, clockText = ''): TimeSpan | undefined {
  const plain = text.trim();
  for (const { form, order } of DATE_FORMS) {
    const match = form.exec(plain);
    if (!match) continue;
    const [a = 0, b = 0, c = 0] = match.slice(1).map(Number);
    const day: Day = order === 'ymd' ? { year: a, month: b, day: c } : { year: c, month: b, day: a };
    if (!isDay(day)) return undefined;
    return dayOrMoment(day, plain.slice(match[0].length).replace(/^[T,\s]+/, '') || clockText.trim(), clock);
  }
  return longSpan(plain, clock);
}

function dayOrMoment(day: Day, clockText: string, clock: ZoneClock): TimeSpan | undefined {
  if (clockText === '') {
    const next = new Date(Date.UTC(day.year, day.month - 1, day.day + 1));
    const end = { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
    return { startMs: momentOf(clock, day), endMs: momentOf(clock, end) };
  }
  const minute = writtenClock(clockText);
  if (minute === undefined) return undefined;
  const zone = CLOCK.exec(clockText)?.[3];
  if (zone === undefined) {
    const at = momentOf(clock, day, minute);
    return { startMs: at, endMs: at };
  }
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const at = Date.UTC(day.year, day.month - 1, day.day, 0, minute - offset);
  return { startMs: at, endMs: at };
}
