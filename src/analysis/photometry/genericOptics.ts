import type { Photometry } from './photometry.ts';

/**
 * Question: how does a typical path lantern shine when no product is chosen?
 * Method: I(C,γ) = N·cosγ·(1 + a·sinγ·sinC)·(1 + B·cos^{2m}C·sin^pγ) cd/klm for γ ≤ 90°, else 0, with
 * N = 1000 / (π(1 + 2·k_m·B/(p+2))), k_m = (2m−1)!!/(2m)!!; the flux over the sphere is exactly 1000 lm.
 * Made for this project, CC0; "generisk optik, ej produkt". C0 along the path, C90 towards it.
 */
export interface ClosedFormOptic {
  readonly id: string;
  readonly p: number;
  readonly b: number;
  readonly m: number;
  readonly a: number;
}

export const PATH_SHORT: ClosedFormOptic = { id: 'ts-path-s', p: 4, b: 16, m: 3, a: 0.3 };
export const PATH_MEDIUM: ClosedFormOptic = { id: 'ts-path-m', p: 6, b: 36, m: 4, a: 0.3 };
export const POST_TOP: ClosedFormOptic = { id: 'ts-post-v', p: 4, b: 6, m: 0, a: 0 };
export const GENERIC_OPTICS = [PATH_SHORT, PATH_MEDIUM, POST_TOP] as const;

const RADIANS = Math.PI / 180;

/** The factor N that makes the optic give 1000 lm, cd/klm. */
export function normalisation({ p, b, m }: ClosedFormOptic): number {
  let k = 1;
  for (let i = 1; i <= m; i += 1) k *= (2 * i - 1) / (2 * i);
  return 1000 / (Math.PI * (1 + (2 * k * b) / (p + 2)));
}

/** Intensity of a closed-form optic in cd/klm; angles in degrees. */
export function closedFormIntensity(optic: ClosedFormOptic, azimuth: number, vertical: number): number {
  if (vertical > 90 || vertical < 0) return 0;
  const [c, g] = [azimuth * RADIANS, vertical * RADIANS];
  const side = 1 + optic.a * Math.sin(g) * Math.sin(c);
  const throwOut = 1 + optic.b * Math.cos(c) ** (2 * optic.m) * Math.sin(g) ** optic.p;
  return normalisation(optic) * Math.cos(g) * side * throwOut;
}

/** A closed-form optic as a table of the given steps (degrees; both divide 90). */
export function tabledOptic(
  optic: ClosedFormOptic,
  steps: { azimuth: number; vertical: number },
): Photometry {
  const turns = optic.m === 0 && optic.a === 0 ? 1 : 360 / steps.azimuth;
  const azimuthsDegrees = Float64Array.from({ length: turns }, (_, i) => i * steps.azimuth);
  const verticalsDegrees = Float64Array.from(
    { length: 90 / steps.vertical + 1 },
    (_, i) => i * steps.vertical,
  );
  const candelasPerKilolumen = new Float64Array(turns * verticalsDegrees.length);
  azimuthsDegrees.forEach((azimuth, i) => {
    verticalsDegrees.forEach((vertical, k) => {
      candelasPerKilolumen[i * verticalsDegrees.length + k] = closedFormIntensity(optic, azimuth, vertical);
    });
  });
  return {
    name: optic.id,
    manufacturer: '',
    format: 'closed-form',
    azimuthsDegrees,
    verticalsDegrees,
    candelasPerKilolumen,
    basis: 'lamp',
    fluxLumens: 1000,
    outputRatioPercent: 100,
    lampSets: [],
    measurementTiltDegrees: 0,
    tiltFactors: null,
  };
}
