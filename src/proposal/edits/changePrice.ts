import type { PriceItem, PriceList } from '../../domain/priceList.ts';
import type { Proposal } from '../../domain/proposal.ts';

/** Puts a price item in the list, new or instead of the one with its id. */
export const changePrice = (proposal: Proposal, item: PriceItem): Proposal => ({
  ...proposal,
  prices: { ...proposal.prices, items: { ...proposal.prices.items, [item.id]: item } },
});

/** Sets what holds for the whole list: tax, energy price. */
export const changePriceTerms = (proposal: Proposal, terms: Partial<Omit<PriceList, 'items'>>): Proposal => ({
  ...proposal,
  prices: { ...proposal.prices, ...terms },
});
