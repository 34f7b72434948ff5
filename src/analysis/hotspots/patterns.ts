/*
 * Question  What does a set of events look like as a surface, as unusual cells, and as gatherings, when nothing may be
 *           shown that rests on too few?
 * Method    Density, Gi* with false-discovery control, and DBSCAN of this folder, each on a grid laid around the events
 *           and cut by the boundary. A place is shown only where at least `fewestEvents` lie within the bandwidth (the
 *           neighbourhood): a kernel around a single event would be that event's address.
 * Units     metres, events; density in events per km². Cost: that of the parts.
 */
import { confidenceZ } from '../evaluation/normalDistribution.ts';
import { type CellArea, cellAreas } from './cellAreas.ts';
import { clustersOf } from './clusters.ts';
import { densityOnGrid } from './density.ts';
import { falseDiscoveryScore } from './falseDiscovery.ts';
import { getisOrdStarOnGrid } from './getisOrd.ts';
import { cellsInside, countsOnGrid, type Grid, type PlanePolygon, type PointColumns } from './grid.ts';
import type { Watcher } from './interruption.ts';

/** More cells than this are finer than a screen shows. */
const MOST_CELLS = 250_000;
const SQUARE_METRES_PER_KM2 = 1e6;

/** Weighted events inside a boundary; an empty boundary is none. */
export interface PatternEvents {
  readonly points: PointColumns;
  readonly weights: Float64Array;
  readonly boundary: readonly PlanePolygon[];
  /** Fewer events than this are not shown. */
  readonly fewestEvents: number;
}

/** A grid around points with room to the sides; fixed to multiples of its cell, never to the points. */
export function gridAround(points: PointColumns, cellMetres: number, roomMetres: number): Grid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  points.eastMetres.forEach((x, i) => {
    const y = points.northMetres[i] as number;
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  });
  if (!(west <= east)) return { westMetres: 0, southMetres: 0, cellMetres, columns: 1, rows: 1 };
  const [wide, high] = [east - west + 2 * roomMetres, north - south + 2 * roomMetres];
  const cell = Math.max(cellMetres, Math.sqrt((wide * high) / MOST_CELLS));
  const westMetres = Math.floor((west - roomMetres) / cell) * cell;
  const southMetres = Math.floor((south - roomMetres) / cell) * cell;
  return {
    westMetres,
    southMetres,
    cellMetres: cell,
    columns: Math.max(1, Math.ceil((east + roomMetres - westMetres) / cell)),
    rows: Math.max(1, Math.ceil((north + roomMetres - southMetres) / cell)),
  };
}

/** Answers the weight within a radius of a cell's centre, on the cells. O(cells), then O(radius) per question. */
function weightNearby(grid: Grid, counts: Float64Array, radiusMetres: number): (cell: number) => number {
  const { columns, rows, cellMetres } = grid;
  const before = new Float64Array((columns + 1) * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      before[row * (columns + 1) + column + 1] =
        (before[row * (columns + 1) + column] as number) + (counts[row * columns + column] as number);
  const reach = Math.floor(radiusMetres / cellMetres);
  const halves = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.floor(Math.sqrt((radiusMetres / cellMetres) ** 2 - (k - reach) ** 2)),
  );
  return (cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    let sum = 0;
    for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
      const half = halves[y - row + reach] as number;
      const start = y * (columns + 1);
      sum +=
        (before[start + Math.min(columns, column + half + 1)] as number) -
        (before[start + Math.max(0, column - half)] as number);
    }
    return sum;
  };
}

export interface SurfacePattern {
  readonly grid: Grid;
  /** NaN where nothing is shown. */
  readonly densityPerKm2: Float64Array;
  readonly highestPerKm2: number;
  /** Sum of the weights inside the boundary. */
  readonly weightUsed: number;
  readonly pointsOutside: number;
  /** Whether some density was hidden because it rests on too few events. */
  readonly isPartHidden: boolean;
}

/** Kernel density as it may be shown. */
export function surfacePattern(
  { points, weights, boundary, fewestEvents }: PatternEvents,
  bandwidthMetres: number,
  watcher?: Watcher,
): SurfacePattern {
  const grid = gridAround(points, Math.max(10, bandwidthMetres / 5), bandwidthMetres);
  const inside = boundary.length > 0 ? cellsInside(grid, boundary) : undefined;
  const bandwidth = Math.max(bandwidthMetres, grid.cellMetres);
  const surface = densityOnGrid({ grid, points, weights, bandwidthMetres: bandwidth, inside }, watcher);
  const near = weightNearby(grid, countsOnGrid(grid, points, weights).counts, bandwidth);
  let [highest, isPartHidden] = [0, false];
  const shown = surface.densityPerSquareMetre.map((density, cell) => {
    if (density === 0) return Number.NaN;
    if (near(cell) < fewestEvents) {
      isPartHidden = true;
      return Number.NaN;
    }
    highest = Math.max(highest, density * SQUARE_METRES_PER_KM2);
    return density * SQUARE_METRES_PER_KM2;
  });
  return {
    grid,
    densityPerKm2: shown,
    highestPerKm2: highest,
    weightUsed: surface.weightUsed,
    pointsOutside: surface.pointsOutside,
    isPartHidden,
  };
}

/** Codes of `HotCells.classes`. */
export const CELL_CLASSES = ['untested', 'neither', 'hot', 'cold', 'too-few'] as const;
export type CellClass = (typeof CELL_CLASSES)[number];
const CODE = { untested: 0, neither: 1, hot: 2, cold: 3, 'too-few': 4 } as const satisfies Record<
  CellClass,
  number
>;

export interface HotCells {
  readonly grid: Grid;
  /** Index into `CELL_CLASSES` per cell. */
  readonly classes: Uint8Array;
  readonly z: Float64Array;
  readonly tested: number;
  readonly hot: readonly CellArea[];
  readonly cold: readonly CellArea[];
  readonly weightUsed: number;
  readonly pointsOutside: number;
}

/** From which distance to zero a score may be called unusual, with at most a share `level` of false alarms among them. */
function unusualFrom(z: Float64Array, tests: number, level: number): number {
  // Only scores beyond the unadjusted limit can pass; of those, only the ones nearest to it are worth a p.
  const least = confidenceZ(1 - level) * (1 - 1e-9);
  return falseDiscoveryScore(
    z.map(Math.abs).filter((score) => score >= least),
    tests,
    level,
  );
}

export interface HotCellsRule {
  readonly cellMetres: number;
  readonly radiusMetres: number;
  /** Share of false alarms accepted among the cells called unusual. */
  readonly level: number;
}

/** Getis-Ord Gi* on a grid with Benjamini–Hochberg control, as it may be shown. */
export function hotCells(
  { points, weights, boundary, fewestEvents }: PatternEvents,
  rule: HotCellsRule,
  watcher?: Watcher,
): HotCells {
  const grid = gridAround(points, rule.cellMetres, rule.radiusMetres);
  const inside = boundary.length > 0 ? cellsInside(grid, boundary) : undefined;
  const { counts } = countsOnGrid(grid, points, weights);
  const { columns, rows } = grid;
  const radiusCells = Math.max(1, rule.radiusMetres / grid.cellMetres);
  const z = getisOrdStarOnGrid(
    { values: counts, columns, rows, radiusCells, shape: 'disc', inside },
    watcher,
  );
  const near = weightNearby(grid, counts, radiusCells * grid.cellMetres);
  const tested = z.reduce((n, score) => (Number.isNaN(score) ? n : n + 1), 0);
  const from = unusualFrom(z, tested, rule.level);
  const classes = new Uint8Array(z.length);
  let [weightUsed, outside] = [0, 0];
  for (let cell = 0; cell < z.length; cell++) {
    const count = counts[cell] as number;
    if (inside && inside[cell] !== 1) outside += count;
    else weightUsed += count;
    const score = z[cell] as number;
    if (Number.isNaN(score)) continue;
    if (score >= from) classes[cell] = near(cell) < fewestEvents ? CODE['too-few'] : CODE.hot;
    else classes[cell] = score <= -from ? CODE.cold : CODE.neither;
  }
  const areasOf = (code: number) => cellAreas(grid, (cell) => classes[cell] === code);
  return {
    grid,
    classes,
    z,
    tested,
    hot: areasOf(CODE.hot),
    cold: areasOf(CODE.cold),
    weightUsed,
    pointsOutside: Math.round(outside),
  };
}

export interface Gathering {
  /** Sum of the weights of its events. */
  readonly weight: number;
  /** Coarse: whole cells of a grid fixed to the plane. */
  readonly area: CellArea;
}

export interface Gatherings {
  readonly gatherings: readonly Gathering[];
  readonly weightAlone: number;
  readonly weightUsed: number;
}

export interface GatheringRule {
  readonly epsilonMetres: number;
  readonly minimumPoints: number;
  /** How coarse the outlines are. */
  readonly cellMetres: number;
}

/** DBSCAN clusters of at least `fewestEvents`, as coarse areas, the largest first. */
export function gatheringsOf(
  { points, weights, fewestEvents }: PatternEvents,
  rule: GatheringRule,
  watcher?: Watcher,
): Gatherings {
  // An event that is mostly at another time is left out; DBSCAN knows no half neighbours.
  const kept = [...weights.keys()].filter((i) => (weights[i] as number) >= 0.5);
  const own: PointColumns = {
    eastMetres: Float64Array.from(kept, (i) => points.eastMetres[i] as number),
    northMetres: Float64Array.from(kept, (i) => points.northMetres[i] as number),
  };
  const minimumPoints = Math.max(rule.minimumPoints, fewestEvents);
  const { labels, clusterCount } = clustersOf(
    { points: own, epsilonMetres: rule.epsilonMetres, minimumPoints },
    watcher,
  );
  const grid = gridAround(own, rule.cellMetres, rule.cellMetres);
  const cells = Array.from({ length: clusterCount }, () => new Set<number>());
  const sums = new Float64Array(clusterCount);
  let [weightAlone, weightUsed] = [0, 0];
  labels.forEach((label, i) => {
    const weight = weights[kept[i] as number] as number;
    weightUsed += weight;
    if (label < 0) weightAlone += weight;
    else {
      sums[label] = (sums[label] as number) + weight;
      const column = Math.floor(((own.eastMetres[i] as number) - grid.westMetres) / grid.cellMetres);
      const row = Math.floor(((own.northMetres[i] as number) - grid.southMetres) / grid.cellMetres);
      cells[label]?.add(row * grid.columns + column);
    }
  });
  const gatherings = cells.flatMap((members, label) => {
    const area = biggestArea(grid, members);
    return area ? [{ weight: sums[label] as number, area }] : [];
  });
  return { gatherings: gatherings.sort((a, b) => b.weight - a.weight), weightAlone, weightUsed };
}

/** One area per gathering: all its cells in a count, the outline of the largest connected part. */
function biggestArea(grid: Grid, members: ReadonlySet<number>): CellArea | undefined {
  return cellAreas(grid, (cell) => members.has(cell))[0];
}
