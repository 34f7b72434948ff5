import type { Photometry, PhotometryWarning } from './photometry.ts';

/**
 * Question: how much light leaves the luminaire, and does the file agree with itself?
 * Method: ∫∫ I(C,γ) sin γ dγ dC of the bilinear table, integrated exactly panel by panel.
 * Units: cd/klm in, lumens per kilolumen out. Cost: O(table).
 */

const RADIANS = Math.PI / 180;

/** Part of the ring each plane stands for: half the way to either neighbour, degrees. */
function planeWidths(azimuths: Float64Array): Float64Array {
  const n = azimuths.length;
  if (n === 1) return Float64Array.of(360);
  return azimuths.map((azimuth, i) => {
    const before = azimuths[(i + n - 1) % n] as number;
    const after = azimuths[(i + 1) % n] as number;
    return (((azimuth - before + 360) % 360) + ((after - azimuth + 360) % 360)) / 2;
  });
}

/** ∫ sin γ·(linear from i0 at g0 to i1 at g1) dγ, exact; angles in radians. */
function panel(g0: number, g1: number, [i0, i1]: readonly [number, number]): number {
  const slope = (i1 - i0) / (g1 - g0);
  return i0 * Math.cos(g0) - i1 * Math.cos(g1) + slope * (Math.sin(g1) - Math.sin(g0));
}

/** Flux of the tabled distribution in lumens per kilolumen of its basis. 1000 means nothing is lost. */
export function zonalFlux(photometry: Photometry): number {
  const { azimuthsDegrees, verticalsDegrees: verticals, candelasPerKilolumen: table } = photometry;
  const widths = planeWidths(azimuthsDegrees);
  let flux = 0;
  for (let plane = 0; plane < azimuthsDegrees.length; plane += 1) {
    const start = plane * verticals.length;
    let integral = 0;
    for (let k = 0; k + 1 < verticals.length; k += 1)
      integral += panel((verticals[k] as number) * RADIANS, (verticals[k + 1] as number) * RADIANS, [
        table[start + k] as number,
        table[start + k + 1] as number,
      ]);
    flux += integral * (widths[plane] as number) * RADIANS;
  }
  return flux;
}

/** Import tolerance: coarse tables integrate a percent or so low; more means a wrong field or unit. */
export const FLUX_TOLERANCE_PERCENT = 2;

/** Warns where the table's flux and the file's stated output ratio are more than 2 percentage points apart. */
export function fluxWarning(photometry: Photometry): PhotometryWarning[] {
  if (photometry.outputRatioPercent === null) return [];
  const foundPercent = zonalFlux(photometry) / 10;
  const statedPercent = photometry.outputRatioPercent;
  return Math.abs(foundPercent - statedPercent) > FLUX_TOLERANCE_PERCENT
    ? [{ code: 'flux-disagrees', foundPercent, statedPercent }]
    : [];
}

/** EN 13201-3 asks for steps of at most 5° in C and 2.5° in gamma; coarser tables are used but said to be coarse. */
export function coarseWarning(photometry: Photometry): PhotometryWarning[] {
  const { azimuthsDegrees: azimuths, verticalsDegrees: verticals } = photometry;
  let verticalDegrees = 0;
  for (let k = 1; k < verticals.length; k += 1)
    verticalDegrees = Math.max(verticalDegrees, (verticals[k] as number) - (verticals[k - 1] as number));
  const azimuthDegrees = azimuths.length === 1 ? 0 : Math.max(...planeWidths(azimuths));
  return azimuthDegrees > 5.001 || verticalDegrees > 2.501
    ? [{ code: 'coarse-angles', azimuthDegrees, verticalDegrees }]
    : [];
}
