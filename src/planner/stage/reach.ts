import type { PlanFeature } from '../../domain/proposal.ts';
import { useOpen } from '../../state/store.ts';
import type { Desk } from '../desk.ts';
import { type SnapWorld, snapWorldOf } from './snapping.ts';

/** How near on the screen something must be to be snapped to. */
const REACH_PIXELS = 12;
/** Ground metres per CSS pixel at the equator at zoom 0, with 512 px tiles. */
const METRES_PER_PIXEL = (2 * Math.PI * 6_378_137) / 512;

/** Ground metres a snap reaches at the map's present zoom. */
export function reachMetres(): number {
  const { position } = useOpen.getState().view;
  if (!position) return REACH_PIXELS;
  const { center, zoom } = position;
  return (REACH_PIXELS * METRES_PER_PIXEL * Math.cos((center[1] * Math.PI) / 180)) / 2 ** zoom;
}

const worlds = new WeakMap<readonly PlanFeature[], { paths: unknown; world: SnapWorld }>();

/** What can be snapped to on the desk, made once for each state of the plan and its surroundings. */
export function snapWorld({ features, around, plane }: Desk): SnapWorld {
  const known = worlds.get(features);
  if (known?.paths === around.paths) return known.world;
  const world = snapWorldOf(features, around.paths, plane);
  worlds.set(features, { paths: around.paths, world });
  return world;
}
