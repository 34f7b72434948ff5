import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapOptions } from './mapHandle.ts';
import { REACH_PIXELS } from './pick.ts';
import type { Hand, Held, LngLatPair } from './scene.ts';

type ScreenPoint = readonly [x: number, y: number];

/** A press that moves less than this is a press and no drag. */
const DRAG_FROM_PIXELS = 4;
/** A lasso's corners lie at least this far apart. */
const LASSO_STEP_PIXELS = 4;

/** What a pressed pointer is doing. */
type Grasp =
  | { readonly kind: 'held'; readonly held: Held; hasMoved: boolean }
  | { readonly kind: 'sweep'; readonly trail: ScreenPoint[]; readonly isBox: boolean; hasMoved: boolean };

interface Press {
  readonly pointerId: number;
  readonly start: ScreenPoint;
  readonly grasp: Grasp;
  readonly isAdding: boolean;
}

interface DraggingOptions extends Pick<MapOptions, 'onEvent'> {
  featureAt(at: ScreenPoint, reachPixels: number): string | null;
}

/** Dragging features and grips, and sweeping boxes and lassos, with mouse, pen or finger: one event a frame. */
export class Dragging {
  readonly #map: MapLibreMap;
  readonly #options: DraggingOptions;
  readonly #surface: HTMLElement;
  readonly #leave = new AbortController();
  #hand: Hand | undefined;
  #press: Press | null = null;
  #frame = 0;
  #last: PointerEvent | null = null;

  constructor(map: MapLibreMap, options: DraggingOptions) {
    this.#map = map;
    this.#options = options;
    this.#surface = map.getCanvasContainer();
    const { signal } = this.#leave;
    // before the map's own listeners, which would take the press for a pan
    this.#surface.addEventListener('pointerdown', (event) => this.#down(event), { signal, capture: true });
    this.#surface.addEventListener('pointerleave', () => this.#hover(null), { signal });
    window.addEventListener('pointermove', (event) => this.#moved(event), { signal });
    window.addEventListener('pointerup', (event) => this.#up(event), { signal });
    window.addEventListener('pointercancel', (event) => this.#cancel(event), { signal });
    // before the page's own Escape, which would give up what is chosen too
    window.addEventListener('keydown', (event) => this.#escape(event), { signal, capture: true });
  }

  hold(hand: Hand | undefined): void {
    this.#hand = hand;
  }

  isHolding(): boolean {
    return this.#press !== null;
  }

  /** The grip under a point of the screen, the nearest first. */
  gripAt([x, y]: ScreenPoint, reachPixels: number): string | null {
    let best: { id: string; away: number } | null = null;
    for (const { id, at, look } of this.#hand?.grips ?? []) {
      const spot = this.#map.project([at[0], at[1]]);
      // of two in reach a real corner wins over the middle between two corners
      const away = Math.hypot(spot.x - x, spot.y - y) + (look === 'middle' ? 2 : 0);
      if (away <= reachPixels + 2 && (!best || away < best.away)) best = { id, away };
    }
    return best?.id ?? null;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#leave.abort();
  }

  #pointOf(event: PointerEvent): ScreenPoint {
    const box = this.#map.getCanvas().getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  #lngLat([x, y]: ScreenPoint): LngLatPair {
    const { lng, lat } = this.#map.unproject([x, y]);
    return [lng, lat];
  }

  #graspAt(at: ScreenPoint, event: PointerEvent): Grasp | null {
    const hand = this.#hand;
    if (!hand) return null;
    const reach = event.pointerType === 'touch' ? REACH_PIXELS.finger : REACH_PIXELS.mouse;
    const grip = this.gripAt(at, reach);
    if (grip !== null) return { kind: 'held', held: { kind: 'grip', id: grip }, hasMoved: false };
    if (hand.mode === 'box' || hand.mode === 'lasso' || (hand.mode === 'choose' && event.shiftKey))
      return { kind: 'sweep', trail: [at], isBox: hand.mode !== 'lasso', hasMoved: false };
    if (hand.mode !== 'choose') return null;
    const id = this.#options.featureAt(at, reach);
    return id !== null && hand.canGrab(id)
      ? { kind: 'held', held: { kind: 'feature', id }, hasMoved: false }
      : null;
  }

  #down(event: PointerEvent): void {
    if (this.#press || event.button !== 0 || !event.isPrimary) return;
    const start = this.#pointOf(event);
    const grasp = this.#graspAt(start, event);
    if (!grasp) return;
    this.#press = { pointerId: event.pointerId, start, grasp, isAdding: event.shiftKey };
    this.#map.dragPan.disable();
  }

  #moved(event: PointerEvent): void {
    if (!this.#hand) return;
    this.#last = event;
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#last) return;
      if (this.#press) this.#carry(this.#last);
      else if (this.#last.target === this.#map.getCanvas()) this.#hover(this.#last);
    });
  }

  #hover(event: PointerEvent | null): void {
    if (!this.#hand) return;
    const lngLat = event && this.#lngLat(this.#pointOf(event));
    this.#options.onEvent({ kind: 'pointer', lngLat, isFree: event?.altKey ?? false });
  }

  #carry(event: PointerEvent): void {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointerId) return;
    const at = this.#pointOf(event);
    const { grasp, start } = press;
    if (!grasp.hasMoved) {
      if (Math.hypot(at[0] - start[0], at[1] - start[1]) < DRAG_FROM_PIXELS) return;
      grasp.hasMoved = true;
      if (grasp.kind === 'held')
        this.#options.onEvent({ kind: 'grab', held: grasp.held, lngLat: this.#lngLat(start), isFree: false });
    }
    this.#tell(press, { at, isFree: event.altKey, isDone: false });
  }

  #tell({ grasp, isAdding, start }: Press, now: { at: ScreenPoint; isFree: boolean; isDone: boolean }): void {
    const { at, isFree, isDone } = now;
    const { onEvent } = this.#options;
    if (grasp.kind === 'held') {
      onEvent({ kind: isDone ? 'drop' : 'drag', held: grasp.held, lngLat: this.#lngLat(at), isFree });
      return;
    }
    const last = grasp.trail.at(-1) ?? start;
    if (Math.hypot(at[0] - last[0], at[1] - last[1]) >= LASSO_STEP_PIXELS) grasp.trail.push(at);
    const corners: readonly ScreenPoint[] = grasp.isBox
      ? [start, [at[0], start[1]], at, [start[0], at[1]]]
      : grasp.trail;
    const ring = corners.map((corner) => this.#lngLat(corner));
    onEvent({ kind: 'sweep', ring, isDone, isAdding });
  }

  #up(event: PointerEvent): void {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointerId) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#carry(event);
    this.#press = null;
    this.#map.dragPan.enable();
    if (press.grasp.hasMoved)
      this.#tell(press, { at: this.#pointOf(event), isFree: event.altKey, isDone: true });
  }

  #cancel({ pointerId }: PointerEvent): void {
    if (this.#press?.pointerId === pointerId) this.#letGo('release');
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#press) return;
    event.preventDefault();
    this.#letGo('release');
  }

  #letGo(kind: 'release'): void {
    const press = this.#press;
    if (!press) return;
    this.#press = null;
    this.#map.dragPan.enable();
    const { grasp, start } = press;
    if (!grasp.hasMoved) return;
    if (grasp.kind === 'held')
      this.#options.onEvent({ kind, held: grasp.held, lngLat: this.#lngLat(start), isFree: false });
    else this.#options.onEvent({ kind: 'sweep', ring: [], isDone: true, isAdding: true });
  }
}
