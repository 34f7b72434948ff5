/*
 * Question  Which connected areas do the chosen cells of a grid make, and what are their outlines?
 * Method    Cells that share a side are one area. Its outline is walked along the cells' own sides, the area on the left,
 *           so that the outer ring runs counter-clockwise and holes clockwise; where two cells touch at a corner only,
 *           the walk turns right: a hole that ends there is parted from the outer ring, and no ring touches itself.
 * Units     metres. O(cells); the sides still to walk are bits of one byte per corner, so nothing is allocated per cell.
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { signedAreaSquareMetres } from '../../geometry/ring.ts';
import type { Grid } from './grid.ts';

/** One area of cells: the outer ring first, then its holes; rings are closed. */
export interface CellArea {
  readonly cellCount: number;
  readonly rings: readonly (readonly PlanePoint[])[];
}

/** The areas that the chosen cells make, those of most cells first. */
export function cellAreas(grid: Grid, isChosen: (cell: number) => boolean): CellArea[] {
  const { columns, rows } = grid;
  const isFree = new Uint8Array(columns * rows);
  for (let cell = 0; cell < isFree.length; cell++) isFree[cell] = isChosen(cell) ? 1 : 0;
  const part = new Int32Array(columns * rows).fill(-1);
  const sides = new Uint8Array((columns + 1) * (rows + 1));
  const cells = new Int32Array(columns * rows);
  const areas: CellArea[] = [];
  for (let start = 0; start < isFree.length; start++) {
    if (isFree[start] === 0) continue;
    const own = areas.length;
    const cellCount = gather({ columns, rows, isFree, part, cells }, start, own);
    const walk = { grid, sides, cells: cells.subarray(0, cellCount) };
    areas.push({ cellCount, rings: ringsOf(walk, part, own) });
  }
  return areas.sort((a, b) => b.cellCount - a.cellCount);
}

interface Gathering {
  readonly columns: number;
  readonly rows: number;
  /** 1 for a chosen cell that belongs to no area yet. */
  readonly isFree: Uint8Array;
  /** Which area a cell belongs to. */
  readonly part: Int32Array;
  /** Takes the area's cells, from its beginning. */
  readonly cells: Int32Array;
}

/** Gives the free cells that hang together with one to an area; answers how many they are. */
function gather({ columns, rows, isFree, part, cells }: Gathering, start: number, own: number): number {
  let found = 0;
  const take = (cell: number): void => {
    if (isFree[cell] === 0) return;
    isFree[cell] = 0;
    part[cell] = own;
    cells[found++] = cell;
  };
  take(start);
  for (let done = 0; done < found; done++) {
    const cell = cells[done] as number;
    const column = cell % columns;
    if (cell >= columns) take(cell - columns);
    if (column < columns - 1) take(cell + 1);
    if (cell < (rows - 1) * columns) take(cell + columns);
    if (column > 0) take(cell - 1);
  }
  return found;
}

/** East, north, west, south: a side of this direction starts at the corner. */
const [EAST, NORTH, WEST, SOUTH] = [0, 1, 2, 3];

interface Walk {
  readonly grid: Grid;
  /** The sides that start at each corner and are not walked yet, a bit per direction; empty between areas. */
  readonly sides: Uint8Array;
  readonly cells: Int32Array;
}

function ringsOf(walk: Walk, part: Int32Array, own: number): PlanePoint[][] {
  const { grid, sides, cells } = walk;
  const { columns, rows } = grid;
  const width = columns + 1;
  const add = (corner: number, direction: number): void => {
    sides[corner] = (sides[corner] as number) | (1 << direction);
  };
  const rings: PlanePoint[][] = [];
  // Every ring has a southern side, and walking one takes its bits away.
  for (const cell of cells) {
    const column = cell % columns;
    const southWest = cell + (cell - column) / columns;
    if (cell < columns || part[cell - columns] !== own) add(southWest, EAST);
    if (column === columns - 1 || part[cell + 1] !== own) add(southWest + 1, NORTH);
    if (cell >= (rows - 1) * columns || part[cell + columns] !== own) add(southWest + width + 1, WEST);
    if (column === 0 || part[cell - 1] !== own) add(southWest + width, SOUTH);
  }
  for (const cell of cells) {
    const southWest = cell + (cell - (cell % columns)) / columns;
    if (((sides[southWest] as number) >> EAST) & 1) rings.push(walked(walk, southWest));
  }
  return rings.length < 2
    ? rings
    : rings.sort((a, b) => signedAreaSquareMetres(b) - signedAreaSquareMetres(a));
}

/** Walks one ring from an eastward side back to that side; only corners where the walk turns become points. */
function walked({ grid, sides }: Walk, start: number): PlanePoint[] {
  const width = grid.columns + 1;
  const steps = [1, width, -1, -width];
  const ring: PlanePoint[] = [];
  let [corner, direction, heading] = [start, EAST as number, -1];
  // The first side keeps its bit until the walk is back: at a corner that is met twice it must not turn past it.
  do {
    if (direction !== heading)
      ring.push([
        grid.westMetres + (corner % width) * grid.cellMetres,
        grid.southMetres + Math.floor(corner / width) * grid.cellMetres,
      ]);
    corner += steps[direction] as number;
    heading = direction;
    direction = turned(sides[corner] as number, heading);
    if (direction < 0) break;
    sides[corner] = (sides[corner] as number) & ~(1 << direction);
  } while (corner !== start || direction !== EAST);
  const [first] = ring;
  if (first) ring.push(first);
  return ring;
}

/** Right first: at a corner where two cells of one area touch, a hole ends here, and it is a ring of its own. */
function turned(open: number, heading: number): number {
  if (open === 0) return -1;
  for (const turn of TURNS) {
    const direction = (heading + turn) % 4;
    if ((open >> direction) & 1) return direction;
  }
  return -1;
}
const TURNS = [3, 0, 1];
