import type { Polygon } from 'geojson';
import { create } from 'zustand';
import type { LngLat, Plane } from '../geometry/plane.ts';
import { isSimpleRing } from '../geometry/ring.ts';

/** What an area is drawn for. */
export type DrawnFor = 'measure' | 'comparison';

/** The area that is being drawn, corner by corner; nothing of it is kept before it is done. */
interface AreaDrawing {
  /** What it is drawn for; null while nothing is drawn. */
  readonly role: DrawnFor | null;
  readonly corners: readonly LngLat[];
}

const NOTHING: AreaDrawing = { role: null, corners: [] };

export const useAreaDrawing = create<AreaDrawing>(() => NOTHING);

/** From now on every press on the map is a corner. */
export const startArea = (role: DrawnFor): void => useAreaDrawing.setState({ role, corners: [] });

export const addCorner = (at: LngLat): void =>
  useAreaDrawing.setState(({ corners }) => ({ corners: [...corners, at] }));

export const takeCornerBack = (): void =>
  useAreaDrawing.setState(({ corners }) => ({ corners: corners.slice(0, -1) }));

export const stopArea = (): void => useAreaDrawing.setState(NOTHING);

/** Corners are written to about a decimetre: six decimals of a degree. */
const written = (degrees: number): number => Number(degrees.toFixed(6));

/** The area that corners make: not yet one with fewer than three, and none whose sides cross. */
export function drawnArea(corners: readonly LngLat[], plane: Plane): Polygon | 'too-few' | 'crossed' {
  if (corners.length < 3) return 'too-few';
  if (!isSimpleRing(corners.map((corner) => plane.toPlane(corner)))) return 'crossed';
  const ring = corners.map(([lng, lat]) => [written(lng), written(lat)]);
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}
