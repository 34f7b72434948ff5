import { type RasterLamp, rasterLamp } from './footprint.ts';
import { bestKernel, type KernelName, kernelOf } from './footprintKernel.ts';
import { mostLuxBeyond } from './lightReach.ts';
import type { MountedLuminaire } from './luminaire.ts';

/**
 * Question: how light is every square metre of an area, and how does it change when one lamp is dragged?
 * Method: each lamp adds its footprint within its reach (`lightReach.ts` bounds what is left out). Sums are kept in
 * whole multiples of 2⁻³⁰ lx: such sums are exact in doubles, so taking a lamp away undoes adding it to the last bit,
 * in any order, a million drags long. Rounding costs at most 2⁻³¹ lx a lamp.
 * Units: metres, lx; row 0 is the southernmost. Cost: O(cells within reach) a lamp.
 */

export interface RasterGrid {
  readonly westMetres: number;
  readonly southMetres: number;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
}

/** Light over an area. `sumLux` is the exact sum that edits change in place; `lux` is what is shown and sent. */
export interface LightRaster {
  readonly grid: RasterGrid;
  readonly toleranceLux: number;
  /** All footprints of one raster come from one kernel, else taking away would not undo adding. */
  readonly kernel: KernelName;
  readonly sumLux: Float64Array;
  readonly lux: Float32Array;
}

/** Half-open window of cells. */
export interface CellWindow {
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly firstRow: number;
  readonly endRow: number;
}

/** More cells than this (some 100 km² at 1 m) are a mistake, not a question. */
export const MAX_CELLS = 100_000_000;

/** Light below this is left out of cells: a hundredth of a lux, a fortieth of the least that any class asks for. */
export const DEFAULT_TOLERANCE_LUX = 0.01;

/** Adding and taking away this number rounds a double to whole multiples of 2⁻³⁰ (for |x| < 2²¹). */
const ROUNDING = 1.5 * 2 ** 22;

export interface RasterOptions {
  /** Most light that one lamp may lose at a cell beyond its reach; default 0.01 lx. */
  readonly toleranceLux?: number;
  /** Default: the quickest that runs here. */
  readonly kernel?: KernelName;
}

/** A dark raster. */
export function emptyRaster(grid: RasterGrid, options: RasterOptions = {}): LightRaster {
  const { toleranceLux = DEFAULT_TOLERANCE_LUX, kernel = bestKernel() } = options;
  const cells = grid.columns * grid.rows;
  if (!Number.isInteger(cells) || cells < 0 || cells > MAX_CELLS || !(grid.cellMetres > 0))
    throw new RangeError(
      `a raster has 0 to ${MAX_CELLS} cells, was ${grid.columns} × ${grid.rows} at ${grid.cellMetres} m`,
    );
  return { grid, toleranceLux, kernel, sumLux: new Float64Array(cells), lux: new Float32Array(cells) };
}

const bounded = (value: number, most: number): number => Math.min(most, Math.max(0, value));

function windowOf({ lamp, reach }: RasterLamp, grid: RasterGrid): CellWindow {
  const column = (east: number): number => (east - grid.westMetres) / grid.cellMetres - 0.5;
  const row = (north: number): number => (north - grid.southMetres) / grid.cellMetres - 0.5;
  return {
    firstColumn: bounded(Math.ceil(column(lamp.eastMetres - reach)), grid.columns),
    endColumn: bounded(Math.floor(column(lamp.eastMetres + reach)) + 1, grid.columns),
    firstRow: bounded(Math.ceil(row(lamp.northMetres - reach)), grid.rows),
    endRow: bounded(Math.floor(row(lamp.northMetres + reach)) + 1, grid.rows),
  };
}

/** Adds (sign 1) or takes away (sign −1) one lamp; returns the cells it may have touched. `lux` is not yet renewed. */
function stamp(raster: LightRaster, mounted: MountedLuminaire, sign: 1 | -1): CellWindow {
  const { grid, sumLux } = raster;
  const lamp = rasterLamp(mounted, raster.toleranceLux);
  const window = windowOf(lamp, grid);
  if (window.endColumn <= window.firstColumn) return window;
  const kernel = kernelOf(raster.kernel);
  kernel.begin(lamp, { step: grid.cellMetres, widest: window.endColumn - window.firstColumn });
  // Column numbers of the lamp's own middle and of a metre.
  const middle = (mounted.eastMetres - grid.westMetres) / grid.cellMetres - 0.5;
  for (let row = window.firstRow; row < window.endRow; row += 1) {
    const north = grid.southMetres + (row + 0.5) * grid.cellMetres - mounted.northMetres;
    const half = Math.sqrt(Math.max(0, lamp.reach * lamp.reach - north * north)) / grid.cellMetres;
    const first = bounded(Math.ceil(middle - half), grid.columns);
    const count = bounded(Math.floor(middle + half) + 1, grid.columns) - first;
    if (count <= 0) continue;
    const east = grid.westMetres + (first + 0.5) * grid.cellMetres - mounted.eastMetres;
    const lux = kernel.row({ east, north, count });
    const start = row * grid.columns + first;
    for (let i = 0; i < count; i += 1)
      sumLux[start + i] = (sumLux[start + i] as number) + sign * ((lux[i] as number) + ROUNDING - ROUNDING);
  }
  return window;
}

function renew({ grid, sumLux, lux }: LightRaster, window: CellWindow): void {
  for (let row = window.firstRow; row < window.endRow; row += 1) {
    const start = row * grid.columns + window.firstColumn;
    const end = row * grid.columns + window.endColumn;
    for (let i = start; i < end; i += 1) lux[i] = sumLux[i] as number;
  }
}

/** Adds a lamp in place. */
export function addLamp(raster: LightRaster, lamp: MountedLuminaire): CellWindow {
  const window = stamp(raster, lamp, 1);
  renew(raster, window);
  return window;
}

/** Takes a lamp away in place: exactly what `addLamp` of the same lamp added. */
export function removeLamp(raster: LightRaster, lamp: MountedLuminaire): CellWindow {
  const window = stamp(raster, lamp, -1);
  renew(raster, window);
  return window;
}

/** One step of a drag, in place. Returns the windows of the old and the new footprint. */
export function moveLamp(
  raster: LightRaster,
  before: MountedLuminaire,
  after: MountedLuminaire,
): readonly [CellWindow, CellWindow] {
  return [removeLamp(raster, before), addLamp(raster, after)];
}

/** The raster of all lamps. */
export function lightRaster(
  grid: RasterGrid,
  lamps: readonly MountedLuminaire[],
  options: RasterOptions = {},
): LightRaster {
  const raster = emptyRaster(grid, options);
  for (const lamp of lamps) stamp(raster, lamp, 1);
  renew(raster, { firstColumn: 0, endColumn: grid.columns, firstRow: 0, endRow: grid.rows });
  return raster;
}

/** Light of the cell that holds a point, lx; null outside the raster. */
export function luxAt({ grid, lux }: LightRaster, eastMetres: number, northMetres: number): number | null {
  const column = Math.floor((eastMetres - grid.westMetres) / grid.cellMetres);
  const row = Math.floor((northMetres - grid.southMetres) / grid.cellMetres);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return null;
  return lux[row * grid.columns + column] as number;
}

/** Upper bound of the light left out of any cell, lx: over all tiles, the sum of what lamps out of reach could add. */
export function omittedLuxBound(raster: LightRaster, lamps: readonly MountedLuminaire[]): number {
  const { grid, toleranceLux } = raster;
  const tile = 64 * grid.cellMetres;
  const width = grid.columns * grid.cellMetres;
  const height = grid.rows * grid.cellMetres;
  const outOf = lamps.map((lamp) => rasterLamp(lamp, toleranceLux));
  let most = 0;
  for (let y = 0; y < height; y += tile)
    for (let x = 0; x < width; x += tile) {
      const [west, south] = [grid.westMetres + x, grid.southMetres + y];
      let sum = 0;
      for (const { lamp, reach } of outOf) {
        const east = Math.max(west - lamp.eastMetres, 0, lamp.eastMetres - west - tile);
        const north = Math.max(south - lamp.northMetres, 0, lamp.northMetres - south - tile);
        sum += mostLuxBeyond(lamp, Math.max(reach, Math.hypot(east, north)));
      }
      most = Math.max(most, sum);
    }
  return most;
}
