import { useMemo } from 'react';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { Grip, Hand } from '../../map/scene.ts';
import { effectiveFeature } from '../../proposal/apply.ts';
import type { Atlas } from '../../state/atlas.ts';
import { useMeasuring } from '../../state/measuring.ts';
import { planOf, type Tool, usePlanning } from '../../state/planning.ts';
import { useOpen } from '../../state/store.ts';
import { gripsOf } from './grips.ts';

const MODES: Readonly<Record<Tool, Hand['mode']>> = {
  choose: 'choose',
  box: 'box',
  lasso: 'lasso',
  light: 'point',
  camera: 'point',
  strak: 'point',
  area: 'point',
};
const NO_GRIPS: readonly Grip[] = [];

/** What the hand on the map may do now: by the tool taken and what is chosen. */
export function useHand(atlas: Atlas, features: readonly PlanFeature[]): Hand {
  const { proposal, chosenIds, tool, cornerIndex } = usePlanning();
  const middle = useOpen((state) => state.view.position?.center ?? null);
  const isMeasuring = useMeasuring((state) => state.kind !== null);
  const grips = useMemo(() => {
    const [id] = chosenIds;
    if (!proposal || isMeasuring || id === undefined || chosenIds.size > 1 || tool !== 'choose')
      return NO_GRIPS;
    const feature = effectiveFeature(planOf(proposal, atlas.features), id);
    return feature ? gripsOf(feature, { chosenCorner: cornerIndex, middle }) : NO_GRIPS;
  }, [proposal, isMeasuring, chosenIds, tool, cornerIndex, atlas, middle]);
  // while measuring every press is a point of what is measured
  const isOpen = proposal !== null && !isMeasuring;
  const kinds = useMemo(
    () => new Map(features.map(({ properties }) => [properties.id, properties.kind])),
    [features],
  );
  // what was chosen may have been undone: then the arrows are the map's again
  const holdsArrows = isOpen && tool === 'choose' && [...chosenIds].some((id) => kinds.has(id));
  const canGrab = useMemo(
    () =>
      (id: string): boolean => {
        const kind = kinds.get(id);
        if (!isOpen || kind === undefined) return false;
        // a line or an area covers much ground: it is carried only once it has been chosen
        return kind === 'strak' || kind === 'area' ? chosenIds.has(id) && kind === 'strak' : true;
      },
    [kinds, isOpen, chosenIds],
  );
  return useMemo(
    () => ({ mode: isMeasuring ? 'point' : isOpen ? MODES[tool] : 'choose', canGrab, grips, holdsArrows }),
    [isMeasuring, isOpen, tool, canGrab, grips, holdsArrows],
  );
}
