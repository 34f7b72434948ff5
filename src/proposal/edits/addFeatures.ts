import type { PlanFeature, Proposal } from '../../domain/proposal.ts';

/**
 * Adds features the proposal has drawn.
 * @throws RangeError when an id is already taken in the proposal: ids are for ever, also of what was removed
 */
export function addFeatures(proposal: Proposal, features: readonly PlanFeature[]): Proposal {
  if (features.length === 0) return proposal;
  const added: Record<string, PlanFeature> = { ...proposal.added };
  for (const feature of features) {
    const { id } = feature.properties;
    if (added[id]) throw new RangeError(`The id ${id} is taken.`);
    added[id] = feature;
  }
  return { ...proposal, added };
}

/** Adds one feature; see `addFeatures`. */
export const addFeature = (proposal: Proposal, feature: PlanFeature): Proposal =>
  addFeatures(proposal, [feature]);
