/*
 * Question  Did the problem move to the surroundings, or did the surroundings gain as well?
 * Method    Weighted displacement quotient, read only where the measure area itself succeeded; weighted displacement
 *           difference with a standard error, var = Σ weight² · count.
 * Source    Bowers & Johnson (2003), J. Quantitative Criminology 19:275–301;
 *           Wheeler & Ratcliffe (2018), Crime Science 7:11.
 * Units     counts; the quotient has no unit.
 */
import { confidenceZ, twoSidedP } from './normalDistribution.ts';
import type { Interval } from './relativeEffect.ts';

export interface Change {
  readonly before: number;
  readonly after: number;
}

export interface Surroundings {
  readonly measure: Change;
  readonly comparison: Change;
  /** The ring around the measure area. */
  readonly buffer: Change;
}

/** How far the buffer followed the measure area. */
export type DisplacementReading =
  | 'diffusion-exceeds-effect'
  | 'diffusion'
  | 'no-change'
  | 'displacement-below-effect'
  | 'displacement-equals-effect'
  | 'displacement-exceeds-effect';

export interface DisplacementEffects {
  /** Fall in the measure area, in events. */
  readonly grossEffect: number;
  /** Fall of the measure area's ratio to the comparison area. */
  readonly netEffect: number;
  /** Fall in measure area and buffer together against what the comparison area foretold, in events. */
  readonly totalNetEffect: number;
  readonly successMeasure: number;
  readonly bufferMeasure: number;
}

/** The quotient is a number only where there was a success that could have been displaced. */
export type DisplacementQuotient = DisplacementEffects &
  (
    | { readonly kind: 'interpretable'; readonly quotient: number; readonly reading: DisplacementReading }
    | { readonly kind: 'not-interpretable'; readonly why: 'no-success' | 'empty-comparison' }
  );

/** Weighted displacement quotient. */
export function displacementQuotient({ measure, comparison, buffer }: Surroundings): DisplacementQuotient {
  const successMeasure = measure.after / comparison.after - measure.before / comparison.before;
  const bufferMeasure = buffer.after / comparison.after - buffer.before / comparison.before;
  const growth = comparison.after / comparison.before;
  const effects: DisplacementEffects = {
    grossEffect: measure.before - measure.after,
    netEffect: -successMeasure,
    totalNetEffect: measure.before * growth - measure.after + (buffer.before * growth - buffer.after),
    successMeasure,
    bufferMeasure,
  };
  if (!(comparison.before > 0 && comparison.after > 0))
    return { ...effects, kind: 'not-interpretable', why: 'empty-comparison' };
  if (!(successMeasure < 0)) return { ...effects, kind: 'not-interpretable', why: 'no-success' };
  const quotient = bufferMeasure / successMeasure;
  return { ...effects, kind: 'interpretable', quotient, reading: readingOf(quotient) };
}

function readingOf(quotient: number): DisplacementReading {
  const same = (value: number): boolean => Math.abs(quotient - value) < 1e-9;
  if (same(0)) return 'no-change';
  if (same(-1)) return 'displacement-equals-effect';
  if (quotient > 1) return 'diffusion-exceeds-effect';
  if (quotient > 0) return 'diffusion';
  return quotient > -1 ? 'displacement-below-effect' : 'displacement-exceeds-effect';
}

export interface DisplacementDifference {
  /** Events more (positive) or fewer (negative) than the comparison areas foretold, measure area and buffer together. */
  readonly difference: Interval;
  readonly standardError: number;
  readonly z: number;
  readonly twoSidedP: number;
}

export interface DifferenceRequest {
  readonly measure: Change;
  readonly comparison: Change;
  readonly buffer?: Change;
  /** Comparison for the buffer; needed when there is a buffer, for a difference of differences. */
  readonly bufferComparison?: Change;
  readonly confidence?: number;
  /** Length of the periods where they differ: counts are put on the scale of the period before. */
  readonly months?: { readonly before: number; readonly after: number };
}

/** Weighted displacement difference with its standard error (Poisson counts). */
export function displacementDifference(request: DifferenceRequest): DisplacementDifference {
  const { measure, comparison, buffer, bufferComparison, confidence = 0.95, months } = request;
  const scale = months ? months.before / months.after : 1;
  const none: Change = { before: 0, after: 0 };
  const change = ({ before, after }: Change): number => after * scale - before;
  const variance = ({ before, after }: Change): number => after * scale * scale + before;
  const terms = [measure, comparison, buffer ?? none, bufferComparison ?? none] as const;
  const estimate = change(terms[0]) - change(terms[1]) + change(terms[2]) - change(terms[3]);
  const standardError = Math.sqrt(terms.reduce((sum, term) => sum + variance(term), 0));
  const reach = confidenceZ(confidence) * standardError;
  // Without a single event nothing differs and nothing is known.
  const z = standardError > 0 ? estimate / standardError : 0;
  return {
    difference: { estimate, low: estimate - reach, high: estimate + reach },
    standardError,
    z,
    twoSidedP: twoSidedP(z),
  };
}
