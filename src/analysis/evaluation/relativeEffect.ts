/*
 * Question  Did events change more in the measure area than in the comparison area, and how sure is that?
 * Method    Relative effect size RES = (a·d)/(b·c), log-normal interval with var ln RES = φ(1/a + 1/b + 1/c + 1/d).
 *           The Poisson difference in differences with two areas and two periods is the same model:
 *           exp(β₃) = 1/RES. Periods of different length need no offset: both areas share them, so it cancels.
 * Source    Welsh & Farrington; Farrington et al. (2007), "Effectiveness of situational crime prevention", appendix.
 *           Over-dispersion φ from monthly counts: Pearson χ² per degree of freedom (McCullagh & Nelder 1989, § 6.2.3).
 * Units     counts; ratios without unit.
 * Caution   Counts of one event type in one town are over-dispersed: an interval with φ = 1 is too narrow.
 */
import { confidenceZ, twoSidedP } from './normalDistribution.ts';

/** Events in the measure area and in the comparison area, before and after. */
export interface BeforeAfterCounts {
  readonly measureBefore: number;
  readonly measureAfter: number;
  readonly comparisonBefore: number;
  readonly comparisonAfter: number;
}

/** An estimate and the range of values that the data do not contradict. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface RelativeEffect {
  /** Above 1 favours the measure area. */
  readonly effectSize: Interval;
  /** exp(β₃): what the count became, relative to what the comparison area says it would have been. Below 1 is fewer. */
  readonly rateRatio: Interval;
  readonly logEffect: number;
  readonly standardError: number;
  readonly z: number;
  readonly twoSidedP: number;
  /** Change relative to the comparison area: −21 means 21 % fewer. */
  readonly changePercent: Interval;
  /** Half an event was added to every count because one of them was zero. */
  readonly zeroCorrected: boolean;
}

export interface EffectOptions {
  /** φ, at least 1. */
  readonly overdispersion?: number;
  readonly confidence?: number;
}

/** Relative effect of a measure with its interval. All-zero data give a ratio of 1 with a very wide interval. */
export function relativeEffect(counts: BeforeAfterCounts, options: EffectOptions = {}): RelativeEffect {
  const { overdispersion = 1, confidence = 0.95 } = options;
  const raw = [counts.measureBefore, counts.measureAfter, counts.comparisonBefore, counts.comparisonAfter];
  if (raw.some((count) => !(count >= 0)))
    throw new RangeError(`Counts cannot be negative: ${raw.join(', ')}.`);
  const zeroCorrected = raw.includes(0);
  const [a = 0, b = 0, c = 0, d = 0] = zeroCorrected ? raw.map((count) => count + 0.5) : raw;
  const logEffect = Math.log((a * d) / (b * c));
  const standardError = Math.sqrt(Math.max(1, overdispersion) * (1 / a + 1 / b + 1 / c + 1 / d));
  const reach = confidenceZ(confidence) * standardError;
  const effectSize = {
    estimate: Math.exp(logEffect),
    low: Math.exp(logEffect - reach),
    high: Math.exp(logEffect + reach),
  };
  const rateRatio = { estimate: 1 / effectSize.estimate, low: 1 / effectSize.high, high: 1 / effectSize.low };
  const percent = (ratio: number): number => (ratio - 1) * 100;
  return {
    effectSize,
    rateRatio,
    logEffect,
    standardError,
    z: logEffect / standardError,
    twoSidedP: twoSidedP(logEffect / standardError),
    changePercent: {
      estimate: percent(rateRatio.estimate),
      low: percent(rateRatio.low),
      high: percent(rateRatio.high),
    },
    zeroCorrected,
  };
}
