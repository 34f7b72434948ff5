import { describe, expect, it } from 'vitest';
import { foundIn, geocoderHost } from '../../src/state/geocoder.ts';

const point = (properties: Record<string, unknown>, coordinates: unknown = [16.5, 59.6]) => ({
  features: [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties }],
});

describe('the answer of a geocoder', () => {
  it.each([
    ['Pelias', { label: 'Storgatan 1, Staden' }, 'Storgatan 1, Staden'],
    ['Nominatim', { display_name: 'Storgatan 1, Staden, Sverige' }, 'Storgatan 1, Staden, Sverige'],
    ['Photon', { name: null, street: 'Storgatan', housenumber: '1', city: 'Staden' }, 'Storgatan 1, Staden'],
    ['Photon, a place', { name: 'Parken', city: 'Staden' }, 'Parken, Staden'],
  ])('is read as %s writes it', (_, properties, name) =>
    expect(foundIn(point(properties))).toEqual([{ id: `${name} 16.5 59.6`, name, lngLat: [16.5, 59.6] }]),
  );
  it('may carry heights, and leaves out what has no name or is no point', () => {
    expect(foundIn(point({ name: 'A' }, [16.5, 59.6, 12]))[0]?.lngLat).toEqual([16.5, 59.6]);
    expect(foundIn(point({}))).toEqual([]);
    const line = point({ name: 'A' });
    expect(
      foundIn({
        features: line.features.map((f) => ({ ...f, geometry: { ...f.geometry, type: 'MultiPoint' } })),
      }),
    ).toEqual([]);
  });
  it('is refused when it is something else', () => {
    for (const answer of [null, 'no', {}, { features: [{}] }, point({ name: 'A' }, [700, 59])])
      expect(() => foundIn(answer)).toThrow();
  });
  it('names whose server it is', () =>
    expect(geocoderHost({ url: 'https://sok.example:8080/api?q={query}', attribution: 'x' })).toBe(
      'sok.example:8080',
    ));
});
