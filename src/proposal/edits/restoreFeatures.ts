import type { Proposal } from '../../domain/proposal.ts';

/** Takes back the removal of features. */
export function restoreFeatures(proposal: Proposal, ids: Iterable<string>): Proposal {
  const removed: Record<string, true> = { ...proposal.removed };
  for (const id of ids) delete removed[id];
  return { ...proposal, removed };
}
