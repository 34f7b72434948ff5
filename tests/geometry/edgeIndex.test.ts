import { describe, expect, it } from 'vitest';
import { edgeIndexOf, edgesIn, polygonsHolding, polygonsNear } from '../../src/geometry/edgeIndex.ts';
import type { PlanePoint } from '../../src/geometry/plane.ts';

const square = (x: number, y: number, side: number): PlanePoint[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

describe('edgeIndexOf', () => {
  const index = edgeIndexOf([[square(0, 0, 10), square(4, 4, 2)], [], [square(100, 0, 10).reverse()]]);

  it('finds sides and polygons by place', () => {
    expect(index.edgeCount).toBe(12);
    expect(new Set(edgesIn(index, [99, -1, 101, 11]).map((i) => index.owner[i]))).toEqual(new Set([2]));
    expect(polygonsNear(index, [101, 1, 102, 2])).toEqual([2]);
    expect(polygonsHolding(index, [1, 1])).toEqual([0]);
    expect(polygonsHolding(index, [5, 5])).toEqual([]);
  });

  it('keeps the surface on the left of every side, holes and reversed rings included', () => {
    for (let i = 0; i < index.edgeCount; i++) {
      const [ax, ay, bx, by] = index.ends.slice(4 * i, 4 * i + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const length = Math.hypot(bx - ax, by - ay);
      const left: PlanePoint = [
        (ax + bx) / 2 - ((by - ay) / length) * 0.01,
        (ay + by) / 2 + ((bx - ax) / length) * 0.01,
      ];
      expect(polygonsHolding(index, left)).toEqual([index.owner[i]]);
    }
  });

  it('trusts no side of an outline that crosses itself, and stands nothing at all', () => {
    expect([
      ...edgeIndexOf([
        [
          [
            [0, 0],
            [10, 10],
            [10, 0],
            [0, 10],
          ],
        ],
      ]).facing,
    ]).toEqual([0, 0, 0, 0]);
    expect(edgesIn(edgeIndexOf([]), [0, 0, 1, 1])).toEqual([]);
  });
});
