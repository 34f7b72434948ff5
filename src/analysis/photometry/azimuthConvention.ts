import type { AzimuthConvention } from './photometry.ts';
import { MIRROR_C0_C180, MIRROR_C90_C270, type Mirror, type StoredPlanes } from './unfold.ts';

/**
 * Question: does H = 0 of an IES file point along the path or across it?
 * Method: LM-63 does not say. A road optic is mirror-symmetric about the plane across the road, so half-stored files
 * tell by their symmetry; of the rest, the side the light leans to is the path's side; failing that, an optic
 * throws furthest along the path. Units: degrees. Cost: O(table).
 */

/** The mirrors that a list of stored H angles implies (LM-63: 0–90, 0–180, 90–270 or the full turn). */
export function mirrorsOf(azimuths: readonly number[]): readonly Mirror[] | null {
  const first = azimuths[0] ?? 0;
  const last = azimuths[azimuths.length - 1] ?? 0;
  if (azimuths.length === 1) return first === 0 ? [] : null;
  if (first === 0 && last === 90) return [MIRROR_C0_C180, MIRROR_C90_C270];
  if (first === 0 && last === 180) return [MIRROR_C0_C180];
  if (first === 90 && last === 270) return [MIRROR_C90_C270];
  if (first === 0 && last > 180 && last <= 360) return [];
  return null;
}

const RADIANS = Math.PI / 180;

/** Mean direction the light leans to, as a vector over the mean strength; and the azimuth of the maximum. */
function lean({ azimuths, planes }: StoredPlanes) {
  let [x, y, total, strongest, peak] = [0, 0, 0, 0, 0];
  azimuths.forEach((azimuth, i) => {
    for (const value of planes[i] ?? []) {
      x += value * Math.cos(azimuth * RADIANS);
      y += value * Math.sin(azimuth * RADIANS);
      total += value;
      if (value > peak) [peak, strongest] = [value, azimuth];
    }
  });
  return { x: x / (total || 1), y: y / (total || 1), strongest };
}

/** The likelier convention of the stored planes; the user may overrule it. */
export function detectConvention(stored: StoredPlanes): AzimuthConvention {
  const first = stored.azimuths[0] ?? 0;
  const last = stored.azimuths[stored.azimuths.length - 1] ?? 0;
  if (stored.azimuths.length === 1) return 'along';
  if (first === 0 && last === 180) return 'across';
  if (first === 90 && last === 270) return 'along';
  const { x, y, strongest } = lean(stored);
  const leans = last > 180 && Math.hypot(x, y) > 0.01;
  const nearFirstAxis = Math.abs(Math.cos(strongest * RADIANS)) > Math.SQRT1_2;
  if (leans) return Math.abs(x) >= Math.abs(y) ? 'across' : 'along';
  return nearFirstAxis ? 'along' : 'across';
}

/** The C azimuth of an H azimuth. Across is a quarter turn, never a mirroring, so an asymmetric optic keeps its hand. */
export const azimuthOf = (h: number, convention: AzimuthConvention): number =>
  convention === 'across' ? h + 90 : h;
