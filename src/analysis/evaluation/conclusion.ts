/*
 * Question  What may be said, in plain words, about whether it worked?
 * Method    The interval decides, never the estimate alone. Only when the whole interval lies on one side of "no change"
 *           is a direction stated, and then with the end of the interval nearest to no change: "at least". An interval
 *           that holds no change says so, and how much in either direction would still be possible.
 * Source    Altman & Bland (1995), BMJ 311:485, "Absence of evidence is not evidence of absence".
 */
import type { Caution } from './cautions.ts';
import type { DisplacementQuotient, DisplacementReading } from './displacement.ts';
import type { Interval } from './relativeEffect.ts';

/** A sentence for the application to translate; the numbers in it are all that it may claim. Percent are positive. */
export type Conclusion =
  /** Fewer than the comparison area foretold: by at least so much, at most so much. */
  | { readonly kind: 'fewer'; readonly atLeastPercent: number; readonly atMostPercent: number }
  | { readonly kind: 'more'; readonly atLeastPercent: number; readonly atMostPercent: number }
  /** The data fit no change; they also fit up to so much fewer and so much more. */
  | { readonly kind: 'cannot-tell'; readonly upToFewerPercent: number; readonly upToMorePercent: number }
  /** Too little data for any sentence about size or direction. */
  | { readonly kind: 'too-few' };

/** Whether a stated direction may be laid to the measure's account. */
export type Attribution = 'consistent-with-measure' | 'may-be-something-else' | 'not-applicable';

/** With fewer events than this in all four counts together no sentence is worth its risk. */
const FEWEST_EVENTS_IN_ALL = 20;

/** The conclusion that an interval of the rate ratio allows. */
export function countConclusion(rateRatio: Interval, eventsInAll: number): Conclusion {
  if (eventsInAll < FEWEST_EVENTS_IN_ALL || !(rateRatio.low > 0) || !Number.isFinite(rateRatio.high))
    return { kind: 'too-few' };
  const percent = (ratio: number): number => Math.abs(ratio - 1) * 100;
  if (rateRatio.high < 1)
    return { kind: 'fewer', atLeastPercent: percent(rateRatio.high), atMostPercent: percent(rateRatio.low) };
  if (rateRatio.low > 1)
    return { kind: 'more', atLeastPercent: percent(rateRatio.low), atMostPercent: percent(rateRatio.high) };
  return {
    kind: 'cannot-tell',
    upToFewerPercent: percent(rateRatio.low),
    upToMorePercent: percent(rateRatio.high),
  };
}

/** The same for a change of a share, in percentage points. */
export type ShareConclusion =
  | { readonly kind: 'lower'; readonly atLeastPoints: number; readonly atMostPoints: number }
  | { readonly kind: 'higher'; readonly atLeastPoints: number; readonly atMostPoints: number }
  | { readonly kind: 'cannot-tell'; readonly upToLowerPoints: number; readonly upToHigherPoints: number }
  | { readonly kind: 'too-few' };

/** The conclusion that an interval of a difference of shares allows; `fewestRespondents` is the smallest sample in it. */
export function shareConclusion(
  difference: Interval,
  fewestRespondents: number,
  threshold = 30,
): ShareConclusion {
  if (fewestRespondents < threshold) return { kind: 'too-few' };
  const points = (share: number): number => Math.abs(share) * 100;
  const [low, high] = [points(difference.low), points(difference.high)];
  if (difference.high < 0) return { kind: 'lower', atLeastPoints: high, atMostPoints: low };
  if (difference.low > 0) return { kind: 'higher', atLeastPoints: low, atMostPoints: high };
  return { kind: 'cannot-tell', upToLowerPoints: low, upToHigherPoints: high };
}

/** A direction is only consistent with the measure while no caution offers another explanation. Never "caused by". */
export function attributionOf(conclusion: Conclusion, cautions: readonly Caution[]): Attribution {
  if (conclusion.kind !== 'fewer' && conclusion.kind !== 'more') return 'not-applicable';
  const rivals: readonly Caution['kind'][] = [
    'regression-to-the-mean',
    'different-trend-before',
    'short-baseline',
  ];
  return cautions.some(({ kind }) => rivals.includes(kind))
    ? 'may-be-something-else'
    : 'consistent-with-measure';
}

/** What may be said about displacement: nothing, unless the measure area's own fall is beyond chance. */
export type DisplacementConclusion =
  | {
      readonly kind: 'not-interpretable';
      readonly why: 'no-success' | 'empty-comparison' | 'success-uncertain';
    }
  | { readonly kind: 'interpretable'; readonly quotient: number; readonly reading: DisplacementReading };

/** The quotient is a ratio of two noisy numbers: it is read only beside a conclusion of fewer events. */
export function displacementConclusion(
  displacement: DisplacementQuotient,
  conclusion: Conclusion,
): DisplacementConclusion {
  if (displacement.kind === 'not-interpretable') return { kind: 'not-interpretable', why: displacement.why };
  if (conclusion.kind !== 'fewer') return { kind: 'not-interpretable', why: 'success-uncertain' };
  return { kind: 'interpretable', quotient: displacement.quotient, reading: displacement.reading };
}
