import KDBush from 'kdbush';
import type { PointColumns } from './grid.ts';

/** Who neighbours whom and how much, as compressed rows: row i is `from[i]` to `from[i + 1]` of the other two. */
export interface Neighbours {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** Whether a place counts as its own neighbour: Gi* says yes; Gi and Moran's I say no. */
export type Self = 'with-self' | 'without-self';

/** Binary neighbours within a distance, inclusive. Metres. O(n log n + pairs). */
export function neighboursWithin(points: PointColumns, distanceMetres: number, self: Self): Neighbours {
  const n = points.eastMetres.length;
  const index = new KDBush(n);
  for (let i = 0; i < n; i++) index.add(points.eastMetres[i] as number, points.northMetres[i] as number);
  index.finish();
  return fromLists(n, (i) =>
    index
      .within(points.eastMetres[i] as number, points.northMetres[i] as number, distanceMetres)
      .filter((j) => self === 'with-self' || j !== i)
      .sort((a, b) => a - b),
  );
}

/** Binary neighbours on a lattice: every cell that shares an edge or corner (queen), row-major. */
export function queenNeighbours(columns: number, rows: number, self: Self): Neighbours {
  return fromLists(columns * rows, (cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const found: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
        if (self === 'with-self' || y * columns + x !== cell) found.push(y * columns + x);
    return found;
  });
}

/** Binary neighbours from lists of indices. */
export function fromLists(count: number, listOf: (index: number) => readonly number[]): Neighbours {
  const from = new Int32Array(count + 1);
  const lists: (readonly number[])[] = [];
  for (let i = 0; i < count; i++) {
    const list = listOf(i);
    lists.push(list);
    from[i + 1] = (from[i] as number) + list.length;
  }
  const to = new Int32Array(from[count] as number);
  lists.forEach((list, i) => {
    to.set(list, from[i] as number);
  });
  return { from, to, weight: new Float64Array(to.length).fill(1) };
}

/** The same neighbours with each row's weights summing to one; a row without neighbours stays empty. */
export function rowStandardised(neighbours: Neighbours): Neighbours {
  const weight = Float64Array.from(neighbours.weight);
  for (let i = 0; i + 1 < neighbours.from.length; i++) {
    const start = neighbours.from[i] as number;
    const end = neighbours.from[i + 1] as number;
    let sum = 0;
    for (let k = start; k < end; k++) sum += weight[k] as number;
    if (sum !== 0) for (let k = start; k < end; k++) weight[k] = (weight[k] as number) / sum;
  }
  return { ...neighbours, weight };
}
