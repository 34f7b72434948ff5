import { useEffect } from 'react';
import type { Flavour } from '../../map/scene.ts';
import { followLightAndSight, setGlowFlavour } from '../../state/lightAndSightPlan.ts';
import { usePlanning } from '../../state/planning.ts';

/** Keeps light and sight worked out for the proposal that is open. */
export function useLightAndSight(flavour: Flavour): void {
  const openId = usePlanning((state) => state.committed?.id);
  useEffect(() => (openId === undefined ? undefined : followLightAndSight()), [openId]);
  useEffect(() => setGlowFlavour(flavour), [flavour]);
}
