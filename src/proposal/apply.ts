import type { FeatureChange, PlanFeature, Proposal } from '../domain/proposal.ts';

/** The published city's features by id. */
export type CityFeatures = ReadonlyMap<string, PlanFeature>;

/** A city and a proposal for it: what every edit, check and sum looks at. */
export interface Plan {
  readonly city: CityFeatures;
  readonly proposal: Proposal;
}

/** The city's features by id. */
export const cityFeaturesOf = (features: Iterable<PlanFeature>): CityFeatures =>
  new Map([...features].map((feature) => [feature.properties.id, feature]));

type Values = Readonly<Record<string, unknown>>;
const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function laidOver(base: Values, change: Values): Values {
  const next: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    if (value === null) delete next[key];
    else if (isValues(value)) next[key] = laidOver(isValues(base[key]) ? base[key] : {}, value);
    else next[key] = value;
  }
  return next;
}

/** Laid features by their change, so that an unchanged feature stays the same object from one edit to the next. */
const laid = new WeakMap<FeatureChange, { readonly base: PlanFeature; readonly feature: PlanFeature }>();

/** A feature with a change laid over it. A geometry of another kind than the feature's own is not taken. */
export function changedFeature(base: PlanFeature, change: FeatureChange): PlanFeature {
  const known = laid.get(change);
  if (known?.base === base) return known.feature;
  const { geometry, ...properties } = change;
  const fits =
    geometry !== undefined &&
    (geometry.type === base.geometry.type ||
      (base.properties.kind === 'area' && geometry.type.endsWith('Polygon')));
  const feature = {
    ...base,
    geometry: fits ? geometry : base.geometry,
    properties: laidOver(base.properties, properties),
  } as PlanFeature;
  laid.set(change, { base, feature });
  return feature;
}

/** One feature as the proposal would have it; undefined when there is none or it is removed. */
export function effectiveFeature({ city, proposal }: Plan, id: string): PlanFeature | undefined {
  if (proposal.removed[id]) return undefined;
  const base = proposal.added[id] ?? city.get(id);
  const change = proposal.changed[id];
  return base && change ? changedFeature(base, change) : base;
}

/** All features as the proposal would have them: the city's in their order, then the proposal's own. */
export function effectiveFeatures({ city, proposal }: Plan): PlanFeature[] {
  const found: PlanFeature[] = [];
  const take = (base: PlanFeature): void => {
    const { id } = base.properties;
    if (proposal.removed[id]) return;
    const change = proposal.changed[id];
    found.push(change ? changedFeature(base, change) : base);
  };
  for (const [id, feature] of city) if (!proposal.added[id]) take(feature);
  for (const feature of Object.values(proposal.added)) take(feature);
  return found;
}
