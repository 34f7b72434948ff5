import proj4 from 'proj4';

/** Longitude and latitude in degrees, WGS 84 (treated as equal to SWEREF 99; they differ by under a metre). */
export type LngLat = readonly [lng: number, lat: number];
/** East and north in metres in the city's own coordinate system. */
export type PlanePoint = readonly [eastMetres: number, northMetres: number];

/** A two-way door between the globe and one metric plane. */
export interface Plane {
  toPlane(lngLat: LngLat): PlanePoint;
  toLngLat(point: PlanePoint): LngLat;
}

/**
 * The metric plane of a coordinate system.
 * @param definition a proj4 definition with units=m, axes east-north
 */
export function planeOf(definition: string): Plane {
  const converter = proj4('WGS84', definition);
  return {
    toPlane: ([lng, lat]) => {
      const [east, north] = converter.forward([lng, lat]);
      return [east as number, north as number];
    },
    toLngLat: ([east, north]) => {
      const [lng, lat] = converter.inverse([east, north]);
      return [lng as number, lat as number];
    },
  };
}
