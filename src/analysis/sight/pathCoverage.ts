/**
 * Question: how much of a path do cameras see, how well, from how many sides, and where does nobody see?
 * Method: the path is cut into equal steps by chainage; each step is judged at its middle, so shares are of length. A step's
 *   level is that of the best camera.
 * Units: metres of chainage, degrees, pixels per metre.
 * Complexity: O(steps × cameras whose box holds the step).
 */
import { angleBetweenDegrees } from '../../geometry/bearing.ts';
import { type Line, lineLengthMetres, placesAtChainages } from '../../geometry/line.ts';
import { type DensityScale, levelReached, SCALE_2025 } from './densityLevels.ts';
import { observe, type Watcher } from './watcher.ts';

/** Steps are about this long. */
export const STEP_METRES = 1;
/** A face shows when the walker looks at most this far past the camera (a setting, not a standard's figure). */
export const FACING_DEGREES = 45;

/** A part of a path. */
export interface Stretch {
  fromMetres: number;
  toMetres: number;
  lengthMetres: number;
}

/** What the cameras see of a path. Arrays have one entry for each step. */
export interface PathCoverage {
  lengthMetres: number;
  stepMetres: number;
  cameraCount: Uint16Array;
  /** Best level of the scale; -1 below the lowest, unseen, or seen by cameras of unknown optics only. */
  bestLevel: Int8Array;
  /** Smallest angle between walking direction and camera, walking with and against the line; NaN unseen. */
  forwardDegrees: Float32Array;
  backwardDegrees: Float32Array;
  seenShare: number;
  /** Share of the length at each level of the scale or better. */
  shareByLevel: number[];
  /** Share of the length seen by exactly so many cameras: entry 0 none, entry 1 one … */
  shareByCameraCount: number[];
  /** Share seen by two or more. */
  overlapShare: number;
  /** Share on which a walker's face is turned to a camera, walking with and against the line. */
  faceForwardShare: number;
  faceBackwardShare: number;
  unseen: Stretch[];
}

/** The longest stretches of steps on which a condition holds, from the start of the path. */
export function stretchesWhere(
  stepCount: number,
  stepMetres: number,
  holds: (step: number) => boolean,
): Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  for (let step = 0; step <= stepCount; step++) {
    const isIn = step < stepCount && holds(step);
    if (isIn && start < 0) start = step;
    if (!isIn && start >= 0) {
      const [fromMetres, toMetres] = [start * stepMetres, step * stepMetres];
      stretches.push({ fromMetres, toMetres, lengthMetres: toMetres - fromMetres });
      start = -1;
    }
  }
  return stretches;
}

/** The middles of the equal steps of a path, none when it has no length. */
export function stepsOf(line: Line, stepMetres = STEP_METRES) {
  const lengthMetres = lineLengthMetres(line);
  const count = lengthMetres > 0 ? Math.max(1, Math.round(lengthMetres / stepMetres)) : 0;
  const exact = count === 0 ? 0 : lengthMetres / count;
  const middles = Array.from({ length: count }, (_, i) => (i + 0.5) * exact);
  return { lengthMetres, stepMetres: exact, places: placesAtChainages(line, middles) };
}

const shareWhere = (values: ArrayLike<number>, holds: (value: number) => boolean): number => {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (holds(values[i] as number)) count++;
  return values.length === 0 ? 0 : count / values.length;
};

/** How a path is judged. */
export interface PathQuestion {
  scale?: DensityScale;
  stepMetres?: number;
}

/** What cameras see of a path. */
export function pathCoverageOf(
  line: Line,
  watchers: readonly Watcher[],
  question: PathQuestion = {},
): PathCoverage {
  const scale = question.scale ?? SCALE_2025;
  const { lengthMetres, stepMetres, places } = stepsOf(line, question.stepMetres);
  const cameraCount = new Uint16Array(places.length);
  const bestLevel = new Int8Array(places.length).fill(-1);
  const forwardDegrees = new Float32Array(places.length).fill(Number.NaN);
  const backwardDegrees = new Float32Array(places.length).fill(Number.NaN);
  places.forEach(({ point, bearingDegrees }, step) => {
    for (const watcher of watchers) {
      const observation = observe(watcher, point);
      if (observation === undefined) continue;
      cameraCount[step] = (cameraCount[step] ?? 0) + 1;
      const level = levelReached(scale, observation.pixelsPerMetre ?? 0);
      bestLevel[step] = Math.max(bestLevel[step] ?? -1, level);
      const angle = angleBetweenDegrees(bearingDegrees, observation.towardsBearingDegrees);
      forwardDegrees[step] = smaller(forwardDegrees[step], angle);
      backwardDegrees[step] = smaller(backwardDegrees[step], 180 - angle);
    }
  });
  const most = cameraCount.reduce((a, b) => Math.max(a, b), 0);
  return {
    lengthMetres,
    stepMetres,
    cameraCount,
    bestLevel,
    forwardDegrees,
    backwardDegrees,
    seenShare: shareWhere(cameraCount, (count) => count > 0),
    shareByLevel: scale.levels.map((_, level) => shareWhere(bestLevel, (best) => best >= level)),
    shareByCameraCount: Array.from({ length: most + 1 }, (_, n) =>
      shareWhere(cameraCount, (count) => count === n),
    ),
    overlapShare: shareWhere(cameraCount, (count) => count > 1),
    faceForwardShare: shareWhere(forwardDegrees, (angle) => angle <= FACING_DEGREES),
    faceBackwardShare: shareWhere(backwardDegrees, (angle) => angle <= FACING_DEGREES),
    unseen: stretchesWhere(places.length, stepMetres, (step) => cameraCount[step] === 0),
  };
}

const smaller = (known: number | undefined, angle: number): number =>
  known === undefined || Number.isNaN(known) ? angle : Math.min(known, angle);
