import * as turf from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PlanePoint } from '../../src/geometry/plane.ts';
import { isSimpleRing, type Ring, signedAreaSquareMetres } from '../../src/geometry/ring.ts';
import {
  areaByDepthSquareMetres,
  areaWhereSquareMetres,
  scanlinesOf,
  surfaceLeft,
} from '../../src/geometry/scanline.ts';
import { unionOutlines } from '../../src/geometry/unionOutlines.ts';

// Many random unions, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
const star = (x: number, y: number, radii: number[]): PlanePoint[] =>
  radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
const stars = fc.tuple(
  fc.double({ min: -20, max: 20, noNaN: true }),
  fc.double({ min: -20, max: 20, noNaN: true }),
  fc.array(fc.double({ min: 5, max: 30, noNaN: true }), { minLength: 12, maxLength: 12 }),
);
const areaOf = (outlines: readonly Ring[]): number =>
  outlines.reduce((sum, outline) => sum + signedAreaSquareMetres(outline), 0);

describe('areas on lines', () => {
  it('count boxes, overlaps, shared sides and holes', () => {
    const overlapping = scanlinesOf([[box(0, 0, 10, 10), box(5, 0, 15, 10)]], 0.5);
    expect(areaByDepthSquareMetres(overlapping)).toEqual([0, 100, 50]);
    const touching = scanlinesOf([[box(0, 0, 10, 10), box(10, 0, 20, 10), box(10, 0, 20, 10)]], 0.5);
    expect(areaByDepthSquareMetres(touching)).toEqual([0, 100, 100]);
    const holed = scanlinesOf([surfaceLeft([[...box(0, 0, 10, 10)].reverse(), box(2, 2, 4, 4)])], 0.5);
    expect(areaByDepthSquareMetres(holed)[1]).toBe(96);
    expect(areaByDepthSquareMetres(scanlinesOf([], 1))).toEqual([0]);
  });

  it('union is inclusion–exclusion, and agrees with an exact polygon union', () => {
    fc.assert(
      fc.property(stars, stars, (first, second) => {
        const [a, b] = [star(...first), star(...second)];
        const lines = scanlinesOf([[a], [b]], 0.25);
        const union = areaWhereSquareMetres(lines, ([inA = 0, inB = 0]) => inA > 0 || inB > 0);
        const both = areaWhereSquareMetres(lines, ([inA = 0, inB = 0]) => inA > 0 && inB > 0);
        const alone = [a, b].map((ring) =>
          areaWhereSquareMetres(scanlinesOf([[ring]], 0.25), ([d = 0]) => d > 0),
        );
        expect(union).toBeCloseTo(alone[0]! + alone[1]! - both, 6);
        const closed = [a, b].map((ring) => turf.polygon([[...ring, ring[0]!].map((p) => [...p])]));
        const exact = turf.union(turf.featureCollection(closed))!.geometry;
        const pieces = exact.type === 'Polygon' ? [exact.coordinates] : exact.coordinates;
        const exactArea = pieces
          .flatMap((rings) =>
            rings.map((ring, i) => (i === 0 ? 1 : -1) * Math.abs(signedAreaSquareMetres(ring as never))),
          )
          .reduce((sum, area) => sum + area, 0);
        expect(Math.abs(union - exactArea) / exactArea).toBeLessThan(2e-3);
      }),
      { numRuns: 60 },
    );
  });

  it('draw the union as disjoint simple outlines of the same area', () => {
    fc.assert(
      fc.property(fc.array(stars, { minLength: 1, maxLength: 5 }), (all) => {
        const lines = scanlinesOf([all.map((one) => star(...one))], 0.5);
        const outlines = unionOutlines(lines);
        const area = areaWhereSquareMetres(lines, ([depth = 0]) => depth > 0);
        expect(areaOf(outlines)).toBeCloseTo(area, 0);
        const again = areaByDepthSquareMetres(scanlinesOf([outlines], 0.1));
        expect((again[2] ?? 0) / area).toBeLessThan(1e-3);
        for (const outline of outlines) expect(isSimpleRing(outline)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
