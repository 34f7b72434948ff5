import type { MapOptions as LibraryOptions, PaddingOptions } from 'maplibre-gl';
import type { Bounds } from '../domain/city.ts';
import type { MapEvent, Scene, Viewport } from './scene.ts';

export type Target = { readonly bounds: Bounds } | Viewport;

export interface MapOptions {
  readonly scene: Scene;
  readonly viewport: Target;
  readonly reducedMotion: boolean;
  /** MapLibre's own words (`Map.Title` names the canvas), in the user's language. */
  readonly labels: Readonly<Record<string, string>>;
  onEvent(event: MapEvent): void;
}

/** The only hand on the map. */
export interface MapHandle {
  /** Shows a scene; only what differs from the last one moves. */
  apply(scene: Scene): void;
  flyTo(target: Target, padding?: number | PaddingOptions): void;
  /** Moves at once and tells nobody: for a map that follows another one. */
  jumpTo(viewport: Viewport): void;
  resize(): void;
  /** The picture as it stands, as PNG. */
  snapshot(): Promise<Blob>;
  viewport(): Viewport;
  /** Ids of the package features drawn in view. */
  featuresInView(): string[];
  remove(): void;
}

/** Around what a map is told to show, in pixels: as much as its tools take along the edges. */
const ROOM = 72;
/** Around the whole city, which is drawn far enough out already. */
const ROOM_AT_START = 24;
/** A phone's map lies under the tools: a row at the top, the legend's button and the scale at the foot. */
const PHONE_WIDTH = 600;
const PHONE_TOP = 56;
const PHONE_FOOT = 108;

const around = (room: number): PaddingOptions => ({ top: room, bottom: room, left: room, right: room });

/** How near the edges of the map's own box something may be shown. */
export function paddingIn(
  { clientWidth, clientHeight }: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>,
  room = ROOM,
): PaddingOptions {
  if (clientWidth >= PHONE_WIDTH || clientHeight < 2 * (PHONE_TOP + PHONE_FOOT))
    return around(Math.min(room, clientHeight / 5));
  return { top: PHONE_TOP, bottom: PHONE_FOOT, left: ROOM_AT_START, right: ROOM_AT_START };
}

/** Where a map starts, as the library wants it told. */
export function startOf(
  target: Target,
  container: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>,
): Pick<LibraryOptions, 'bounds' | 'fitBoundsOptions' | 'center' | 'zoom'> {
  return 'bounds' in target
    ? { bounds: [...target.bounds], fitBoundsOptions: { padding: paddingIn(container, ROOM_AT_START) } }
    : { center: [target.center[0], target.center[1]], zoom: target.zoom };
}

/** A handle that does nothing, for a browser that cannot draw. */
export function inertHandle(viewport: Target): MapHandle {
  const still: Viewport =
    'bounds' in viewport
      ? {
          center: [
            (viewport.bounds[0] + viewport.bounds[2]) / 2,
            (viewport.bounds[1] + viewport.bounds[3]) / 2,
          ],
          zoom: 10,
        }
      : viewport;
  return {
    apply: () => {},
    flyTo: () => {},
    jumpTo: () => {},
    resize: () => {},
    snapshot: () => Promise.reject(new Error('no map to picture')),
    viewport: () => still,
    featuresInView: () => [],
    remove: () => {},
  };
}
