/**
 * Question: at which points does EN 13201-3:2015 judge the strip between two lamps?
 * Method: along, N = 10 points where the spacing S ≤ 30 m, else the fewest with S/N ≤ 3 m; across, max(3, ⌈W/1.5⌉)
 * for illuminance; points in the middle of equal cells. Units: metres. Cost: O(points).
 */

/** Points along a field of spacing S. */
export const pointsAlong = (spacingMetres: number): number =>
  spacingMetres <= 30 ? 10 : Math.ceil(spacingMetres / 3 - 1e-9);

/** Points across a path of width W. */
export const pointsAcross = (widthMetres: number): number => Math.max(3, Math.ceil(widthMetres / 1.5 - 1e-9));

/** Middles of `count` equal cells of a length that starts at `from`. */
export const cellMiddles = (lengthMetres: number, count: number, fromMetres = 0): number[] =>
  Array.from({ length: count }, (_, i) => fromMetres + ((i + 0.5) * lengthMetres) / count);
