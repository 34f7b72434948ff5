/**
 * Question: what does a camera see of which only place, direction, width and range are known?
 * Method: as cameraSight.ts, without optics: a sector of a circle, cut by buildings; density stays unknown.
 * Units: metres, degrees.
 */
import { gridBearingOf } from '../../geometry/bearing.ts';
import type { LngLat, Plane } from '../../geometry/plane.ts';
import { shapeOf } from './bands.ts';
import { type Obstacles, standOf } from './obstacles.ts';
import type { SeenShape } from './outline.ts';
import { type Sweep, sweepOf } from './sweep.ts';

/** A camera as the map's features describe it. */
export interface Sector {
  lngLat: LngLat;
  /** Clockwise from true north. */
  bearingDegrees: number;
  fieldOfViewDegrees: number;
  rangeMetres: number;
  /** Left out, every building hides what is behind it. */
  heightMetres?: number;
  targetHeightMetres?: number;
}

/** What such a camera sees, or why it cannot stand there. */
export type SectorSight =
  | { kind: 'sees'; sweep: Sweep; shape: SeenShape; movedMetres: number }
  | { kind: 'inside-building'; obstacle: number };

/** What a camera sees of which only place, true bearing, width and range are known. */
export function sectorSightOf(obstacles: Obstacles, plane: Plane, sector: Sector): SectorSight {
  const { lngLat, bearingDegrees, fieldOfViewDegrees, rangeMetres, heightMetres, targetHeightMetres } =
    sector;
  const stand = standOf(obstacles, plane.toPlane(lngLat), heightMetres ?? 0);
  if (stand.kind === 'inside-building') return stand;
  const sweep = sweepOf(obstacles, {
    at: stand.at,
    bearingDegrees: gridBearingOf(plane, lngLat, bearingDegrees),
    fieldOfViewDegrees,
    rangeMetres,
    ...(heightMetres === undefined ? {} : { heightMetres }),
    ...(targetHeightMetres === undefined ? {} : { targetHeightMetres }),
  });
  return { kind: 'sees', sweep, shape: shapeOf(sweep), movedMetres: stand.movedMetres };
}
