import { describe, expect, it } from 'vitest';
import { emptyRaster } from '../../../src/analysis/light/lightRaster.ts';
import { GLOW, glowPixels } from '../../../src/analysis/lightAndSight/glow.ts';
import { TILE_CELLS } from '../../../src/analysis/lightAndSight/tiledLight.ts';

const side = TILE_CELLS + 1;
const tileOf = (lux: readonly number[]) => {
  const raster = emptyRaster({ westMetres: 0, southMetres: 0, cellMetres: 1, columns: side, rows: side });
  raster.lux.set(lux);
  return { raster };
};
/** The pixel of a column in the southernmost row, which is the picture's last. */
const pixelOf = (pixels: Uint8ClampedArray, column: number): number[] => {
  const at = 4 * ((TILE_CELLS - 1) * TILE_CELLS + column);
  return [...pixels.subarray(at, at + 4)];
};

describe.each(['light', 'night'] as const)('the glow by %s', (flavour) => {
  it('has the legend’s colour at each of its amounts, to one step of the table', () => {
    const pixels = glowPixels(tileOf(GLOW[flavour].map(({ lux }) => lux)), flavour);
    GLOW[flavour].forEach(({ colour, opacity }, i) => {
      const drawn = pixelOf(pixels, i);
      [...colour, opacity].forEach((part, k) => {
        if (i > 0) expect(Math.abs((drawn[k] ?? 0) - part)).toBeLessThanOrEqual(5);
      });
    });
  });
  it('is nothing in the dark and no more than its last colour beyond it', () => {
    const pixels = glowPixels(tileOf([0, 0.05, 50, 5000]), flavour);
    expect(pixelOf(pixels, 0)).toEqual([0, 0, 0, 0]);
    expect(pixelOf(pixels, 1)).toEqual([0, 0, 0, 0]);
    expect(pixelOf(pixels, 3)).toEqual(pixelOf(pixels, 2));
    expect(pixels.subarray(0, 4)).toEqual(new Uint8ClampedArray(4));
  });
});
