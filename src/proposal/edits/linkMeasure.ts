import type { FeatureChange, Proposal } from '../../domain/proposal.ts';
import { effectiveFeature, type Plan } from '../apply.ts';
import { withChanges } from '../change.ts';

export interface MeasureLink {
  readonly ids: Iterable<string>;
  readonly measureId: string;
  readonly how: 'add' | 'only' | 'remove';
}

/** Links features to a measure, to that one only, or away from it. */
export function linkMeasure(plan: Plan, { ids, measureId, how }: MeasureLink): Proposal {
  const changes: [string, FeatureChange][] = [];
  for (const id of ids) {
    const measureIds = effectiveFeature(plan, id)?.properties.measureIds;
    if (!measureIds) continue;
    const others = measureIds.filter((other) => other !== measureId);
    if (how === 'only') changes.push([id, { measureIds: [measureId] }]);
    else if (how === 'remove') changes.push([id, { measureIds: others }]);
    else if (others.length === measureIds.length)
      changes.push([id, { measureIds: [...measureIds, measureId] }]);
  }
  return withChanges(plan.proposal, changes);
}
