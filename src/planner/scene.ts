import type { ContextCollection, PackageFeature } from '../domain/feature.ts';
import type { PlanFeature } from '../domain/proposal.ts';
import type { Text } from '../i18n/TextProvider.tsx';
import type { Flavour, Hand, Overlay, OverlayImage, Scene } from '../map/scene.ts';
import { mapWords } from '../map/words.ts';
import { type Atlas, isOtherReading } from '../state/atlas.ts';
import { drawnFeature } from '../state/drawnFeature.ts';
import { creditsOf } from '../state/shown.ts';
import type { View } from '../state/view.ts';

/** The plan's features as the map shows them: drawn as themselves, or as other readings of the same name. */
export interface DrawnPlan {
  readonly features: readonly PackageFeature[];
  readonly ghosts: readonly PackageFeature[];
}

/** What of a plan lies still on the map: everything but what is held. */
export function drawnPlan(
  atlas: Atlas,
  features: readonly PlanFeature[],
  { readings, heldIds }: { readings: View['readings']; heldIds: ReadonlySet<string> },
): DrawnPlan {
  const still =
    heldIds.size === 0 ? features : features.filter(({ properties }) => !heldIds.has(properties.id));
  const drawn = still.map(drawnFeature);
  return {
    features: drawn.filter((feature) => !isOtherReading(atlas, feature, readings)),
    ghosts: drawn.filter((feature) => isOtherReading(atlas, feature, readings)),
  };
}

interface SceneParts {
  readonly atlas: Atlas;
  readonly plan: DrawnPlan;
  readonly context: readonly ContextCollection[];
  readonly chosenIds: ReadonlySet<string>;
  readonly marker: Scene['marker'];
  readonly overlays: readonly Overlay[];
  readonly images: readonly OverlayImage[];
  readonly hand: Hand;
  readonly attribution: readonly string[];
  readonly basemap: Scene['basemap'];
  readonly flavour: Flavour;
  readonly text: Text;
  readonly language: View['language'];
}

/** The planner's map as a plain value. Parts that did not change keep their identity, so that the map redraws little. */
export function plannerScene(parts: SceneParts): Scene {
  const { atlas, plan, chosenIds, attribution, text, ...rest } = parts;
  return {
    ...rest,
    ...plan,
    city: atlas.city,
    selectedIds: chosenIds,
    attribution: [creditsOf(atlas), ...attribution].filter(Boolean).join(' · '),
    words: mapWords(text),
  };
}
