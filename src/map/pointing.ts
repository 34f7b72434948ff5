import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { Dragging } from './dragging.ts';
import { markGhost } from './ghosts.ts';
import type { MapOptions } from './mapHandle.ts';
import { ANSWERING, candidatesNear, pickOf, REACH_PIXELS, type Screen } from './pick.ts';
import type { Hand } from './scene.ts';

type ScreenPoint = readonly [x: number, y: number];

interface Press {
  readonly reachPixels: number;
  readonly isAdding: boolean;
  readonly isFree: boolean;
  readonly isKey?: boolean;
}

/** What the user points at on the map: presses, hovering, and, where the scene has a hand, dragging. */
export class Pointing {
  readonly #map: MapLibreMap;
  readonly #onEvent: MapOptions['onEvent'];
  readonly #dragging: Dragging;
  #hand: Hand | undefined;
  #hoverFrame = 0;

  constructor(map: MapLibreMap, { hand, onEvent }: Pick<MapOptions, 'onEvent'> & { hand: Hand | undefined }) {
    this.#map = map;
    this.#onEvent = onEvent;
    this.#dragging = new Dragging(map, {
      onEvent,
      featureAt: (at, reachPixels) => this.#featureAt(at, reachPixels),
    });
    this.hold(hand);
    map.on('click', ({ point, originalEvent }) => {
      const finger = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
      this.#press([point.x, point.y], {
        reachPixels: finger ? REACH_PIXELS.finger : REACH_PIXELS.mouse,
        isAdding: originalEvent.shiftKey,
        isFree: originalEvent.altKey,
      });
    });
    map.on('mousemove', ({ point }) => this.#hover([point.x, point.y]));
    map.getCanvas().addEventListener('keydown', ({ key, shiftKey, altKey }) => {
      const { clientWidth, clientHeight } = map.getCanvas();
      const keys = { reachPixels: REACH_PIXELS.finger, isAdding: shiftKey, isFree: altKey, isKey: true };
      if (key === 'Enter') this.#press([clientWidth / 2, clientHeight / 2], keys);
    });
  }

  /** Takes what the scene's hand may do from now on. */
  hold(hand: Hand | undefined): void {
    if (hand === this.#hand) return;
    this.#hand = hand;
    this.#dragging.hold(hand);
    const map = this.#map;
    if (hand?.holdsArrows) map.keyboard.disable();
    else map.keyboard.enable();
    if (hand && hand.mode !== 'choose') map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
    if (hand) map.boxZoom.disable();
    else map.boxZoom.enable();
  }

  /** Ids of the package features drawn in view. */
  idsInView(): string[] {
    const layers = this.#standing(Object.values(ANSWERING).flat());
    const ids = this.#map.queryRenderedFeatures({ layers }).map(({ properties }) => String(properties.id));
    return [...new Set(ids)];
  }

  stop(): void {
    cancelAnimationFrame(this.#hoverFrame);
    this.#dragging.stop();
  }

  readonly #screen: Screen = {
    project: ([lng, lat]) => {
      const { x, y } = this.#map.project([lng, lat]);
      return [x, y];
    },
    query: (box, layers) =>
      this.#map.queryRenderedFeatures(box as [PointLike, PointLike], { layers: this.#standing(layers) }),
  };

  #standing(layers: readonly string[]): string[] {
    return layers.filter((id) => this.#map.getLayer(id));
  }

  #featureAt(at: ScreenPoint, reachPixels: number): string | null {
    return pickOf(candidatesNear(this.#screen, at, reachPixels), reachPixels);
  }

  #press(at: ScreenPoint, press: Press): void {
    const { lng, lat } = this.#map.unproject([at[0], at[1]]);
    const lngLat = [lng, lat] as const;
    const { reachPixels, isAdding, isFree, isKey = false } = press;
    const grip = this.#dragging.gripAt(at, reachPixels);
    if (grip !== null) {
      this.#onEvent({ kind: 'grip', gripId: grip });
      return;
    }
    const featureId = this.#hand?.mode === 'point' ? null : this.#featureAt(at, reachPixels);
    this.#onEvent(
      featureId === null
        ? { kind: 'point', lngLat, isAdding, isFree, isKey }
        : { kind: 'select', featureId, lngLat, isAdding },
    );
  }

  #hover(at: ScreenPoint): void {
    cancelAnimationFrame(this.#hoverFrame);
    this.#hoverFrame = requestAnimationFrame(() => {
      const map = this.#map;
      if (map.isMoving() || this.#dragging.isHolding()) return;
      const id = this.#hand?.mode === 'point' ? null : this.#featureAt(at, REACH_PIXELS.mouse);
      map.getCanvas().style.cursor = this.#cursorOver(at, id);
      markGhost(map, id);
    });
  }

  #cursorOver(at: ScreenPoint, id: string | null): string {
    const hand = this.#hand;
    if (!hand) return id === null ? '' : 'pointer';
    if (this.#dragging.gripAt(at, REACH_PIXELS.mouse) !== null) return 'grab';
    if (hand.mode !== 'choose') return 'crosshair';
    if (id === null) return '';
    return hand.canGrab(id) ? 'move' : 'pointer';
  }
}
