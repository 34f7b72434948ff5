import type { Proposal } from '../../domain/proposal.ts';

/** What is said about the proposal itself. Its standing must pass a check: see `changeStanding`. */
export type ProposalPatch = Partial<Pick<Proposal, 'name' | 'budgetSek' | 'grantId' | 'basedOn'>>;

/** Renames, re-budgets or re-bases a proposal. */
export const changeProposal = (proposal: Proposal, patch: ProposalPatch): Proposal => ({
  ...proposal,
  ...patch,
});
