/*
 * Question  How much more do monthly counts vary than chance alone, and did the two areas move alike before?
 * Method    Over-dispersion: Pearson χ² per degree of freedom around area × period means times month-of-year shares.
 *           Pre-trend: with both areas' counts given, the measure area's share of them is binomial; its logit is fitted
 *           on time (Newton, two parameters). A slope unlike zero means the areas were already moving apart.
 * Source    McCullagh & Nelder, Generalized Linear Models (1989), § 6.2.3 and § 4.4; the conditional form of a Poisson
 *           model for two areas with month effects (ibid. § 6.4).
 * Units     counts per month; slope per month on the log scale. O(months).
 */
import { twoSidedP } from './normalDistribution.ts';

/** One month's counts in the two areas. */
export interface MonthCounts {
  readonly period: 'before' | 'after';
  /** 1 to 12. */
  readonly month: number;
  readonly measure: number;
  readonly comparison: number;
}

export interface Overdispersion {
  /** φ ≥ 1: the variance is this many times the mean. */
  readonly factor: number;
  readonly degreesOfFreedom: number;
}

/** φ of the monthly series; undefined with too few months to estimate it (fewer than ten degrees of freedom). */
export function overdispersionOf(months: readonly MonthCounts[]): Overdispersion | undefined {
  const cells = months.flatMap(({ period, month, measure, comparison }) => [
    { series: `${period} measure`, month, count: measure },
    { series: `${period} comparison`, month, count: comparison },
  ]);
  const grouped = (key: (cell: (typeof cells)[number]) => string | number): Map<string | number, number> => {
    const totals = new Map<string | number, number>();
    for (const cell of cells) totals.set(key(cell), (totals.get(key(cell)) ?? 0) + cell.count);
    return totals;
  };
  const bySeries = grouped(({ series }) => series);
  const byMonth = grouped(({ month }) => month);
  const lengths = new Map<string, number>();
  const monthSeen = new Map<number, number>();
  for (const { series, month } of cells) {
    lengths.set(series, (lengths.get(series) ?? 0) + 1);
    monthSeen.set(month, (monthSeen.get(month) ?? 0) + 1);
  }
  const degreesOfFreedom = cells.length - bySeries.size - (byMonth.size - 1);
  if (degreesOfFreedom < 10) return undefined;
  const all = [...bySeries.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return { factor: 1, degreesOfFreedom };
  let chiSquare = 0;
  for (const { series, month, count } of cells) {
    const level = (bySeries.get(series) ?? 0) / (lengths.get(series) ?? 1);
    const season = ((byMonth.get(month) ?? 0) / (monthSeen.get(month) ?? 1) / all) * cells.length;
    const expected = level * season;
    if (expected > 0) chiSquare += (count - expected) ** 2 / expected;
  }
  return { factor: Math.max(1, chiSquare / degreesOfFreedom), degreesOfFreedom };
}

export interface PreTrend {
  /** Growth per month of the measure area relative to the comparison area, on the log scale. */
  readonly slopePerMonth: number;
  readonly standardError: number;
  readonly twoSidedP: number;
}

/** Trend of the measure area against the comparison area in the months before, in order; undefined where it cannot be told. */
export function preTrend(months: readonly MonthCounts[], overdispersion = 1): PreTrend | undefined {
  const before = months.filter(({ period }) => period === 'before');
  const [measure, comparison] = [before.map((m) => m.measure), before.map((m) => m.comparison)];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  if (before.length < 6 || sum(measure) < 5 || sum(comparison) < 5) return undefined;
  const middle = (before.length - 1) / 2;
  let [level, slope] = [Math.log(sum(measure) / sum(comparison)), 0];
  let variance = Number.NaN;
  for (let step = 0; step < 50; step++) {
    let [score0, score1, info00, info01, info11] = [0, 0, 0, 0, 0];
    before.forEach((month, i) => {
      const time = i - middle;
      const all = month.measure + month.comparison;
      const share = 1 / (1 + Math.exp(-(level + slope * time)));
      const rest = month.measure - all * share;
      const information = all * share * (1 - share);
      score0 += rest;
      score1 += rest * time;
      info00 += information;
      info01 += information * time;
      info11 += information * time * time;
    });
    const determinant = info00 * info11 - info01 * info01;
    if (!(determinant > 1e-9)) return undefined;
    const change = (info00 * score1 - info01 * score0) / determinant;
    level += (info11 * score0 - info01 * score1) / determinant;
    slope += change;
    variance = info00 / determinant;
    if (Math.abs(change) < 1e-10) break;
  }
  const standardError = Math.sqrt(variance * Math.max(1, overdispersion));
  return { slopePerMonth: slope, standardError, twoSidedP: twoSidedP(slope / standardError) };
}
