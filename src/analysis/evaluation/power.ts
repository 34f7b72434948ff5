/*
 * Question  How large must a true change be for this design to have a fair chance of showing it?
 * Method    Smallest fall whose expected z reaches z(1−α/2) + z(power), on the log scale of counts or for two shares.
 * Source    Signorini (1991), Biometrika 78:446–450 in its log-ratio form; Fleiss, Statistical Methods for Rates and
 *           Proportions (1981), ch. 3.
 * Units     ratio of counts (0.7 = thirty per cent fewer); difference of shares. Found to three decimals.
 */
import { normalQuantile } from './normalDistribution.ts';

/** What a design can see. */
export interface PowerOptions {
  /** 0.05 by default. */
  readonly alpha?: number;
  /** 0.8 by default: four chances in five. */
  readonly power?: number;
}

const neededZ = ({ alpha = 0.05, power = 0.8 }: PowerOptions): number =>
  normalQuantile(1 - alpha / 2) + normalQuantile(power);

export interface CountDesign {
  readonly measureBefore: number;
  readonly comparisonBefore: number;
  readonly comparisonAfter: number;
  readonly overdispersion: number;
}

/**
 * The weakest fall (as a rate ratio below 1) that would be shown with the wanted power; smaller falls will usually be
 * missed. Undefined where not even the disappearance of every event would be: the design cannot answer the question.
 */
export function minimumDetectableRatio(design: CountDesign, options: PowerOptions = {}): number | undefined {
  const { measureBefore: a, comparisonBefore: c, comparisonAfter: d, overdispersion } = design;
  if (!(a > 0 && c > 0 && d > 0)) return undefined;
  const wanted = neededZ(options);
  const shown = (ratio: number): boolean => {
    const after = (a * ratio * d) / c;
    const spread = Math.sqrt(Math.max(1, overdispersion) * (1 / a + 1 / after + 1 / c + 1 / d));
    return -Math.log(ratio) / spread >= wanted;
  };
  // Not a bisection: near zero events the interval widens faster than the effect grows, so power falls again.
  for (let permille = 999; permille > 0; permille--) if (shown(permille / 1000)) return permille / 1000;
  return undefined;
}

/** The smallest change of a share between two samples that would be shown with the wanted power. */
export function minimumDetectableShareChange(
  design: { readonly share: number; readonly before: number; readonly after: number },
  options: PowerOptions = {},
): number {
  return (
    neededZ(options) * Math.sqrt(design.share * (1 - design.share) * (1 / design.before + 1 / design.after))
  );
}
