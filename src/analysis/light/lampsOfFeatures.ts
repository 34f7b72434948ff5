import type { LightFeature } from '../../domain/feature.ts';
import { gridBearingDegrees } from '../../geometry/bearing.ts';
import { type Line, type NearestOnLine, nearestOnLine } from '../../geometry/line.ts';
import type { Plane, PlanePoint } from '../../geometry/plane.ts';
import type { Photometry } from '../photometry/photometry.ts';
import type { UnknownLamp } from './lightKnowledge.ts';
import type { Luminaire } from './luminaire.ts';

/**
 * Question: which of the lights on the map can be calculated, and how do they hang?
 * Method: a light with height and flux becomes a luminaire of the given optic, turned towards the nearest path; one
 * without either is kept as a lamp of unknown light. Nothing is guessed. Units: metres, lumens. Cost: O(lights · pieces).
 */

export interface LampAssumptions {
  readonly plane: Plane;
  /** The optic of lights whose product is not known. */
  readonly photometry: Photometry;
  readonly maintenanceFactor: number;
  /** Centre lines of the paths that lamps may point at. */
  readonly paths: readonly Line[];
}

export interface MapLamps {
  readonly lamps: readonly Luminaire[];
  readonly unknownLamps: readonly UnknownLamp[];
}

/** Grid bearing from a pole towards the nearest path; across the path where the pole stands on its centre line; north without paths. */
export function bearingTowardsPath(pole: PlanePoint, paths: readonly Line[]): number {
  let best: NearestOnLine | null = null;
  for (const path of paths) {
    const near = nearestOnLine(path, pole);
    if (near && (best === null || Math.abs(near.offsetMetres) < Math.abs(best.offsetMetres))) best = near;
  }
  if (best === null) return 0;
  return Math.abs(best.offsetMetres) < 0.01
    ? (best.bearingDegrees + 90) % 360
    : gridBearingDegrees(pole, best.point);
}

/** Sorts the map's lights into those that can be calculated and those that cannot. */
export function lampsOfFeatures(features: readonly LightFeature[], assumed: LampAssumptions): MapLamps {
  const lamps: Luminaire[] = [];
  const unknownLamps: UnknownLamp[] = [];
  for (const { geometry, properties } of features) {
    const [lng = 0, lat = 0] = geometry.coordinates;
    const pole = assumed.plane.toPlane([lng, lat]);
    const [eastMetres, northMetres] = pole;
    const { id, heightMetres, fluxLumens } = properties;
    if (heightMetres === undefined || fluxLumens === undefined) {
      unknownLamps.push({ id, eastMetres, northMetres });
      continue;
    }
    const { photometry, maintenanceFactor } = assumed;
    const bearingDegrees = bearingTowardsPath(pole, assumed.paths);
    lamps.push({
      ...{ id, eastMetres, northMetres, heightMetres, fluxLumens },
      ...{ photometry, maintenanceFactor, bearingDegrees },
    });
  }
  return { lamps, unknownLamps };
}
