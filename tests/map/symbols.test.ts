import { describe, expect, it, vi } from 'vitest';
import { PLACE_CATEGORIES } from '../../src/domain/feature.ts';
import { isStyle } from '../../src/map/basemapStyle.ts';
import { creditLine } from '../../src/map/credits.ts';
import { disc, emptyRaster, filled, paint, type Raster, wedge } from '../../src/map/symbols/raster.ts';
import { type SymbolLook, symbolId, symbolOf, symbolResolver } from '../../src/map/symbols/symbols.ts';

const look = (changes: Partial<SymbolLook> = {}): SymbolLook => ({
  shape: 'place',
  variant: 'museum',
  accuracy: 'surveyed',
  colour: '#9A3F7C',
  flavour: 'light',
  ...changes,
});
const pixel = ({ data, width }: Raster, x: number, y: number) => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
];
const covered = ({ data }: Raster) => data.filter((value, index) => index % 4 === 3 && value > 0).length;
const drawn = (changes: Partial<SymbolLook>, ratio = 1) => symbolOf(symbolId(look(changes)), ratio) as Raster;

describe('the raster', () => {
  it('covers the area of a disc', () => {
    const raster = emptyRaster(40, 40, 2);
    paint(raster, disc(20, 20, 15), { colour: '#FF0000' });
    const alpha = raster.data.reduce((sum, value, index) => (index % 4 === 3 ? sum + value / 255 : sum), 0);
    expect(alpha / 4).toBeCloseTo(Math.PI * 225, -1);
    expect(pixel(raster, 40, 40)).toEqual([255, 0, 0, 255]);
    expect(pixel(raster, 0, 0)).toEqual([0, 0, 0, 0]);
  });

  it('lays one colour over another', () => {
    const raster = emptyRaster(4, 4, 1);
    paint(raster, disc(2, 2, 10), { colour: '#000000' });
    paint(raster, disc(2, 2, 10), { colour: '#FFFFFF', alpha: 0.5 });
    expect(pixel(raster, 1, 1)).toEqual([128, 128, 128, 255]);
  });

  it('knows inside from outside', () => {
    const triangle = filled([
      [0, 0],
      [10, 0],
      [0, 10],
    ]);
    expect(triangle(2, 2)).toBeLessThan(0);
    expect(triangle(8, 8)).toBeGreaterThan(0);
    const north = wedge(10, 8, 60);
    expect(north(10, 5)).toBeLessThan(0);
    expect(north(10, 15)).toBeGreaterThan(0);
    expect(north(16, 5)).toBeGreaterThan(0);
  });
});

describe('the symbols', () => {
  it('have a pictogram of their own for every category', () => {
    const pictures = PLACE_CATEGORIES.map((variant) => drawn({ variant }).data.join());
    expect(new Set([...pictures, drawn({ variant: 'nobody-drew-this' }).data.join()]).size).toBe(
      PLACE_CATEGORIES.length + 1,
    );
  });

  it('differ by shape before colour: every pair covers different pixels', () => {
    const shapes = ['place', 'light', 'camera', 'council'] as const;
    const masks = shapes.map((shape) => {
      const { data } = drawn({ shape, variant: 'plain' });
      return data
        .filter((_, index) => index % 4 === 3)
        .map((alpha) => (alpha > 60 ? 1 : 0))
        .join('');
    });
    expect(new Set(masks).size).toBe(shapes.length);
  });

  it('look different when they are only an illustration', () => {
    for (const shape of ['place', 'light', 'camera'] as const)
      expect(drawn({ shape, accuracy: 'illustrative' }).data).not.toEqual(drawn({ shape }).data);
  });

  it('are at least 24 pixels across and grow with the screen', () => {
    for (const shape of ['place', 'light', 'camera', 'council'] as const) {
      const raster = drawn({ shape });
      const rows = Array.from({ length: raster.height }, (_, y) =>
        Array.from({ length: raster.width }, (_, x) => pixel(raster, x, y)[3] as number).some(
          (alpha) => alpha > 20,
        ),
      );
      expect(rows.filter(Boolean).length, shape).toBeGreaterThanOrEqual(24);
      expect(drawn({ shape }, 2).width).toBe(raster.width * 2);
    }
  });

  it('hatch sparsely and without a seam', () => {
    const { data, width, height } = drawn({ shape: 'hatch', variant: 'plain' }, 2);
    const alpha = (x: number, y: number) => data[((y % height) * width + (x % width)) * 4 + 3];
    // the pattern repeats along its own diagonal, also over the edge of the square
    for (let step = 0; step < width; step++)
      expect(alpha(width - 1 + step, height - step)).toBe(alpha(width - 1, height));
    const share = covered({ data, width, height, ratio: 2 }) / (width * height);
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.25);
  });

  it('refuse ids that are not theirs', () => {
    for (const id of [
      '',
      'shop',
      'place/museum/surveyed/red/light',
      'place/museum/surveyed/#9A3F7C/dusk',
      'x/y/z/#9A3F7C/light',
    ])
      expect(symbolOf(id, 1)).toBeNull();
  });

  it('are drawn once for a map that misses them', () => {
    const kept = new Set<string>();
    const addImage = vi.fn((id: string) => kept.add(id));
    const resolve = symbolResolver({ hasImage: (id) => kept.has(id), addImage }, 1.25);
    resolve(symbolId(look()));
    resolve(symbolId(look()));
    resolve('somebody-elses');
    expect(addImage).toHaveBeenCalledTimes(1);
    expect(addImage.mock.calls[0]).toMatchObject([symbolId(look()), { width: 64 }, { pixelRatio: 2 }]);
  });
});

describe('what a deployer names', () => {
  it('is credited as plain text', () => {
    const basemap = { kind: 'style', url: 'x', attribution: '<img src=x onerror=alert(1)>' } as const;
    expect(creditLine({ attribution: 'A & B' }, basemap)).toBe(
      'A &#38; B · &#60;img src=x onerror=alert(1)&#62;',
    );
    expect(creditLine({}, { kind: 'overview' })).toBe('');
  });

  it('is a style or is refused', () => {
    expect(isStyle({ version: 8, sources: {}, layers: [{ id: 'a', type: 'background' }] })).toBe(true);
    for (const wrong of [
      null,
      'style',
      { version: 7, sources: {}, layers: [] },
      { version: 8, sources: {} },
      { version: 8, sources: {}, layers: [{}] },
    ])
      expect(isStyle(wrong)).toBe(false);
  });
});
