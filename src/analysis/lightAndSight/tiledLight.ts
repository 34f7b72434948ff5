/**
 * Question: how light is it around the lamps of a whole plan, however far they are strewn?
 * Method: the plane is cut into squares of 256 cells; a square exists only where a lamp reaches, and each is a raster of its
 *   own (`lightRaster.ts`) with one row and column of the next one, so that lines of equal light meet at the seams.
 *   Adding and taking away touches only the squares within the lamp's reach.
 * Units: metres, lx. Cost: O(cells within reach) a lamp.
 */
import { rasterLamp } from '../light/footprint.ts';
import {
  addLamp,
  DEFAULT_TOLERANCE_LUX,
  emptyRaster,
  type LightRaster,
  luxAt,
  removeLamp,
} from '../light/lightRaster.ts';
import type { MountedLuminaire } from '../light/luminaire.ts';

export const TILE_CELLS = 256;

export interface LightTile {
  readonly key: string;
  readonly raster: LightRaster;
  lampCount: number;
}

export interface TiledLight {
  readonly cellMetres: number;
  readonly tiles: Map<string, LightTile>;
}

export const darkTiles = (cellMetres: number): TiledLight => ({ cellMetres, tiles: new Map() });

/** Widths to choose from, and how many squares may be kept at most for the finer ones. */
const CELL_CHOICES = [0.5, 1, 2, 4] as const;
const MOST_TILES = 48;

interface TilePlace {
  readonly key: string;
  readonly column: number;
  readonly row: number;
}

function placesUnder(lamp: MountedLuminaire, cellMetres: number): TilePlace[] {
  const { reach } = rasterLamp(lamp, DEFAULT_TOLERANCE_LUX);
  const side = TILE_CELLS * cellMetres;
  const places: TilePlace[] = [];
  // The shared row and column reach one cell into the square to the east and north.
  const first = (metres: number): number => Math.floor((metres - reach - cellMetres) / side);
  const last = (metres: number): number => Math.floor((metres + reach) / side);
  for (let row = first(lamp.northMetres); row <= last(lamp.northMetres); row += 1)
    for (let column = first(lamp.eastMetres); column <= last(lamp.eastMetres); column += 1)
      places.push({ key: `${cellMetres}/${column}/${row}`, column, row });
  return places;
}

/** The finest width at which the lamps' surroundings stay within bounds. O(lamps). */
export function fittingCellMetres(lamps: Iterable<MountedLuminaire>): number {
  const all = [...lamps];
  for (const cellMetres of CELL_CHOICES) {
    const keys = new Set<string>();
    for (const lamp of all) {
      for (const { key } of placesUnder(lamp, cellMetres)) keys.add(key);
      if (keys.size > MOST_TILES) break;
    }
    if (keys.size <= MOST_TILES) return cellMetres;
  }
  return CELL_CHOICES[CELL_CHOICES.length - 1] as number;
}

function tileAt({ cellMetres, tiles }: TiledLight, { key, column, row }: TilePlace): LightTile {
  const known = tiles.get(key);
  if (known) return known;
  const raster = emptyRaster({
    westMetres: column * TILE_CELLS * cellMetres,
    southMetres: row * TILE_CELLS * cellMetres,
    cellMetres,
    columns: TILE_CELLS + 1,
    rows: TILE_CELLS + 1,
  });
  const tile = { key, raster, lampCount: 0 };
  tiles.set(key, tile);
  return tile;
}

/** Adds a lamp in place; returns the keys of the squares that changed. */
export function lightUp(light: TiledLight, lamp: MountedLuminaire): string[] {
  return placesUnder(lamp, light.cellMetres).map((place) => {
    const tile = tileAt(light, place);
    addLamp(tile.raster, lamp);
    tile.lampCount += 1;
    return place.key;
  });
}

/** Takes away a lamp that was added, in place; squares without lamps are dropped. */
export function putOut(light: TiledLight, lamp: MountedLuminaire): string[] {
  return placesUnder(lamp, light.cellMetres).map(({ key }) => {
    const tile = light.tiles.get(key);
    if (tile) {
      removeLamp(tile.raster, lamp);
      tile.lampCount -= 1;
      if (tile.lampCount <= 0) light.tiles.delete(key);
    }
    return key;
  });
}

/** Calculated light of a place, lx: 0 where no lamp reaches. */
export function tiledLuxAt({ cellMetres, tiles }: TiledLight, east: number, north: number): number {
  const side = TILE_CELLS * cellMetres;
  const tile = tiles.get(`${cellMetres}/${Math.floor(east / side)}/${Math.floor(north / side)}`);
  return tile ? (luxAt(tile.raster, east, north) ?? 0) : 0;
}
