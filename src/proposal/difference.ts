import type { Proposal } from '../domain/proposal.ts';
import { type Difference, differenceOf, type Json, patchedValue } from './cells.ts';

/**
 * What turns one proposal into another, cell by cell (`changed/<feature>/<property>`, `prices/energySekPerKwh`, …).
 * The time of the last change is left out: it belongs to storage.
 */
export function difference(before: Proposal, after: Proposal): Difference {
  const { updatedAt: _before, ...left } = before;
  const { updatedAt: _after, ...right } = after;
  return differenceOf(left as unknown as Json, right as unknown as Json);
}

/** The proposal with a difference applied. The difference must come from proposals, or be parsed after applying. */
export function applyDifference(proposal: Proposal, change: Difference): Proposal {
  return patchedValue(proposal as unknown as Json, change) as unknown as Proposal;
}
