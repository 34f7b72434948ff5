/*
 * Question  How wide should the kernel be, when nobody has decided it?
 * Method    0.9 · min(SD, √(1/ln 2)·median distance to the mean centre) · n^(−1/5).
 * Source    Silverman (1986), eq. 3.31, in the two-dimensional form used by common GIS tools. It is a starting value:
 *           domain practice in towns is 150 to 300 m, and the choice is always printed beside the map.
 * Units     metres. O(n log n).
 */
import type { PointColumns } from './grid.ts';

/** Practice for street-level urban events; outside it a surface says little. */
export const URBAN_BANDWIDTH_METRES = { least: 150, most: 300 } as const;

/** Cells at most a fifth of the bandwidth, so that the kernel is sampled well. */
export function largestCellMetres(bandwidthMetres: number): number {
  return bandwidthMetres / 5;
}

/** A data-driven starting bandwidth in metres; undefined with fewer than two distinct points. */
export function suggestedBandwidthMetres(points: PointColumns): number | undefined {
  const n = points.eastMetres.length;
  if (n < 2) return undefined;
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [east, north] = [mean(points.eastMetres), mean(points.northMetres)];
  const distances = points.eastMetres.map((x, i) =>
    Math.hypot(x - east, (points.northMetres[i] as number) - north),
  );
  const standardDistance = Math.sqrt(distances.reduce((sum, d) => sum + d * d, 0) / n);
  distances.sort();
  const median = ((distances[(n - 1) >> 1] as number) + (distances[n >> 1] as number)) / 2;
  // With over half the points on one spot the median is 0 and says nothing about spread.
  const spread = median > 0 ? Math.min(standardDistance, Math.sqrt(1 / Math.LN2) * median) : standardDistance;
  return spread > 0 ? 0.9 * spread * n ** -0.2 : undefined;
}
