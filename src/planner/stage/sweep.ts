import type { PlanFeature } from '../../domain/proposal.ts';
import type { LngLat } from '../../geometry/plane.ts';
import { isInPolygon } from '../../geometry/ring.ts';
import { lngLatOf } from '../../proposal/measure.ts';
import type { Desk } from '../desk.ts';

/** One place that stands for a feature: a point's own, the first corner of a line; all corners must be inside. */
function positionsOf({ geometry }: PlanFeature): readonly LngLat[] {
  switch (geometry.type) {
    case 'Point':
      return [lngLatOf(geometry.coordinates)];
    case 'LineString':
      return geometry.coordinates.map(lngLatOf);
    case 'Polygon':
      return geometry.coordinates.flat().map(lngLatOf);
    case 'MultiPolygon':
      return geometry.coordinates.flat(2).map(lngLatOf);
  }
}

/** The features that lie wholly inside a swept box or lasso. */
export function featuresWithin({ features, plane }: Desk, ring: readonly LngLat[]): PlanFeature[] {
  if (ring.length < 3) return [];
  const outline = [ring.map((corner) => plane.toPlane(corner))];
  return features.filter((feature) =>
    positionsOf(feature).every((position) => isInPolygon(outline, plane.toPlane(position))),
  );
}
