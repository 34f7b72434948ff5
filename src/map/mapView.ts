import 'maplibre-gl/dist/maplibre-gl.css';
import './mapView.css';
import {
  AttributionControl,
  type GeoJSONSource,
  GPUInitializationError,
  Map as MapLibreMap,
  NavigationControl,
  type PaddingOptions,
  prewarm,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { BasemapKeeper } from './basemapKeeper.ts';
import { creditLine } from './credits.ts';
import { needsFreshStart, styleSteps, takeStep } from './difference.ts';
import { fillImages } from './fillImages.ts';
import { filledSources, fillSource } from './fillSource.ts';
import { flyMap } from './flight.ts';
import { fontFacesFrom } from './fonts.ts';
import { STREETS_SOURCE } from './layers/streetSource.ts';
import {
  inertHandle,
  type MapHandle,
  type MapOptions,
  paddingIn,
  startOf,
  type Target,
} from './mapHandle.ts';
import { FOREIGN_PREFIX } from './order.ts';
import { Pointing } from './pointing.ts';
import type { Scene, Viewport } from './scene.ts';
import { ingredientsOf, sameParts, sourceIdsOf } from './sources.ts';
import { styleIngredientsOf, styleOf } from './style.ts';
import { symbolResolver } from './symbols/symbols.ts';

export type { MapHandle, MapOptions, Target } from './mapHandle.ts';

setWorkerUrl(workerUrl);
// the worker gets ready while the page is still making the map
prewarm();

/** Puts a map into a container. Without WebGL 2 it reports the problem and returns a handle that does nothing. */
export function mountMap(container: HTMLElement, options: MapOptions): MapHandle {
  try {
    return new MapView(container, options);
  } catch (error) {
    if (!(error instanceof GPUInitializationError)) throw error;
    options.onEvent({ kind: 'problem', problem: 'no-webgl', detail: 'WebGL 2 is not available' });
    return inertHandle(options.viewport);
  }
}

class MapView implements MapHandle {
  readonly #container: HTMLElement;
  readonly #options: MapOptions;
  readonly #map: MapLibreMap;
  readonly #fontFaces = fontFacesFrom(document.baseURI);
  readonly #navigation = new NavigationControl({ showCompass: false });
  #scene: Scene;
  readonly #basemap = new BasemapKeeper({
    onChange: () => this.#sync(),
    onProblem: (detail) => this.#options.onEvent({ kind: 'problem', problem: 'basemap', detail }),
  });
  #style: StyleSpecification;
  #styleParts: readonly unknown[];
  #styleLoaded = false;
  #sourceParts = new Map<string, readonly unknown[]>();
  #attribution: { readonly text: string; readonly control: AttributionControl } | undefined;
  readonly #pointing: Pointing;

  constructor(container: HTMLElement, options: MapOptions) {
    this.#container = container;
    this.#options = options;
    this.#scene = options.scene;
    this.#styleParts = styleIngredientsOf(this.#drawnScene());
    this.#style = this.#styleNow();
    this.#map = new MapLibreMap({
      container,
      style: this.#filledStyle(),
      // the tests hold every style of ours against the specification
      validateStyle: false,
      locale: { ...options.labels },
      attributionControl: false,
      fadeDuration: options.reducedMotion ? 0 : 150,
      // north stays up: the panel speaks of north and west
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      minZoom: 7,
      maxZoom: 20,
      ...startOf(options.viewport, container),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.setMissingStyleImageResolver(symbolResolver(this.#map, devicePixelRatio));
    this.#addControls();
    this.#listen();
    this.#pointing = new Pointing(this.#map, { hand: options.scene.hand, onEvent: options.onEvent });
    this.#basemap.ask(this.#scene.basemap);
  }

  apply(scene: Scene): void {
    this.#scene = scene;
    this.#pointing.hold(scene.hand);
    this.#basemap.ask(this.#scene.basemap);
    this.#sync();
  }

  flyTo(target: Target, padding: number | PaddingOptions = paddingIn(this.#container)): void {
    flyMap(this.#map, target, { padding, reducedMotion: this.#options.reducedMotion });
  }

  jumpTo({ center, zoom }: Viewport): void {
    this.#map.jumpTo({ center: [center[0], center[1]], zoom }, { isFollowing: true });
  }

  resize(): void {
    this.#map.resize();
  }

  snapshot(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      // the drawing buffer is only there while a frame is being drawn
      this.#map.once('render', () =>
        this.#map
          .getCanvas()
          .toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture')))),
      );
      this.#map.triggerRepaint();
    });
  }

  viewport(): Viewport {
    const { lng, lat } = this.#map.getCenter();
    return { center: [lng, lat], zoom: this.#map.getZoom() };
  }

  featuresInView(): string[] {
    return this.#pointing.idsInView();
  }

  remove(): void {
    this.#pointing.stop();
    this.#map.remove();
  }

  /** The scene over the basemap that is ready; until one is, over the overview. */
  #drawnScene(): Scene {
    return { ...this.#scene, basemap: this.#basemap.ready.basemap };
  }

  #styleNow(): StyleSpecification {
    const { foreign } = this.#basemap.ready;
    return styleOf(this.#drawnScene(), { fontFaces: this.#fontFaces, ...(foreign && { foreign }) });
  }

  /** The style to start from: its sources hold the scene's data already, so that no tile is cut twice. */
  #filledStyle(): StyleSpecification {
    const { sources, filled } = filledSources(this.#style.sources, this.#scene);
    this.#sourceParts = new Map(filled.map((id) => [id, ingredientsOf(this.#scene, id)]));
    return { ...this.#style, sources };
  }

  #sync(): void {
    if (!this.#styleLoaded) return;
    this.#syncStyle();
    if (this.#styleLoaded) this.#syncSources();
    this.#syncAttribution();
  }

  #syncStyle(): void {
    const parts = styleIngredientsOf(this.#drawnScene());
    if (sameParts(this.#styleParts, parts)) return;
    const before = this.#style;
    this.#styleParts = parts;
    this.#style = this.#styleNow();
    this.#stir();
    if (needsFreshStart(before, this.#style)) {
      this.#styleLoaded = false;
      this.#map.setStyle(this.#filledStyle(), { diff: false, validate: true });
      return;
    }
    for (const step of styleSteps(before, this.#style)) {
      if (step.kind === 'removeSource') this.#sourceParts.delete(step.id);
      takeStep(this.#map, step);
    }
  }

  #syncSources(): void {
    if (fillImages(this.#map, this.#scene.images ?? [])) this.#stir();
    for (const id of sourceIdsOf(this.#scene)) {
      const parts = ingredientsOf(this.#scene, id);
      if (sameParts(this.#sourceParts.get(id), parts)) continue;
      this.#sourceParts.set(id, parts);
      this.#stir();
      const source = this.#map.getSource<GeoJSONSource>(id);
      const isCurrent = (): boolean => this.#sourceParts.get(id) === parts;
      if (source) void fillSource(source, { scene: this.#scene, sourceId: id, isCurrent });
    }
  }

  #syncAttribution(): void {
    const text = creditLine(this.#scene, this.#basemap.ready.basemap);
    if (text === this.#attribution?.text) return;
    if (this.#attribution) this.#map.removeControl(this.#attribution.control);
    this.#map.removeControl(this.#navigation);
    const control = new AttributionControl({ compact: false, customAttribution: text });
    this.#attribution = { text, control };
    this.#map.addControl(control, 'bottom-right');
    // the last one added stands on top
    this.#map.addControl(this.#navigation, 'bottom-right');
  }

  /** Not idle any more. */
  #stir = (): boolean => delete this.#container.dataset.idle;

  #addControls(): void {
    this.#map.addControl(this.#navigation, 'bottom-right');
    this.#syncAttribution();
    this.#map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left');
  }

  #listen(): void {
    const map = this.#map;
    const { onEvent } = this.#options;
    map.on('style.load', () => {
      this.#styleLoaded = true;
      this.#sync();
    });
    map.on('idle', () => {
      this.#container.dataset.idle = 'true';
      onEvent({ kind: 'idle' });
    });
    map.on('movestart', () => this.#stir());
    map.on('move', (event) => {
      if (!('isFollowing' in event)) onEvent({ kind: 'moving', viewport: this.viewport() });
    });
    map.on('moveend', (event) => {
      if ('isFollowing' in event) return;
      const bounds = map.getBounds();
      const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
      onEvent({ kind: 'move', viewport: this.viewport(), bounds: [...box] });
    });
    map.on('error', (event) => this.#hearError(event));
  }

  #hearError(event: { error?: unknown; sourceId?: string }): void {
    const { sourceId = '', error } = event;
    if (sourceId !== STREETS_SOURCE && !sourceId.startsWith(FOREIGN_PREFIX)) {
      console.error(error);
      return;
    }
    this.#basemap.countError(String(error));
  }
}
