import { create } from 'zustand';
import { LightAndSightClient } from '../analysis/lightAndSight/client.ts';
import {
  type AreaAnswer,
  type CameraAnswer,
  DEFAULT_SETTINGS,
  type OpticFile,
  type PlaceAnswer,
  type Report,
  type Settings,
  type StrakAnswer,
  type UnionAnswer,
} from '../analysis/lightAndSight/question.ts';
import type { LngLat } from '../geometry/plane.ts';
import {
  type Answers,
  drawnAnswers,
  NOTHING_DRAWN,
  type ResultImage,
  type ResultOverlay,
  type ShownResults,
  tileImages,
} from './lightAndSightDrawn.ts';

export interface PointerAnswer {
  readonly lngLat: LngLat;
  readonly answer: PlaceAnswer;
}

interface Results extends Answers {
  /** Drawn over the plan; shaped like the map's overlays. */
  readonly overlays: readonly ResultOverlay[];
  /** Pictures laid on the ground; shaped like the map's images. */
  readonly images: readonly ResultImage[];
  readonly union: UnionAnswer | null;
  readonly status: {
    readonly kind: 'off' | 'working' | 'done' | 'failed';
    /** Of the first full raster, where that takes a while. */
    readonly share: number | null;
    readonly detail?: string;
  };
  readonly cellMetres: number | null;
  readonly pointer: PointerAnswer | null;
  readonly shown: ShownResults;
  readonly settings: Settings;
  readonly opticFiles: readonly (OpticFile & { readonly name: string })[];
}

const NO_ANSWERS: Answers = { straks: {}, cameras: {}, areas: {}, isolux: {} };

const EMPTY: Omit<Results, 'shown' | 'settings' | 'opticFiles'> = {
  ...NO_ANSWERS,
  overlays: NOTHING_DRAWN,
  images: [],
  union: null,
  status: { kind: 'off', share: null },
  cellMetres: null,
  pointer: null,
};

/** What the light and sight calculations have found for the open proposal. Changed only by the functions below. */
export const useResults = create<Results>(() => ({
  ...EMPTY,
  shown: { glow: true, isolux: false, gaps: true, zones: true, dark: true, residents: false },
  settings: DEFAULT_SETTINGS,
  opticFiles: [],
}));

const set = useResults.setState;
const get = useResults.getState;

let client: LightAndSightClient | null = null;

/** The worker's client, started by the first question. */
export function lightAndSightClient(): LightAndSightClient {
  client ??= new LightAndSightClient({
    onReport: take,
    onState: (kind, detail) => {
      if (detail !== undefined) console.error(detail);
      if (kind === 'done') askedAt = null;
      set({ status: { kind, share: null, ...(detail && { detail }) } });
    },
  });
  return client;
}

/** Ends the worker and forgets its results. */
export function endLightAndSight(): void {
  client?.stop();
  client = null;
  pixelsByKey.clear();
  set(EMPTY);
}

const pixelsByKey = new Map<string, ResultImage>();

const merged = <Answer extends { readonly id: string }>(
  before: Readonly<Record<string, Answer>>,
  { answers, gone }: { readonly answers: readonly Answer[]; readonly gone: readonly string[] },
): Readonly<Record<string, Answer>> => {
  const next: Record<string, Answer> = { ...before };
  for (const id of gone) delete next[id];
  for (const answer of answers) next[answer.id] = answer;
  return next;
};

function take(report: Report): void {
  switch (report.kind) {
    case 'progress':
      set({ status: { kind: 'working', share: report.share } });
      return;
    case 'tiles':
      tileImages(pixelsByKey, report);
      set(({ status }) => ({
        images: imagesNow(),
        cellMetres: report.cellMetres,
        status: { ...status, share: null },
      }));
      stopPictureClock();
      return;
    case 'isolux': {
      const next = { ...get().isolux };
      for (const key of report.gone) delete next[key];
      for (const tile of report.tiles) next[tile.key] = tile;
      redraw({ isolux: next });
      return;
    }
    case 'cameras':
      redraw({ cameras: merged<CameraAnswer>(get().cameras, report) });
      return;
    case 'straks':
      redraw({ straks: merged<StrakAnswer>(get().straks, report) });
      return;
    case 'areas':
      redraw({ areas: merged<AreaAnswer>(get().areas, report) });
      return;
    case 'union':
      set({ union: report.answer });
      return;
  }
}

/** How long pictures took from the question to the frame that shows them, for whoever measures; the latest ones. */
export const PICTURE_MEASURE = 'light-picture';
const KEPT_MEASURES = 200;
let askedAt: number | null = null;

/** A question leaves for the worker: the clock starts unless it runs already. */
export function startPictureClock(): void {
  askedAt ??= performance.now();
}

function stopPictureClock(): void {
  const start = askedAt;
  askedAt = null;
  if (start === null) return;
  requestAnimationFrame((end) => {
    const kept = performance.getEntriesByName(PICTURE_MEASURE).length;
    if (kept >= KEPT_MEASURES) performance.clearMeasures(PICTURE_MEASURE);
    performance.measure(PICTURE_MEASURE, { start, end: Math.max(start, end) });
  });
}

const imagesNow = (): readonly ResultImage[] => (get().shown.glow ? [...pixelsByKey.values()] : []);

function redraw(change: Partial<Answers>): void {
  const before = get();
  const { shown, settings, overlays } = before;
  const { straks, cameras, areas, isolux } = { ...before, ...change };
  set({
    ...change,
    overlays: drawnAnswers({ straks, cameras, areas, isolux }, { shown, settings }, overlays),
  });
}

/** Switches a result on the map on or off. */
export function showResults(change: Partial<ShownResults>): void {
  set(({ shown }) => ({ shown: { ...shown, ...change } }));
  set({ images: imagesNow() });
  redraw({});
}

/** Settings as they now are; whoever changes them keeps them too. */
export function takeSettings(settings: Settings): void {
  if (JSON.stringify(settings) === JSON.stringify(get().settings)) return;
  set({ settings });
  redraw({});
}

export function takeOpticFiles(opticFiles: Results['opticFiles']): void {
  set({ opticFiles });
}

let asked: LngLat | null = null;
let isAsking = false;

/** The pointer is over a place of the map, or has left it. The newest place is asked about, one question at a time. */
export function pointAt(lngLat: LngLat | null): void {
  asked = lngLat;
  if (lngLat === null) set({ pointer: null });
  else if (client && !isAsking) void askAtPointer(client);
}

async function askAtPointer(from: LightAndSightClient): Promise<void> {
  isAsking = true;
  try {
    while (asked) {
      const lngLat: LngLat = asked;
      asked = null;
      const answer = await from.at(lngLat);
      if (answer && from === client) set({ pointer: { lngLat, answer } });
    }
  } finally {
    isAsking = false;
  }
}
