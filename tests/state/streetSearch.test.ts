import { describe, expect, it } from 'vitest';
import type { Addresses } from '../../src/domain/streets.ts';
import { streetSearcherOf } from '../../src/state/streetSearch.ts';

const e7 = (lng: number, lat: number): [number, number] => [Math.round(lng * 1e7), Math.round(lat * 1e7)];
const street = (name: string, lng: number, lat: number) => ({
  name,
  at: e7(lng, lat),
  box: [...e7(lng, lat), 10, 10],
});
const city: Addresses = {
  schemaVersion: 1,
  streets: [
    street('Storgatan', 16.5, 59.6),
    street('Storgatan', 16.4, 59.72),
    street('Östra Ågatan', 16.55, 59.61),
    street('17 juni-gatan', 16.51, 59.62),
  ],
  addresses: [
    {
      street: 'Storgatan',
      city: 'Storstad',
      houses: [
        ['12', ...e7(16.501, 59.601)],
        ['12B', ...e7(16.502, 59.601)],
        ['14', ...e7(16.503, 59.601)],
      ],
    },
    { street: 'Storgatan', city: 'Byn', houses: [['12', ...e7(16.401, 59.721)]] },
    { street: 'Gårdstorp', houses: [['3', ...e7(16.3, 59.5)]] },
  ],
  places: [
    { name: 'Centrum', kind: 'suburb', at: e7(16.5, 59.605) },
    { name: 'Byn', kind: 'village', at: e7(16.4, 59.72) },
    { name: 'Stadsparken', kind: 'park', at: e7(16.52, 59.6) },
  ],
};
const find = await streetSearcherOf(city);
const names = (words: string) => find(words).map(({ name, near }) => [name, near]);

describe('the search among streets', () => {
  it('tells streets of one name apart by the settlement they lie in', () => {
    expect(names('storgatan')).toEqual([
      ['Storgatan', 'Centrum'],
      ['Storgatan', 'Byn'],
    ]);
  });

  it.each([['Storgtan'], ['storgattan'], ['STORG']])('forgives %s', (words) => {
    expect(names(words)[0]?.[0]).toBe('Storgatan');
  });

  it('finds å, ä and ö written plainly', () => {
    expect(names('ostra agatan')).toEqual([['Östra Ågatan', 'Centrum']]);
  });

  it.each([
    ['Storgatan 12', 'Storgatan 12', 16.501],
    ['storgatan 12b', 'Storgatan 12B', 16.502],
    ['storgatan 12 B', 'Storgatan 12B', 16.502],
    ['Storgtan 14', 'Storgatan 14', 16.503],
  ])('finds the house %s', (words, name, lng) => {
    const [first] = find(words);
    expect(first).toMatchObject({ name, kind: 'address', near: 'Centrum' });
    expect(first?.lngLat[0]).toBeCloseTo(lng, 6);
  });

  it('gives each street of the name its own house of that number', () => {
    const [, second] = find('Storgatan 12');
    expect(second).toMatchObject({ name: 'Storgatan 12', near: 'Byn', lngLat: [16.401, 59.721] });
  });

  it('shows the street and says so where the number is not known', () => {
    expect(find('Östra Ågatan 99')).toEqual([
      expect.objectContaining({ name: 'Östra Ågatan', kind: 'street', missingNumber: '99' }),
    ]);
  });

  it('finds streets whose name begins with a number, houses on no drawn street, and parks', () => {
    expect(names('17 juni')[0]?.[0]).toBe('17 juni-gatan');
    expect(find('gårdstorp 3')[0]).toMatchObject({ name: 'Gårdstorp 3', lngLat: [16.3, 59.5] });
    expect(find('stadsparken')[0]).toMatchObject({ name: 'Stadsparken', kind: 'place' });
  });

  it('finds nothing for what is not there', () => {
    expect(find('Kungsvägen')).toEqual([]);
  });
});
