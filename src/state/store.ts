import { create } from 'zustand';
import type { City } from '../domain/city.ts';
import type { LayerEntry, Manifest } from '../domain/feature.ts';
import { type Atlas, atlasOf, unknownIds } from './atlas.ts';
import { type Config, DEFAULT_CONFIG, fetchConfig } from './config.ts';
import { fetchCity, fetchLayer, fetchManifest, type LayerContent } from './fetchCity.ts';
import { ReadProblem } from './readProblem.ts';
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

/**
 * Reads the configuration, the city and its layers; the page is usable as soon as the city is there. What a map of the
 * whole city does not show yet is read when the page has started.
 */
export async function openCity(): Promise<void> {
  set({ phase: { kind: 'loading' }, view: parseView(location.search, location.hash) });
  const { config, problem } = await fetchConfig();
  set({ config });
  if (problem) addNotice({ kind: 'config', detail: problem });
  try {
    const manifest = await fetchManifest(config.layers);
    const early = manifest.layers.filter(({ isLate }) => !isLate);
    // the panel needs the city only, so it is asked for first
    const comingCity = fetchCity(config.layers, manifest);
    const coming = early.map((entry) => settled(fetchLayer(config.layers, entry)));
    const city = await comingCity;
    set({ phase: { kind: 'ready', manifest, city }, atlas: atlasOf(city, []), layers: loading(early) });
    await Promise.all(early.map(async ({ id }, index) => receive(id, await coming[index])));
    reportUnknown(manifest);
    if (!needsEverything(get().view))
      await Promise.race([started, new Promise((resolve) => setTimeout(resolve, LATEST_START_MS))]);
    await Promise.all(manifest.layers.filter(({ isLate }) => isLate).map(({ id }) => loadLayer(id)));
  } catch (error) {
    const part = error instanceof ReadProblem && error.part === 'manifest' ? 'manifest' : 'city';
    set({ phase: { kind: 'failed', part, detail: detailOf(error) } });
  }
}

/** Where no map says that it is drawn: the list is open, or drawing takes its time. */
const LATEST_START_MS = 4000;
let start: () => void;
const started = new Promise<void>((resolve) => {
  start = resolve;
});

/** Who has just been given the map can use it before the rest is fetched. */
const PAUSE_MS = 500;

/** What the late layers say is asked for already: an answer names the neighbourhood, and the other rooms use them all. */
const needsEverything = ({ room, point }: View): boolean => room !== 'resident' || point !== null;

/** The rest is fetched now, whether or not the map has been drawn. */
export const fetchTheRest = (): void => start();

/** The map has been drawn: what waited for the start to be over may begin. */
export const pageHasStarted = (): void => void setTimeout(start, PAUSE_MS);

const loading = (entries: readonly LayerEntry[]): State['layers'] =>
  Object.fromEntries(entries.map(({ id }) => [id, { state: 'loading' }]));

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** A promise that never fails: it may come to nothing before anybody waits for it. */
const settled = <T>(promise: Promise<T>): Promise<Outcome<T>> =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

const detailOf = (error: unknown): string => (error instanceof ReadProblem ? error.detail : String(error));

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
    const changesPackage = Object.values(arrived).some(
      (layer) => layer.state !== 'ready' || layer.content.role === 'package',
    );
    arrived = {};
    gathering = null;
    if (phase.kind !== 'ready') return;
    if (changesPackage) set({ layers: next, atlas: atlasOf(phase.city, packageOf(phase.manifest, next)) });
    else set({ layers: next });
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
    // one that comes late is not waited for
    layers: entry.isLate ? layers : { ...layers, ...loading([entry]) },
    notices: notices.filter((notice) => notice.kind !== 'layer' || notice.layerId !== layerId),
  }));
  await receive(layerId, await settled(fetchLayer(config.layers, entry)));
}

/** Shows a layer that came, or says which one did not. */
async function receive(layerId: string, outcome: Outcome<LayerContent> | undefined): Promise<void> {
  if (outcome && 'value' in outcome) {
    await show(layerId, { state: 'ready', content: outcome.value });
    return;
  }
  const detail = detailOf(outcome?.error);
  addNotice({ kind: 'layer', layerId, detail });
  await show(layerId, { state: 'failed', detail });
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
  if (needsEverything(view)) fetchTheRest();
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
