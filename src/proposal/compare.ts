import type { PlanFeature, PlanKind } from '../domain/proposal.ts';
import { effectiveFeatures, type Plan } from './apply.ts';
import { sameJson } from './cells.ts';
import { type Money, moneyOf } from './money.ts';

/** A feature that both alternatives have, but not alike. */
export interface ChangedFeature {
  readonly id: string;
  /** The names of the properties that differ. */
  readonly keys: readonly string[];
  readonly moved: boolean;
}

export interface Comparison {
  /** Only in the second. */
  readonly added: readonly string[];
  /** Only in the first. */
  readonly removed: readonly string[];
  /** In both, in different places or shapes. */
  readonly moved: readonly string[];
  /** In both, with different properties. */
  readonly changed: readonly ChangedFeature[];
  readonly counts: Readonly<Record<PlanKind, { readonly first: number; readonly second: number }>>;
  readonly money: { readonly first: Money; readonly second: Money };
}

const KINDS = ['area', 'strak', 'light', 'camera', 'place'] as const;

const byId = (plan: Plan): Map<string, PlanFeature> =>
  new Map(effectiveFeatures(plan).map((feature) => [feature.properties.id, feature]));

function changedKeys(first: PlanFeature, second: PlanFeature): string[] {
  const [a, b] = [first.properties, second.properties] as unknown as Record<string, unknown>[];
  if (!a || !b || a === b) return [];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !sameJson(a[key], b[key]));
}

/** What the second plan has that the first has not, and the other way; an empty proposal stands for the city today. */
export function comparePlans(
  first: Plan,
  second: Plan,
  light: { readonly latitudeDegrees: number; readonly switchingAltitudeDegrees?: number },
): Comparison {
  const [before, after] = [byId(first), byId(second)];
  const both = [...before.values()].flatMap((feature) => {
    const other = after.get(feature.properties.id);
    if (!other || other === feature) return [];
    const moved = !sameJson(feature.geometry, other.geometry);
    return [{ id: feature.properties.id, keys: changedKeys(feature, other), moved }];
  });
  const count = (features: Map<string, PlanFeature>, kind: PlanKind): number =>
    [...features.values()].filter(({ properties }) => properties.kind === kind).length;
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    moved: both.filter(({ moved }) => moved).map(({ id }) => id),
    changed: both.filter(({ keys }) => keys.length > 0),
    counts: Object.fromEntries(
      KINDS.map((kind) => [kind, { first: count(before, kind), second: count(after, kind) }]),
    ) as Comparison['counts'],
    money: { first: moneyOf({ ...first, ...light }), second: moneyOf({ ...second, ...light }) },
  };
}
