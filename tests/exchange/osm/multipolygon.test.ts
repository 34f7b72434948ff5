import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleMultipolygon } from '../../../src/exchange/osm/multipolygon.ts';
import { interiorPointOf, isInsideRing, signedAreaOf } from '../../../src/exchange/osm/rings.ts';

type P = [number, number];
const square = (x: number, y: number, size: number): P[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const outer = (positions: P[]) => ({ role: 'outer', positions });
const inner = (positions: P[]) => ({ role: 'inner', positions });
const areaOf = (polygons: P[][][]): number =>
  polygons.flat().reduce((sum, ring) => sum + signedAreaOf(ring.slice(0, -1)), 0);

describe('assembleMultipolygon', () => {
  it('keeps one closed way as one polygon, wound as RFC 7946 asks', () => {
    const { polygons, problems } = assembleMultipolygon([outer(square(0, 0, 4).reverse())]);
    expect(problems).toEqual([]);
    expect(polygons).toHaveLength(1);
    expect(signedAreaOf(polygons[0]![0]!.slice(0, -1))).toBe(16);
    expect(polygons[0]![0]![0]).toEqual(polygons[0]![0]!.at(-1));
  });

  it('makes inner rings holes, turned clockwise', () => {
    const { polygons } = assembleMultipolygon([
      inner(square(1, 1, 1)),
      outer(square(0, 0, 4)),
      inner(square(2.5, 2.5, 1)),
    ]);
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(3);
    expect(areaOf(polygons)).toBe(14);
    expect(signedAreaOf(polygons[0]![1]!.slice(0, -1))).toBe(-1);
  });

  it('joins split ways, also reversed ones', () => {
    const { polygons, problems } = assembleMultipolygon([
      outer([
        [0, 0],
        [4, 0],
        [4, 4],
      ]),
      outer([
        [0, 0],
        [0, 4],
      ]),
      outer([
        [4, 4],
        [0, 4],
      ]),
    ]);
    expect(problems).toEqual([]);
    expect(areaOf(polygons)).toBe(16);
  });

  it('nests by place, not by role: an island in the lake of an island', () => {
    const { polygons } = assembleMultipolygon([
      outer(square(0, 0, 10)),
      outer(square(1, 1, 8)),
      inner(square(2, 2, 6)),
      { role: '', positions: square(3, 3, 1) },
    ]);
    expect(polygons).toHaveLength(2);
    expect(areaOf(polygons)).toBe(100 - 64 + 36 - 1);
  });

  it('keeps outer rings that touch in a corner apart', () => {
    const { polygons } = assembleMultipolygon([
      outer([
        [2, 2],
        [0, 2],
        [0, 0],
        [2, 0],
      ]),
      outer([
        [2, 0],
        [2, 2],
        [4, 2],
        [4, 4],
      ]),
      outer([
        [4, 4],
        [2, 4],
        [2, 2],
      ]),
    ]);
    expect(polygons).toHaveLength(2);
    expect(areaOf(polygons)).toBe(8);
    for (const [ring] of polygons) expect(new Set(ring!.map(String)).size).toBe(4);
  });

  it('keeps a hole that touches its outer ring in one vertex a hole', () => {
    const { polygons } = assembleMultipolygon([
      outer([
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 2],
        [0, 0],
      ]),
      inner([
        [0, 2],
        [1, 1],
        [2, 2],
        [1, 3],
        [0, 2],
      ]),
    ]);
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(2);
    expect(areaOf(polygons)).toBe(14);
  });

  it('cuts a ring in two where a hole touches it twice', () => {
    const { polygons } = assembleMultipolygon([
      outer([
        [0, 0],
        [4, 0],
        [4, 2],
        [4, 4],
        [0, 4],
        [0, 2],
        [0, 0],
      ]),
      inner([
        [0, 2],
        [2, 1],
        [4, 2],
        [2, 3],
        [0, 2],
      ]),
    ]);
    expect(polygons).toHaveLength(2);
    expect(polygons.map((polygon) => polygon.length)).toEqual([1, 1]);
    expect(areaOf(polygons)).toBe(12);
  });

  it('melts rings that share an edge', () => {
    const shared = assembleMultipolygon([
      outer(square(0, 0, 6)),
      inner(square(1, 1, 1)),
      inner(square(2, 1, 1)),
    ]);
    expect(shared.polygons[0]).toHaveLength(2);
    expect(areaOf(shared.polygons)).toBe(34);
    const two = assembleMultipolygon([outer(square(0, 0, 2)), outer(square(2, 0, 2))]);
    expect(two.polygons).toHaveLength(1);
    expect(areaOf(two.polygons)).toBe(8);
  });

  it('says which members are missing and keeps what still closes', () => {
    const { polygons, problems } = assembleMultipolygon([
      outer(square(10, 10, 2)),
      outer([
        [0, 0],
        [4, 0],
        [4, 4],
      ]),
      { role: 'outer', positions: undefined },
    ]);
    expect(areaOf(polygons)).toBe(4);
    expect(problems).toEqual([
      { code: 'missing-member', count: 1 },
      { code: 'open-ring', count: 2 },
    ]);
  });

  it('never turns a hole into land because its outer ring is missing', () => {
    const { polygons, problems } = assembleMultipolygon([
      { role: 'outer', positions: undefined },
      inner(square(1, 1, 1)),
    ]);
    expect(polygons).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual([
      'missing-member',
      'inner-without-outer',
      'no-outer-ring',
    ]);
  });

  it('counts a way listed twice once, and leaves labels out', () => {
    const { polygons } = assembleMultipolygon([
      { ...outer(square(0, 0, 2)), wayId: 7 },
      { ...outer(square(0, 0, 2)), wayId: 7 },
      { role: 'label', positions: square(5, 5, 9) },
    ]);
    expect(areaOf(polygons)).toBe(4);
  });

  it('reports a ring with a chord instead of guessing', () => {
    const { polygons, problems } = assembleMultipolygon([
      outer(square(0, 0, 4)),
      outer([
        [0, 0],
        [4, 4],
      ]),
    ]);
    expect(polygons).toEqual([]);
    expect(problems[0]).toEqual({ code: 'open-ring', count: 5 });
  });

  it('covers the cells of any chessboard, however its edge ways are cut, turned and mixed', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { selector: String, minLength: 1 });
    fc.assert(
      fc.property(cells, fc.infiniteStream(fc.nat(1000)), (board, dice) => {
        const roll = (sides: number): number => dice.next().value! % sides;
        const members = board
          .flatMap(([x, y]) => {
            const ring = square(x, y, 1);
            const cut = 1 + roll(3);
            return [ring.slice(0, cut + 1), ring.slice(cut)];
          })
          .map((positions) => ({
            role: ['outer', ''][roll(2)]!,
            positions: roll(2) ? positions.toReversed() : positions,
            order: roll(1000),
          }))
          .sort((a, b) => a.order - b.order);
        const { polygons } = assembleMultipolygon(members);
        expect(areaOf(polygons)).toBeCloseTo(board.length, 9);
        const filled = new Set(board.map(String));
        for (let x = 0; x < 6; x++)
          for (let y = 0; y < 6; y++) {
            const depth = polygons.flat().filter((ring) => isInsideRing([x + 0.4, y + 0.6], ring)).length;
            expect(depth % 2 === 1).toBe(filled.has(`${x},${y}`));
          }
        for (const ring of polygons.flat())
          expect(new Set(ring.slice(1).map(String)).size).toBe(ring.length - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('assembles 10 000 vertices in many members without growing quadratically', () => {
    const circle = Array.from({ length: 10_001 }, (_, i): P => {
      const angle = ((i % 10_000) / 10_000) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)];
    });
    const ways = Array.from({ length: 500 }, (_, i) => outer(circle.slice(i * 20, i * 20 + 21)));
    const start = performance.now();
    const { polygons } = assembleMultipolygon(ways);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(polygons[0]![0]).toHaveLength(10_001);
    expect(areaOf(polygons)).toBeCloseTo(Math.PI, 4);
  });
});

describe('interiorPointOf', () => {
  it('lies inside a horseshoe whose centre is outside', () => {
    const horseshoe: P[] = [
      [0, 0],
      [9, 0],
      [9, 9],
      [8, 9],
      [8, 1],
      [1, 1],
      [1, 9],
      [0, 9],
    ];
    expect(isInsideRing(interiorPointOf(horseshoe), horseshoe)).toBe(true);
  });
});
