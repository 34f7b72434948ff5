import {
  type Luminaire,
  type MountedLuminaire,
  mount,
  type Occlusion,
} from '../../../src/analysis/light/luminaire.ts';
import {
  type ClosedFormOptic,
  closedFormIntensity,
  PATH_SHORT,
  tabledOptic,
} from '../../../src/analysis/photometry/genericOptics.ts';
import type { Photometry } from '../../../src/analysis/photometry/photometry.ts';

/** An optic that shines alike in all directions or by a rule of gamma only, as a fine table. */
export function rotational(candelas: (verticalDegrees: number) => number, stepDegrees = 0.05): Photometry {
  const verticalsDegrees = Float64Array.from({ length: 180 / stepDegrees + 1 }, (_, i) => i * stepDegrees);
  return {
    ...tabledOptic(PATH_SHORT, { azimuth: 90, vertical: 45 }),
    name: 'rotational',
    azimuthsDegrees: Float64Array.of(0),
    verticalsDegrees,
    candelasPerKilolumen: verticalsDegrees.map(candelas),
  };
}

const table = tabledOptic(PATH_SHORT, { azimuth: 5, vertical: 2.5 });

/** A lamp at the origin, 5 m high, 1000 lm, pointing north, nothing lost; `changes` say otherwise. */
export function aLamp(changes: Partial<Luminaire> = {}, occlusion?: Occlusion): MountedLuminaire {
  const luminaire: Luminaire = {
    id: 'lamp',
    eastMetres: 0,
    northMetres: 0,
    heightMetres: 5,
    photometry: table,
    fluxLumens: 1000,
    maintenanceFactor: 1,
    bearingDegrees: 0,
    ...changes,
  };
  return mount(luminaire, occlusion);
}

/** The same lamp with the exact formula in place of its table. */
export const exactly = (lamp: MountedLuminaire, optic: ClosedFormOptic): MountedLuminaire => ({
  ...lamp,
  intensity: (azimuth, vertical) => closedFormIntensity(optic, azimuth, vertical),
});

export const at = (eastMetres: number, northMetres: number, heightMetres = 0) => ({
  eastMetres,
  northMetres,
  heightMetres,
});

/** Repeatable numbers in 0…1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
