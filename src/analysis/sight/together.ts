/**
 * Question: where is it lit, where is it seen, where both or neither, and where does a camera look into the dark?
 * Method: each step of a path or cell of an area is put into exactly one state from its illuminance and its pixel density.
 *   Unknown light is a state of its own and never counts as dark. Light comes in as a lookup: this room knows no lamps.
 * Units: lux, pixels per metre, metres.
 * Complexity: O(places).
 */
import type { Line } from '../../geometry/line.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import { type AreaGrid, cellMiddle } from './areaCoverage.ts';
import { type Stretch, stepsOf, stretchesWhere } from './pathCoverage.ts';
import { observe, type Watcher } from './watcher.ts';

/**
 * What holds at a place. `seen`: the camera has light enough although people have not. `seen-but-dark`: a camera looks that
 * way but has too little light, as people have; `lit-but-dark-for-camera`: people have enough but the camera needs more. The
 * two last: the light is not known.
 */
export const TOGETHER_STATES = [
  'both',
  'lit',
  'seen',
  'seen-but-dark',
  'lit-but-dark-for-camera',
  'neither',
  'seen-light-unknown',
  'light-unknown',
] as const;
export type TogetherState = (typeof TOGETHER_STATES)[number];

/** What counts as lit and as seen; all chosen by the caller, none has a general standard value. */
export interface TogetherLimits {
  /** Enough for people: the path's wanted class, as a rule. */
  litLux: number;
  /** Enough for the camera, by its data sheet; 0 for one with its own infrared light. */
  cameraLux: number;
  /** Least density that counts as seen; 0 takes any. */
  pixelsPerMetre: number;
}

/** Lux at a place; undefined where the light is not known. */
export type LuxLookup = (point: PlanePoint) => number | undefined;
/** Best density at a place: 0 unseen, undefined when seen by cameras of unknown optics only. */
export type DensityLookup = (point: PlanePoint) => number | undefined;

/** The best density of many watchers, masks taken away. */
export const bestDensityOf =
  (watchers: readonly Watcher[]): DensityLookup =>
  (point) => {
    let best: number | undefined = 0;
    for (const watcher of watchers) {
      const observation = observe(watcher, point);
      if (observation === undefined) continue;
      if (observation.pixelsPerMetre === undefined) best = best === 0 ? undefined : best;
      else best = Math.max(best ?? 0, observation.pixelsPerMetre);
    }
    return best;
  };

/** The state of one place. Unknown density counts as seen only when no density is asked for. */
export function togetherStateOf(
  lux: number | undefined,
  pixelsPerMetre: number | undefined,
  limits: TogetherLimits,
): TogetherState {
  const isSeen =
    pixelsPerMetre === undefined
      ? limits.pixelsPerMetre === 0
      : pixelsPerMetre > 0 && pixelsPerMetre >= limits.pixelsPerMetre;
  if (lux === undefined || Number.isNaN(lux)) return isSeen ? 'seen-light-unknown' : 'light-unknown';
  const isLit = lux >= limits.litLux;
  if (!isSeen) return isLit ? 'lit' : 'neither';
  if (lux < limits.cameraLux) return isLit ? 'lit-but-dark-for-camera' : 'seen-but-dark';
  return isLit ? 'both' : 'seen';
}

/** Lookups and limits of one question. */
export interface TogetherQuestion {
  luxAt: LuxLookup;
  densityAt: DensityLookup;
  limits: TogetherLimits;
}

/** The states of many places, as indices into `TOGETHER_STATES`, and the share of each state. */
export interface Together {
  states: Uint8Array;
  shares: Record<TogetherState, number>;
}

/** State code of places that lie outside an area. */
export const OUTSIDE = 255;

function judged(
  count: number,
  placeOf: (index: number) => PlanePoint | undefined,
  question: TogetherQuestion,
): Together {
  const states = new Uint8Array(count).fill(OUTSIDE);
  const counts = TOGETHER_STATES.map(() => 0);
  let counted = 0;
  for (let i = 0; i < count; i++) {
    const place = placeOf(i);
    if (place === undefined) continue;
    const state = togetherStateOf(question.luxAt(place), question.densityAt(place), question.limits);
    const code = TOGETHER_STATES.indexOf(state);
    states[i] = code;
    counts[code] = (counts[code] ?? 0) + 1;
    counted++;
  }
  const shares = TOGETHER_STATES.map((state, i) => [state, (counts[i] ?? 0) / Math.max(1, counted)] as const);
  return { states, shares: Object.fromEntries(shares) as Record<TogetherState, number> };
}

/** A stretch of a path in one state. */
export interface StateStretch extends Stretch {
  state: TogetherState;
}

/** Light and sight together along a path: every metre lies in exactly one stretch. */
export function togetherAlong(
  line: Line,
  question: TogetherQuestion & { stepMetres?: number },
): Together & { lengthMetres: number; stretches: StateStretch[] } {
  const { lengthMetres, stepMetres, places } = stepsOf(line, question.stepMetres);
  const together = judged(places.length, (i) => places[i]?.point, question);
  const stretches = TOGETHER_STATES.flatMap((state, code) =>
    stretchesWhere(places.length, stepMetres, (step) => together.states[step] === code).map((stretch) => ({
      ...stretch,
      state,
    })),
  ).sort((a, b) => a.fromMetres - b.fromMetres);
  return { ...together, lengthMetres, stretches };
}

/** Light and sight together over an area's grid; cells outside the area are `OUTSIDE`. */
export const togetherOver = (grid: AreaGrid, question: TogetherQuestion): Together =>
  judged(
    grid.inside.length,
    (cell) => (grid.inside[cell] === 1 ? cellMiddle(grid, cell) : undefined),
    question,
  );
