/**
 * Question: what is the common outline of many overlapping outlines?
 * Method: the covered stretches of neighbouring scan lines are linked where exactly one lies over exactly one; each chain of
 *   links is one outline. Between two lines sides are straight, so straight sides stay straight; where parts join or
 *   split, outlines meet half-way between two lines. No outline has a hole: a hole parts the outlines around it.
 * Units: metres.
 * Complexity: O(crossings).
 */
import type { PlanePoint } from './plane.ts';
import { type Scanlines, stepOf } from './scanline.ts';

/** A piece of an outline being drawn upwards: its west and its east side. */
interface Strip {
  west: PlanePoint[];
  east: PlanePoint[];
}

/** The covered stretches of one line, west to east: west end, east end, west end … */
function coveredStretches({ rowStart, eastMetres, mark }: Scanlines, row: number): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let i = rowStart[row] as number; i < (rowStart[row + 1] as number); i++) {
    const before = depth;
    depth += stepOf(mark[i] as number);
    const east = eastMetres[i] as number;
    if (before === 0) ends.push(east);
    else if (depth === 0) {
      if (east > (ends[ends.length - 1] as number)) ends.push(east);
      else ends.pop();
    }
  }
  return ends;
}

const SEVERAL = -2;
const NONE = -1;

/** For each stretch the one stretch of the other line that it overlaps, NONE or SEVERAL. */
function linksOf(lower: readonly number[], upper: readonly number[]) {
  const down = new Int32Array(upper.length / 2).fill(NONE);
  const up = new Int32Array(lower.length / 2).fill(NONE);
  for (let i = 0, j = 0; i < up.length && j < down.length; ) {
    const [west, east] = [lower[2 * i] as number, lower[2 * i + 1] as number];
    const [otherWest, otherEast] = [upper[2 * j] as number, upper[2 * j + 1] as number];
    if (west < otherEast && otherWest < east) {
      up[i] = up[i] === NONE ? j : SEVERAL;
      down[j] = down[j] === NONE ? i : SEVERAL;
    }
    if (east < otherEast) i++;
    else j++;
  }
  return { up, down };
}

/**
 * The union as disjoint simple outlines, counter-clockwise; their area is that of the lines.
 */
export function unionOutlines(lines: Scanlines): PlanePoint[][] {
  const half = lines.spacingMetres / 2;
  const outlines: PlanePoint[][] = [];
  const finish = ({ west, east }: Strip): void => {
    for (const side of [west, east]) {
      const last = side[side.length - 1] as PlanePoint;
      side.push([last[0], last[1] + half]);
    }
    outlines.push([...east, ...west.reverse()]);
  };
  let before: number[] = [];
  let open: Strip[] = [];
  for (let row = 0; row + 1 < lines.rowStart.length; row++) {
    const north = (lines.firstRow + row + 0.5) * lines.spacingMetres;
    const stretches = coveredStretches(lines, row);
    const { up, down } = linksOf(before, stretches);
    open.forEach((strip, i) => {
      const above = up[i] as number;
      if (above < 0 || down[above] !== i) finish(strip);
    });
    const below = open;
    open = Array.from(down, (lower, j) => {
      const [west, east] = [stretches[2 * j] as number, stretches[2 * j + 1] as number];
      const isLinked = lower >= 0 && up[lower] === j;
      const strip = isLinked ? (below[lower] as Strip) : started(west, east, north - half);
      pushStraight(strip.west, west, north);
      pushStraight(strip.east, east, north);
      return strip;
    });
    before = stretches;
  }
  for (const strip of open) finish(strip);
  return outlines;
}

const started = (west: number, east: number, north: number): Strip => ({
  west: [[west, north]],
  east: [[east, north]],
});

/** Adds a point, in place of the last one where that lies on the straight way to it (to a tenth of a millimetre). */
function pushStraight(side: PlanePoint[], east: number, north: number): void {
  if (side.length > 2) {
    const a = side[side.length - 2] as PlanePoint;
    const b = side[side.length - 1] as PlanePoint;
    const straight = a[0] + ((east - a[0]) * (b[1] - a[1])) / (north - a[1]);
    if (Math.abs(straight - b[0]) < 1e-4) side.pop();
  }
  side.push([east, north]);
}
