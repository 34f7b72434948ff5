/*
 * Question  Of all the places that look unusual, which may be called so when thousands were tested?
 * Method    Benjamini–Hochberg step-up: at most a share α of those called unusual are so by chance, on average.
 * Source    Benjamini & Hochberg (1995), JRSS B 57:289–300; for local statistics Caldas de Castro & Singer (2006).
 * Units     probabilities. O(n log n). Places without a p (NaN) are not tests: they count for nothing and stay NaN.
 */
import { normalQuantile, twoSidedP } from '../evaluation/normalDistribution.ts';

/** Adjusted p of each test, in the order given: call unusual those at most α. */
export function falseDiscoveryAdjusted(p: Float64Array): Float64Array {
  const tested = p.filter((value) => !Number.isNaN(value)).sort();
  // Equal p get equal adjustments, so a value's largest rank is enough and no index needs sorting.
  const m = tested.length;
  const adjustedAt = new Float64Array(m);
  let least = 1;
  for (let rank = m; rank >= 1; rank--) {
    least = Math.min(least, ((tested[rank - 1] as number) * m) / rank);
    adjustedAt[rank - 1] = least;
  }
  return p.map((value) =>
    Number.isNaN(value) ? Number.NaN : (adjustedAt[lastRankOf(tested, value)] as number),
  );
}

function lastRankOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The distance to zero from which a normal score may be called unusual among so many tests; infinite when none may:
 * `|z| >= from` says the same as `falseDiscoveryAdjusted(p of all) <= level`. Given are the distances that could pass (all at
 * or beyond the level's own). Where a rank fails, the nearest score that could pass at it or later is found by its quantile,
 * so that a large map needs some dozens of p and not one per cell.
 */
export function falseDiscoveryScore(distances: Float64Array, tests: number, level: number): number {
  const sorted = Float64Array.from(distances).sort();
  for (let i = 0; i < sorted.length; ) {
    const score = sorted[i] as number;
    const rank = sorted.length - i;
    // As the adjustment rounds it, so that both agree on the border.
    if ((twoSidedP(score) * tests) / rank <= level) return score;
    const needed = normalQuantile(1 - (level * rank) / tests / 2) * (1 - 1e-9);
    i = Math.max(i + 1, firstAtLeast(sorted, needed));
  }
  return Number.POSITIVE_INFINITY;
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** hot: high values gather here. cold: low values do. neither: not distinguishable from chance. untested: no statistic. */
export type HotspotClass = 'hot' | 'cold' | 'neither' | 'untested';

/** The class of each place from its z and its (adjusted) p. */
export function hotspotClasses(z: Float64Array, adjustedP: Float64Array, level = 0.05): HotspotClass[] {
  return Array.from(z, (score, i) => {
    const p = adjustedP[i] as number;
    if (Number.isNaN(score) || Number.isNaN(p)) return 'untested';
    if (p > level) return 'neither';
    return score > 0 ? 'hot' : 'cold';
  });
}
