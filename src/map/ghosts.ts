import type { Map as MapLibreMap } from 'maplibre-gl';
import { GHOST_UNDER_POINTER, ghostUnderPointer } from './layers/areas.ts';

type Filtered = Pick<MapLibreMap, 'getLayer' | 'getFilter' | 'setFilter' | 'querySourceFeatures'>;

/** Draws the ghost outline that the pointer is on more firmly; any other feature, or none, leaves all ghosts thin. */
export function markGhost(map: Filtered, id: string | null): void {
  if (!map.getLayer(GHOST_UNDER_POINTER)) return;
  const isGhost =
    id !== null && map.querySourceFeatures('ghosts', { filter: ghostUnderPointer(id) }).length > 0;
  const filter = ghostUnderPointer(isGhost ? id : null);
  if (JSON.stringify(map.getFilter(GHOST_UNDER_POINTER)) === JSON.stringify(filter)) return;
  map.setFilter(GHOST_UNDER_POINTER, filter, { validate: false });
}
