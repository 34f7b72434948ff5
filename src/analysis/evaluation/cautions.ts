/*
 * Question  What besides the measure could have made these numbers, and what could they not have shown?
 * Method    Rules with a reason each; every flag that applies is told, none is weighed against another.
 * Source    Regression to the mean: Barnett, van der Pols & Dobson (2005), Int. J. Epidemiology 34:215–220.
 *           Baseline years: Hauer, Observational Before–After Studies (1997). Power: `power.ts`.
 */
import type { CountDesign } from './power.ts';
import { minimumDetectableRatio } from './power.ts';

/** What a reader must know beside the estimate. Each is translated by the application. */
export type Caution =
  /** The place was chosen because its numbers were high: they would have fallen anyway. */
  | { readonly kind: 'regression-to-the-mean'; readonly lastYearAboveEarlierPercent: number | undefined }
  | { readonly kind: 'short-baseline'; readonly years: number }
  | { readonly kind: 'low-power'; readonly detectableFallPercent: number | undefined }
  /** The areas were already moving apart before: the comparison does not tell what would have been. */
  | { readonly kind: 'different-trend-before' }
  | { readonly kind: 'overdispersed'; readonly factor: number }
  /** Too few months to see whether counts vary more than chance: the interval may be too narrow. */
  | { readonly kind: 'dispersion-unknown' }
  | { readonly kind: 'zero-corrected' }
  | { readonly kind: 'few-events'; readonly fewest: number };

export interface CautionRequest {
  readonly chosenBecause: 'high-numbers' | 'other-reasons';
  /** Events in the measure area in each year before, in order; same months each year. */
  readonly measureByYearBefore: readonly number[];
  readonly counts: CountDesign & { readonly measureAfter: number };
  /** φ as estimated; undefined when it could not be. */
  readonly overdispersion: number | undefined;
  readonly preTrendP: number | undefined;
}

const YEARS_WANTED = 2;
/** A fall weaker than this is what most published measures reach, so a design that needs more is weak. */
const USUAL_FALL_RATIO = 0.8;
/** Below five in any cell the log-normal interval is only rough (Cochran's rule of thumb). */
const FEWEST_EVENTS = 5;

/** All cautions that apply to a before–after comparison of counts. */
export function cautionsOf(request: CautionRequest): Caution[] {
  const { chosenBecause, measureByYearBefore, counts, overdispersion, preTrendP } = request;
  const cautions: Caution[] = [];
  const above = lastYearAboveEarlier(measureByYearBefore);
  // A last year far above those before falls back by itself, whatever the stated reason for choosing the place.
  if (chosenBecause === 'high-numbers' || (above !== undefined && above.standardised > 1.96))
    cautions.push({ kind: 'regression-to-the-mean', lastYearAboveEarlierPercent: above?.percent });
  if (measureByYearBefore.length < YEARS_WANTED)
    cautions.push({ kind: 'short-baseline', years: measureByYearBefore.length });
  const detectable = minimumDetectableRatio(counts);
  if (detectable === undefined || detectable < USUAL_FALL_RATIO)
    cautions.push({
      kind: 'low-power',
      detectableFallPercent: detectable === undefined ? undefined : (1 - detectable) * 100,
    });
  if (preTrendP !== undefined && preTrendP < 0.05) cautions.push({ kind: 'different-trend-before' });
  if (overdispersion === undefined) cautions.push({ kind: 'dispersion-unknown' });
  else if (overdispersion > 1.5) cautions.push({ kind: 'overdispersed', factor: overdispersion });
  const four = [counts.measureBefore, counts.measureAfter, counts.comparisonBefore, counts.comparisonAfter];
  if (four.includes(0)) cautions.push({ kind: 'zero-corrected' });
  if (Math.min(...four) < FEWEST_EVENTS) cautions.push({ kind: 'few-events', fewest: Math.min(...four) });
  return cautions;
}

/** How far the last year before stood above the mean of the earlier ones, in per cent and in standard errors (Poisson). */
function lastYearAboveEarlier(
  years: readonly number[],
): { percent: number; standardised: number } | undefined {
  const last = years.at(-1);
  const earlier = years.slice(0, -1);
  if (last === undefined || earlier.length === 0) return undefined;
  const mean = earlier.reduce((sum, count) => sum + count, 0) / earlier.length;
  if (mean === 0) return undefined;
  return {
    percent: (last / mean - 1) * 100,
    standardised: (last - mean) / Math.sqrt(mean + mean / earlier.length),
  };
}
