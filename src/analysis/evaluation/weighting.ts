/*
 * Question  Who answered is not who lives here: what would the share have been with the right mix?
 * Method    Post-stratification: weight = population share / sample share per cell, scaled so that the weights sum to n.
 *           With margins only: raking (iterative proportional fitting). Kish's design effect tells what it costs.
 * Source    Kish, Survey Sampling (1965), § 11.7; Deming & Stephan (1940), Annals of Mathematical Statistics 11:427–444.
 * Units     weights without unit. O(n · dimensions · rounds).
 * Caution   Weighting repairs only the bias that the cells explain; who never answers stays unheard.
 */

/** A weight per respondent and what the weighting costs. */
export interface Weighting {
  /** One per respondent, summing to their number. */
  readonly weights: Float64Array;
  /** 1 + cv² of the weights: the variance is this many times that of an even sample. */
  readonly designEffect: number;
  /** The number of evenly drawn respondents that would say as much. */
  readonly effectiveRespondents: number;
  /** Cells of the population that nobody in the sample speaks for. */
  readonly unheard: readonly string[];
}

/** Cell weights. `population` holds any positive numbers per cell: persons or shares. */
export function postStratified(
  cells: readonly string[],
  population: Readonly<Record<string, number>>,
): Weighting {
  return raked([cells], [population]);
}

/**
 * Raking: weights whose margins match every dimension's population.
 * `dimensions[k][i]` is respondent i's category in dimension k. Respondents whose category has no population in some
 * dimension keep weight 0. Stops when no margin is off by more than 1e-10, or throws after `rounds`.
 */
export function raked(
  dimensions: readonly (readonly string[])[],
  populations: readonly Readonly<Record<string, number>>[],
  rounds = 500,
): Weighting {
  const n = dimensions[0]?.length ?? 0;
  const weights = new Float64Array(n).fill(1);
  const heard = populations.map((population, k) => heardShares(dimensions[k] ?? [], population));
  for (let i = 0; i < n; i++)
    if (dimensions.some((categories, k) => !heard[k]?.has(categories[i] as string))) weights[i] = 0;
  const usable = weights.reduce((sum, weight) => sum + weight, 0);
  for (let round = 0; ; round++) {
    let worst = 0;
    dimensions.forEach((categories, k) => {
      worst = Math.max(
        worst,
        fitMargin(weights, categories, { shares: heard[k] ?? new Map(), total: usable }),
      );
    });
    if (worst < 1e-10) break;
    if (round >= rounds)
      throw new Error(`Raking did not settle in ${rounds} rounds; worst margin off by ${worst}.`);
  }
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    weights: weights.map((weight) => (total > 0 ? (weight * n) / total : 0)),
    designEffect: (usable * squares) / total ** 2,
    effectiveRespondents: squares > 0 ? total ** 2 / squares : 0,
    unheard: populations.flatMap((population, k) =>
      Object.keys(population).filter(
        (category) => (population[category] ?? 0) > 0 && !heard[k]?.has(category),
      ),
    ),
  };
}

/** Population shares of the categories that at least one respondent has. */
function heardShares(categories: readonly string[], population: Readonly<Record<string, number>>) {
  const present = new Set(categories);
  const kept = Object.entries(population).filter(([category, size]) => size > 0 && present.has(category));
  const total = kept.reduce((sum, [, size]) => sum + size, 0);
  return new Map(kept.map(([category, size]) => [category, size / total]));
}

/** Scales one dimension to its margin in place; answers how far off its worst category was, as a share. */
function fitMargin(
  weights: Float64Array,
  categories: readonly string[],
  { shares, total }: { shares: ReadonlyMap<string, number>; total: number },
): number {
  const sums = new Map<string, number>();
  categories.forEach((category, i) => {
    sums.set(category, (sums.get(category) ?? 0) + (weights[i] as number));
  });
  let worst = 0;
  for (const [category, share] of shares)
    worst = Math.max(worst, Math.abs((sums.get(category) ?? 0) / total - share));
  categories.forEach((category, i) => {
    const sum = sums.get(category) ?? 0;
    if (sum > 0) weights[i] = ((weights[i] as number) * (shares.get(category) ?? 0) * total) / sum;
  });
  return worst;
}

/** The weighted share of respondents who answered so. */
export function weightedShare(answers: readonly boolean[], { weights }: Weighting): number {
  let [yes, all] = [0, 0];
  weights.forEach((weight, i) => {
    all += weight;
    if (answers[i]) yes += weight;
  });
  return yes / all;
}
