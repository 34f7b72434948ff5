/**
 * Question: what does the proposal cost, once and every year, and does the grant suffice?
 * Method: what a proposal adds costs its own price or its item's; what it changes costs only if the change itself names
 * a price (exchanging a luminaire does, moving a label does not); removing costs nothing unless a priced object says so.
 * Energy is watts × burning hours for the same lights. A feature under several measures is divided equally among them,
 * in whole öre, so that the parts always make the sum.
 * Units: SEK in the price list's own tax standing, watts, hours, kWh.
 */
import type { PriceItem, PriceList } from '../domain/priceList.ts';
import type { PlanFeature } from '../domain/proposal.ts';
import { effectiveFeatures, type Plan } from './apply.ts';
import { darkHoursOfYear } from './darkHours.ts';

/** Money once, and money every year. */
export interface Cost {
  readonly investmentSek: number;
  readonly maintenanceSekPerYear: number;
  readonly energyKwhPerYear: number;
  readonly energySekPerYear: number;
}

export interface FeatureCost extends Cost {
  readonly id: string;
  readonly itemId?: string;
  /** missing: neither a price of its own nor an item of the list. assumed: the item is not confirmed. */
  readonly price: 'own' | 'confirmed' | 'assumed' | 'missing';
}

export interface Money extends Cost {
  readonly vat: PriceList['vat'];
  readonly vatPercent: number;
  readonly investmentWithoutVatSek: number;
  readonly investmentWithVatSek: number;
  readonly budgetSek: number;
  /** Below zero when overspent. Reckoned in the list's own tax standing. */
  readonly leftSek: number;
  readonly burningHoursPerYear: number;
  /** Whether anybody has vouched for the price of energy. */
  readonly energyBasis: PriceList['energyBasis'];
  /** Lights that cost money but whose watts are unknown: their energy is not in the sum. */
  readonly lightIdsWithoutWatts: readonly string[];
  readonly features: readonly FeatureCost[];
  /** By measure id; what has no measure stands under the empty text. */
  readonly perMeasure: ReadonlyMap<string, Cost>;
  /** By stråk id; what belongs to none stands under the empty text. */
  readonly perStrak: ReadonlyMap<string, Cost>;
}

export interface MoneyQuestion extends Plan {
  readonly latitudeDegrees: number;
  /** When lights switch; see `darkHours.ts`. */
  readonly switchingAltitudeDegrees?: number;
}

const NOTHING: Cost = {
  investmentSek: 0,
  maintenanceSekPerYear: 0,
  energyKwhPerYear: 0,
  energySekPerYear: 0,
};

const plus = (a: Cost, b: Cost): Cost => ({
  investmentSek: a.investmentSek + b.investmentSek,
  maintenanceSekPerYear: a.maintenanceSekPerYear + b.maintenanceSekPerYear,
  energyKwhPerYear: a.energyKwhPerYear + b.energyKwhPerYear,
  energySekPerYear: a.energySekPerYear + b.energySekPerYear,
});

/** Divides an amount in whole hundredths; the first parts take what does not divide evenly. */
export function dividedInOre(amount: number, parts: number): number[] {
  const ore = Math.round(amount * 100);
  const each = Math.floor(ore / parts);
  return Array.from({ length: parts }, (_, index) => (each + (index < ore - each * parts ? 1 : 0)) / 100);
}

function quantityOf({ properties }: PlanFeature, unit: PriceItem['unit']): number {
  switch (unit) {
    case 'piece':
      return 1;
    case 'metre':
      return properties.kind === 'strak' ? properties.lengthMetres : 0;
    case 'square-metre':
      return properties.kind === 'area' ? properties.areaKm2 * 1e6 : 0;
  }
}

const inOre = (amount: number): number => Math.round(amount * 100) / 100;

function costOf(feature: PlanFeature, prices: PriceList, burningHours: number): FeatureCost {
  const { id, kind, priceItemId, priceSek } = feature.properties;
  const item = priceItemId === undefined ? undefined : prices.items[priceItemId];
  const quantity = item ? quantityOf(feature, item.unit) : 0;
  const watts = kind === 'light' ? (feature.properties.powerWatts ?? 0) : 0;
  const kwh = (watts * burningHours) / 1000;
  const known = item ? (item.basis === 'bekraftad' ? 'confirmed' : 'assumed') : 'missing';
  return {
    id,
    ...(priceItemId !== undefined && { itemId: priceItemId }),
    price: priceSek === undefined ? known : 'own',
    investmentSek: inOre(priceSek ?? (item ? item.investmentSek * quantity : 0)),
    maintenanceSekPerYear: inOre(item ? item.yearlySek * quantity : 0),
    energyKwhPerYear: kwh,
    energySekPerYear: inOre(kwh * prices.energySekPerKwh),
  };
}

/** The features that the proposal pays for: what it adds, and what it changes at a price. */
export function paidFeatures(plan: Plan): PlanFeature[] {
  const { added, changed } = plan.proposal;
  return effectiveFeatures(plan).filter(({ properties: { id } }) => {
    const change = changed[id];
    return added[id] || typeof change?.priceSek === 'number' || typeof change?.priceItemId === 'string';
  });
}

const strakOf = ({ properties }: PlanFeature): string => {
  if (properties.kind === 'strak') return properties.id;
  return 'strakId' in properties ? (properties.strakId ?? '') : '';
};

function dividedCost(cost: Cost, parts: number): Cost[] {
  const investment = dividedInOre(cost.investmentSek, parts);
  const maintenance = dividedInOre(cost.maintenanceSekPerYear, parts);
  const energy = dividedInOre(cost.energySekPerYear, parts);
  return investment.map((investmentSek, index) => ({
    investmentSek,
    maintenanceSekPerYear: maintenance[index] ?? 0,
    energySekPerYear: energy[index] ?? 0,
    energyKwhPerYear: cost.energyKwhPerYear / parts,
  }));
}

/** The running sum of a proposal against its budget, as a whole and per feature, measure and stråk. */
export function moneyOf(question: MoneyQuestion): Money {
  const { prices, budgetSek } = question.proposal;
  const burningHoursPerYear = darkHoursOfYear(question.latitudeDegrees, question.switchingAltitudeDegrees);
  const perMeasure = new Map<string, Cost>();
  const perStrak = new Map<string, Cost>();
  const give = (to: Map<string, Cost>, key: string, cost: Cost): unknown =>
    to.set(key, plus(to.get(key) ?? NOTHING, cost));

  const paid = paidFeatures(question);
  const features = paid.map((feature) => {
    const cost = costOf(feature, prices, burningHoursPerYear);
    give(perStrak, strakOf(feature), cost);
    const { measureIds } = feature.properties;
    const owners = measureIds.length > 0 ? measureIds : [''];
    dividedCost(cost, owners.length).forEach((part, index) => {
      give(perMeasure, owners[index] ?? '', part);
    });
    return cost;
  });
  const total = features.reduce<Cost>(plus, NOTHING);
  const tax = 1 + prices.vatPercent / 100;
  const withoutVat = prices.vat === 'excluded' ? total.investmentSek : total.investmentSek / tax;
  return {
    ...total,
    vat: prices.vat,
    vatPercent: prices.vatPercent,
    investmentWithoutVatSek: inOre(withoutVat),
    investmentWithVatSek: inOre(withoutVat * tax),
    budgetSek,
    leftSek: inOre(budgetSek - total.investmentSek),
    burningHoursPerYear,
    energyBasis: prices.energyBasis,
    lightIdsWithoutWatts: paid.flatMap(({ properties }) =>
      properties.kind === 'light' && properties.powerWatts === undefined ? [properties.id] : [],
    ),
    features,
    perMeasure,
    perStrak,
  };
}
