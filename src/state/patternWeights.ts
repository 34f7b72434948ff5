import {
  countsByKind,
  isAllTimes,
  maskOf,
  TIME_KINDS,
  type TimeBins,
  type TimeKind,
  weightsUnder,
} from '../analysis/time/timeBins.ts';
import { type DataSet, hasTimes } from '../domain/dataset.ts';
import type { Period } from '../domain/evaluation.ts';
import type { Atlas } from './atlas.ts';
import { eventsOf, middleOf, momentsOf } from './dataEvents.ts';
import type { PatternSettings } from './patternSettings.ts';

interface Chosen {
  readonly dataSet: DataSet;
  readonly settings: PatternSettings;
  readonly atlas: Atlas;
}

export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** How much of every row counts under the chosen categories, period and times. */
export function chosenWeights(
  { dataSet, settings, atlas }: Chosen,
  period: Period | null,
  bins: TimeBins | null,
): { base: Float64Array; weights: Float64Array; withoutTime: number } {
  const events = eventsOf(dataSet, atlas.city);
  const wanted = new Set(settings.categories.map((name) => dataSet.categories.indexOf(name)));
  const limits = period && hasTimes(dataSet) ? momentsOf(period, atlas.city.timeZone) : null;
  const isWhole = period?.from === dataSet.period?.from && period?.to === dataSet.period?.to;
  const base = events.counts.map((count, i) => {
    if (wanted.size > 0 && !wanted.has(dataSet.columns.category?.[i] ?? -1)) return 0;
    if (!limits || isWhole) return count;
    const middle = middleOf(events, i);
    return middle >= limits.fromMs && middle < limits.endMs ? count : 0;
  });
  if (isAllTimes(settings.times) || !bins) return { base, weights: base, withoutTime: 0 };
  let withoutTime = 0;
  base.forEach((count, i) => {
    if (bins.from[i] === bins.from[i + 1]) withoutTime += count;
  });
  return { base, weights: weightsUnder(maskOf(settings.times), bins, base), withoutTime };
}

export function chartsOf(
  bins: TimeBins,
  weights: Float64Array,
  { times }: PatternSettings,
): Readonly<Record<TimeKind, Float64Array>> {
  return Object.fromEntries(
    TIME_KINDS.map((kind) => [kind, countsByKind(kind, bins, { choice: times, weights })]),
  ) as Record<TimeKind, Float64Array>;
}
