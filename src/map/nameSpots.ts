import type { Position } from 'geojson';
import type { PackageFeature } from '../domain/feature.ts';
import { labelPoint } from './anchor.ts';

/** Where a name stands: inside its area, at the area's upper or lower edge, or beside its line. */
export type Spot = 'inside' | 'above' | 'below' | 'beside';
export interface NameSpot {
  readonly at: Position;
  readonly spot: Spot;
}

/**
 * Where the name of an area or a stråk may stand. A small area has two spots: the edge that is clear of the stråk
 * while the area is small on the screen, and the inside once the user is close.
 * @param isDistrict whether the area is large enough to carry its name inside at every zoom
 * @param crowd points that names should keep away from
 */
export function nameSpots(
  { geometry }: Pick<PackageFeature, 'geometry'>,
  isDistrict: boolean,
  crowd: readonly Position[],
): NameSpot[] {
  switch (geometry.type) {
    case 'Point':
      return [];
    case 'LineString':
      return [{ at: midpoint(geometry.coordinates), spot: 'beside' }];
    default: {
      const inside: NameSpot = { at: labelPoint(geometry), spot: 'inside' };
      if (isDistrict) return [inside];
      const corners =
        geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
      return [edgeSpot(corners, crowd), inside];
    }
  }
}

function edgeSpot(corners: readonly Position[], crowd: readonly Position[]): NameSpot {
  const byLatitude = [...corners].sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0));
  const north = byLatitude[0] as Position;
  const south = byLatitude[byLatitude.length - 1] as Position;
  const room = (from: Position): number =>
    Math.min(...crowd.map((other) => Math.hypot(dx(from, other), (from[1] ?? 0) - (other[1] ?? 0))));
  return room(south) > room(north) ? { at: south, spot: 'below' } : { at: north, spot: 'above' };
}

/** Half of the way along a line, by length on the ground. */
function midpoint(line: readonly Position[]): Position {
  const legs = line.slice(1).map((to, index) => {
    const from = line[index] as Position;
    return { from, to, length: Math.hypot(dx(from, to), (to[1] ?? 0) - (from[1] ?? 0)) };
  });
  let left = legs.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { from, to, length } of legs) {
    if (left <= length && length > 0) {
      const share = left / length;
      return [0, 1].map((axis) => (from[axis] ?? 0) + share * ((to[axis] ?? 0) - (from[axis] ?? 0)));
    }
    left -= length;
  }
  return line[0] ?? [0, 0];
}

/** Longitudes apart, shrunk to the length of latitudes. */
function dx(from: Position, to: Position): number {
  return ((to[0] ?? 0) - (from[0] ?? 0)) * Math.cos(((from[1] ?? 0) * Math.PI) / 180);
}
