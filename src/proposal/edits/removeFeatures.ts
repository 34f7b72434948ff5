import type { Proposal } from '../../domain/proposal.ts';

/**
 * Removes features, the city's or the proposal's own. What was drawn stays in the proposal under the mark of removal,
 * so that a colleague who changes it at the same moment loses nothing.
 */
export function removeFeatures(proposal: Proposal, ids: Iterable<string>): Proposal {
  const fresh = [...ids].filter((id) => !proposal.removed[id]);
  if (fresh.length === 0) return proposal;
  return {
    ...proposal,
    removed: { ...proposal.removed, ...Object.fromEntries(fresh.map((id) => [id, true as const])) },
  };
}
