import type { LineString, MultiPolygon, Polygon } from 'geojson';
import type { Plane } from '../../geometry/plane.ts';

/** A path of the background map: a place to walk that is not the city's stråk. */
export interface BackgroundPath {
  readonly geometry: LineString;
  readonly widthMetres?: number;
}

/** What stands around a plan: what checks measure against. */
export interface Surroundings {
  readonly plane: Plane;
  readonly paths: readonly BackgroundPath[];
  readonly buildings: readonly (Polygon | MultiPolygon)[];
}
