/**
 * Question: on every ray from a viewer, which wall comes first?
 * Method: lower envelope of the walls' distances by divide and conquer. Two envelopes are merged span by span; where the
 *   nearer wall changes within a span, the walls cross, and the span is cut at that ray. So walls may touch, overlap, run
 *   along each other or cross, and nothing has to be cut up beforehand. No event order can go wrong: an error of
 *   rounding moves an edge by about 1e-13 m and does no more.
 * Source: the envelope view of visibility, e.g. Atallah 1985, "Some dynamic computational geometry problems"; Hershberger 1989,
 *   "Finding the upper envelope of n line segments in O(n log n) time".
 * Units: rays as in ray.ts, metres from the viewer.
 * Complexity: O(n α(n) log n) for n walls.
 */
import { crossingRay, stepsToWall, type Walls } from './walls.ts';

/** Which wall comes first from ray to ray; rays between two spans meet no wall. Sorted by ray. */
export interface Spans {
  count: number;
  start: Float64Array;
  end: Float64Array;
  wall: Int32Array;
}

const roomForSpans = (capacity: number): Spans => ({
  count: 0,
  start: new Float64Array(capacity),
  end: new Float64Array(capacity),
  wall: new Int32Array(capacity),
});

/** n walls that may cross have an envelope of at most λ₃(n) < 8 n pieces for any n that fits in memory. */
const PIECES_PER_SPAN = 8;
let front = roomForSpans(0);
let back = roomForSpans(0);

/** The envelope being written. */
interface Writing {
  spans: Spans;
  numbers: Float64Array;
  /** Where the run being written begins: pieces are never joined with those of the run before. */
  floor: number;
}

function emit({ spans, floor }: Writing, wall: number, [start, end]: readonly [number, number]): void {
  if (end <= start) return;
  const last = spans.count - 1;
  if (last >= floor && spans.wall[last] === wall && spans.end[last] === start) {
    spans.end[last] = end;
    return;
  }
  spans.start[spans.count] = start;
  spans.end[spans.count] = end;
  spans.wall[spans.count++] = wall;
}

/** Writes the nearer of two walls that both stand between two rays. */
function emitNearer(
  writing: Writing,
  [a, b]: readonly [number, number],
  [start, end]: readonly [number, number],
): void {
  const { numbers } = writing;
  const before = stepsToWall(numbers, a, start) - stepsToWall(numbers, b, start);
  const after = stepsToWall(numbers, a, end) - stepsToWall(numbers, b, end);
  if (before <= 0 && after <= 0) emit(writing, a, [start, end]);
  else if (before >= 0 && after >= 0) emit(writing, b, [start, end]);
  else {
    const found = crossingRay(numbers, a, b);
    const cut = found > start && found < end ? found : start + ((end - start) * before) / (before - after);
    emit(writing, before < 0 ? a : b, [start, cut]);
    emit(writing, before < 0 ? b : a, [cut, end]);
  }
}

/** Merges the runs [i, iEnd) and [j, jEnd) of `from` into what is being written. */
function mergeRuns(from: Spans, writing: Writing, [i, iEnd, j, jEnd]: Run): void {
  let ray = -1;
  while (i < iEnd || j < jEnd) {
    const iStart = i < iEnd ? (from.start[i] as number) : Infinity;
    const jStart = j < jEnd ? (from.start[j] as number) : Infinity;
    ray = Math.max(ray, Math.min(iStart, jStart));
    const iStands = iStart <= ray;
    const jStands = jStart <= ray;
    const iNext = iStands ? (from.end[i] as number) : iStart;
    const jNext = jStands ? (from.end[j] as number) : jStart;
    const next = Math.min(iNext, jNext);
    if (iStands && jStands)
      emitNearer(writing, [from.wall[i] as number, from.wall[j] as number], [ray, next]);
    else if (iStands) emit(writing, from.wall[i] as number, [ray, next]);
    else if (jStands) emit(writing, from.wall[j] as number, [ray, next]);
    ray = next;
    if (iStands && iNext === next) i++;
    if (jStands && jNext === next) j++;
  }
}

type Run = readonly [i: number, iEnd: number, j: number, jEnd: number];

/** The nearest wall on every ray. The answer lives until the next call. */
export function nearestWalls(walls: Walls): Spans {
  const needed = PIECES_PER_SPAN * walls.spanCount;
  if (front.start.length < needed) {
    front = roomForSpans(2 * needed);
    back = roomForSpans(2 * needed);
  }
  front.count = walls.spanCount;
  let runStarts: number[] = [];
  for (let i = 0; i < walls.spanCount; i++) {
    front.start[i] = walls.spanStart[i] as number;
    front.end[i] = walls.spanEnd[i] as number;
    front.wall[i] = walls.spanWall[i] as number;
    runStarts.push(i);
  }
  while (runStarts.length > 1) {
    const merged: number[] = [];
    back.count = 0;
    const writing: Writing = { spans: back, numbers: walls.numbers, floor: 0 };
    for (let run = 0; run < runStarts.length; run += 2) {
      const middle = runStarts[run + 1] ?? front.count;
      const end = runStarts[run + 2] ?? front.count;
      writing.floor = back.count;
      merged.push(back.count);
      mergeRuns(front, writing, [runStarts[run] as number, middle, middle, end]);
    }
    runStarts = merged;
    [front, back] = [back, front];
  }
  return front;
}
