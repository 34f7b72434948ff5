/**
 * Rays from a viewer, named by a number that grows with the angle but needs no trigonometry: the way round the square
 * |x| + |y| = 1, from 0 at the positive x axis, counter-clockwise, through 1, 2 and 3, to 4.
 * All coordinates are metres from the viewer, turned so that the first ray of the view is the x axis.
 */

/** A full turn of rays. */
export const FULL_TURN = 4;

/** The ray through a point; 0 for the viewer's own place. */
export function rayThrough(x: number, y: number): number {
  const sum = Math.abs(x) + Math.abs(y);
  if (sum === 0) return 0;
  if (y >= 0) return x >= 0 ? y / sum : 1 - x / sum;
  return x < 0 ? 2 - y / sum : 3 + x / sum;
}

/** East part of the step along a ray for which |x| + |y| = 1. */
export const rayX = (ray: number): number => (ray < 2 ? 1 - ray : ray - 3);

/** North part of the step along a ray for which |x| + |y| = 1. */
export const rayY = (ray: number): number => (ray < 1 ? ray : ray < 3 ? 2 - ray : ray - 4);

/** The angle of a ray in radians, 0 … 2π, with the last ray of a full turn at 2π. */
export function rayRadians(ray: number): number {
  const radians = Math.atan2(rayY(ray), rayX(ray));
  if (ray >= FULL_TURN) return 2 * Math.PI;
  return radians < 0 ? radians + 2 * Math.PI : radians;
}
