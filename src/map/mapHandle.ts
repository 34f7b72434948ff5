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

/** Around what a map shows at first and what it is told to show, in pixels. */
export const BOUNDS_PADDING = 48;

/** Where a map starts, as the library wants it told. */
export function startOf(
  target: Target,
): Pick<LibraryOptions, 'bounds' | 'fitBoundsOptions' | 'center' | 'zoom'> {
  return 'bounds' in target
    ? { bounds: [...target.bounds], fitBoundsOptions: { padding: BOUNDS_PADDING / 2 } }
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
