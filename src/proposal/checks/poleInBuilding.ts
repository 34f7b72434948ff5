/**
 * Question: which lights and cameras stand inside a building?
 * Method: an index of the buildings' boxes, then the even-odd rule over all rings, so that a courtyard is outside.
 * A camera is often mounted on a wall: it counts only when it is deeper inside than the wall tolerance.
 * Units: metres. Complexity: O((buildings + poles) log buildings + vertices of the boxes hit).
 */
import Flatbush from 'flatbush';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import type { Finding } from '../finding.ts';
import { lngLatOf, nearestOnSegment } from '../measure.ts';
import { poleInPlane } from './poles.ts';
import type { Surroundings } from './surroundings.ts';

/** Building outlines of public maps are seldom better than this. */
export const WALL_TOLERANCE_METRES = 1;

type Ring = readonly PlanePoint[];

function eachEdge(rings: readonly Ring[], visit: (from: PlanePoint, to: PlanePoint) => void): void {
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [from, to] = [ring[index - 1], ring[index]];
      if (from && to) visit(from, to);
    }
  }
}

/** How deep inside a point lies, in metres to the nearest wall; 0 when it is outside. */
export function depthInsideMetres(point: PlanePoint, rings: readonly Ring[]): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  eachEdge(rings, (from, to) => {
    nearest = Math.min(nearest, nearestOnSegment(point, from, to).distanceMetres);
    if (from[1] > point[1] === to[1] > point[1]) return;
    const crossing = from[0] + ((point[1] - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
    if (point[0] < crossing) inside = !inside;
  });
  return inside ? nearest : 0;
}

/** Poles inside buildings. */
export function poleInBuilding(features: readonly PlanFeature[], around: Surroundings): Finding[] {
  const houses = around.buildings
    .flatMap((geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
    .map((rings) => rings.map((ring) => ring.map((position) => around.plane.toPlane(lngLatOf(position)))))
    .filter((rings) => (rings[0]?.length ?? 0) > 3);
  if (houses.length === 0) return [];
  const index = new Flatbush(houses.length);
  for (const [outer = []] of houses) {
    const easts = outer.map(([east]) => east);
    const norths = outer.map(([, north]) => north);
    index.add(Math.min(...easts), Math.min(...norths), Math.max(...easts), Math.max(...norths));
  }
  index.finish();
  return features.flatMap((feature): Finding[] => {
    const { id, kind } = feature.properties;
    if ((kind !== 'light' && kind !== 'camera') || feature.geometry.type !== 'Point') return [];
    const place = lngLatOf(feature.geometry.coordinates);
    const pole = poleInPlane(feature.geometry, around.plane);
    const depth = index
      .search(pole[0], pole[1], pole[0], pole[1])
      .reduce((deepest, at) => Math.max(deepest, depthInsideMetres(pole, houses[at] ?? [])), 0);
    if (depth <= (kind === 'camera' ? WALL_TOLERANCE_METRES : 0)) return [];
    const params = { depthMetres: Math.round(depth * 10) / 10 };
    return [{ code: 'pole-in-building', severity: 'error', ids: [id], place, params }];
  });
}
