/** A camera as coverage asks it: does it see a point, how well, and is the point masked? */
import { gridBearingDegrees } from '../../geometry/bearing.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import { boxAround, type PlaneBox, type PlanePolygon, placeInPolygon } from '../../geometry/ring.ts';
import type { CameraSight } from './cameraSight.ts';
import { densityAt, FACE_HEIGHT_METRES, type Mount } from './footprint.ts';
import { isSeen, type Sweep } from './sweep.ts';

/** One camera's view, ready to be asked about points. */
export interface Watcher {
  id: string;
  sweep: Sweep;
  /** Left out for a camera of which only direction, width and range are known: then its density is unknown. */
  mount?: Mount;
  /** What the camera blacks out: never seen. */
  masks: readonly PlanePolygon[];
  box: PlaneBox;
}

const boxOf = ({ frame: { at, rangeMetres } }: Sweep): PlaneBox =>
  boxAround([
    [at[0] - rangeMetres, at[1] - rangeMetres],
    [at[0] + rangeMetres, at[1] + rangeMetres],
  ]) ?? [0, 0, 0, 0];

/** A watcher from a sweep alone. */
export const watcherOfSweep = (id: string, sweep: Sweep, masks: readonly PlanePolygon[] = []): Watcher => ({
  id,
  sweep,
  masks,
  box: boxOf(sweep),
});

/** A watcher from what a camera sees. For faces, let the sight be drawn on the level of faces. */
export const watcherOf = (
  id: string,
  { sweep, mount }: CameraSight,
  masks: readonly PlanePolygon[] = [],
): Watcher => ({
  ...watcherOfSweep(id, sweep, masks),
  mount,
});

/** What one watcher makes of a point. */
export interface Observation {
  /** Pixels per metre at face height; undefined where the camera's optics are not known. */
  pixelsPerMetre: number | undefined;
  /** Direction from the point to the camera. */
  towardsBearingDegrees: number;
}

/** Whether a watcher sees a point, masks taken away. */
export function isWatched({ sweep, masks, box }: Watcher, point: PlanePoint): boolean {
  if (point[0] < box[0] || point[0] > box[2] || point[1] < box[1] || point[1] > box[3]) return false;
  return isSeen(sweep, point) && masks.every((mask) => placeInPolygon(mask, point) === 'outside');
}

/** What a watcher makes of a point; undefined when it does not see it. */
export function observe(watcher: Watcher, point: PlanePoint): Observation | undefined {
  if (!isWatched(watcher, point)) return undefined;
  return {
    pixelsPerMetre: watcher.mount && densityAt(watcher.mount, point, FACE_HEIGHT_METRES),
    towardsBearingDegrees: gridBearingDegrees(point, watcher.sweep.frame.at),
  };
}
