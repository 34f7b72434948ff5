import type { LngLat } from '../geometry/plane.ts';

/** What a check can find. The words are the screen's business; here stand the code, the numbers and the place. */
export const FINDING_CODES = [
  'camera-record-incomplete',
  'camera-operation-unstated',
  'light-near-path-edge',
  'pole-in-building',
  'duplicate-poles',
  'feature-without-measure',
  'spend-over-grant',
  'price-unconfirmed',
  'price-missing',
  'energy-price-unconfirmed',
  'superseded-data',
  'change-without-feature',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** error: cannot be decided or published. warning: look at it. notice: good to know. */
export type Severity = 'error' | 'warning' | 'notice';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The features it is about; empty when it is about the proposal as a whole. */
  readonly ids: readonly string[];
  readonly place?: LngLat;
  /** Numbers and names for the message, with units in their keys. */
  readonly params: Readonly<Record<string, string | number>>;
}
