import type { PackageFeature } from '../domain/feature.ts';
import type { PlanFeature } from '../domain/proposal.ts';

const PLANNED = { sv: 'förslag', en: 'proposal', fi: 'ehdotus' };
const drawn = new WeakMap<PlanFeature, PackageFeature>();

/**
 * A planned feature as the map draws features: what was drawn here has no provenance of its own, and is drawn with
 * solid lines, because its place is exactly what the planner means. The same feature gives the same object.
 */
export function drawnFeature(feature: PlanFeature): PackageFeature {
  if (feature.properties.provenance) return feature as PackageFeature;
  const known = drawn.get(feature);
  if (known) return known;
  const provenance = { sourceIds: ['proposal'], accuracy: 'surveyed' as const, method: PLANNED };
  const made = { ...feature, properties: { ...feature.properties, provenance } } as PackageFeature;
  drawn.set(feature, made);
  return made;
}
