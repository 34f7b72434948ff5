import type { Position } from 'geojson';
import type { Bounds } from '../domain/city.ts';
import type { PackageFeature } from '../domain/feature.ts';

function positionsOf(geometry: PackageFeature['geometry']): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

/** The box around features, west, south, east, north in degrees; null when there are none. */
export function boundsOf(features: readonly PackageFeature[]): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const feature of features)
    for (const [lng = 0, lat = 0] of positionsOf(feature.geometry)) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  return west <= east && south <= north ? [west, south, east, north] : null;
}
