/*
 * Question  Which connected areas do the chosen cells of a grid make, and what are their outlines?
 * Method    Cells that share a side are one area. Its outline is walked along the cells' own sides, the area on the left,
 *           so that the outer ring runs counter-clockwise and holes clockwise; where two cells touch at a corner only,
 *           the walk turns right: a hole that ends there is parted from the outer ring, and no ring touches itself.
 * Units     metres. O(cells).
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { signedAreaSquareMetres } from '../../geometry/ring.ts';
import type { Grid } from './grid.ts';

/** One area of cells: the outer ring first, then its holes; rings are closed. */
export interface CellArea {
  readonly cells: readonly number[];
  readonly rings: readonly (readonly PlanePoint[])[];
}

/** The areas that the chosen cells make, those of most cells first. */
export function cellAreas(grid: Grid, isChosen: (cell: number) => boolean): CellArea[] {
  const { columns, rows } = grid;
  const part = new Int32Array(columns * rows).fill(-1);
  const areas: CellArea[] = [];
  for (let start = 0; start < part.length; start++) {
    if (part[start] !== -1 || !isChosen(start)) continue;
    const cells: number[] = [];
    const queue = [start];
    part[start] = areas.length;
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      cells.push(cell);
      for (const next of besides(cell, columns, rows)) {
        if (next < 0 || part[next] !== -1 || !isChosen(next)) continue;
        part[next] = areas.length;
        queue.push(next);
      }
    }
    const own = areas.length;
    areas.push({ cells, rings: ringsOf(grid, cells, (cell) => part[cell] === own) });
  }
  return areas.sort((a, b) => b.cells.length - a.cells.length);
}

/** The cells to the south, east, north and west; -1 where the grid ends. */
function besides(cell: number, columns: number, rows: number): [number, number, number, number] {
  const [row, column] = [Math.floor(cell / columns), cell % columns];
  return [
    row > 0 ? cell - columns : -1,
    column < columns - 1 ? cell + 1 : -1,
    row < rows - 1 ? cell + columns : -1,
    column > 0 ? cell - 1 : -1,
  ];
}

function ringsOf(grid: Grid, cells: readonly number[], isOwn: (cell: number) => boolean): PlanePoint[][] {
  const width = grid.columns + 1;
  /** Sides by the corner they start from: where to, by direction (0 east, 1 north, 2 west, 3 south). */
  const sides = new Map<number, Map<number, number>>();
  const add = (from: number, direction: number, to: number): void => {
    const known = sides.get(from) ?? new Map<number, number>();
    known.set(direction, to);
    sides.set(from, known);
  };
  for (const cell of cells) {
    const southWest = Math.floor(cell / grid.columns) * width + (cell % grid.columns);
    const [southEast, northWest, northEast] = [southWest + 1, southWest + width, southWest + width + 1];
    const [south, east, north, west] = besides(cell, grid.columns, grid.rows);
    if (south < 0 || !isOwn(south)) add(southWest, 0, southEast);
    if (east < 0 || !isOwn(east)) add(southEast, 1, northEast);
    if (north < 0 || !isOwn(north)) add(northEast, 2, northWest);
    if (west < 0 || !isOwn(west)) add(northWest, 3, southWest);
  }
  const rings: PlanePoint[][] = [];
  const used = new Set<number>();
  for (const [corner, outgoing] of sides)
    for (const direction of outgoing.keys())
      if (!used.has(4 * corner + direction)) rings.push(walked(grid, { sides, used, corner, direction }));
  return rings.sort((a, b) => signedAreaSquareMetres(b) - signedAreaSquareMetres(a));
}

interface Walk {
  readonly sides: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Sides already walked, as 4 · corner + direction. */
  readonly used: Set<number>;
  readonly corner: number;
  readonly direction: number;
}

/** Walks one ring from a side back to that side; only corners where the walk turns become points. */
function walked(grid: Grid, { sides, used, ...start }: Walk): PlanePoint[] {
  const width = grid.columns + 1;
  const pointOf = (corner: number): PlanePoint => [
    grid.westMetres + (corner % width) * grid.cellMetres,
    grid.southMetres + Math.floor(corner / width) * grid.cellMetres,
  ];
  const ring: PlanePoint[] = [];
  let { corner, direction } = start;
  let heading = -1;
  for (;;) {
    used.add(4 * corner + direction);
    if (direction !== heading) ring.push(pointOf(corner));
    const outgoing = sides.get(corner);
    const to = outgoing?.get(direction);
    if (to === undefined) break;
    heading = direction;
    corner = to;
    // Right first: at a corner where two cells of one area touch, a hole ends here, and it is a ring of its own.
    const turns = [heading + 3, heading, heading + 1].map((turn) => turn % 4);
    direction = turns.find((turn) => sides.get(to)?.has(turn)) ?? -1;
    if (direction < 0 || used.has(4 * corner + direction)) break;
  }
  const [first] = ring;
  if (first) ring.push(first);
  return ring;
}
