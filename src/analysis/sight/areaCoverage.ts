/**
 * Question: how much of an area do cameras see, how well, and from how many sides?
 * Method: a square grid over the area; a cell belongs to it, and is seen, as its middle is. Areas are therefore known to about
 *   half a cell along every border.
 * Units: metres, square metres.
 * Complexity: O(cells × cameras whose box holds the cell).
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { boxAround, type PlanePolygon, placeInPolygon } from '../../geometry/ring.ts';
import { type DensityScale, levelReached, SCALE_2025 } from './densityLevels.ts';
import { observe, type Watcher } from './watcher.ts';

/** Cells are this wide unless asked otherwise. */
export const CELL_METRES = 1;
/** More cells than this are refused: choose a wider cell. */
const MOST_CELLS = 16_000_000;

/** A grid over an area; cells run east and then north from the south-west corner. */
export interface AreaGrid {
  west: number;
  south: number;
  cellMetres: number;
  columns: number;
  rows: number;
  /** 1 where the cell's middle lies in the area. */
  inside: Uint8Array;
  insideCount: number;
}

/** The middle of a cell. */
export const cellMiddle = ({ west, south, cellMetres, columns }: AreaGrid, cell: number): PlanePoint => [
  west + ((cell % columns) + 0.5) * cellMetres,
  south + (Math.floor(cell / columns) + 0.5) * cellMetres,
];

/** Lays a grid over an area. */
export function gridOver(area: PlanePolygon, cellMetres = CELL_METRES): AreaGrid {
  if (!(cellMetres > 0)) throw new RangeError(`a cell must be wider than 0 m, was ${cellMetres}`);
  const box = boxAround(area.flat()) ?? [0, 0, 0, 0];
  // Whole cells from the plane's origin, so that the grids of neighbouring areas are one grid.
  const [west, south] = [
    Math.floor(box[0] / cellMetres) * cellMetres,
    Math.floor(box[1] / cellMetres) * cellMetres,
  ];
  const columns = Math.ceil((box[2] - west) / cellMetres);
  const rows = Math.ceil((box[3] - south) / cellMetres);
  if (columns * rows > MOST_CELLS)
    throw new RangeError(`${columns} × ${rows} cells of ${cellMetres} m: choose a wider cell`);
  const grid: AreaGrid = {
    west,
    south,
    cellMetres,
    columns,
    rows,
    inside: new Uint8Array(columns * rows),
    insideCount: 0,
  };
  for (let cell = 0; cell < columns * rows; cell++) {
    if (placeInPolygon(area, cellMiddle(grid, cell)) === 'outside') continue;
    grid.inside[cell] = 1;
    grid.insideCount++;
  }
  return grid;
}

/** What the cameras see of an area. Arrays have one entry for each cell of the grid. */
export interface AreaCoverage {
  grid: AreaGrid;
  cameraCount: Uint16Array;
  /** Best level of the scale; -1 as in PathCoverage. */
  bestLevel: Int8Array;
  areaSquareMetres: number;
  seenSquareMetres: number;
  seenShare: number;
  shareByLevel: number[];
  shareByCameraCount: number[];
  overlapShare: number;
}

/** What cameras see of an area. */
export function areaCoverageOf(
  area: PlanePolygon,
  watchers: readonly Watcher[],
  { scale = SCALE_2025, cellMetres = CELL_METRES }: { scale?: DensityScale; cellMetres?: number } = {},
): AreaCoverage {
  const grid = gridOver(area, cellMetres);
  const cameraCount = new Uint16Array(grid.inside.length);
  const bestLevel = new Int8Array(grid.inside.length).fill(-1);
  for (const watcher of watchers) {
    eachCellNear(grid, watcher, (cell) => {
      const observation = observe(watcher, cellMiddle(grid, cell));
      if (observation === undefined) return;
      cameraCount[cell] = (cameraCount[cell] ?? 0) + 1;
      bestLevel[cell] = Math.max(bestLevel[cell] ?? -1, levelReached(scale, observation.pixelsPerMetre ?? 0));
    });
  }
  const share = (holds: (cell: number) => boolean): number => {
    let count = 0;
    for (let cell = 0; cell < grid.inside.length; cell++) if (grid.inside[cell] === 1 && holds(cell)) count++;
    return grid.insideCount === 0 ? 0 : count / grid.insideCount;
  };
  const most = cameraCount.reduce((a, b) => Math.max(a, b), 0);
  const areaSquareMetres = grid.insideCount * cellMetres ** 2;
  const seenShare = share((cell) => (cameraCount[cell] ?? 0) > 0);
  return {
    grid,
    cameraCount,
    bestLevel,
    areaSquareMetres,
    seenSquareMetres: seenShare * areaSquareMetres,
    seenShare,
    shareByLevel: scale.levels.map((_, level) => share((cell) => (bestLevel[cell] ?? -1) >= level)),
    shareByCameraCount: Array.from({ length: most + 1 }, (_, n) => share((cell) => cameraCount[cell] === n)),
    overlapShare: share((cell) => (cameraCount[cell] ?? 0) > 1),
  };
}

/** Calls back for the cells of the area that the watcher's box touches. */
function eachCellNear(grid: AreaGrid, { box }: Watcher, visit: (cell: number) => void): void {
  const { west, south, cellMetres, columns, rows, inside } = grid;
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value)));
  const [first, last] = [
    clamp((box[0] - west) / cellMetres, columns),
    clamp((box[2] - west) / cellMetres + 1, columns),
  ];
  const [bottom, top] = [
    clamp((box[1] - south) / cellMetres, rows),
    clamp((box[3] - south) / cellMetres + 1, rows),
  ];
  for (let row = bottom; row < top; row++)
    for (let cell = row * columns + first; cell < row * columns + last; cell++)
      if (inside[cell] === 1) visit(cell);
}
