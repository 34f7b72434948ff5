/*
 * Question  What share answers so, how sure is it, and did the share change (more than elsewhere)?
 * Method    Wilson score interval; Newcombe's hybrid score interval (method 10) for a difference; Wald difference in
 *           differences; McNemar for the same persons asked twice.
 * Source    Wilson (1927), JASA 22:209–212; Newcombe (1998), Statistics in Medicine 17:857–872 and 873–890;
 *           McNemar (1947), Psychometrika 12:153–157.
 * Units     shares 0 to 1. O(1), exact McNemar O(pairs).
 */
import { confidenceZ, twoSidedP } from './normalDistribution.ts';
import type { Interval } from './relativeEffect.ts';

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

const shareOf = ({ count, of }: Share): number => {
  if (!(of > 0 && count >= 0 && count <= of)) throw new RangeError(`Not a share: ${count} of ${of}.`);
  return count / of;
};
const varianceOf = (share: Share): number => (shareOf(share) * (1 - shareOf(share))) / share.of;

/**
 * Wilson interval of a share; stays within 0 to 1 and is right for small n and for none or all.
 * With weighted answers give the effective number as `of` (see `weighting.ts`); counts need not be whole.
 */
export function wilsonInterval(share: Share, confidence = 0.95): Interval {
  const estimate = shareOf(share);
  const z2 = confidenceZ(confidence) ** 2;
  const n = share.of;
  const middle = (estimate + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt(z2 * ((estimate * (1 - estimate)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // Rounding must not push the ends past what is possible.
  return {
    estimate,
    low: estimate === 0 ? 0 : Math.max(0, middle - half),
    high: estimate === 1 ? 1 : Math.min(1, middle + half),
  };
}

/** Newcombe interval of a − b for two independent samples. */
export function shareDifference(a: Share, b: Share, confidence = 0.95): Interval {
  const [first, second] = [wilsonInterval(a, confidence), wilsonInterval(b, confidence)];
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(first.estimate - first.low, second.high - second.estimate),
    high: estimate + Math.hypot(first.high - first.estimate, second.estimate - second.low),
  };
}

/** The plain (Wald) interval of a − b, and the pooled test; for comparison with other programs. */
export function waldDifference(
  a: Share,
  b: Share,
  confidence = 0.95,
): Interval & { z: number; twoSidedP: number } {
  const estimate = shareOf(a) - shareOf(b);
  const reach = confidenceZ(confidence) * Math.sqrt(varianceOf(a) + varianceOf(b));
  const pooled = (a.count + b.count) / (a.of + b.of);
  const z = estimate / Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  return { estimate, low: estimate - reach, high: estimate + reach, z, twoSidedP: twoSidedP(z) };
}

export interface ShareChange {
  readonly before: Share;
  readonly after: Share;
}

/** Change in the measure area minus change in the comparison area, four independent samples. */
export function shareDifferenceInDifferences(
  measure: ShareChange,
  comparison: ShareChange,
  confidence = 0.95,
): Interval & { standardError: number; z: number; twoSidedP: number } {
  const samples = [measure.before, measure.after, comparison.before, comparison.after];
  const estimate =
    shareOf(measure.after) -
    shareOf(measure.before) -
    (shareOf(comparison.after) - shareOf(comparison.before));
  const standardError = Math.sqrt(samples.reduce((sum, share) => sum + varianceOf(share), 0));
  const reach = confidenceZ(confidence) * standardError;
  const z = estimate / standardError;
  return {
    estimate,
    low: estimate - reach,
    high: estimate + reach,
    standardError,
    z,
    twoSidedP: twoSidedP(z),
  };
}

/** Half the width of a simple 95 % interval, as published surveys state it. */
export function marginOfError(share: number, respondents: number, confidence = 0.95): number {
  return confidenceZ(confidence) * Math.sqrt((share * (1 - share)) / respondents);
}

/** The same persons asked twice: `gained` changed one way, `lost` the other. */
export function mcNemar({ gained, lost }: { gained: number; lost: number }) {
  const changed = gained + lost;
  const chiSquare = changed > 0 ? (gained - lost) ** 2 / changed : 0;
  // Exact: two-sided binomial with p = 1/2, summed in logarithms so that thousands of pairs do not underflow.
  let [logTerm, tail] = [-changed * Math.LN2, 0];
  for (let k = 0; k <= Math.min(gained, lost); k++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(changed - k) - Math.log(k + 1);
  }
  return { chiSquare, twoSidedP: twoSidedP(Math.sqrt(chiSquare)), exactP: Math.min(1, 2 * tail) };
}
