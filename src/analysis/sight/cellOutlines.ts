/** The outlines of chosen cells of a grid, for the map: where it is unseen, or seen but too dark. */
import type { PlanePoint } from '../../geometry/plane.ts';
import { scanlinesOf } from '../../geometry/scanline.ts';
import { unionOutlines } from '../../geometry/unionOutlines.ts';
import type { AreaGrid } from './areaCoverage.ts';

/** The runs of chosen cells of a grid's rows, as boxes. */
function runsOf(
  { west, south, cellMetres, columns, rows, inside }: AreaGrid,
  isChosen: (cell: number) => boolean,
) {
  const boxes: PlanePoint[][] = [];
  for (let row = 0; row < rows; row++) {
    let start = -1;
    for (let column = 0; column <= columns; column++) {
      const cell = row * columns + column;
      const isIn = column < columns && inside[cell] === 1 && isChosen(cell);
      if (isIn && start < 0) start = column;
      if (isIn || start < 0) continue;
      const [left, right] = [west + start * cellMetres, west + column * cellMetres];
      const [bottom, top] = [south + row * cellMetres, south + (row + 1) * cellMetres];
      boxes.push([
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
      ]);
      start = -1;
    }
  }
  return boxes;
}

/**
 * Outlines of the cells of the area that a condition holds for, as disjoint simple rings. Sides between two rows run straight
 * from the middle of one to the middle of the next, so a slanting border is slanting and not stepped; the area is that of
 * the cells. O(cells).
 */
export const cellOutlines = (grid: AreaGrid, isChosen: (cell: number) => boolean): PlanePoint[][] =>
  // Grids lie on whole cells from the plane's origin, so each line of this spacing runs through the middles of one row.
  unionOutlines(scanlinesOf([runsOf(grid, isChosen)], grid.cellMetres));
