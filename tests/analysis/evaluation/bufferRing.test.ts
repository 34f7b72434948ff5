import { describe, expect, it } from 'vitest';
import { bufferRing } from '../../../src/analysis/evaluation/bufferRing.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import { isInPolygon, polygonAreaSquareMetres } from '../../../src/geometry/ring.ts';

const SQUARE: PlanePoint[] = [
  [0, 0],
  [1000, 0],
  [1000, 1000],
  [0, 1000],
  [0, 0],
];

describe('the ring around a measure area', () => {
  const ring = bufferRing(SQUARE, 200) ?? [];
  it('holds what lies within the distance and not the area itself', () => {
    const holds = (point: PlanePoint): boolean => isInPolygon(ring, point);
    expect([holds([500, -100]), holds([500, -180]), holds([-130, -130])]).toEqual([true, true, true]);
    expect([holds([500, 500]), holds([500, -230]), holds([-190, -190])]).toEqual([false, false, false]);
  });
  it('has the area of four strips and four quarter discs, to a few per cent', () => {
    const expected = 4 * 200 * 1000 + Math.PI * 200 ** 2;
    expect(polygonAreaSquareMetres(ring) / expected).toBeGreaterThan(0.97);
    expect(polygonAreaSquareMetres(ring) / expected).toBeLessThan(1.03);
  });
  it('has the exact area as its hole, so that the two never overlap', () => expect(ring[1]).toEqual(SQUARE));
  it('says nothing about an area without extent', () => expect(bufferRing([], 200)).toBeUndefined());
});
