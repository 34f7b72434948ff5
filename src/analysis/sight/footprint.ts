/**
 * Question: which part of the ground (or of the level of a face) does a tilted camera take in, and with what density?
 * Method: the rays through the picture's corners cut with the level plane. The sides of the footprint are straight but do not
 *   meet at the camera's foot: half the width grows with k·tan(HFOV/2), k being the depth, not with the ground distance.
 * Source: pinhole geometry; a ray at vertical angle v meets the level at k = (H − z)/(sin θ − v·cos θ).
 * Units: metres, degrees; x along the camera's bearing from its foot.
 */
import { gridDirection } from '../../geometry/bearing.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import { type Optics, radiansOf, rangeAtDensityMetres } from './optics.ts';

/** A camera as it hangs. */
export interface Mount {
  at: PlanePoint;
  /** Clockwise from the plane's north. */
  bearingDegrees: number;
  heightMetres: number;
  /** Below the horizon. */
  tiltDegrees: number;
  optics: Optics;
}

/** Height of a standing person's face. */
export const FACE_HEIGHT_METRES = 1.6;

/** A camera's picture on a level plane. */
export interface Footprint {
  nearMetres: number;
  nearHalfWidthMetres: number;
  /** Undefined when the upper edge of the picture reaches the horizon. */
  farMetres: number | undefined;
  farHalfWidthMetres: number | undefined;
  areaSquareMetres: number | undefined;
  /** How much half the width grows for each metre along the bearing. */
  widening: number;
}

/** The footprint on the plane at a height (default the ground); undefined when the camera hangs no higher than that. */
export function footprintOf(mount: Mount, levelMetres = 0): Footprint | undefined {
  const drop = mount.heightMetres - levelMetres;
  if (drop <= 0) return undefined;
  const { horizontalDegrees, verticalDegrees } = mount.optics;
  const tilt = radiansOf(mount.tiltDegrees);
  const sideways = Math.tan(radiansOf(Math.min(horizontalDegrees, 179)) / 2);
  const upwards = Math.tan(radiansOf(Math.min(verticalDegrees, 179)) / 2);
  const edge = (v: number): { x: number; halfWidth: number } | undefined => {
    const falls = Math.sin(tilt) - v * Math.cos(tilt);
    if (falls <= 1e-12) return undefined;
    const k = drop / falls;
    return { x: k * (Math.cos(tilt) + v * Math.sin(tilt)), halfWidth: k * sideways };
  };
  const near = edge(-upwards);
  // The whole picture is above the horizon.
  if (near === undefined) return undefined;
  const far = edge(upwards);
  return {
    nearMetres: near.x,
    nearHalfWidthMetres: near.halfWidth,
    farMetres: far?.x,
    farHalfWidthMetres: far?.halfWidth,
    areaSquareMetres: far && (near.halfWidth + far.halfWidth) * (far.x - near.x),
    widening: sideways * Math.cos(tilt),
  };
}

/** How far from its foot a camera does not see the ground; infinite when it does not see the ground at all. */
export const blindZoneMetres = (mount: Mount, levelMetres = 0): number =>
  Math.max(0, footprintOf(mount, levelMetres)?.nearMetres ?? Infinity);

/** A point of the plane in metres along the bearing and to its right, from the camera's foot. */
export function alongAndAcross({ at, bearingDegrees }: Mount, [east, north]: PlanePoint): PlanePoint {
  const [ux, uy] = gridDirection(bearingDegrees);
  const [dx, dy] = [east - at[0], north - at[1]];
  return [dx * ux + dy * uy, dx * uy - dy * ux];
}

/** The other way round. */
export function fromAlongAndAcross({ at, bearingDegrees }: Mount, along: number, across: number): PlanePoint {
  const [ux, uy] = gridDirection(bearingDegrees);
  return [at[0] + along * ux + across * uy, at[1] + along * uy - across * ux];
}

/** Pixels per metre across the line of sight on a target at a point and height; 0 behind the camera. */
export function densityAt(mount: Mount, point: PlanePoint, levelMetres = FACE_HEIGHT_METRES): number {
  const [along, across] = alongAndAcross(mount, point);
  const drop = mount.heightMetres - levelMetres;
  const tilt = radiansOf(mount.tiltDegrees);
  const distance =
    mount.optics.projection === 'pinhole'
      ? along * Math.cos(tilt) + drop * Math.sin(tilt)
      : Math.hypot(along, across, drop);
  return distance > 0 ? mount.optics.focalPixels / distance : 0;
}

/**
 * How far along the ground from the camera's foot a density is kept, on the middle of the picture. For a pinhole the
 * whole line across at that distance has the same density; else it is a circle.
 */
export function groundRangeMetres(mount: Mount, pixelsPerMetre: number, levelMetres = 0): number {
  const distance = rangeAtDensityMetres(mount.optics, pixelsPerMetre);
  const drop = mount.heightMetres - levelMetres;
  const tilt = radiansOf(mount.tiltDegrees);
  if (mount.optics.projection === 'equidistant') return Math.sqrt(Math.max(0, distance ** 2 - drop ** 2));
  return Math.max(0, (distance - drop * Math.sin(tilt)) / Math.cos(tilt));
}
