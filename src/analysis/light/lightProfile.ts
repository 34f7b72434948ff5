import { lineLengthMetres, placesAtChainages } from '../../geometry/line.ts';
import { horizontalLux, type LampReach, lampsWithin } from './illuminance.ts';
import { isUnknownAt } from './lightKnowledge.ts';
import type { MountedLuminaire } from './luminaire.ts';
import { type Path, poleChainages } from './pathGrid.ts';
import { PATH_REACH, type PathLighting } from './pathLight.ts';

/**
 * Question: how does the light rise and fall along a path, where is it dark, how far apart are the lamps?
 * Method: horizontal illuminance on the centre line at an even step of at most the one asked for; a stretch's ends
 * are found by straight interpolation between samples. Units: metres of chainage, lx. Cost: O(samples · lamps).
 */

export interface LightProfile {
  readonly chainagesMetres: Float64Array;
  /** Calculated light; where `unknown` is 1 a lower bound. */
  readonly horizontalLux: Float64Array;
  readonly unknown: Uint8Array;
}

export interface ProfileSteps {
  /** Default 1 m. */
  readonly stepMetres?: number;
  readonly reach?: LampReach;
}

/** Light along the centre line, from end to end. */
export function lightProfile(path: Path, lighting: PathLighting, steps: ProfileSteps = {}): LightProfile {
  const { stepMetres = 1, reach = PATH_REACH } = steps;
  const length = lineLengthMetres(path.line);
  const pieces = Math.max(1, Math.ceil(length / stepMetres - 1e-9));
  const wanted = length > 0 ? Array.from({ length: pieces + 1 }, (_, i) => (i * length) / pieces) : [];
  const places = placesAtChainages(path.line, wanted);
  const points = places.map(({ point: [eastMetres, northMetres] }) => ({
    eastMetres,
    northMetres,
    heightMetres: 0,
  }));
  return {
    chainagesMetres: Float64Array.from(wanted),
    horizontalLux: Float64Array.from(points, (point) =>
      horizontalLux(lampsWithin(lighting.lamps, point, reach), point),
    ),
    unknown: Uint8Array.from(points, (point) => (isUnknownAt(lighting.existing, point) ? 1 : 0)),
  };
}

export interface Stretch {
  readonly startMetres: number;
  readonly endMetres: number;
  readonly lengthMetres: number;
}

/** Dark: too little light, and nothing unknown about it. Unknown: too little known light, more may be there. */
export type StretchState = 'lit' | 'dark' | 'unknown';

function stateAt(profile: LightProfile, index: number, thresholdLux: number): StretchState {
  if ((profile.horizontalLux[index] as number) >= thresholdLux) return 'lit';
  return profile.unknown[index] === 1 ? 'unknown' : 'dark';
}

/** Chainage between two samples where the state changes: at the threshold if it is crossed, else half-way. */
function boundary(profile: LightProfile, index: number, thresholdLux: number): number {
  const [x0, x1] = [profile.chainagesMetres[index - 1] as number, profile.chainagesMetres[index] as number];
  const [e0, e1] = [profile.horizontalLux[index - 1] as number, profile.horizontalLux[index] as number];
  const isCrossed = e0 >= thresholdLux !== e1 >= thresholdLux;
  return x0 + (x1 - x0) * (isCrossed ? (thresholdLux - e0) / (e1 - e0) : 0.5);
}

/** The stretches of one state, in order along the path. */
export function stretches(profile: LightProfile, wanted: StretchState, thresholdLux: number): Stretch[] {
  const found: Stretch[] = [];
  const count = profile.chainagesMetres.length;
  let startMetres: number | null = null;
  const close = (endMetres: number): void => {
    if (startMetres !== null && endMetres > startMetres)
      found.push({ startMetres, endMetres, lengthMetres: endMetres - startMetres });
    startMetres = null;
  };
  for (let i = 0; i < count; i += 1) {
    const isWanted = stateAt(profile, i, thresholdLux) === wanted;
    if (isWanted === (startMetres !== null)) continue;
    const at = i === 0 ? 0 : boundary(profile, i, thresholdLux);
    if (isWanted) startMetres = at;
    else close(at);
  }
  if (count > 0) close(profile.chainagesMetres[count - 1] as number);
  return found;
}

/** Stretches surely below the threshold (for a class: its least illuminance). */
export const darkGaps = (profile: LightProfile, thresholdLux: number): Stretch[] =>
  stretches(profile, 'dark', thresholdLux);

/** Distances between neighbouring poles along the path; a pair of poles counts as one. */
export function lampSpacings(path: Path, lamps: readonly MountedLuminaire[]): Stretch[] {
  const chainages = poleChainages(path, lamps);
  return chainages.slice(1).map((endMetres, i) => {
    const startMetres = chainages[i] as number;
    return { startMetres, endMetres, lengthMetres: endMetres - startMetres };
  });
}
