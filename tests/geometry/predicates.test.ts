import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orientation } from '../../src/geometry/orientation.ts';
import type { PlanePoint } from '../../src/geometry/plane.ts';
import {
  centroidOf,
  isSimpleRing,
  placeInPolygon,
  placeInRing,
  polygonAreaSquareMetres,
  type Ring,
  signedAreaSquareMetres,
} from '../../src/geometry/ring.ts';
import {
  distanceToSegmentMetres,
  isOnSegment,
  linesIntersection,
  segmentsMeet,
} from '../../src/geometry/segment.ts';

const SQUARE: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const HOLE: Ring = [
  [4, 4],
  [6, 4],
  [6, 6],
  [4, 6],
];
const whole = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });

describe('orientation', () => {
  it('is positive for a left turn', () => {
    expect(orientation([0, 0], [1, 0], [1, 1])).toBeGreaterThan(0);
    expect(orientation([0, 0], [1, 0], [1, -1])).toBeLessThan(0);
  });
  it('keeps the exact sign where doubles lose it', () => {
    // Kettner et al., "Classroom examples of robustness problems": points a few ulps from a line.
    const [b, c]: PlanePoint[] = [
      [12, 12],
      [24, 24],
    ];
    for (let i = 0; i < 32; i++) {
      for (let j = 0; j < 32; j++) {
        const a: PlanePoint = [0.5 + i * 2 ** -53, 0.5 + j * 2 ** -53];
        expect(Math.sign(orientation(b!, c!, a))).toBe(Math.sign(a[1] - a[0]));
      }
    }
  });
  it('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(whole, whole, whole, whole, whole, whole, (ax, ay, bx, by, cx, cy) => {
        const exact = BigInt(ax - cx) * BigInt(by - cy) - BigInt(ay - cy) * BigInt(bx - cx);
        const sign = exact > 0n ? 1 : exact < 0n ? -1 : 0;
        expect(Math.sign(orientation([ax, ay], [bx, by], [cx, cy]))).toBe(sign);
      }),
    );
  });
});

describe('segments', () => {
  it('cross, touch or stay apart', () => {
    const base = [
      [0, 0],
      [10, 0],
    ] as const;
    expect(
      segmentsMeet(base, [
        [5, -1],
        [5, 1],
      ]),
    ).toBe('crossing');
    expect(
      segmentsMeet(base, [
        [5, 0],
        [5, 1],
      ]),
    ).toBe('touching');
    expect(
      segmentsMeet(base, [
        [3, 0],
        [20, 0],
      ]),
    ).toBe('touching');
    expect(
      segmentsMeet(base, [
        [10, 0],
        [20, 5],
      ]),
    ).toBe('touching');
    expect(
      segmentsMeet(base, [
        [11, 0],
        [20, 0],
      ]),
    ).toBe('apart');
    expect(
      segmentsMeet(base, [
        [5, 1],
        [5, 2],
      ]),
    ).toBe('apart');
  });
  it('measure to the nearest point, not to the line', () => {
    expect(
      distanceToSegmentMetres(
        [
          [0, 0],
          [10, 0],
        ],
        [13, 4],
      ),
    ).toBe(5);
    expect(
      distanceToSegmentMetres(
        [
          [0, 0],
          [0, 0],
        ],
        [3, 4],
      ),
    ).toBe(5);
  });
  it('know what lies on them and where lines meet', () => {
    expect(
      isOnSegment(
        [
          [0, 0],
          [10, 10],
        ],
        [5, 5],
      ),
    ).toBe(true);
    expect(
      isOnSegment(
        [
          [0, 0],
          [10, 10],
        ],
        [11, 11],
      ),
    ).toBe(false);
    expect(
      linesIntersection(
        [
          [0, 0],
          [1, 1],
        ],
        [
          [4, 0],
          [4, 1],
        ],
      ),
    ).toEqual([4, 4]);
    expect(
      linesIntersection(
        [
          [0, 0],
          [1, 1],
        ],
        [
          [4, 0],
          [5, 1],
        ],
      ),
    ).toBeUndefined();
  });
});

describe('rings', () => {
  it('have areas, signed by direction, with holes taken away', () => {
    expect(signedAreaSquareMetres(SQUARE)).toBe(100);
    expect(signedAreaSquareMetres([...SQUARE].reverse())).toBe(-100);
    expect(polygonAreaSquareMetres([SQUARE, HOLE])).toBe(96);
    expect(polygonAreaSquareMetres([])).toBe(0);
  });
  it('keep their area far from the origin', () => {
    const far = SQUARE.map(([x, y]) => [x / 10 + 6_610_613, y / 10 + 152_529] as const);
    expect(signedAreaSquareMetres(far)).toBe(1);
  });
  it('tell inside from edge from outside, holes included', () => {
    expect(placeInPolygon([SQUARE, HOLE], [1, 1])).toBe('inside');
    expect(placeInPolygon([SQUARE, HOLE], [5, 5])).toBe('outside');
    expect(placeInPolygon([SQUARE, HOLE], [4, 5])).toBe('edge');
    expect(placeInPolygon([SQUARE, HOLE], [10, 10])).toBe('edge');
    expect(placeInPolygon([SQUARE], [11, 0])).toBe('outside');
    // A ray through corners: the diamond's corners lie level with the point.
    const diamond: Ring = [
      [0, -5],
      [5, 0],
      [0, 5],
      [-5, 0],
    ];
    expect(placeInRing(diamond, [-1, 0])).toBe('inside');
    expect(placeInRing(diamond, [-6, 0])).toBe('outside');
  });
  it('are simple, or cross themselves, or fold back', () => {
    expect(isSimpleRing(SQUARE)).toBe(true);
    expect(isSimpleRing([...SQUARE, SQUARE[0]!])).toBe(true);
    expect(
      isSimpleRing([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    ).toBe(false);
    expect(
      isSimpleRing([
        [0, 0],
        [10, 0],
        [5, 0],
        [5, 5],
      ]),
    ).toBe(false);
    expect(
      isSimpleRing([
        [0, 0],
        [10, 0],
      ]),
    ).toBe(false);
  });
  it('have their centre of gravity', () => {
    expect(centroidOf(SQUARE)).toEqual([5, 5]);
    expect(
      centroidOf([
        [0, 0],
        [6, 0],
        [0, 3],
      ]),
    ).toEqual([2, 1]);
    expect(
      centroidOf([
        [0, 0],
        [6, 0],
      ]),
    ).toEqual([3, 0]);
    expect(centroidOf([])).toBeUndefined();
  });
});
