import type { PlanePoint } from '../../geometry/plane.ts';
import type { LightRaster } from './lightRaster.ts';

/**
 * Question: along which lines is the light exactly so much?
 * Method: marching squares over the middles of the cells, straight interpolation, the undecided saddle settled by the
 * mean of its corners. Every piece runs with the brighter side on its left, so that each crossing of a cell side ends one
 * piece and begins the next and pieces join without searching. Units: lx, metres. Cost: O(cells) a level.
 */

export interface IsoluxLine {
  readonly levelLux: number;
  readonly points: readonly PlanePoint[];
  /** Closed lines repeat their first point; open ones end at the raster's edge. */
  readonly isClosed: boolean;
}

/** Sides of a square between four cell middles. */
type Side = 'south' | 'east' | 'north' | 'west';
type Piece = readonly [from: Side, to: Side];

/** Pieces by which corners are bright: south-west 1, south-east 2, north-east 4, north-west 8. */
const PIECES: readonly (readonly Piece[])[] = [
  [],
  [['south', 'west']],
  [['east', 'south']],
  [['east', 'west']],
  [['north', 'east']],
  [], // Saddle, see SADDLES.
  [['north', 'south']],
  [['north', 'west']],
  [['west', 'north']],
  [['south', 'north']],
  [], // Saddle.
  [['east', 'north']],
  [['west', 'east']],
  [['south', 'east']],
  [['west', 'south']],
  [],
];

const SADDLES: Readonly<Record<number, { bright: readonly Piece[]; dark: readonly Piece[] }>> = {
  5: {
    bright: [
      ['south', 'east'],
      ['north', 'west'],
    ],
    dark: [
      ['south', 'west'],
      ['north', 'east'],
    ],
  },
  10: {
    bright: [
      ['west', 'south'],
      ['east', 'north'],
    ],
    dark: [
      ['east', 'south'],
      ['west', 'north'],
    ],
  },
};

/** The cell sides that the level crosses, numbered 2·cell for its southern and 2·cell + 1 for its western side. */
function crossings({ grid, lux }: LightRaster, level: number): Map<number, number> {
  const { columns, rows } = grid;
  const next = new Map<number, number>();
  for (let row = 0; row + 1 < rows; row += 1)
    for (let column = 0; column + 1 < columns; column += 1) {
      const cell = row * columns + column;
      const corners = [lux[cell], lux[cell + 1], lux[cell + columns + 1], lux[cell + columns]] as number[];
      const [a = 0, b = 0, c = 0, d = 0] = corners;
      const bits = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
      if (bits === 0 || bits === 15) continue;
      const saddle = SADDLES[bits];
      const pieces = saddle
        ? saddle[(a + b + c + d) / 4 >= level ? 'bright' : 'dark']
        : (PIECES[bits] as readonly Piece[]);
      const sides: Record<Side, number> = {
        south: 2 * cell,
        north: 2 * (cell + columns),
        west: 2 * cell + 1,
        east: 2 * (cell + 1) + 1,
      };
      for (const [from, to] of pieces) next.set(sides[from], sides[to]);
    }
  return next;
}

function pointOn({ grid, lux }: LightRaster, side: number, level: number): PlanePoint {
  const cell = side >> 1;
  const isSouth = side % 2 === 0;
  const from = lux[cell] as number;
  const to = lux[isSouth ? cell + 1 : cell + grid.columns] as number;
  const share = (level - from) / (to - from);
  const column = (cell % grid.columns) + (isSouth ? share : 0);
  const row = Math.floor(cell / grid.columns) + (isSouth ? 0 : share);
  return [
    grid.westMetres + (column + 0.5) * grid.cellMetres,
    grid.southMetres + (row + 0.5) * grid.cellMetres,
  ];
}

/** Follows pieces from a side until they end or come round, taking them out of `next`. */
function follow(next: Map<number, number>, start: number): number[] {
  const sides = [start];
  let side = next.get(start);
  next.delete(start);
  while (side !== undefined) {
    sides.push(side);
    const after = next.get(side);
    next.delete(side);
    side = after;
  }
  return sides;
}

/** The lines of equal light at each level, open ones first. */
export function isoluxLines(raster: LightRaster, levelsLux: readonly number[]): IsoluxLine[] {
  return levelsLux.flatMap((levelLux) => {
    const next = crossings(raster, levelLux);
    const ends = new Set(next.values());
    const open = [...next.keys()].filter((side) => !ends.has(side));
    const lines = open.map((start) => follow(next, start));
    for (const start of next.keys()) lines.push(follow(next, start));
    return lines.map((sides) => ({
      levelLux,
      points: sides.map((side) => pointOn(raster, side, levelLux)),
      isClosed: sides.length > 2 && sides[0] === sides[sides.length - 1],
    }));
  });
}
