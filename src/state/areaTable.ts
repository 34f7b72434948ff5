import { areaOfPoints } from '../analysis/hotspots/areaOfPoints.ts';
import { protectedTable } from '../analysis/hotspots/disclosure.ts';
import { type DisclosureLevel, roundedCount } from '../analysis/hotspots/disclosureLevel.ts';
import { eventRate } from '../analysis/hotspots/rates.ts';
import { type ZoneClock, zoneClock } from '../analysis/time/localTime.ts';
import type { City } from '../domain/city.ts';
import { type DataSet, hasPlaces } from '../domain/dataset.ts';
import type { CityArea } from './councilAreas.ts';
import { type DataEvents, eventsOf, middleOf } from './dataEvents.ts';

/** One area's numbers as they may be shown; undefined is hidden. */
export interface AreaRow {
  readonly areaId: string | undefined;
  readonly name: string;
  /** In the order of the table's years. */
  readonly byYear: readonly (number | undefined)[];
  readonly total: number | undefined;
  readonly population: number | undefined;
  readonly perThousand: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** So few that one event moves the rate by over a tenth. */
  readonly isUnstable: boolean;
}

export interface AreaTable {
  readonly years: readonly number[];
  readonly rows: readonly AreaRow[];
  readonly yearTotals: readonly (number | undefined)[];
  readonly total: number | undefined;
  readonly hiddenCells: number;
  /** Rows of the set that lie in no area of the division. */
  readonly outsideWeight: number;
}

/** More years than this make a table nobody reads; then the whole period is one column. */
const MOST_YEARS = 8;

const assigned = new WeakMap<DataSet, Map<string, Int32Array>>();

/** The index of each row's area among `areas`; -1 in none. Found once per set and division. */
function areaOfRows(dataSet: DataSet, areas: readonly CityArea[], city: City): Int32Array {
  const key = areas.map(({ id }) => id).join();
  const known = assigned.get(dataSet) ?? new Map<string, Int32Array>();
  assigned.set(dataSet, known);
  const held = known.get(key);
  if (held) return held;
  const { lng, lat } = eventsOf(dataSet, city);
  const found = hasPlaces(dataSet)
    ? areaOfPoints(
        { x: lng, y: lat },
        areas.map(({ outlines }) => outlines),
      )
    : Int32Array.from(dataSet.columns.area ?? [], (index) => {
        const areaId = dataSet.areas[index]?.areaId;
        return areas.findIndex(({ id }) => id === areaId);
      });
  known.set(key, found);
  return found;
}

interface TableRequest {
  readonly dataSet: DataSet;
  readonly areas: readonly CityArea[];
  /** How much of each row counts. */
  readonly weights: Float64Array;
  readonly level: DisclosureLevel;
  readonly city: City;
}

function yearsOf(events: DataEvents, weights: Float64Array, clock: ZoneClock): Int32Array {
  return Int32Array.from(weights, (weight, i) => {
    const middle = middleOf(events, i);
    return weight > 0 && Number.isFinite(middle) ? clock.localTime(middle).year : 0;
  });
}

/** Counts per area and year with totals, small numbers hidden so that no total gives them away, and rates beside. */
export function areaTable({ dataSet, areas, weights, level, city }: TableRequest): AreaTable {
  const events = eventsOf(dataSet, city);
  const areaOf = areaOfRows(dataSet, areas, city);
  const yearOf = yearsOf(events, weights, zoneClock(city.timeZone));
  const found = [...new Set(yearOf)].filter((year) => year > 0).sort((a, b) => a - b);
  const years =
    found.length <= MOST_YEARS && !yearOf.some((year, i) => year === 0 && (weights[i] ?? 0) > 0) ? found : [];
  const counts = areas.map(() => new Float64Array(Math.max(1, years.length)));
  let outsideWeight = 0;
  weights.forEach((weight, i) => {
    const own = counts[areaOf[i] as number];
    const column = years.length === 0 ? 0 : years.indexOf(yearOf[i] as number);
    if (!own) outsideWeight += weight;
    else own[column] = (own[column] as number) + weight;
  });
  const whole = counts.map((row) => Array.from(row, Math.round));
  const shown = protectedTable(whole, level.fewestEvents);
  const rounded = (count: number | undefined): number | undefined => roundedCount(count, level);
  const rows = areas.map(({ id, name, population }, i): AreaRow => {
    const total = shown.rowTotals[i];
    const rate = total === undefined || population === undefined ? undefined : eventRate(total, population);
    const known = rate?.kind === 'rate' ? rate : undefined;
    return {
      areaId: id,
      name,
      byYear: years.map((_, column) => rounded(shown.cells[i]?.[column])),
      total: rounded(total),
      population,
      perThousand: known?.perThousand,
      low: known?.low,
      high: known?.high,
      isUnstable: known?.unstable ?? false,
    };
  });
  const hidden = [...shown.cells.flat(), ...shown.rowTotals, ...shown.columnTotals, shown.total];
  return {
    years,
    rows,
    yearTotals: years.map((_, column) => rounded(shown.columnTotals[column])),
    total: rounded(shown.total),
    hiddenCells: hidden.filter((count) => count === undefined).length,
    outsideWeight,
  };
}
