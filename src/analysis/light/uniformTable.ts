import { intensityAt } from '../photometry/intensity.ts';
import type { Photometry } from '../photometry/photometry.ts';

/**
 * Question: how is a light distribution looked up without searching?
 * Method: the table is refined to even steps that contain every angle of the original. Bilinear interpolation on such
 * a refinement is the same function, so nothing is lost. Angles that share no step of at least 0.1° are resampled
 * every 0.25°, and `isExact` says so. Units: degrees, cd/klm. Cost: O(refined table), once per photometry.
 */
export interface UniformTable {
  /** Number of C steps in a turn; there is one plane more, the first again. */
  readonly azimuthSteps: number;
  readonly azimuthStepDegrees: number;
  readonly firstVerticalDegrees: number;
  readonly verticalStepDegrees: number;
  /** Samples a plane. */
  readonly verticals: number;
  /** `[azimuth * verticals + vertical]`, cd/klm. */
  readonly candelas: Float64Array;
  readonly isExact: boolean;
}

const STEPS = [90, 45, 30, 22.5, 15, 10, 7.5, 5, 3, 2.5, 2, 1.5, 1.25, 1, 0.5, 0.25, 0.2, 0.1];
const RESAMPLED_DEGREES = 0.25;

function evenStep(angles: Float64Array, whole: number): number | null {
  const first = angles[0] ?? 0;
  const fits = (step: number): boolean =>
    Math.abs(whole / step - Math.round(whole / step)) < 1e-6 &&
    angles.every(
      (angle) => Math.abs((angle - first) / step - Math.round((angle - first) / step)) * step < 1e-7,
    );
  return STEPS.find(fits) ?? null;
}

function build(photometry: Photometry): UniformTable {
  const { azimuthsDegrees: azimuths, verticalsDegrees } = photometry;
  const first = verticalsDegrees[0] as number;
  const last = verticalsDegrees[verticalsDegrees.length - 1] as number;
  const vertical = evenStep(verticalsDegrees, last - first);
  // Planes count from C0: a table that starts elsewhere needs C0 among its steps.
  const azimuth = azimuths.length === 1 ? 360 : evenStep(Float64Array.of(0, ...azimuths), 360);
  const azimuthStepDegrees = azimuth ?? RESAMPLED_DEGREES;
  const verticals = Math.max(2, Math.round((last - first) / (vertical ?? RESAMPLED_DEGREES)) + 1);
  const verticalStepDegrees = (last - first) / (verticals - 1);
  const azimuthSteps = Math.round(360 / azimuthStepDegrees);
  const candelas = new Float64Array((azimuthSteps + 1) * verticals);
  for (let c = 0; c <= azimuthSteps; c += 1)
    for (let g = 0; g < verticals; g += 1) {
      const angle = g === verticals - 1 ? last : first + g * verticalStepDegrees;
      candelas[c * verticals + g] = intensityAt(photometry, c * azimuthStepDegrees, angle);
    }
  const isExact = azimuth !== null && vertical !== null;
  return {
    azimuthSteps,
    azimuthStepDegrees,
    firstVerticalDegrees: first,
    verticalStepDegrees,
    verticals,
    candelas,
    isExact,
  };
}

const built = new WeakMap<Photometry, UniformTable>();

/** The even table of a photometry, made once. */
export function uniformTable(photometry: Photometry): UniformTable {
  const known = built.get(photometry);
  if (known !== undefined) return known;
  const table = build(photometry);
  built.set(photometry, table);
  return table;
}
