/** Between degrees and the metric plane: what is drawn in degrees is measured in the plane and nowhere else. */
import { lineLengthMetres } from './line.ts';
import type { LngLat, Plane, PlanePoint } from './plane.ts';
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

/** A closed ring of the plane in degrees, its first point repeated at the end as GeoJSON wants it. */
export const ringInDegrees = (plane: Plane, ring: readonly PlanePoint[]): LngLat[] => {
  const lngLats = ring.map((point) => plane.toLngLat(point));
  const [first] = lngLats;
  return first === undefined ? [] : [...lngLats, first];
};
