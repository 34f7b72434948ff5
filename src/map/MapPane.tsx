import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Bounds } from '../domain/city.ts';
import type { BasemapChoiceProps } from './BasemapChoice.tsx';
import { BasemapMenu } from './BasemapMenu.tsx';
import { type MapHandle, mountMap } from './mapView.ts';
import type { MapEvent, Scene, Viewport } from './scene.ts';

/** Close enough to see a block, far enough to recognise the neighbourhood. */
const POINT_ZOOM = 14;

export interface MapPaneHandle {
  /** Moves the map so that the box is in view. */
  show(bounds: Bounds): void;
  /** Moves the map to a point, unless the point is in view already. */
  reveal(point: readonly [lng: number, lat: number]): void;
  /** Puts the map where another map stands, at once. */
  follow(viewport: Viewport): void;
  /** The map as it is drawn now. */
  picture(): Promise<MapPicture>;
  /** Ids of the package features drawn in view. */
  inView(): readonly string[];
  /** Where the map stands; null before there is one. */
  viewport(): Viewport | null;
  /** Gives the map the keyboard. */
  focus(): void;
}

/** A picture of the map with what a scale bar needs: north is up, and how much ground one picture width is. */
export interface MapPicture {
  readonly blob: Blob;
  readonly widthMetres: number;
}

/** Ground metres per CSS pixel at the equator at zoom 0, with 512 px tiles. */
const METRES_PER_PIXEL = (2 * Math.PI * 6_378_137) / 512;

interface MapPaneProps {
  readonly ref?: Ref<MapPaneHandle>;
  readonly scene: Scene;
  /** Where the map starts; later changes are the map's own. */
  readonly viewport: { bounds: Bounds } | Viewport;
  readonly home: Bounds;
  /** How near a revealed point is shown. */
  readonly pointZoom?: number;
  readonly label: string;
  readonly words: { zoomIn: string; zoomOut: string; home: string; overview: string };
  readonly onEvent: (event: MapEvent) => void;
  /** The choice of ground, in rooms whose legend does not have it. */
  readonly ground?: BasemapChoiceProps;
  /** The map's own id in the page, where there are several. */
  readonly id?: string;
}

/** A React place for the one map: mounts it once, hands it every new scene, passes its events on. */
export function MapPane({
  ref,
  scene,
  viewport,
  home,
  pointZoom = POINT_ZOOM,
  label,
  words,
  onEvent,
  id = 'map',
  ground,
}: MapPaneProps) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapHandle | null>(null);
  const inView = useRef<Bounds | null>(null);
  const listener = useRef(onEvent);
  listener.current = onEvent;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once; scenes reach it through apply
  useEffect(() => {
    if (!container.current) return;
    const handle = mountMap(container.current, {
      scene,
      viewport,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      labels: {
        'Map.Title': label,
        'NavigationControl.ZoomIn': words.zoomIn,
        'NavigationControl.ZoomOut': words.zoomOut,
      },
      onEvent: (event) => {
        if (event.kind === 'move') inView.current = event.bounds;
        listener.current(event);
      },
    });
    map.current = handle;
    return () => {
      map.current = null;
      handle.remove();
    };
  }, [label]);

  useEffect(() => map.current?.apply(scene), [scene]);
  useImperativeHandle(
    ref,
    () => ({
      show: (bounds) => map.current?.flyTo({ bounds }),
      follow: (place) => map.current?.jumpTo(place),
      picture: async () => {
        const handle = map.current;
        if (!handle) throw new Error('the map is gone');
        const { center, zoom } = handle.viewport();
        const metresPerPixel = (METRES_PER_PIXEL * Math.cos((center[1] * Math.PI) / 180)) / 2 ** zoom;
        return {
          blob: await handle.snapshot(),
          widthMetres: metresPerPixel * (container.current?.clientWidth ?? 0),
        };
      },
      reveal: (center) => {
        const [west, south, east, north] = inView.current ?? [0, 0, 0, 0];
        const [lng, lat] = center;
        const isInView = west < lng && lng < east && south < lat && lat < north;
        if (!isInView) map.current?.flyTo({ center, zoom: pointZoom });
      },
      inView: () => map.current?.featuresInView() ?? [],
      viewport: () => map.current?.viewport() ?? null,
      focus: () => container.current?.querySelector('canvas')?.focus(),
    }),
    [pointZoom],
  );

  return (
    <div className="map-pane">
      <div ref={container} className="map" id={id} />
      <button
        type="button"
        className="map-home"
        aria-label={words.home}
        title={words.home}
        onClick={() => map.current?.flyTo({ bounds: home })}
      >
        <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" className="map-home-icon">
          <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
        </svg>
      </button>
      {ground && <BasemapMenu {...ground} />}
      {scene.basemap.kind === 'overview' && <p className="map-honesty">{words.overview}</p>}
    </div>
  );
}
