import type { PlanePoint } from '../../geometry/plane.ts';

/** Square cells in the metric plane. Row 0 is the southernmost, column 0 the westernmost; row-major order. */
export interface Grid {
  readonly westMetres: number;
  readonly southMetres: number;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
}

/** Points as two columns of numbers: the shape that crosses to a worker without copying. Metres in the plane. */
export interface PointColumns {
  readonly eastMetres: Float64Array;
  readonly northMetres: Float64Array;
}

/** An outer ring and its holes, all in the metric plane; winding does not matter, closing points are optional. */
export type PlanePolygon = readonly (readonly PlanePoint[])[];

/** Columns of numbers from points. */
export function pointColumns(points: readonly PlanePoint[]): PointColumns {
  return {
    eastMetres: Float64Array.from(points, ([east]) => east),
    northMetres: Float64Array.from(points, ([, north]) => north),
  };
}

/** The cell a point falls in, or -1 outside the grid. Western and southern edges belong to the cell. */
export function cellAt(grid: Grid, eastMetres: number, northMetres: number): number {
  const column = Math.floor((eastMetres - grid.westMetres) / grid.cellMetres);
  const row = Math.floor((northMetres - grid.southMetres) / grid.cellMetres);
  if (!(column >= 0 && row >= 0 && column < grid.columns && row < grid.rows)) return -1;
  return row * grid.columns + column;
}

/** The smallest grid of whole cells, aligned to multiples of the cell size, that covers the polygons. */
export function gridOver(polygons: readonly PlanePolygon[], cellMetres: number): Grid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of polygons)
    for (const [x, y] of outer) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  if (!Number.isFinite(west) || !(cellMetres > 0))
    throw new RangeError('A grid needs a polygon with points and a cell size above 0 metres.');
  const westMetres = Math.floor(west / cellMetres) * cellMetres;
  const southMetres = Math.floor(south / cellMetres) * cellMetres;
  return {
    westMetres,
    southMetres,
    cellMetres,
    columns: Math.max(1, Math.ceil((east - westMetres) / cellMetres)),
    rows: Math.max(1, Math.ceil((north - southMetres) / cellMetres)),
  };
}

/**
 * Which cells have their centre inside any of the polygons: 1 inside, 0 outside.
 * Scan line with the even-odd rule; O(rows × edges + cells).
 */
export function cellsInside(grid: Grid, polygons: readonly PlanePolygon[]): Uint8Array {
  const inside = new Uint8Array(grid.columns * grid.rows);
  for (const polygon of polygons)
    for (let row = 0; row < grid.rows; row++) {
      const north = grid.southMetres + (row + 0.5) * grid.cellMetres;
      const crossings = crossingsAt(polygon, north);
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const from = crossings[pair] as number;
        const to = crossings[pair + 1] as number;
        const first = Math.max(0, Math.ceil((from - grid.westMetres) / grid.cellMetres - 0.5));
        const end = Math.min(grid.columns, Math.ceil((to - grid.westMetres) / grid.cellMetres - 0.5));
        if (first < end) inside.fill(1, row * grid.columns + first, row * grid.columns + end);
      }
    }
  return inside;
}

/** Eastings where a horizontal line meets the rings, in order. */
function crossingsAt(polygon: PlanePolygon, northMetres: number): number[] {
  const found: number[] = [];
  for (const ring of polygon) {
    let previous = ring[ring.length - 1];
    for (const point of ring) {
      if (previous !== undefined && previous[1] > northMetres !== point[1] > northMetres) {
        const share = (northMetres - previous[1]) / (point[1] - previous[1]);
        found.push(previous[0] + share * (point[0] - previous[0]));
      }
      previous = point;
    }
  }
  return found.sort((a, b) => a - b);
}

/** Number of points (or sum of their weights) in each cell; points outside the grid are counted, not hidden. */
export function countsOnGrid(
  grid: Grid,
  points: PointColumns,
  weights?: Float64Array,
): { counts: Float64Array; pointsOutside: number } {
  const counts = new Float64Array(grid.columns * grid.rows);
  let pointsOutside = 0;
  for (let i = 0; i < points.eastMetres.length; i++) {
    const cell = cellAt(grid, points.eastMetres[i] as number, points.northMetres[i] as number);
    if (cell < 0) pointsOutside++;
    else counts[cell] = (counts[cell] as number) + (weights ? (weights[i] as number) : 1);
  }
  return { counts, pointsOutside };
}
