/*
 * Question  Where do events lie, said no more finely than is needed?
 * Method    Each point is replaced by its cell in a grid fixed to the coordinate system's own origin, never to the data:
 *           two exports then share the same cells and cannot be laid over each other to find a point. Cells with fewer
 *           than the threshold are merged away into the count of what is not shown.
 * Units     metres, counts. O(n).
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import type { PointColumns } from './grid.ts';

/** The centre of the fixed cell that a place lies in. */
export function coarsePoint([east, north]: PlanePoint, cellMetres: number): PlanePoint {
  return [
    (Math.floor(east / cellMetres) + 0.5) * cellMetres,
    (Math.floor(north / cellMetres) + 0.5) * cellMetres,
  ];
}

export interface CoarseCells {
  readonly cells: readonly { readonly centre: PlanePoint; readonly count: number }[];
  /** How many cells were left out for having too few; their number of points is not told, for it could be small. */
  readonly cellsHidden: number;
}

/** Points as counts in fixed cells, without the cells below the threshold; north to south, then west to east. */
export function coarseCells(
  points: PointColumns,
  rule: { readonly cellMetres: number; readonly fewestEvents: number },
): CoarseCells {
  const counts = new Map<string, { centre: PlanePoint; count: number }>();
  points.eastMetres.forEach((east, i) => {
    const centre = coarsePoint([east, points.northMetres[i] as number], rule.cellMetres);
    const key = centre.join(' ');
    counts.set(key, { centre, count: (counts.get(key)?.count ?? 0) + 1 });
  });
  const all = [...counts.values()];
  const cells = all
    .filter(({ count }) => count >= rule.fewestEvents)
    .sort((a, b) => b.centre[1] - a.centre[1] || a.centre[0] - b.centre[0]);
  return { cells, cellsHidden: all.length - cells.length };
}
