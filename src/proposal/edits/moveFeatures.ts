import type { Position } from 'geojson';
import type { FeatureChange, PlanFeature, Proposal } from '../../domain/proposal.ts';
import type { Plane } from '../../geometry/plane.ts';
import { effectiveFeature, type Plan } from '../apply.ts';
import { withChanges } from '../change.ts';
import { lngLatOf } from '../measure.ts';

export interface Move {
  readonly ids: Iterable<string>;
  /** East and north in metres. */
  readonly by: readonly [eastMetres: number, northMetres: number];
  readonly plane: Plane;
}

/** Moves features, whole, by metres in the plane. What does not exist is left out. */
export function moveFeatures(plan: Plan, { ids, by, plane }: Move): Proposal {
  if (by[0] === 0 && by[1] === 0) return plan.proposal;
  const changes: [string, FeatureChange][] = [];
  for (const id of ids) {
    const feature = effectiveFeature(plan, id);
    if (feature) changes.push([id, { geometry: movedGeometry(feature, by, plane) } as FeatureChange]);
  }
  return withChanges(plan.proposal, changes);
}

/** A feature's geometry moved by metres in the plane. */
export function movedGeometry(feature: PlanFeature, by: Move['by'], plane: Plane): PlanFeature['geometry'] {
  const moved = (position: Position): Position => {
    const [east, north] = plane.toPlane(lngLatOf(position));
    return [...plane.toLngLat([east + by[0], north + by[1]])];
  };
  const { geometry } = feature;
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: moved(geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(moved) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(moved)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(moved))),
      };
  }
}
