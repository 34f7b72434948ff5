import type { Finding } from '../finding.ts';
import type { Money } from '../money.ts';

/** A sum over the grant, and prices that the sum rests on without anybody having vouched for them. */
export function spending(money: Money): Finding[] {
  const found: Finding[] = [];
  if (money.leftSek < 0) {
    found.push({
      code: 'spend-over-grant',
      severity: 'error',
      ids: [],
      params: { overSek: -money.leftSek, budgetSek: money.budgetSek, spentSek: money.investmentSek },
    });
  }
  const idsWith = (price: 'assumed' | 'missing'): string[] =>
    money.features.filter((feature) => feature.price === price).map(({ id }) => id);
  const [assumed, missing] = [idsWith('assumed'), idsWith('missing')];
  if (assumed.length > 0) {
    const params = { count: assumed.length };
    found.push({ code: 'price-unconfirmed', severity: 'notice', ids: assumed, params });
  }
  if (missing.length > 0) {
    found.push({
      code: 'price-missing',
      severity: 'warning',
      ids: missing,
      params: { count: missing.length },
    });
  }
  if (money.energyBasis === 'antagande' && money.energySekPerYear > 0) {
    const params = { energySekPerYear: money.energySekPerYear };
    found.push({ code: 'energy-price-unconfirmed', severity: 'notice', ids: [], params });
  }
  return found;
}
