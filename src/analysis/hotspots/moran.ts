/*
 * Question  Do neighbouring places resemble each other more than chance would have it: overall, and around each place?
 * Method    I = (n/S0)·z'Wz / z'z with expectation −1/(n−1) and variance under normality and randomisation;
 *           local I_i = z_i·Σ w_ij z_j / m2.
 * Source    Cliff & Ord (1981) for the moments; Anselin (1995), Geographical Analysis 27:93–115 for the local form.
 *           Packages differ in m2: Σz²/n (R spdep) or Σz²/(n−1) (PySAL esda), so the divisor is named.
 * Units     none. O(pairs · log degree).
 */
import { twoSidedP } from '../evaluation/normalDistribution.ts';
import type { Neighbours } from './neighbours.ts';

export interface MoranResult {
  readonly index: number;
  readonly expected: number;
  readonly varianceRandomisation: number;
  readonly varianceNormality: number;
  /** Under randomisation. */
  readonly z: number;
  readonly twoSidedP: number;
}

/** Global Moran's I; NaN throughout where all values are equal or no place has a neighbour. */
export function moran(values: Float64Array, neighbours: Neighbours): MoranResult {
  const n = values.length;
  const z = centred(values);
  const { s0, s1, s2 } = weightMoments(neighbours, n);
  let [cross, squares, fourths] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const value = z[i] as number;
    cross += value * lagOf(z, neighbours, i);
    squares += value ** 2;
    fourths += value ** 4;
  }
  const index = squares > 0 && s0 > 0 ? (n / s0) * (cross / squares) : Number.NaN;
  const expected = -1 / (n - 1);
  const varianceNormality = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - expected ** 2;
  const kurtosis = (n * fourths) / squares ** 2;
  const varianceRandomisation =
    (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) -
      kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
      ((n - 1) * (n - 2) * (n - 3) * s0 * s0) -
    expected ** 2;
  const score = (index - expected) / Math.sqrt(varianceRandomisation);
  return { index, expected, varianceRandomisation, varianceNormality, z: score, twoSidedP: twoSidedP(score) };
}

/** Local Moran's I of each place, with the stated divisor of m2. */
export function localMoran(values: Float64Array, neighbours: Neighbours, divisor: 'n' | 'n-1'): Float64Array {
  const z = centred(values);
  const m2 = z.reduce((sum, value) => sum + value * value, 0) / (divisor === 'n' ? z.length : z.length - 1);
  return z.map((value, i) => (value * lagOf(z, neighbours, i)) / m2);
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function lagOf(z: Float64Array, { from, to, weight }: Neighbours, i: number): number {
  let lag = 0;
  for (let k = from[i] as number; k < (from[i + 1] as number); k++)
    lag += (weight[k] as number) * (z[to[k] as number] as number);
  return lag;
}

/** S0 = Σw, S1 = ½Σ(w_ij + w_ji)², S2 = Σ(row sum + column sum)². */
function weightMoments({ from, to, weight }: Neighbours, n: number) {
  const [rowSums, columnSums] = [new Float64Array(n), new Float64Array(n)];
  const byPair = new Map<number, number>();
  let s0 = 0;
  for (let i = 0; i < n; i++)
    for (let k = from[i] as number; k < (from[i + 1] as number); k++) {
      const [j, w] = [to[k] as number, weight[k] as number];
      s0 += w;
      rowSums[i] = (rowSums[i] as number) + w;
      columnSums[j] = (columnSums[j] as number) + w;
      const pair = Math.min(i, j) * n + Math.max(i, j);
      byPair.set(pair, (byPair.get(pair) ?? 0) + w);
    }
  let s1 = 0;
  for (const [pair, w] of byPair) s1 += Math.floor(pair / n) === pair % n ? 2 * w * w : w * w;
  const s2 = rowSums.reduce((sum, row, i) => sum + (row + (columnSums[i] as number)) ** 2, 0);
  return { s0, s1, s2 };
}
