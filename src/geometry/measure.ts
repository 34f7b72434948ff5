/** Lengths and areas of what is drawn in degrees, measured in a metric plane and nowhere else. */
import { lineLengthMetres } from './line.ts';
import type { LngLat, Plane } from './plane.ts';
import { type PlanePolygon, polygonAreaSquareMetres } from './ring.ts';

/** Length in metres of a line drawn in degrees. */
export const lengthInPlaneMetres = (plane: Plane, line: readonly LngLat[]): number =>
  lineLengthMetres(line.map((lngLat) => plane.toPlane(lngLat)));

/** The polygon, drawn in degrees, in the metric plane. */
export const polygonInPlane = (plane: Plane, rings: readonly (readonly LngLat[])[]): PlanePolygon =>
  rings.map((ring) => ring.map((lngLat) => plane.toPlane(lngLat)));

/** Area in square metres of a polygon drawn in degrees (an outer ring and its holes). */
export const areaInPlaneSquareMetres = (plane: Plane, rings: readonly (readonly LngLat[])[]): number =>
  polygonAreaSquareMetres(polygonInPlane(plane, rings));
