/*
 * Question  Around which places do high (or low) values gather more than chance would have it?
 * Method    Gi* z = (Σ w·x − X̄·W) / (S·√((n·Σw² − W²)/(n−1))), self included; Gi leaves the place itself out of the
 *           neighbours, the mean and the spread, and uses n−1 and n−2.
 * Source    Ord & Getis (1995), Geographical Analysis 27:286–306. Values agree with R spdep::localG and PySAL esda.
 * Units     none (z). A z needs its p and a false-discovery control (`falseDiscovery.ts`): thousands of tests are run.
 * Cost      O(pairs) for given neighbours; on a grid O(cells) for a square, O(cells · radius) for a disc.
 * Caution   Few events make z far from normal: use `permutation.ts`. Counts need an exposure (`rates.ts`). The result
 *           depends on the cell size. Where all values are equal there is no pattern to find and every z is NaN.
 */
import { checkpoint, type Watcher } from './interruption.ts';
import type { Neighbours } from './neighbours.ts';

/** Gi* for any weights. The neighbours must include the place itself. */
export function getisOrdStar(values: Float64Array, neighbours: Neighbours): Float64Array {
  const n = values.length;
  const { mean, deviation } = momentsOf(values);
  return Float64Array.from(values, (_, i) => {
    const { lag, sum, squares } = rowOf(values, neighbours, i);
    return standardised(lag - mean * sum, deviation, n * squares - sum * sum, n - 1);
  });
}

/** Gi for any weights without the place itself. A place without neighbours has no Gi (NaN). */
export function getisOrd(values: Float64Array, neighbours: Neighbours): Float64Array {
  const n = values.length;
  const total = values.reduce((sum, x) => sum + x, 0);
  const squared = values.reduce((sum, x) => sum + x * x, 0);
  return Float64Array.from(values, (x, i) => {
    const { lag, sum, squares } = rowOf(values, neighbours, i);
    const mean = (total - x) / (n - 1);
    const deviation = Math.sqrt(Math.max(0, (squared - x * x) / (n - 1) - mean * mean));
    return standardised(lag - mean * sum, deviation, (n - 1) * squares - sum * sum, n - 2);
  });
}

function rowOf(values: Float64Array, { from, to, weight }: Neighbours, i: number) {
  let [lag, sum, squares] = [0, 0, 0];
  for (let k = from[i] as number; k < (from[i + 1] as number); k++) {
    const w = weight[k] as number;
    lag += w * (values[to[k] as number] as number);
    sum += w;
    squares += w * w;
  }
  return { lag, sum, squares };
}

function standardised(excess: number, deviation: number, spread: number, freedom: number): number {
  if (!(deviation > 0) || !(spread > 0)) return Number.NaN;
  return excess / (deviation * Math.sqrt(spread / freedom));
}

/** Mean and population standard deviation in two passes, so that a large common level costs no digits. */
function momentsOf(values: Float64Array, inside?: Uint8Array) {
  let [n, total] = [0, 0];
  for (let i = 0; i < values.length; i++)
    if (!inside || inside[i]) {
      n++;
      total += values[i] as number;
    }
  const mean = total / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++)
    if (!inside || inside[i]) squares += ((values[i] as number) - mean) ** 2;
  // Rounding alone must not pass for variation.
  const noise = n * (4 * Number.EPSILON * Math.abs(mean)) ** 2;
  return { n, mean, deviation: squares > noise ? Math.sqrt(squares / n) : 0 };
}

export interface GridGiRequest {
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
  /** Neighbours reach this many cells from the cell itself. */
  readonly radiusCells: number;
  /** square: all cells within the radius along both axes (queen for 1). disc: centres within the radius. */
  readonly shape: 'square' | 'disc';
  /** Cells that belong to the area (1). Others are neither tested, nor neighbours, nor part of the mean. */
  readonly inside?: Uint8Array | undefined;
}

/** Gi* with binary weights on a grid, self included; NaN outside the area. Agrees with `getisOrdStar` cell by cell. */
export function getisOrdStarOnGrid(request: GridGiRequest, watcher?: Watcher): Float64Array {
  const { values, columns, rows, inside } = request;
  const { n, mean, deviation } = momentsOf(values, inside);
  const excessBefore = runningSums(request, (cell) => (values[cell] as number) - mean);
  const cellsBefore = inside ? runningSums(request, () => 1) : undefined;
  const spans = rowSpans(request);
  const result = new Float64Array(columns * rows);
  const width = columns + 1;
  const reach = Math.floor(request.radiusCells);
  for (let row = 0; row < rows; row++) {
    if (row % 32 === 0) checkpoint(watcher, row / rows);
    const lowest = Math.max(0, row - reach);
    const highest = Math.min(rows - 1, row + reach);
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (inside && !inside[cell]) {
        result[cell] = Number.NaN;
        continue;
      }
      let [excess, count] = [0, 0];
      for (let y = lowest; y <= highest; y++) {
        const half = spans[y - row + reach] as number;
        const start = y * width + Math.max(0, column - half);
        const end = y * width + Math.min(columns, column + half + 1);
        excess += (excessBefore[end] as number) - (excessBefore[start] as number);
        count += cellsBefore ? (cellsBefore[end] as number) - (cellsBefore[start] as number) : end - start;
      }
      result[cell] = standardised(excess, deviation, n * count - count * count, n - 1);
    }
  }
  checkpoint(watcher, 1);
  return result;
}

/** How far the neighbourhood reaches along each of its rows, in cells. */
function rowSpans({ radiusCells, shape }: GridGiRequest): Int32Array {
  const reach = Math.floor(radiusCells);
  return Int32Array.from({ length: 2 * reach + 1 }, (_, k) =>
    shape === 'square' ? reach : Math.floor(Math.sqrt(radiusCells ** 2 - (k - reach) ** 2)),
  );
}

/** Running sums along each row, one longer than the row; cells outside the area add nothing. */
function runningSums(
  { columns, rows, inside }: GridGiRequest,
  amountOf: (cell: number) => number,
): Float64Array {
  const sums = new Float64Array((columns + 1) * rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (!inside || inside[cell]) sum += amountOf(cell);
      sums[row * (columns + 1) + column + 1] = sum;
    }
  }
  return sums;
}
