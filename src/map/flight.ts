import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import type { Target } from './mapHandle.ts';

const CLOSEST_FIT_ZOOM = 16.5;
/** A short hop needs no flight to be understood. */
const HOP_MS = 180;
const FLIGHT_MS = 900;

interface Flight {
  readonly padding: number | PaddingOptions;
  readonly reducedMotion: boolean;
}

/** Brings a target into view: at once for who wants no motion, in a hop when it is near, else in a flight. */
export function flyMap(map: MapLibreMap, target: Target, { padding, reducedMotion }: Flight): void {
  const goal =
    'bounds' in target
      ? map.cameraForBounds([...target.bounds], { padding, maxZoom: CLOSEST_FIT_ZOOM })
      : { center: [target.center[0], target.center[1]] as [number, number], zoom: target.zoom };
  if (!goal?.center) return;
  if (reducedMotion) {
    map.jumpTo(goal);
    return;
  }
  const away = map.project(goal.center).dist(map.project(map.getCenter()));
  const near = away < map.getContainer().clientWidth && Math.abs((goal.zoom ?? 0) - map.getZoom()) < 2;
  if (near) map.easeTo({ ...goal, duration: HOP_MS });
  else map.flyTo({ ...goal, duration: FLIGHT_MS });
}
