/*
 * Question  How many events per inhabitant (or other exposure), beside how many in all?
 * Method    Rate = events / exposure with Byar's approximation to the exact Poisson interval.
 * Source    Breslow & Day, Statistical Methods in Cancer Research II (IARC 1987), § 2.3.
 * Units     events per 1 000 of the exposure. O(1).
 * Caution   People who live in an area are not the people who are in it: a centre or a station has far more visitors
 *           than inhabitants, so its rate per inhabitant says more about the denominator than about the place.
 */
import { confidenceZ } from '../evaluation/normalDistribution.ts';

export type EventRate =
  | {
      readonly kind: 'rate';
      readonly events: number;
      readonly exposure: number;
      readonly perThousand: number;
      readonly low: number;
      readonly high: number;
      /** So few events that a single one moves the rate by over a tenth. */
      readonly unstable: boolean;
    }
  | { readonly kind: 'no-exposure'; readonly events: number };

/** Rate per 1 000 with its interval; a place without exposure has a count but no rate. */
export function eventRate(events: number, exposure: number, confidence = 0.95): EventRate {
  if (!(exposure > 0)) return { kind: 'no-exposure', events };
  const z = confidenceZ(confidence);
  const bound = (count: number, sign: 1 | -1): number =>
    count === 0 ? 0 : count * (1 - 1 / (9 * count) + (sign * z) / (3 * Math.sqrt(count))) ** 3;
  const per = 1000 / exposure;
  return {
    kind: 'rate',
    events,
    exposure,
    perThousand: events * per,
    low: Math.max(0, bound(events, -1)) * per,
    high: bound(events + 1, 1) * per,
    unstable: events < 10,
  };
}
