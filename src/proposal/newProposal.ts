import { ASSUMED_PRICE_LIST } from '../domain/priceList.ts';
import type { Proposal } from '../domain/proposal.ts';

export interface NewProposal {
  readonly id: string;
  readonly name: string;
  readonly basedOn: Proposal['basedOn'];
  readonly budgetSek: number;
  readonly grantId?: string;
  /** ISO timestamp. */
  readonly at: string;
}

/** An empty proposal: the city as it is, with assumed prices that wait to be confirmed. */
export const newProposal = ({ at, ...start }: NewProposal): Proposal => ({
  ...start,
  status: 'utkast',
  createdAt: at,
  prices: ASSUMED_PRICE_LIST,
  added: {},
  changed: {},
  removed: {},
});

/** A second alternative that starts as the first one stands. Features keep their ids, so that the two can be compared. */
export function duplicateProposal(
  proposal: Proposal,
  { id, name, at }: Pick<NewProposal, 'id' | 'name' | 'at'>,
): Proposal {
  const { updatedAt: _old, ...kept } = proposal;
  return { ...kept, id, name, createdAt: at, status: 'utkast' };
}
