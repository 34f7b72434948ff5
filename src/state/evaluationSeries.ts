import { type EvaluatedMonth, evaluateCounts } from '../analysis/evaluation/countEvaluation.ts';
import type { Share } from '../analysis/evaluation/shares.ts';
import { postStratified } from '../analysis/evaluation/weighting.ts';
import { holdsPoint } from '../analysis/hotspots/areaOfPoints.ts';
import { zoneClock } from '../analysis/time/localTime.ts';
import { AREA_ROLES, type AreaRole, type DataSet, hasPlaces } from '../domain/dataset.ts';
import type { EvaluationDesign, Period } from '../domain/evaluation.ts';
import type { Atlas } from './atlas.ts';
import { cityAreas } from './councilAreas.ts';
import { type DataEvents, eventsOf, middleOf } from './dataEvents.ts';
import { useOpen } from './store.ts';

const outlineOf = (design: EvaluationDesign, role: AreaRole) =>
  role === 'measure' ? design.measureArea : role === 'buffer' ? design.bufferArea : design.comparisonArea;

/** The part that a position plays; the measure area goes first where outlines overlap. */
function roleAt(design: EvaluationDesign, [lng, lat]: readonly [number, number]): AreaRole | undefined {
  return AREA_ROLES.find((role) => {
    const outline = outlineOf(design, role);
    return outline !== undefined && holdsPoint([outline.coordinates], lng, lat);
  });
}

/** The part that every row plays in a design; undefined for rows elsewhere. */
function rolesOfRows(dataSet: DataSet, design: EvaluationDesign, atlas: Atlas): (AreaRole | undefined)[] {
  const events = eventsOf(dataSet, atlas.city);
  if (hasPlaces(dataSet))
    return Array.from(events.lng, (lng, i) => roleAt(design, [lng, events.lat[i] as number]));
  const areas = new Map(cityAreas(atlas, useOpen.getState().layers).map((area) => [area.id, area]));
  const roles = dataSet.areas.map(({ areaId, role }): AreaRole | undefined => {
    if (role) return role;
    const area = areaId === undefined ? undefined : areas.get(areaId);
    const ring = area?.outlines[0]?.[0];
    if (!ring) return undefined;
    // A row about a whole area belongs where most of the area's corners lie: outlines are shared, not cut.
    const found = AREA_ROLES.find((each) => {
      const outline = outlineOf(design, each);
      return outline !== undefined && sameRing(outline.coordinates[0] ?? [], ring);
    });
    return found ?? roleAt(design, middleOfRing(ring));
  });
  return (dataSet.columns.area ?? []).map((index) => roles[index]);
}

const sameRing = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean =>
  a.length === b.length && a.every(([x, y], i) => x === b[i]?.[0] && y === b[i]?.[1]);

function middleOfRing(ring: readonly (readonly number[])[]): [number, number] {
  const sum = ring.reduce<[number, number]>(([x, y], [lng = 0, lat = 0]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

const monthKey = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** The calendar months that a period touches, among those that count. */
function monthsWithin({ from, to }: Period, months: readonly number[]): { year: number; month: number }[] {
  const [first = '', last = ''] = [from.slice(0, 7), to.slice(0, 7)];
  const found: { year: number; month: number }[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  while (monthKey(year, month) <= last) {
    if (months.includes(month)) found.push({ year, month });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return found;
}

function medianDays({ startMs, endMs }: DataEvents): number {
  const days = Array.from(startMs, (start, i) => ((endMs[i] as number) - start) / 86_400_000).filter(
    Number.isFinite,
  );
  return days.sort((a, b) => a - b)[days.length >> 1] ?? 0;
}

/** A frozen design's monthly series from the rows of its set. O(rows). */
export function evaluatedMonths(dataSet: DataSet, design: EvaluationDesign, atlas: Atlas): EvaluatedMonth[] {
  const clock = zoneClock(atlas.city.timeZone);
  const events = eventsOf(dataSet, atlas.city);
  const roles = rolesOfRows(dataSet, design, atlas);
  const wanted =
    design.outcome.kind === 'counts'
      ? new Set(design.outcome.categories.map((name) => dataSet.categories.indexOf(name)))
      : new Set<number>();
  const sums = new Map<string, Record<AreaRole, number>>();
  for (let i = 0; i < dataSet.rows; i++) {
    const role = roles[i];
    const middle = middleOf(events, i);
    if (role === undefined || !Number.isFinite(middle)) continue;
    if (wanted.size > 0 && !wanted.has(dataSet.columns.category?.[i] ?? -1)) continue;
    const { year, month } = clock.localTime(middle);
    const key = monthKey(year, month);
    const held = sums.get(key) ?? { measure: 0, buffer: 0, comparison: 0 };
    held[role] += events.counts[i] as number;
    sums.set(key, held);
  }
  // Rows about quarters or years say nothing about single months: only the months they are booked on are a series.
  const isCoarse = dataSet.rows > 0 && medianDays(events) > 45;
  return (['before', 'after'] as const).flatMap((period) =>
    monthsWithin(design[period], design.months)
      .filter(({ year, month }) => !isCoarse || sums.has(monthKey(year, month)))
      .map(({ year, month }): EvaluatedMonth => {
        const held = sums.get(monthKey(year, month));
        return {
          ...{ period, year, month },
          measure: held?.measure ?? 0,
          comparison: held?.comparison ?? 0,
          ...(design.bufferArea && { buffer: held?.buffer ?? 0 }),
        };
      }),
  );
}

/** Months and verdict of a design about counts. */
export function countResult(dataSet: DataSet, design: EvaluationDesign, atlas: Atlas) {
  const months = evaluatedMonths(dataSet, design, atlas);
  return { months, evaluation: evaluateCounts(months, design) };
}
export type CountResult = ReturnType<typeof countResult>;

/** Shares before and after in both areas: as answered, and as weighted where the set says how many each group is. */
export interface ShareCells {
  readonly measureBefore: Share;
  readonly measureAfter: Share;
  readonly comparisonBefore: Share;
  readonly comparisonAfter: Share;
}
export interface ShareSeries {
  readonly raw: ShareCells;
  readonly weighted: ShareCells | null;
  /** Groups that nobody answered for in some cell: the weighting cannot speak for them. */
  readonly unheard: readonly string[];
}

const CELLS = [
  ['measureBefore', 'measure', 'before'],
  ['measureAfter', 'measure', 'after'],
  ['comparisonBefore', 'comparison', 'before'],
  ['comparisonAfter', 'comparison', 'after'],
] as const;

/** The shares that a design asks for. Respondents whose answer is not among those offered are left out. O(rows + n). */
export function shareSeries(dataSet: DataSet, design: EvaluationDesign, atlas: Atlas): ShareSeries | null {
  const { outcome } = design;
  if (outcome.kind !== 'shares') return null;
  const roles = rolesOfRows(dataSet, design, atlas);
  const events = eventsOf(dataSet, atlas.city);
  const clock = zoneClock(atlas.city.timeZone);
  const [yes, offered] = [outcome.answers, outcome.denominatorAnswers].map(
    (names) => new Set(names.map((name) => dataSet.categories.indexOf(name))),
  ) as [Set<number>, Set<number>];
  const unheard = new Set<string>();
  const population = Object.fromEntries(
    dataSet.groups.map((name, i) => [name, dataSet.groupPopulation[i] ?? 0]),
  );
  const isWeighted = outcome.weightedBy.length > 0 && dataSet.groupPopulation.length > 0;
  const cell = (role: AreaRole, period: Period): { raw: Share; weighted: Share } => {
    const answers: boolean[] = [];
    const groups: string[] = [];
    for (let i = 0; i < dataSet.rows; i++) {
      const category = dataSet.columns.category?.[i] ?? -1;
      const { year, month, day } = clock.localTime(middleOf(events, i) || 0);
      const date = `${monthKey(year, month)}-${String(day).padStart(2, '0')}`;
      const isIn = date >= period.from && date <= period.to && design.months.includes(month);
      if (roles[i] !== role || !offered.has(category) || !isIn) continue;
      for (let k = 0; k < (events.counts[i] as number); k++) {
        answers.push(yes.has(category));
        groups.push(dataSet.groups[dataSet.columns.group?.[i] ?? -1] ?? '');
      }
    }
    const raw: Share = { count: answers.filter(Boolean).length, of: answers.length };
    if (!isWeighted || raw.of === 0) return { raw, weighted: raw };
    const weighting = postStratified(groups, population);
    for (const name of weighting.unheard) unheard.add(name);
    const share =
      weighting.weights.reduce((sum, weight, i) => sum + (answers[i] ? weight : 0), 0) /
      weighting.weights.reduce((sum, weight) => sum + weight, 0);
    const of = weighting.effectiveRespondents;
    return { raw, weighted: { count: Math.min(of, share * of), of } };
  };
  const cells = CELLS.map(([name, role, period]) => [name, cell(role, design[period])] as const);
  const picked = (which: 'raw' | 'weighted'): ShareCells =>
    Object.fromEntries(cells.map(([name, each]) => [name, each[which]])) as unknown as ShareCells;
  return { raw: picked('raw'), weighted: isWeighted ? picked('weighted') : null, unheard: [...unheard] };
}
