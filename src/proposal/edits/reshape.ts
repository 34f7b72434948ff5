import type { FeatureChange, PlanFeature, Proposal } from '../../domain/proposal.ts';
import type { Plane } from '../../geometry/plane.ts';
import { effectiveFeature, type Plan } from '../apply.ts';
import { withChanges } from '../change.ts';
import { areaSquareMetres, chainageOf } from '../measure.ts';

export interface Reshape {
  readonly id: string;
  readonly geometry: PlanFeature['geometry'];
  readonly plane: Plane;
}

/** Gives a feature a new geometry of its own kind, and the length or area that follows. */
export function reshape(plan: Plan, { id, geometry, plane }: Reshape): Proposal {
  const kind = effectiveFeature(plan, id)?.properties.kind;
  const change = kind && shapeChange(kind, geometry, plane);
  return change ? withChanges(plan.proposal, [[id, change]]) : plan.proposal;
}

function shapeChange(
  kind: PlanFeature['properties']['kind'],
  geometry: PlanFeature['geometry'],
  plane: Plane,
): FeatureChange | undefined {
  switch (kind) {
    case 'area':
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return undefined;
      return { geometry, areaKm2: areaSquareMetres(geometry, plane) / 1e6 } as FeatureChange;
    case 'strak':
      if (geometry.type !== 'LineString') return undefined;
      return { geometry, lengthMetres: chainageOf(geometry, plane).lengthMetres } as FeatureChange;
    case 'light':
    case 'camera':
    case 'place':
      return geometry.type === 'Point' ? ({ geometry } as FeatureChange) : undefined;
  }
}
