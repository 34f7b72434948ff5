import { intensityAt } from '../photometry/intensity.ts';
import type { Photometry, TiltFactors } from '../photometry/photometry.ts';

/**
 * Question: where is a luminaire's optical centre, which way does its own frame point, how strong is it?
 * Method: EN 13201-3's turns: bearing about the vertical, tilt about C0, rotation about the luminaire's own axis.
 * Units: plane metres, degrees. East, north and up make a right-handed frame; C runs counter-clockwise from above.
 */

/** One luminaire on its pole. `maintenanceFactor` has no default: leaving it out overstates light by a quarter. */
export interface Luminaire {
  readonly id: string;
  /** Foot of the pole. */
  readonly eastMetres: number;
  readonly northMetres: number;
  /** Optical centre above the path. */
  readonly heightMetres: number;
  readonly photometry: Photometry;
  /** Flux on the photometry's basis (bare lamp or whole luminaire), new. */
  readonly fluxLumens: number;
  readonly maintenanceFactor: number;
  /** Grid bearing of C90: the way the luminaire and its arm point, towards the path. */
  readonly bearingDegrees: number;
  /** Lifts the C90 side; default 0. */
  readonly tiltDegrees?: number;
  /** Turns the optic counter-clockwise in its own socket; default 0. */
  readonly rotationDegrees?: number;
  /** From the pole to the optical centre, along the bearing; default 0. */
  readonly armMetres?: number;
}

export type Vector = readonly [east: number, north: number, up: number];

/** Whether a lamp is hidden from a point of the plane at a height. */
export type Shadow = (eastMetres: number, northMetres: number, heightMetres: number) => boolean;

export interface LightSource {
  readonly eastMetres: number;
  readonly northMetres: number;
  readonly heightMetres: number;
  readonly bearingDegrees: number;
}

/** The hook for everything that stands in the way: asked once a lamp, answers for any number of points. */
export type Occlusion = (source: LightSource, reachMetres: number) => Shadow;

/** A luminaire made ready for calculation. */
export interface MountedLuminaire extends LightSource {
  readonly photometry: Photometry;
  /** cd per cd/klm: kilolumens × maintenance × tilt factor. */
  readonly scale: number;
  readonly tiltDegrees: number;
  /** Unit vectors of the luminaire's frame in the plane's frame. */
  readonly c0: Vector;
  readonly c90: Vector;
  readonly nadir: Vector;
  /** cd/klm towards (C, gamma) in degrees. */
  readonly intensity: (azimuthDegrees: number, verticalDegrees: number) => number;
  readonly shadow: Shadow | null;
}

const RADIANS = Math.PI / 180;

/** Linear in the table, constant beyond its ends; 1 without a table. */
export function tiltFactorAt(tilt: TiltFactors | null, angleDegrees: number): number {
  if (tilt === null || tilt.anglesDegrees.length === 0) return 1;
  const { anglesDegrees: angles, factors } = tilt;
  const after = angles.findIndex((angle) => angle >= angleDegrees);
  if (after < 0) return factors[factors.length - 1] as number;
  if (after === 0) return factors[0] as number;
  const [low, high] = [angles[after - 1] as number, angles[after] as number];
  const t = (angleDegrees - low) / (high - low);
  return (factors[after - 1] as number) * (1 - t) + (factors[after] as number) * t;
}

/** How far shadows of a lamp are asked for: beyond this no path light matters (1 000 cd gives 0.016 lx at 250 m). */
export const SHADOW_REACH_METRES = 250;

/** The luminaire with its frame turned, its strength settled and its shadows prepared. */
export function mount(luminaire: Luminaire, occlusion?: Occlusion): MountedLuminaire {
  const { photometry, bearingDegrees, tiltDegrees = 0, rotationDegrees = 0, armMetres = 0 } = luminaire;
  const [sinB, cosB] = [Math.sin(bearingDegrees * RADIANS), Math.cos(bearingDegrees * RADIANS)];
  const [sinT, cosT] = [Math.sin(tiltDegrees * RADIANS), Math.cos(tiltDegrees * RADIANS)];
  const [sinR, cosR] = [Math.sin(rotationDegrees * RADIANS), Math.cos(rotationDegrees * RADIANS)];
  const c0: Vector = [cosB, -sinB, 0];
  const c90: Vector = [sinB * cosT, cosB * cosT, sinT];
  const turned = (u: number, v: number): Vector => [
    u * c0[0] + v * c90[0],
    u * c0[1] + v * c90[1],
    u * c0[2] + v * c90[2],
  ];
  const source: LightSource = {
    eastMetres: luminaire.eastMetres + armMetres * sinB,
    northMetres: luminaire.northMetres + armMetres * cosB,
    heightMetres: luminaire.heightMetres,
    bearingDegrees,
  };
  return {
    ...source,
    photometry,
    scale:
      (luminaire.fluxLumens / 1000) *
      luminaire.maintenanceFactor *
      tiltFactorAt(photometry.tiltFactors, tiltDegrees),
    tiltDegrees,
    c0: turned(cosR, sinR),
    c90: turned(-sinR, cosR),
    nadir: [sinB * sinT, cosB * sinT, -cosT],
    intensity: (azimuth, vertical) => intensityAt(photometry, azimuth, vertical),
    shadow: occlusion ? occlusion(source, SHADOW_REACH_METRES) : null,
  };
}

/**
 * Maintenance factor of CIE 154: lamp lumen maintenance × lamp survival × luminaire maintenance, each in 0…1.
 * 0.80 is a common assumption where a design does not state one; always print which was used.
 */
export const maintenanceFactorOf = (factors: {
  lampLumens: number;
  lampSurvival: number;
  luminaire: number;
}): number => factors.lampLumens * factors.lampSurvival * factors.luminaire;

export const COMMON_MAINTENANCE_FACTOR = 0.8;
