/*
 * Question  Which events form dense groups of any shape, and which stand alone?
 * Method    DBSCAN with inclusive ε; minimumPoints counts the point itself. A border point within reach of two clusters
 *           belongs to the one found first, so only the partition of core points is independent of order.
 * Source    Ester, Kriegel, Sander & Xu (1996), KDD-96. Labels agree with scikit-learn 1.2.
 * Units     metres. O(n log n) plus the neighbour pairs, over a k-d tree.
 */
import KDBush from 'kdbush';
import type { PointColumns } from './grid.ts';
import { checkpoint, type Watcher } from './interruption.ts';

export const NOISE = -1;

export interface ClusterRequest {
  readonly points: PointColumns;
  readonly epsilonMetres: number;
  readonly minimumPoints: number;
}

export interface Clusters {
  /** Cluster number of each point from 0, or `NOISE`. */
  readonly labels: Int32Array;
  /** 1 where the point has enough neighbours to grow a cluster. */
  readonly core: Uint8Array;
  readonly clusterCount: number;
}

/** Density-based clusters of points. */
export function clustersOf(request: ClusterRequest, watcher?: Watcher): Clusters {
  const { points, epsilonMetres, minimumPoints } = request;
  const n = points.eastMetres.length;
  const labels = new Int32Array(n).fill(NOISE);
  const core = new Uint8Array(n);
  if (n === 0) return { labels, core, clusterCount: 0 };
  const index = new KDBush(n);
  for (let i = 0; i < n; i++) index.add(points.eastMetres[i] as number, points.northMetres[i] as number);
  index.finish();
  const near = (i: number): number[] =>
    index.within(points.eastMetres[i] as number, points.northMetres[i] as number, epsilonMetres);

  const seen = new Uint8Array(n);
  let [clusterCount, done] = [0, 0];
  for (let start = 0; start < n; start++) {
    if (seen[start]) continue;
    const queue = [start];
    let grown = false;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen[next]) continue;
      seen[next] = 1;
      if (done++ % 4096 === 0) checkpoint(watcher, done / n);
      const neighbours = near(next);
      if (neighbours.length < minimumPoints) continue;
      core[next] = 1;
      grown = true;
      for (const j of neighbours) {
        if (labels[j] === NOISE) labels[j] = clusterCount;
        if (!seen[j]) queue.push(j);
      }
    }
    if (grown) clusterCount++;
  }
  checkpoint(watcher, 1);
  return { labels, core, clusterCount };
}
