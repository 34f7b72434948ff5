import type { Photometry } from './photometry.ts';

/**
 * Question: how strongly does an optic shine in a direction?
 * Method: bilinear in (C, gamma); C wraps at 360°, gamma outside the table is dark (EN 13201-3:2015 asks for linear
 * interpolation of tables this fine). Units: degrees in, cd per klm out. Cost: O(log planes + log verticals).
 */

/** Index of the last value not above `wanted` in an ascending array; -1 where all are above. */
function lastNotAbove(ascending: Float64Array, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Intensity in cd/klm in the direction (C, gamma), degrees in the luminaire's own frame. */
export function intensityAt(photometry: Photometry, azimuthDegrees: number, verticalDegrees: number): number {
  const { azimuthsDegrees: azimuths, verticalsDegrees: verticals, candelasPerKilolumen: table } = photometry;
  const last = verticals.length - 1;
  const vertical = lastNotAbove(verticals, verticalDegrees);
  if (vertical < 0 || verticalDegrees > (verticals[last] as number)) return 0;
  const nextVertical = Math.min(vertical + 1, last);
  const step = (verticals[nextVertical] as number) - (verticals[vertical] as number);
  const t = step > 0 ? (verticalDegrees - (verticals[vertical] as number)) / step : 0;
  const along = (plane: number): number => {
    const start = plane * verticals.length;
    return (table[start + vertical] as number) * (1 - t) + (table[start + nextVertical] as number) * t;
  };

  const planes = azimuths.length;
  if (planes === 1) return along(0);
  const wanted = ((azimuthDegrees % 360) + 360) % 360;
  const before = (lastNotAbove(azimuths, wanted) + planes) % planes;
  const after = (before + 1) % planes;
  const width = ((azimuths[after] as number) - (azimuths[before] as number) + 360) % 360 || 360;
  const u = ((wanted - (azimuths[before] as number) + 360) % 360) / width;
  return along(before) * (1 - u) + along(after) * u;
}
