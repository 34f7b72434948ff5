import { create } from 'zustand';
import { askGatherings, askHotCells, askSurface, type Following } from '../analysis/hotspots/client.ts';
import {
  type DisclosureLevel,
  type DisclosureLevelName,
  disclosureLevel,
} from '../analysis/hotspots/disclosureLevel.ts';
import { StoppedError } from '../analysis/hotspots/interruption.ts';
import type { Gatherings, HotCells, PatternEvents, SurfacePattern } from '../analysis/hotspots/patterns.ts';
import type { TimeKind } from '../analysis/time/timeBins.ts';
import { type DataSet, hasTimes } from '../domain/dataset.ts';
import type { Period } from '../domain/evaluation.ts';
import { type AreaTable, areaTable } from './areaTable.ts';
import type { Atlas } from './atlas.ts';
import { cityAreas, contextPolygons } from './councilAreas.ts';
import { type NamedPicture, NO_PICTURE, type PatternPicture, usePatterns } from './councilData.ts';
import { eventsOf, timeBinsOf } from './dataEvents.ts';
import {
  areasPicture,
  cellsPicture,
  gatheringsPicture,
  stepsUpTo,
  surfacePicture,
} from './patternPicture.ts';
import type { PatternSettings } from './patternSettings.ts';
import { chartsOf, chosenWeights, sum } from './patternWeights.ts';
import { planeOfCity } from './plane.ts';
import { useOpen } from './store.ts';

/** What was found, by the way it was looked for. */
export type PatternAnswer =
  | { readonly kind: 'density'; readonly pattern: SurfacePattern; readonly steps: readonly number[] }
  | { readonly kind: 'cells'; readonly pattern: HotCells }
  | { readonly kind: 'gatherings'; readonly pattern: Gatherings }
  | {
      readonly kind: 'areas';
      readonly table: AreaTable;
      readonly steps: readonly number[];
      readonly highest: number;
    }
  | { readonly kind: 'too-few' };

export interface PatternResult {
  readonly answer: PatternAnswer;
  /** What it answers: the settings and the set as they were. */
  readonly settings: PatternSettings;
  readonly dataSet: DataSet;
  readonly level: DisclosureLevel;
  /** Events counted, and those left out because their time says nothing. */
  readonly n: number;
  readonly withoutTime: number;
  /** Events by hour, weekday, season and darkness, each under the other choices; null without times. */
  readonly charts: Readonly<Record<TimeKind, Float64Array>> | null;
  readonly milliseconds: number;
}

/** What is found of one period of two. */
export type PairAnswer = Omit<PatternResult, 'milliseconds' | 'charts'> & { readonly period: Period };

interface PatternWork {
  readonly state: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  /** 0 to 1 while running. */
  readonly progress: number;
  readonly result: PatternResult | null;
  /** The answers behind the two periods of a pair, the earlier first, on their common scale. */
  readonly pair: readonly [PairAnswer, PairAnswer] | null;
  /** Which of the two periods the map shows; null is the period that was chosen, on its own scale. */
  readonly shownPeriod: 0 | 1 | null;
}

const NO_WORK: PatternWork = { state: 'idle', progress: 0, result: null, pair: null, shownPeriod: null };

/** The calculation under way and the last answer. */
export const usePatternWork = create<PatternWork>(() => NO_WORK);

let current: AbortController | null = null;

/** Stops the calculation; the last answer stays. */
export function stopPatterns(): void {
  current?.abort();
  current = null;
}

/** Takes everything that was found off the map and out of memory. */
export function clearPatterns(): void {
  stopPatterns();
  asked = null;
  show(NO_PICTURE, null);
  usePatternWork.setState(NO_WORK);
}

/** Takes the pattern off the map; what was found stays, and so does the pair for a slider. */
export function hidePattern(): void {
  asked = null;
  show(NO_PICTURE, usePatterns.getState().pair);
}

/** Words that the picture itself writes. */
export interface PictureWords {
  readonly high: string;
  readonly low: string;
  readonly period: (period: Period) => string;
}

export interface PatternQuestion {
  readonly atlas: Atlas;
  readonly dataSet: DataSet;
  readonly settings: PatternSettings;
  readonly words: PictureWords;
}

let asked: PatternQuestion | null = null;

/** In a meeting others look on: what was found for work is found again by the stricter rule, or taken away. */
useOpen.subscribe(({ view }, { view: before }) => {
  if (view.desk !== 'meeting' || before.desk === 'meeting' || asked?.settings.level !== 'working') return;
  const strict: PatternQuestion = { ...asked, settings: { ...asked.settings, level: 'presented' } };
  show(NO_PICTURE, usePatterns.getState().pair);
  void findPatterns(strict);
});

/** Finds the pattern that the settings ask for and lays it on the map. A new question stops the one before. */
export async function findPatterns(question: PatternQuestion): Promise<void> {
  stopPatterns();
  asked = question;
  const controller = new AbortController();
  current = controller;
  const began = performance.now();
  usePatternWork.setState({ state: 'running', progress: 0 });
  const following: Following = {
    signal: controller.signal,
    onProgress: (progress) => usePatternWork.setState({ progress }),
  };
  try {
    const found = await answered(question, following);
    if (controller.signal.aborted) return;
    const result = { ...found.result, milliseconds: performance.now() - began };
    show(found.picture, found.pair);
    const { pairAnswers } = found;
    usePatternWork.setState({ state: 'done', progress: 1, result, pair: pairAnswers, shownPeriod: null });
  } catch (error) {
    if (current !== controller && current !== null) return;
    const isStopped = error instanceof StoppedError;
    if (!isStopped) console.error(error);
    usePatternWork.setState({ state: isStopped ? 'stopped' : 'failed', progress: 0 });
  }
}

/** Shows a picture; the images of the one before are let go once nothing can be drawing them. */
function show(picture: PatternPicture, pair: PatternsPair): void {
  const before = usePatterns.getState();
  const old = [before, ...(before.pair ?? [])].flatMap(({ images }) => images.map(({ url }) => url));
  const kept = new Set([picture, ...(pair ?? [])].flatMap(({ images }) => images.map(({ url }) => url)));
  usePatterns.setState({ overlays: picture.overlays, images: picture.images, pair });
  setTimeout(() => {
    for (const url of old) if (!kept.has(url)) URL.revokeObjectURL(url);
  }, 30_000);
}
type PatternsPair = ReturnType<typeof usePatterns.getState>['pair'];

interface Found {
  readonly result: Omit<PatternResult, 'milliseconds'>;
  readonly picture: PatternPicture;
  readonly pair: PatternsPair;
  readonly pairAnswers: PatternWork['pair'];
}

/** A pair is made to be shown to others, whatever the level of the work. */
const pairLevel = (level: DisclosureLevelName): DisclosureLevelName =>
  level === 'working' ? 'presented' : level;

async function answered(question: PatternQuestion, following: Following): Promise<Found> {
  const { dataSet, settings, atlas, words } = question;
  const bins = hasTimes(dataSet) ? await timeBinsOf(dataSet, atlas.city, following.onProgress) : null;
  const level = disclosureLevel(settings.level);
  const chosen = chosenWeights(question, settings.period, bins);
  const answer = await answerOf(question, { weights: chosen.weights, level, following });
  const result = {
    ...{ answer, settings, dataSet, level },
    n: sum(chosen.weights),
    withoutTime: chosen.withoutTime,
    charts: bins && chartsOf(bins, chosen.base, settings),
  };
  const picture = await pictureOf(answer, question, 'pattern');
  if (!settings.otherPeriod || !settings.period) return { result, picture, pair: null, pairAnswers: null };
  const [earlier, later] = [settings.period, settings.otherPeriod].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!earlier || !later) return { result, picture, pair: null, pairAnswers: null };
  const strict = disclosureLevel(pairLevel(settings.level));
  const found = async (period: Period): Promise<PairAnswer> => {
    const { weights, withoutTime } = chosenWeights(question, period, bins);
    const n = sum(weights);
    const own = await answerOf(question, { weights, level: strict, following });
    return { answer: own, settings, dataSet, level: strict, n, withoutTime, period };
  };
  const raw = [await found(earlier), await found(later)] as const;
  const steps = stepsUpTo(Math.max(0, ...raw.map((each) => highestOf(each.answer))));
  const onScale = (each: PairAnswer): PairAnswer => ({ ...each, answer: withSteps(each.answer, steps) });
  const pairAnswers = [onScale(raw[0]), onScale(raw[1])] as const;
  const named = async ({ answer: own, period }: PairAnswer, nth: number): Promise<NamedPicture> => ({
    ...(await pictureOf(own, question, `pattern-${nth}`)),
    title: words.period(period),
  });
  const pair = [await named(pairAnswers[0], 1), await named(pairAnswers[1], 2)] as const;
  return { result, picture, pair, pairAnswers };
}

interface Asking {
  readonly weights: Float64Array;
  readonly level: DisclosureLevel;
  readonly following: Following;
}

/** The rows that count at all, as copies that can be handed to the worker. */
function sentEvents({ dataSet, atlas }: PatternQuestion, { weights, level }: Asking): PatternEvents {
  const { eastMetres, northMetres } = eventsOf(dataSet, atlas.city);
  const kept = [...weights.keys()].filter((i) => (weights[i] as number) > 0);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, (i) => column[i] as number);
  return {
    points: { eastMetres: pick(eastMetres), northMetres: pick(northMetres) },
    weights: pick(weights),
    boundary: contextPolygons(useOpen.getState().layers, 'municipality', planeOfCity(atlas.city)),
    fewestEvents: level.fewestEvents,
  };
}

async function answerOf(question: PatternQuestion, asking: Asking): Promise<PatternAnswer> {
  const { settings, dataSet, atlas } = question;
  const { level, following, weights } = asking;
  if (settings.method === 'areas') {
    const areas = cityAreas(atlas, useOpen.getState().layers).filter(
      ({ kind }) => kind === settings.division,
    );
    const table = areaTable({ dataSet, areas, weights, level, city: atlas.city });
    const values = table.rows.flatMap(
      (row) => (settings.measure === 'rate' ? row.perThousand : row.total) ?? [],
    );
    const highest = Math.max(0, ...values);
    return { kind: 'areas', table, highest, steps: stepsUpTo(highest) };
  }
  if (sum(weights) < level.fewestEvents) return { kind: 'too-few' };
  const events = sentEvents(question, asking);
  switch (settings.method) {
    case 'density': {
      const pattern = await askSurface(events, settings.bandwidthMetres, following);
      return { kind: 'density', pattern, steps: stepsUpTo(pattern.highestPerKm2) };
    }
    case 'cells': {
      const cellMetres = Math.max(settings.cellMetres, level.finestCellMetres);
      const rule = { cellMetres, radiusMetres: 1.5 * cellMetres, level: 0.05 };
      return { kind: 'cells', pattern: await askHotCells(events, rule, following) };
    }
    case 'gatherings': {
      const rule = {
        epsilonMetres: settings.epsilonMetres,
        minimumPoints: settings.minimumPoints,
        cellMetres: level.finestCellMetres,
      };
      return { kind: 'gatherings', pattern: await askGatherings(events, rule, following) };
    }
  }
}

function highestOf(answer: PatternAnswer): number {
  if (answer.kind === 'density') return answer.pattern.highestPerKm2;
  return answer.kind === 'areas' ? answer.highest : 0;
}

const withSteps = (answer: PatternAnswer, steps: readonly number[]): PatternAnswer =>
  answer.kind === 'density' || answer.kind === 'areas' ? { ...answer, steps } : answer;

function pictureOf(
  answer: PatternAnswer,
  { atlas: { city }, atlas, settings, words }: PatternQuestion,
  id: string,
): Promise<PatternPicture> | PatternPicture {
  switch (answer.kind) {
    case 'density':
      return surfacePicture(answer.pattern, answer.steps, { city, id });
    case 'cells':
      return cellsPicture(answer.pattern, words, { city, id });
    case 'gatherings':
      return gatheringsPicture(answer.pattern, { city, id });
    case 'areas': {
      const areas = cityAreas(atlas, useOpen.getState().layers);
      return areasPicture(answer.table.rows, answer.steps, { areas, measure: settings.measure, id });
    }
    case 'too-few':
      return NO_PICTURE;
  }
}

/** Lays one of the two periods on the map, by their common scale. */
export function showPeriod(which: 0 | 1): void {
  const { pair } = usePatterns.getState();
  const picture = pair?.[which];
  if (!picture) return;
  usePatterns.setState({ overlays: picture.overlays, images: picture.images });
  usePatternWork.setState({ shownPeriod: which });
}
