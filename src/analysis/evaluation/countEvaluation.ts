/*
 * Question  Did it work, as far as counted events can tell?
 * Method    The parts of this folder in their order: totals, over-dispersion, relative effect, pre-trend, displacement,
 *           cautions, and only then the sentence. Without enough months φ is taken as 1 and a caution says so.
 * Units     events per month. O(months).
 */
import { type Caution, cautionsOf } from './cautions.ts';
import {
  type Attribution,
  attributionOf,
  type Conclusion,
  countConclusion,
  type DisplacementConclusion,
  displacementConclusion,
} from './conclusion.ts';
import {
  type Change,
  type DisplacementDifference,
  displacementDifference,
  displacementQuotient,
} from './displacement.ts';
import { type MonthCounts, overdispersionOf, type PreTrend, preTrend } from './monthlySeries.ts';
import { type BeforeAfterCounts, type RelativeEffect, relativeEffect } from './relativeEffect.ts';

/** A month of the series; `buffer` in every month or in none. */
export type EvaluatedMonth = MonthCounts & { readonly year: number; readonly buffer?: number };

export interface CountEvaluation {
  readonly counts: BeforeAfterCounts;
  readonly overdispersion: number | undefined;
  readonly effect: RelativeEffect;
  /** WDD of the measure area alone: events fewer (negative) or more, on the scale of the period before. */
  readonly difference: DisplacementDifference;
  readonly preTrend: PreTrend | undefined;
  readonly displacement: DisplacementConclusion | undefined;
  readonly cautions: readonly Caution[];
  readonly conclusion: Conclusion;
  readonly attribution: Attribution;
}

const monthsOf = (months: readonly EvaluatedMonth[], wanted: MonthCounts['period']): EvaluatedMonth[] =>
  months.filter(({ period }) => period === wanted);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Evaluates a frozen design's monthly series, in order of time. Throws `RangeError` when a period has no months. */
export function evaluateCounts(
  months: readonly EvaluatedMonth[],
  design: { readonly chosenBecause: 'high-numbers' | 'other-reasons'; readonly confidence: number },
): CountEvaluation {
  const [before, after] = [monthsOf(months, 'before'), monthsOf(months, 'after')];
  if (before.length === 0 || after.length === 0)
    throw new RangeError('Both periods need at least one month.');
  const change = (countOf: (month: EvaluatedMonth) => number): Change => ({
    before: total(before.map(countOf)),
    after: total(after.map(countOf)),
  });
  const [measure, comparison] = [change((month) => month.measure), change((month) => month.comparison)];
  const counts: BeforeAfterCounts = {
    measureBefore: measure.before,
    measureAfter: measure.after,
    comparisonBefore: comparison.before,
    comparisonAfter: comparison.after,
  };
  const overdispersion = overdispersionOf(months)?.factor;
  const factor = overdispersion ?? 1;
  const effect = relativeEffect(counts, { overdispersion: factor, confidence: design.confidence });
  const trend = preTrend(months, factor);
  const conclusion = countConclusion(effect.rateRatio, total(Object.values(counts)));
  const cautions = cautionsOf({
    chosenBecause: design.chosenBecause,
    measureByYearBefore: byYear(before),
    counts: { ...counts, overdispersion: factor },
    overdispersion,
    preTrendP: trend?.twoSidedP,
  });
  const isRinged = months.every((month) => month.buffer !== undefined);
  const buffer = isRinged ? change((month) => month.buffer ?? 0) : undefined;
  return {
    counts,
    overdispersion,
    effect,
    difference: displacementDifference({
      measure,
      comparison,
      confidence: design.confidence,
      months: { before: before.length, after: after.length },
    }),
    preTrend: trend,
    displacement:
      buffer && displacementConclusion(displacementQuotient({ measure, comparison, buffer }), conclusion),
    cautions,
    conclusion,
    attribution: attributionOf(conclusion, cautions),
  };
}

/** Events in the measure area per calendar year, oldest first; a year without all of the compared months is left out. */
function byYear(months: readonly EvaluatedMonth[]): number[] {
  const years = new Map<number, { count: number; months: number }>();
  for (const { year, measure } of months) {
    const known = years.get(year) ?? { count: 0, months: 0 };
    years.set(year, { count: known.count + measure, months: known.months + 1 });
  }
  const whole = Math.max(...[...years.values()].map((year) => year.months));
  return [...years.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, year]) => (year.months === whole ? [year.count] : []));
}
