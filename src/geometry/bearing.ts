import type { LngLat, Plane, PlanePoint } from './plane.ts';

/** An angle in degrees brought into 0 ≤ angle < 360. */
export const turnedDegrees = (degrees: number): number => {
  const turned = degrees % 360;
  // A tiny negative angle plus 360 rounds to 360 itself.
  return turned < 0 ? (turned + 360) % 360 : turned + 0;
};

/** The smaller angle in degrees (0 … 180) between two bearings. */
export const angleBetweenDegrees = (first: number, second: number): number => {
  const turned = turnedDegrees(first - second);
  return turned > 180 ? 360 - turned : turned;
};

/** Bearing from one point to another in degrees clockwise from the plane's own north; 0 when they coincide. */
export const gridBearingDegrees = (from: PlanePoint, to: PlanePoint): number =>
  turnedDegrees((Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI);

/** One metre in the direction of a grid bearing. */
export const gridDirection = (bearingDegrees: number): PlanePoint => {
  const radians = (bearingDegrees * Math.PI) / 180;
  return [Math.sin(radians), Math.cos(radians)];
};

/**
 * How far the plane's north lies clockwise from true north at a place, in degrees: true bearing = grid bearing + this.
 * Found by stepping a little along the meridian, so it holds for any projection.
 */
export function gridConvergenceDegrees(plane: Plane, [lng, lat]: LngLat): number {
  // About a metre to either side: long enough for doubles, short against the meridian's curve.
  const step = 1e-5;
  const meridian = gridBearingDegrees(plane.toPlane([lng, lat - step]), plane.toPlane([lng, lat + step]));
  return meridian > 180 ? 360 - meridian : -meridian + 0;
}

/** The true bearing, in degrees clockwise from true north, from one place to another some kilometres away at most. */
export function trueBearingDegrees(plane: Plane, from: LngLat, to: LngLat): number {
  const grid = gridBearingDegrees(plane.toPlane(from), plane.toPlane(to));
  return turnedDegrees(grid + gridConvergenceDegrees(plane, from));
}

/** A true bearing at a place, as a bearing in the plane. */
export const gridBearingOf = (plane: Plane, at: LngLat, trueBearing: number): number =>
  turnedDegrees(trueBearing - gridConvergenceDegrees(plane, at));
