import type { PackageFeature } from '../../domain/feature.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { type Money, moneyOf } from '../../proposal/money.ts';
import type { Atlas } from '../../state/atlas.ts';
import { planOf } from '../../state/planning.ts';

/** The latitude that dark hours are reckoned for: the middle of the city. */
export const latitudeOf = ({ city }: Atlas): number => (city.homeBounds[1] + city.homeBounds[3]) / 2;

const known = new WeakMap<Proposal, { city: readonly PackageFeature[]; money: Money }>();

/** What a proposal costs; reckoned once for each state of it. */
export function planMoney(proposal: Proposal, atlas: Atlas): Money {
  const before = known.get(proposal);
  if (before?.city === atlas.features) return before.money;
  const money = moneyOf({ ...planOf(proposal, atlas.features), latitudeDegrees: latitudeOf(atlas) });
  known.set(proposal, { city: atlas.features, money });
  return money;
}
