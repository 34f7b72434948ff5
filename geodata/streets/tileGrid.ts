import type { BoxE7 } from './osmElement.ts';

/** Web Mercator tile numbers: used to name tiles, never to measure. */

/** Beyond this latitude Web Mercator has no tiles. */
const LIMIT_LAT_E7 = 850_511_287;

export interface TileRange {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

export function tileXOf(lngE7: number, zoom: number): number {
  const tiles = 2 ** zoom;
  return Math.min(tiles - 1, Math.max(0, Math.floor((lngE7 / 3_600_000_000 + 0.5) * tiles)));
}

export function tileYOf(latE7: number, zoom: number): number {
  const tiles = 2 ** zoom;
  const lat = Math.min(LIMIT_LAT_E7, Math.max(-LIMIT_LAT_E7, latE7));
  const sine = Math.sin((lat / 1e7) * (Math.PI / 180));
  const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  return Math.min(tiles - 1, Math.max(0, Math.floor(y * tiles)));
}

/** The tiles of one zoom that a box touches. */
export const tileRangeOf = ([west, south, east, north]: BoxE7, zoom: number): TileRange => ({
  west: tileXOf(west, zoom),
  north: tileYOf(north, zoom),
  east: tileXOf(east, zoom),
  south: tileYOf(south, zoom),
});

const lngE7Of = (x: number, zoom: number): number => (x / 2 ** zoom - 0.5) * 3_600_000_000;
const latE7Of = (y: number, zoom: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** zoom))) * 180e7) / Math.PI;

/** The box of one tile, with a margin in tile widths. */
export function boxOfTile({ zoom, x, y }: { zoom: number; x: number; y: number }, margin = 0): BoxE7 {
  return [
    lngE7Of(x - margin, zoom),
    latE7Of(y + 1 + margin, zoom),
    lngE7Of(x + 1 + margin, zoom),
    latE7Of(y - margin, zoom),
  ];
}
