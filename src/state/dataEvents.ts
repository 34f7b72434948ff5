import { askTimes } from '../analysis/hotspots/client.ts';
import { LONGEST_USABLE_HOURS, type TimeSpan } from '../analysis/time/aoristic.ts';
import { MS_PER_HOUR, zoneClock } from '../analysis/time/localTime.ts';
import type { TimeBins } from '../analysis/time/timeBins.ts';
import type { City } from '../domain/city.ts';
import { type DataSet, hasPlaces } from '../domain/dataset.ts';
import { planeOfCity } from './plane.ts';

/** A data set as columns of numbers, ready to be measured. */
export interface DataEvents {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
  /** NaN where the time is not known. */
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  readonly counts: Float64Array;
}

const MS_PER_MINUTE = 60_000;
const DEGREES = 1e-5;
const known = new WeakMap<DataSet, DataEvents>();

/** The columns of a set, made once. O(rows). */
export function eventsOf(dataSet: DataSet, city: City): DataEvents {
  const held = known.get(dataSet);
  if (held) return held;
  const { rows, columns } = dataSet;
  const column = (source: readonly (number | null)[] | undefined, factor: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, i) => {
      const value = source?.[i];
      return value === undefined || value === null ? Number.NaN : value * factor;
    });
  const lng = column(columns.lngE5, DEGREES);
  const lat = column(columns.latE5, DEGREES);
  const [eastMetres, northMetres] = [new Float64Array(rows), new Float64Array(rows)];
  const plane = planeOfCity(city);
  if (hasPlaces(dataSet))
    for (let i = 0; i < rows; i++)
      [eastMetres[i], northMetres[i]] = plane.toPlane([lng[i] as number, lat[i] as number]);
  const events: DataEvents = {
    lng,
    lat,
    eastMetres,
    northMetres,
    startMs: column(columns.startMinute, MS_PER_MINUTE),
    endMs: column(columns.endMinute, MS_PER_MINUTE),
    counts: Float64Array.from({ length: rows }, (_, i) => columns.count?.[i] ?? 1),
  };
  known.set(dataSet, events);
  return events;
}

const bins = new WeakMap<DataSet, Promise<TimeBins>>();

/** Hours, weekdays, seasons and darkness of every row, found once in the worker. */
export function timeBinsOf(
  dataSet: DataSet,
  city: City,
  onProgress?: (share: number) => void,
): Promise<TimeBins> {
  const held = bins.get(dataSet);
  if (held) return held;
  const { startMs, endMs, lng, lat } = eventsOf(dataSet, city);
  const [west, south, east, north] = city.homeBounds;
  const isPlaced = hasPlaces(dataSet);
  const asked = askTimes(
    {
      startMs,
      endMs,
      lng: isPlaced ? lng : Float64Array.of((west + east) / 2),
      lat: isPlaced ? lat : Float64Array.of((south + north) / 2),
    },
    city.timeZone,
    onProgress ? { onProgress } : {},
  );
  bins.set(dataSet, asked);
  asked.catch(() => bins.delete(dataSet));
  return asked;
}

/** The middle of a row's time; NaN where it is not known. */
export const middleOf = ({ startMs, endMs }: DataEvents, row: number): number =>
  ((startMs[row] as number) + (endMs[row] as number)) / 2;

/** Whether a span says anything about the hour. */
export const isShort = ({ startMs, endMs }: TimeSpan): boolean =>
  endMs - startMs <= LONGEST_USABLE_HOURS * MS_PER_HOUR;

/** First moment and end of the days from `from` to `to`, both included, by the city's clock. */
export function momentsOf(
  { from, to }: { readonly from: string; readonly to: string },
  timeZone: string,
): { readonly fromMs: number; readonly endMs: number } {
  const clock = zoneClock(timeZone);
  const midnight = (isoDate: string, days: number): number => {
    const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
    const meaning = clock.meaningOf({ year, month, day: day + days, hour: 0, minute: 0 });
    if (meaning.kind === 'one') return meaning.epochMs;
    return meaning.kind === 'ambiguous' ? meaning.earlierMs : Date.UTC(year, month - 1, day + days);
  };
  return { fromMs: midnight(from, 0), endMs: midnight(to, 1) };
}

/** The first and last local day of a set's rows; undefined where none has a time. */
export function periodOf(
  startMs: Iterable<number>,
  endMs: Iterable<number>,
  timeZone: string,
): { from: string; to: string } | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const moment of startMs) if (moment < first) first = moment;
  for (const moment of endMs) if (moment > last) last = moment;
  if (!(first <= last)) return undefined;
  const clock = zoneClock(timeZone);
  const day = (moment: number): string => {
    const { year, month, day: date } = clock.localTime(moment);
    return [
      String(year).padStart(4, '0'),
      String(month).padStart(2, '0'),
      String(date).padStart(2, '0'),
    ].join('-');
  };
  // A whole day ends with the first moment of the next.
  return { from: day(first), to: day(last > first ? last - 1 : last) };
}
