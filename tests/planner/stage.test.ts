import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackgroundPath } from '../../src/domain/background.ts';
import type { Desk } from '../../src/planner/desk.ts';
import { cornersOfShape, withCorner, withNewCorner, withoutCorner } from '../../src/planner/stage/corners.ts';
import { gripsOf, gripTarget } from '../../src/planner/stage/grips.ts';
import { snappedCorner, snapWorldOf, squared } from '../../src/planner/stage/snapping.ts';
import { featuresWithin } from '../../src/planner/stage/sweep.ts';
import { aCamera, aLight, aStrak, at, metresOf, plane } from '../proposal/aPlan.ts';

const path = (from: [number, number], to: [number, number]): BackgroundPath => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [at(...from), at(...to)] },
  properties: { kind: 'path', id: 'p1', way: 'footway', lit: 'unknown' },
});

describe('snapping', () => {
  const world = snapWorldOf(
    [
      aStrak('s1', [
        [0, 0],
        [100, 0],
      ]),
    ],
    [path([0, 50], [100, 50])],
    plane,
  );
  const asked = (east: number, north: number, more = {}) => {
    const { at: landed, kind } = snappedCorner(at(east, north), {
      ...{ plane, world, reachMetres: 5, isFree: false, ...more },
    });
    const [x, y] = metresOf(landed);
    return { kind, x: Math.round(x * 100) / 100 + 0, y: Math.round(y * 100) / 100 + 0 };
  };
  it('draws to a corner before a line', () => expect(asked(97, 3)).toEqual({ kind: 'vertex', x: 100, y: 0 }));
  it('draws to the city’s stråk', () => expect(asked(40, 4)).toEqual({ kind: 'line', x: 40, y: 0 }));
  it('draws to a background path', () => expect(asked(40, 46)).toEqual({ kind: 'line', x: 40, y: 50 }));
  it('leaves what is out of reach', () => expect(asked(40, 20)).toEqual({ kind: 'free', x: 40, y: 20 }));
  it('is off while the key is held', () =>
    expect(asked(97, 3, { isFree: true })).toEqual({ kind: 'free', x: 97, y: 3 }));
  it('does not draw a feature to itself', () =>
    expect(asked(40, 4, { withoutId: 's1' })).toEqual({ kind: 'free', x: 40, y: 4 }));
  it('gives back the very corner that was drawn, so that pressing it again can finish', () => {
    const corners = [at(0, 20), at(30, 20)];
    const { at: landed } = snappedCorner(at(31, 21), {
      ...{ plane, world, reachMetres: 5, corners, isFree: false },
    });
    expect(landed).toBe(corners[1]);
  });
  it('makes a nearly square corner square', () => {
    const corners = [at(0, 20), at(30, 20)];
    expect(asked(31, 40, { corners })).toEqual({ kind: 'angle', x: 30, y: 40 });
    expect(asked(50, 32, { corners }).kind).toBe('free');
  });
  it('squares in any direction without moving far', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (turn, off, quarter) => {
          const last: [number, number] = [Math.cos(turn) * 20, Math.sin(turn) * 20];
          const heading = turn + (quarter * Math.PI) / 2 + (off * Math.PI) / 180;
          const next: [number, number] = [last[0] + 30 * Math.cos(heading), last[1] + 30 * Math.sin(heading)];
          const found = squared([0, 0], last, next);
          if (!found) throw new Error(`${off}° was not squared`);
          const side = [found.at[0] - last[0], found.at[1] - last[1]] as const;
          const dot = (side[0] * last[0] + side[1] * last[1]) / 20;
          const cross = (side[0] * last[1] - side[1] * last[0]) / 20;
          expect(Math.min(Math.abs(dot), Math.abs(cross))).toBeLessThan(1e-9);
          expect(Math.hypot(found.at[0] - next[0], found.at[1] - next[1])).toBeLessThan(30 * Math.sin(0.1));
        },
      ),
    ));
});

describe('corners', () => {
  const ring = {
    type: 'Polygon' as const,
    coordinates: [[at(0, 0), at(10, 0), at(10, 10), at(0, 0)]],
  };
  it('moves the first corner of an outline with the one that closes it', () => {
    const moved = withCorner(ring, 0, [16, 59]);
    expect(moved?.coordinates[0]).toEqual([[16, 59], at(10, 0), at(10, 10), [16, 59]]);
  });
  it('pulls a corner out of the last side of an outline', () => {
    const grown = withNewCorner(ring, 2, [16, 59]);
    expect(grown?.coordinates[0]).toEqual([at(0, 0), at(10, 0), at(10, 10), [16, 59], at(0, 0)]);
  });
  it('keeps the least a shape needs', () => {
    expect(withoutCorner(ring, 0)).toBeNull();
    expect(withoutCorner({ type: 'LineString', coordinates: [at(0, 0), at(1, 1)] }, 0)).toBeNull();
  });
  it('taking out a corner that was put in gives the same shape', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), (index) => {
        const grown = withNewCorner(ring, index, [16, 59]);
        if (!grown) throw new Error('no corner was put in');
        expect(withoutCorner(grown, index + 1)).toEqual(ring);
      }),
    ));
  const parts = {
    type: 'MultiPolygon' as const,
    coordinates: [
      [
        [at(0, 0), at(10, 0), at(10, 10), at(0, 0)],
        [at(4, 1), at(6, 1), at(6, 3), at(4, 1)],
      ],
      [[at(20, 0), at(30, 0), at(30, 10), at(20, 10), at(20, 0)]],
    ],
  };
  it('are numbered through the parts of an area and their holes', () => {
    expect(cornersOfShape(parts)).toHaveLength(10);
    const moved = withCorner(parts, 3, [16, 59]);
    expect(moved?.coordinates).toEqual(
      parts.coordinates.with(0, [parts.coordinates[0]?.[0] ?? [], [[16, 59], at(6, 1), at(6, 3), [16, 59]]]),
    );
    const grown = withNewCorner(parts, 9, [16, 59]);
    expect(grown?.coordinates[0]).toEqual(parts.coordinates[0]);
    expect(grown?.coordinates[1]).toEqual([
      [at(20, 0), at(30, 0), at(30, 10), at(20, 10), [16, 59], at(20, 0)],
    ]);
    expect(grown && withoutCorner(grown, 10)).toEqual(parts);
    expect(withoutCorner(parts, 4)).toBeNull();
  });
  it('have handles in every part, and between the corners of each ring', () => {
    const area = { type: 'Feature', geometry: parts, properties: { kind: 'area', id: 'a' } };
    const grips = gripsOf(area as unknown as Parameters<typeof gripsOf>[0], AT_REST);
    expect(grips.filter(({ look }) => look === 'corner')).toHaveLength(10);
    expect(grips.filter(({ look }) => look === 'middle')).toHaveLength(10);
    const [lng, lat] = metresOf(grips.find(({ id }) => id === 'middle:9')?.at ?? []);
    expect([lng, lat].map(Math.round)).toEqual([20, 5]);
  });
  it('show the nearest of very many', () => {
    const line = aStrak(
      's9',
      Array.from({ length: 1000 }, (_, i) => [i * 10, 0]),
    );
    const middle = at(9_000, 0) as [number, number];
    const grips = gripsOf(line, { chosenCorner: null, middle });
    expect(grips).toHaveLength(400);
    expect(grips[0]?.id).toBe('corner:900');
  });
  it('a point has no corners', () =>
    expect(cornersOfShape({ type: 'Point', coordinates: [0, 0] })).toBeNull());
});

const AT_REST = { chosenCorner: null, middle: null };

describe('handles', () => {
  it('a camera has one to aim with and one at each edge of its view', () => {
    const camera = aCamera('c1', [0, 0], { bearingDegrees: 90, fieldOfViewDegrees: 60, rangeMetres: 20 });
    const grips = gripsOf(camera, AT_REST);
    expect(grips.map(({ id }) => id)).toEqual(['aim', 'first-edge', 'last-edge']);
    const [aim] = grips;
    const [east, north] = metresOf(aim?.at ?? []);
    expect(Math.hypot(east, north)).toBeCloseTo(20, 0);
    expect(Math.abs(north)).toBeLessThan(1);
  });
  it('a stråk has its corners and the middles between them', () => {
    const grips = gripsOf(
      aStrak('s1', [
        [0, 0],
        [10, 0],
        [20, 0],
      ]),
      { chosenCorner: 1, middle: null },
    );
    expect(grips.map(({ id }) => id)).toEqual(['corner:0', 'corner:1', 'corner:2', 'middle:0', 'middle:1']);
    expect(grips[1]?.isChosen).toBe(true);
    expect(gripTarget('middle:1')).toEqual({ kind: 'middle', index: 1 });
  });
});

describe('sweeping', () => {
  it('takes what lies wholly inside', () => {
    const features = [
      aLight('inside', [5, 5]),
      aLight('outside', [50, 5]),
      aStrak('half', [
        [5, 5],
        [50, 5],
      ]),
      aStrak('whole', [
        [2, 2],
        [8, 8],
      ]),
    ];
    const ring = [at(0, 0), at(10, 0), at(10, 10), at(0, 10)];
    const found = featuresWithin({ features, plane } as unknown as Desk, ring);
    expect(found.map(({ properties }) => properties.id)).toEqual(['inside', 'whole']);
  });
});
