import type { PlanFeature, Proposal } from '../../domain/proposal.ts';
import { effectiveFeature, type Plan } from '../apply.ts';
import { addFeatures } from './addFeatures.ts';
import { type Move, movedGeometry } from './moveFeatures.ts';

export interface Duplication extends Move {
  readonly newId: () => string;
}

/**
 * Copies features a distance away. A copy is the proposal's own: it loses its provenance and its camera's legal
 * record (an assessment is of one place), and starts as proposed.
 */
export function duplicateFeatures(plan: Plan, { ids, by, plane, newId }: Duplication): Proposal {
  const copies: PlanFeature[] = [];
  for (const id of ids) {
    const feature = effectiveFeature(plan, id);
    if (!feature) continue;
    const { provenance: _drawnHere, ...properties } = feature.properties;
    if ('record' in properties) delete properties.record;
    copies.push({
      type: 'Feature',
      geometry: movedGeometry(feature, by, plane),
      properties: { ...properties, id: newId(), status: 'foreslagen' },
    } as PlanFeature);
  }
  return addFeatures(plan.proposal, copies);
}
