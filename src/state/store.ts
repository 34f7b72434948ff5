import { create } from 'zustand';
import type { City } from '../domain/city.ts';
import type { Manifest } from '../domain/feature.ts';
import { type Atlas, atlasOf, unknownIds } from './atlas.ts';
import { type Config, DEFAULT_CONFIG, fetchConfig } from './config.ts';
import { fetchCity, fetchLayer, type LayerContent, ReadProblem } from './fetchCity.ts';
import { DEFAULT_VIEW, formatView, parseView, type Selection, type View } from './view.ts';

export type LayerState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'ready'; readonly content: LayerContent };

/** Something the user should know, with the words' key decided by the view. */
export type Notice =
  | { readonly kind: 'config' | 'basemap' | 'webgl' | 'map'; readonly detail: string }
  | { readonly kind: 'layer'; readonly layerId: string; readonly detail: string }
  | { readonly kind: 'unknown'; readonly what: string }
  | { readonly kind: 'update'; readonly apply: () => void };

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly part: 'manifest' | 'city'; readonly detail: string }
  | { readonly kind: 'ready'; readonly manifest: Manifest; readonly city: City };

interface State {
  readonly config: Config;
  readonly phase: Phase;
  readonly layers: Readonly<Record<string, LayerState>>;
  /** The city with the features loaded so far; null until the city is read. */
  readonly atlas: Atlas | null;
  readonly view: View;
  readonly notices: readonly Notice[];
  /** Takes a picture of the map, while there is one; for printing. */
  readonly takePicture: (() => Promise<{ blob: Blob; widthMetres: number }>) | null;
  /** False once the browser has said that it cannot draw a map. */
  readonly canDrawMap: boolean;
}

/** What is open now. Changed only through the functions below. */
export const useOpen = create<State>(() => ({
  config: DEFAULT_CONFIG,
  phase: { kind: 'loading' },
  layers: {},
  atlas: null,
  view: DEFAULT_VIEW,
  notices: [],
  takePicture: null,
  canDrawMap: true,
}));

const set = useOpen.setState;
const get = useOpen.getState;

/** Reads the configuration, the city and all its layers; the page is usable as soon as the city is there. */
export async function openCity(): Promise<void> {
  set({ phase: { kind: 'loading' }, view: parseView(location.search, location.hash) });
  const { config, problem } = await fetchConfig();
  set({ config });
  if (problem) addNotice({ kind: 'config', detail: problem });
  try {
    const { manifest, city } = await fetchCity(config.layers);
    set({ phase: { kind: 'ready', manifest, city }, atlas: atlasOf(city, []) });
    await Promise.all(manifest.layers.map((entry) => loadLayer(entry.id)));
    reportUnknown(manifest);
  } catch (error) {
    const part = error instanceof ReadProblem && error.part === 'manifest' ? 'manifest' : 'city';
    const detail = error instanceof ReadProblem ? error.detail : String(error);
    set({ phase: { kind: 'failed', part, detail } });
  }
}

/** Layers that have arrived within this time are shown together: each showing redraws the map. */
const GATHER_MS = 40;
let arrived: Record<string, LayerState> = {};
let gathering: Promise<void> | null = null;

/** Shows what has arrived, together with whatever else arrives within a moment. */
function show(layerId: string, state: LayerState): Promise<void> {
  arrived = { ...arrived, [layerId]: state };
  gathering ??= new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(() => {
    const { phase, layers } = get();
    const next = { ...layers, ...arrived };
    arrived = {};
    gathering = null;
    if (phase.kind === 'ready')
      set({ layers: next, atlas: atlasOf(phase.city, packageOf(phase.manifest, next)) });
  });
  return gathering;
}

/** Fetches one layer, again if it failed before. */
export async function loadLayer(layerId: string): Promise<void> {
  const { phase, config } = get();
  if (phase.kind !== 'ready') return;
  const entry = phase.manifest.layers.find((candidate) => candidate.id === layerId);
  if (!entry) return;
  set(({ layers, notices }) => ({
    layers: { ...layers, [layerId]: { state: 'loading' } },
    notices: notices.filter((notice) => notice.kind !== 'layer' || notice.layerId !== layerId),
  }));
  try {
    await show(layerId, { state: 'ready', content: await fetchLayer(config.layers, entry) });
  } catch (error) {
    const detail = error instanceof ReadProblem ? error.detail : String(error);
    addNotice({ kind: 'layer', layerId, detail });
    await show(layerId, { state: 'failed', detail });
  }
}

function packageOf(manifest: Manifest, layers: State['layers']) {
  return manifest.layers.flatMap((entry) => {
    const layer = layers[entry.id];
    return layer?.state === 'ready' && layer.content.role === 'package' ? layer.content.features : [];
  });
}

function reportUnknown(manifest: Manifest): void {
  const { atlas, view, layers } = get();
  if (!atlas || Object.values(layers).some((layer) => layer.state === 'failed')) return;
  const layerIds = new Set(manifest.layers.map((entry) => entry.id));
  const unknown = unknownIds(atlas, view, layerIds);
  if (unknown.length === 0) return;
  addNotice({ kind: 'unknown', what: unknown.join(', ') });
  const isKnown = (id: string): boolean => !unknown.includes(id);
  changeView({
    selection: view.selection && isKnown(view.selection.id) ? view.selection : null,
    boardId: view.boardId && isKnown(view.boardId) ? view.boardId : null,
    hiddenLayerIds: view.hiddenLayerIds.filter(isKnown),
    readings: Object.fromEntries(Object.entries(view.readings).filter(([g, o]) => isKnown(`${g}:${o}`))),
  });
}

export function addNotice(notice: Notice): void {
  set(({ notices }) => ({ notices: [...notices, notice] }));
}

export function dismissNotice(notice: Notice): void {
  set(({ notices }) => ({ notices: notices.filter((other) => other !== notice) }));
}

export function mapTakesPictures(takePicture: State['takePicture']): void {
  set({ takePicture });
}

export function mapCannotBeDrawn(detail: string): void {
  set({ canDrawMap: false });
  addNotice({ kind: 'webgl', detail });
}

/**
 * Changes the view and the address with it. A new selection is a step the back button undoes;
 * everything else replaces the current step.
 */
export function changeView(change: Partial<View>): void {
  const before = get().view;
  const view = { ...before, ...change };
  if (formatView(view) === formatView(before)) return;
  set({ view });
  const address = location.pathname + formatView(view);
  const isStep =
    !sameSelection(before.selection, view.selection) ||
    before.point?.join() !== view.point?.join() ||
    before.room !== view.room ||
    before.desk !== view.desk ||
    before.paperId !== view.paperId;
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a?.kind === b?.kind && a?.id === b?.id;

export function select(selection: Selection | null): void {
  changeView({ selection });
}

/** Asks what applies at a point; the answer takes the place of what was selected. */
export function askAbout(point: readonly [lng: number, lat: number]): void {
  changeView({ point, selection: null });
}

/** Follows the browser's back and forward buttons. */
export function followAddress(): void {
  addEventListener('popstate', () => {
    const { position } = get().view;
    const view = parseView(location.search, location.hash);
    set({ view: { ...view, position: view.position ?? position } });
  });
}
