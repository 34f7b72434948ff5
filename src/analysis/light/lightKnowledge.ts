/**
 * What is known of the light that already stands. A lamp whose strength or height nobody has recorded may light its
 * surroundings well or not at all, so they are "unknown"; calling them dark would send money to the wrong place.
 */

/** Where a lamp stands whose light cannot be calculated. */
export interface UnknownLamp {
  readonly id: string;
  readonly eastMetres: number;
  readonly northMetres: number;
}

export type ExistingLight =
  /** Every existing lamp is among the calculated ones (there may be none). */
  | { readonly kind: 'known' }
  /** Some stand here without known strength. */
  | { readonly kind: 'partly-known'; readonly unknownLamps: readonly UnknownLamp[] }
  /** Nobody has listed what stands here. */
  | { readonly kind: 'unknown' };

/** As far as an ordinary path lamp of 4–6 m lights a path noticeably: some five to six mounting heights. */
export const UNKNOWN_LAMP_REACH_METRES = 30;

/** Whether light that cannot be calculated may fall on a point. O(unknown lamps). */
export function isUnknownAt(
  existing: ExistingLight,
  point: { eastMetres: number; northMetres: number },
): boolean {
  switch (existing.kind) {
    case 'known':
      return false;
    case 'unknown':
      return true;
    case 'partly-known':
      return existing.unknownLamps.some(
        ({ eastMetres, northMetres }) =>
          Math.hypot(eastMetres - point.eastMetres, northMetres - point.northMetres) <=
          UNKNOWN_LAMP_REACH_METRES,
      );
  }
}
