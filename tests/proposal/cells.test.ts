import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  differenceOf,
  inverseOf,
  type Json,
  patchedValue,
  sameJson,
  valueOfCells,
} from '../../src/proposal/cells.ts';

const point = { type: 'Point', coordinates: [1, 2] };
const aKey = fc.constantFrom('a', 'b', 'c', 'x/y', 'm~n', '');
const anObject = fc.letrec<{ json: Json; object: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, 1, 'x', true, [1, { a: 2 }], point),
    tie('object'),
  ),
  object: fc.dictionary(aKey, tie('json'), { maxKeys: 4 }) as fc.Arbitrary<Json>,
})).object;

describe('cells', () => {
  it('split objects by key, and keep lists, GeoJSON and empty objects whole', () => {
    expect([
      ...cellsOf({ name: 'A', removed: {}, changed: { l1: { geometry: point, ids: ['m'] } } }),
    ]).toEqual([
      ['name', 'A'],
      ['removed', {}],
      ['changed/l1/geometry', point],
      ['changed/l1/ids', ['m']],
    ]);
  });
  it('are the value again when put together', () => {
    fc.assert(
      fc.property(anObject, (value) => {
        expect(valueOfCells(cellsOf(value))).toEqual(value);
      }),
    );
  });
  it('do not let a key reach the prototype', () => {
    expect(cellsOf(JSON.parse('{"__proto__": {"polluted": true}}'))).toEqual(new Map());
    const value = valueOfCells([['__proto__/polluted', true]]);
    expect(value).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a difference', () => {
  it('names only the cells that differ, with both values', () => {
    expect(differenceOf({ a: 1, b: { c: 2, d: 3 } }, { a: 1, b: { c: 4 } })).toEqual({
      'b/c': { before: 2, after: 4 },
      'b/d': { before: 3 },
    });
  });
  it('applied gives the result, and its inverse the start', () => {
    fc.assert(
      fc.property(anObject, anObject, (before, after) => {
        const change = differenceOf(before, after);
        expect(patchedValue(before, change)).toEqual(after);
        expect(patchedValue(after, inverseOf(change))).toEqual(before);
      }),
    );
  });
  it('is empty exactly between equal values', () => {
    fc.assert(
      fc.property(anObject, anObject, (a, b) => {
        expect(Object.keys(differenceOf(a, b)).length === 0).toBe(sameJson(a, b));
      }),
    );
  });
  it('leaves what it does not touch the same object', () => {
    const before = { a: { x: 1 }, b: { y: 2 } };
    const after = patchedValue(before, { 'a/x': { before: 1, after: 3 } }) as typeof before;
    expect(after.b).toBe(before.b);
    expect(before.a.x).toBe(1);
  });
});
