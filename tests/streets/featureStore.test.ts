import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassTable } from '../../geodata/streets/classTable.ts';
import { type ElementLetter, FeatureStore } from '../../geodata/streets/featureStore.ts';
import type { StreetGeometry } from '../../geodata/streets/streetFeature.ts';
import { WayStore } from '../../geodata/streets/wayStore.ts';
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';

const e7 = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 });
const flat = fc.array(fc.tuple(e7, e7), { minLength: 1, maxLength: 6 }).map((pairs) => pairs.flat());
const geometry: fc.Arbitrary<StreetGeometry> = fc.oneof(
  fc.record({ shape: fc.constant('point' as const), at: fc.tuple(e7, e7) }),
  fc.record({ shape: fc.constant('line' as const), lines: fc.array(flat, { maxLength: 3 }) }),
  fc.record({
    shape: fc.constant('area' as const),
    polygons: fc.array(fc.array(flat, { maxLength: 3 }), { maxLength: 3 }),
  }),
);
const word = fc.constantFrom('', 'Storgatan', 'Åsgatan', '1', '12 B');
const osmClass: fc.Arbitrary<OsmClass> = fc.oneof(
  fc.constant<OsmClass>({ kind: 'bench' }),
  fc.record({ kind: fc.constant('green' as const), green: word, name: word }),
  fc.record(
    { kind: fc.constant('address' as const), street: word, houseNumber: word, postcode: word, city: word },
    { requiredKeys: ['kind', 'street', 'houseNumber'] },
  ),
);
/** Far beyond 32 bits, and below zero as editors number what is new. */
const id = fc.integer({ min: -20_000_000_000, max: 20_000_000_000 });
const element = fc.record({
  letter: fc.constantFrom<ElementLetter>('n', 'w', 'r'),
  id,
  geometry,
  classes: fc.uniqueArray(osmClass, { selector: ({ kind }) => kind, minLength: 1 }),
});
const elements = fc.uniqueArray(element, { selector: (one) => `${one.letter}${one.id}`, maxLength: 12 });

const ORDER = { n: 0, w: 1, r: 2 };

describe('features in columns', () => {
  it('come back as they were put in, by element and kind', () => {
    fc.assert(
      fc.property(elements, (given) => {
        const store = new FeatureStore(new ClassTable());
        for (const { letter, id: number, ...rest } of given) store.add(letter, number, rest);
        store.sort();
        const expected = [...given]
          .sort((a, b) => ORDER[a.letter] - ORDER[b.letter] || a.id - b.id)
          .flatMap((one) =>
            [...one.classes]
              .sort((a, b) => (a.kind < b.kind ? -1 : 1))
              .map((found) => ({ id: `${one.letter}${one.id}`, class: found, geometry: one.geometry })),
          );
        expect([...store]).toEqual(expected);
        expect(expected.map((_, index) => store.at(index))).toEqual(expected);
        expect(store.at(expected.length)).toBeUndefined();
      }),
    );
  });

  it('grow over many pages', () => {
    const store = new FeatureStore(new ClassTable());
    const many = 150_000;
    for (let number = 0; number < many; number++)
      store.add('w', number, {
        classes: [{ kind: 'bench' }],
        geometry: { shape: 'line', lines: [[number, 1, number, 2]] },
      });
    for (const number of [0, 65_535, 65_536, 131_072, many - 1])
      expect(store.at(number)?.geometry).toEqual({ shape: 'line', lines: [[number, 1, number, 2]] });
  });
});

describe('ways in columns', () => {
  it('come back as they were last given', () => {
    const way = fc.record({
      id: fc.integer({ min: 1, max: 6 }),
      refs: fc.array(id, { maxLength: 5 }),
      classes: fc.array(osmClass, { maxLength: 3 }),
      area: fc.constantFrom('yes', 'no', undefined),
    });
    fc.assert(
      fc.property(fc.array(way, { maxLength: 12 }), (given) => {
        const store = new WayStore(new ClassTable());
        const plain = new Map<number, Omit<(typeof given)[number], 'id'>>();
        for (const { id: number, ...held } of given) {
          store.set(number, held);
          plain.set(number, held);
        }
        expect([...store]).toEqual([...plain]);
        for (let number = 1; number <= 6; number++) {
          expect(store.get(number)).toEqual(plain.get(number));
          expect(store.isSomething(number)).toBe((plain.get(number)?.classes.length ?? 0) > 0);
        }
      }),
    );
  });
});
