import { create } from 'zustand';
import type { PackageFeature } from '../../domain/feature.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Overlay, OverlayImage } from '../../map/scene.ts';
import { type Atlas, isOtherReading } from '../../state/atlas.ts';
import { drawnFeature } from '../../state/drawnFeature.ts';
import { planFeatures } from '../../state/planning.ts';
import type { View } from '../../state/view.ts';

/** What the slider stands between: two proposals (null is the city today), two periods of a pattern, or nothing. */
export type Comparing =
  | { readonly kind: 'none' }
  | { readonly kind: 'proposals'; readonly leftId: string | null; readonly rightId: string | null }
  | { readonly kind: 'periods' };

/** The comparison of this sitting; it stays from place to place. */
export const useComparing = create<{ readonly comparing: Comparing }>(() => ({
  comparing: { kind: 'none' },
}));

export function compare(comparing: Comparing): void {
  useComparing.setState({ comparing });
}

/** One side of the slider. */
export interface Side {
  readonly title: string;
  readonly features: readonly PackageFeature[];
  readonly ghosts: readonly PackageFeature[];
  readonly overlays: readonly Overlay[];
  readonly images: readonly OverlayImage[];
}

/** What may be on a screen in a room: a camera whose place is not public is not. */
export const isPresentable = ({ properties }: PackageFeature): boolean =>
  properties.kind !== 'camera' || properties.disclosure === 'exact';

interface PlanAsked {
  readonly atlas: Atlas;
  readonly proposal: Proposal | null;
  readonly readings: View['readings'];
}

/** The city as a proposal would have it (null: as it is), without what may not be presented. */
export function presentedPlan({ atlas, proposal, readings }: PlanAsked): Pick<Side, 'features' | 'ghosts'> {
  const features = planFeatures(proposal, atlas.features).map(drawnFeature).filter(isPresentable);
  return {
    features: features.filter((feature) => !isOtherReading(atlas, feature, readings)),
    ghosts: features.filter((feature) => isOtherReading(atlas, feature, readings)),
  };
}
