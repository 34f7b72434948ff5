import type { Photometry } from '../photometry/photometry.ts';
import type { MountedLuminaire } from './luminaire.ts';

/**
 * Question: how far from a lamp may a raster stop without losing more light than a stated amount?
 * Method: with m(γ) the strongest intensity of any plane, a lamp h above the ground gives at plan distance r at most
 *   B(r) = scale · sup { m(g)·cos³g : tan g ≥ r/h } / h²
 * which never rises with r. A tilt of θ turns no ray by more than θ, so m is taken over ±θ. The reach is the least r
 * with B(r) ≤ tolerance: every lamp left out of a cell would have added at most the tolerance there, and all of them
 * together at most the sum of their B (see `omittedLuxBound`). Holds for ground at the height of the grid.
 * Units: lx, metres. Cost: O(gamma angles) a lamp; the envelope once per photometry and tilt.
 */

const RADIANS = Math.PI / 180;

interface Envelope {
  /** Lower end of each panel between gamma knots, degrees, within 0…90. */
  readonly startDegrees: Float64Array;
  /** Strongest intensity within the panel (and ±tilt of it), cd/klm. */
  readonly peak: Float64Array;
  /** sup of peak·cos³ from this panel's start outwards. */
  readonly outwards: Float64Array;
}

function planePeaks(photometry: Photometry): Float64Array {
  const count = photometry.verticalsDegrees.length;
  const peaks = new Float64Array(count);
  photometry.candelasPerKilolumen.forEach((value, i) => {
    peaks[i % count] = Math.max(peaks[i % count] as number, value);
  });
  return peaks;
}

function strongest(photometry: Photometry, peaks: Float64Array, from: number, to: number): number {
  const angles = photometry.verticalsDegrees;
  let most = 0;
  for (let k = 0; k < angles.length; k += 1) {
    // A linear panel is at most its higher end, so knots one step outside count too.
    const left = angles[Math.max(0, k - 1)] as number;
    const right = angles[Math.min(angles.length - 1, k + 1)] as number;
    if (right >= from && left <= to) most = Math.max(most, peaks[k] as number);
  }
  return most;
}

function buildEnvelope(photometry: Photometry, tiltDegrees: number): Envelope {
  const knots = photometry.verticalsDegrees.filter((angle) => angle > 0 && angle < 90);
  const startDegrees = Float64Array.of(0, ...knots);
  const endDegrees = Float64Array.of(...knots, 90);
  const peaks = planePeaks(photometry);
  const tilt = Math.abs(tiltDegrees);
  const peak = startDegrees.map((start, k) =>
    tilt === 0
      ? strongestBetween(photometry, peaks, [start, endDegrees[k] as number])
      : strongest(photometry, peaks, start - tilt, (endDegrees[k] as number) + tilt),
  );
  const outwards = new Float64Array(peak.length);
  for (let k = peak.length - 1; k >= 0; k -= 1) {
    const here = (peak[k] as number) * Math.cos((startDegrees[k] as number) * RADIANS) ** 3;
    outwards[k] = Math.max(here, outwards[k + 1] ?? 0);
  }
  return { startDegrees, peak, outwards };
}

/** Without a tilt the panels are the table's own: the higher of two knots is exact. */
function strongestBetween(
  photometry: Photometry,
  peaks: Float64Array,
  [start, end]: readonly [number, number],
): number {
  let most = 0;
  photometry.verticalsDegrees.forEach((angle, k) => {
    if (angle >= start && angle <= end) most = Math.max(most, peaks[k] as number);
  });
  return most > 0 ? most : strongest(photometry, peaks, start, end);
}

const envelopes = new WeakMap<Photometry, Map<number, Envelope>>();

function envelopeOf(photometry: Photometry, tiltDegrees: number): Envelope {
  const byTilt = envelopes.get(photometry) ?? new Map<number, Envelope>();
  envelopes.set(photometry, byTilt);
  const known = byTilt.get(tiltDegrees);
  if (known !== undefined) return known;
  const envelope = buildEnvelope(photometry, tiltDegrees);
  byTilt.set(tiltDegrees, envelope);
  return envelope;
}

/** B(r): the most this lamp can add at any ground point at least `distanceMetres` away in plan, lx. */
export function mostLuxBeyond(lamp: MountedLuminaire, distanceMetres: number): number {
  const { startDegrees, peak, outwards } = envelopeOf(lamp.photometry, lamp.tiltDegrees);
  const angle = Math.atan2(distanceMetres, lamp.heightMetres) / RADIANS;
  let k = startDegrees.length - 1;
  while (k > 0 && (startDegrees[k] as number) > angle) k -= 1;
  const here = (peak[k] as number) * Math.cos(angle * RADIANS) ** 3;
  return (lamp.scale * Math.max(here, outwards[k + 1] ?? 0)) / lamp.heightMetres ** 2;
}

/** The least plan distance beyond which this lamp adds at most the tolerance, metres. */
export function reachMetres(lamp: MountedLuminaire, toleranceLux: number): number {
  if (!(toleranceLux > 0)) throw new RangeError(`tolerance must be above 0 lx, was ${toleranceLux}`);
  const { startDegrees, peak, outwards } = envelopeOf(lamp.photometry, lamp.tiltDegrees);
  if (!(lamp.scale > 0)) return 0;
  const allowed = (toleranceLux * lamp.heightMetres ** 2) / lamp.scale;
  let k = startDegrees.length - 1;
  while (k >= 0 && (outwards[k] as number) <= allowed) k -= 1;
  if (k < 0) return 0;
  // Inside this panel the bound falls with cos³; it ends at the panel's end at the latest.
  const cosine = Math.cbrt(allowed / (peak[k] as number));
  const inPanel = Math.acos(Math.min(1, cosine));
  const end = (startDegrees[k + 1] ?? 90) * RADIANS;
  return lamp.heightMetres * Math.tan(Math.min(inPanel, end));
}
