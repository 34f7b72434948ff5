/**
 * Question: what may the public be shown of a camera, by its disclosure decision?
 * Method: `exact` is shown as it is. `area` becomes the square of a fixed grid that the camera stands in: all cameras of a square
 *   give the same answer, so it tells which square and nothing else, not even by its middle, and neither direction nor
 *   range enters. `secret` gives nothing at all. Never randomised: averaging repeated noise would reveal the point.
 * Source: generalisation to a fixed grid, as in official statistics.
 * Units: metres.
 */
import type { Disclosure } from '../../domain/feature.ts';
import type { Line } from '../../geometry/line.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import { type Stretch, stepsOf, stretchesWhere } from './pathCoverage.ts';
import { isWatched, type Watcher } from './watcher.ts';

/** Side of the squares that cameras are generalised to (a setting). */
export const PUBLIC_CELL_METRES = 250;

/** What the public may be shown. */
export type PublicGeometry =
  | { kind: 'exact'; at: PlanePoint; outlines: readonly (readonly PlanePoint[])[] }
  | { kind: 'area'; outline: readonly PlanePoint[] }
  | { kind: 'nothing' };

/** A camera on its way to the public. */
export interface DisclosedCamera {
  disclosure: Disclosure;
  watcher: Watcher;
  outlines: readonly (readonly PlanePoint[])[];
}

/** The square of the fixed grid that holds a point. */
export function publicCellOf([east, north]: PlanePoint, cellMetres = PUBLIC_CELL_METRES): PlanePoint[] {
  const [west, south] = [
    Math.floor(east / cellMetres) * cellMetres,
    Math.floor(north / cellMetres) * cellMetres,
  ];
  return [
    [west, south],
    [west + cellMetres, south],
    [west + cellMetres, south + cellMetres],
    [west, south + cellMetres],
  ];
}

/** What the public may be shown of a camera. */
export function publicGeometryOf(camera: DisclosedCamera, cellMetres = PUBLIC_CELL_METRES): PublicGeometry {
  const { at } = camera.watcher.sweep.frame;
  switch (camera.disclosure) {
    case 'exact':
      return { kind: 'exact', at, outlines: camera.outlines };
    case 'area':
      return { kind: 'area', outline: publicCellOf(at, cellMetres) };
    case 'secret':
      return { kind: 'nothing' };
  }
}

/** A path as the public may be told about it. */
export interface PublicPathCoverage {
  lengthMetres: number;
  /** Seen by cameras that may be shown exactly. */
  seenShare: number;
  seen: Stretch[];
  /** Not seen by those, but within the square of a camera that may be shown as an area. */
  nearCameraShare: number;
  nearCamera: Stretch[];
}

const isInCell = ([east, north]: PlanePoint, at: PlanePoint, cellMetres: number): boolean =>
  Math.floor(east / cellMetres) === Math.floor(at[0] / cellMetres) &&
  Math.floor(north / cellMetres) === Math.floor(at[1] / cellMetres);

/** What the public may be told about a path: nothing in it depends on where in its square a camera stands. */
export function publicPathCoverageOf(
  line: Line,
  cameras: readonly DisclosedCamera[],
  cellMetres = PUBLIC_CELL_METRES,
): PublicPathCoverage {
  const { lengthMetres, stepMetres, places } = stepsOf(line);
  const exact = cameras.filter(({ disclosure }) => disclosure === 'exact');
  const general = cameras.filter(({ disclosure }) => disclosure === 'area');
  const seen = places.map(({ point }) => exact.some(({ watcher }) => isWatched(watcher, point)));
  const near = places.map(
    ({ point }, i) =>
      seen[i] !== true && general.some(({ watcher }) => isInCell(point, watcher.sweep.frame.at, cellMetres)),
  );
  const shareOf = (flags: readonly boolean[]) => flags.filter(Boolean).length / Math.max(1, flags.length);
  return {
    lengthMetres,
    seenShare: shareOf(seen),
    seen: stretchesWhere(places.length, stepMetres, (step) => seen[step] === true),
    nearCameraShare: shareOf(near),
    nearCamera: stretchesWhere(places.length, stepMetres, (step) => near[step] === true),
  };
}
