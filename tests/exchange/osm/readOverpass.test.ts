import { describe, expect, it } from 'vitest';
import { codesOf, read } from '../city.ts';

const at = (lat: number, lon: number) => ({ lat, lon });
const square = [at(59.6, 16.5), at(59.6, 16.51), at(59.61, 16.51), at(59.61, 16.5), at(59.6, 16.5)];
const overpass = (...elements: object[]): string => JSON.stringify({ version: 0.6, elements });

describe('readOverpass', () => {
  it('reads bodies with nodes after ways', async () => {
    const { background, format } = await read(
      'a.json',
      overpass(
        { type: 'way', id: 9, nodes: [1, 2], tags: { highway: 'footway', lit: 'no' } },
        { type: 'node', id: 1, ...at(59.6, 16.5), tags: { highway: 'street_lamp', height: '5' } },
        { type: 'node', id: 2, ...at(59.61, 16.51) },
        { type: 'count', id: 0, tags: {} },
      ),
    );
    expect(format).toBe('overpass-json');
    expect(background).toMatchObject({
      counts: { path: 1, 'street-lamp': 1 },
      elements: { nodes: 2, ways: 1, relations: 0 },
      features: [
        { element: 'node/1', is: { kind: 'street-lamp', heightMetres: 5 }, geometry: { type: 'Point' } },
        {
          element: 'way/9',
          is: { kind: 'path', lit: 'no' },
          geometry: {
            type: 'LineString',
            coordinates: [
              [16.5, 59.6],
              [16.51, 59.61],
            ],
          },
        },
      ],
    });
  });

  it('reads `out geom`, building relations included, and does not bridge what is clipped away', async () => {
    const { background, problems } = await read(
      'a.json',
      overpass(
        {
          type: 'way',
          id: 1,
          nodes: [1, 2, 3, 4, 1],
          geometry: square,
          tags: { building: 'yes', height: '9' },
        },
        {
          type: 'relation',
          id: 2,
          tags: { type: 'multipolygon', building: 'school' },
          members: [
            { type: 'way', ref: 11, role: 'outer', geometry: square.slice(0, 3) },
            { type: 'way', ref: 12, role: 'outer', geometry: square.slice(2).reverse() },
            { type: 'way', ref: 13, role: 'inner' },
          ],
        },
        {
          type: 'way',
          id: 3,
          geometry: [at(59.6, 16.5), at(59.6, 16.51), null, at(59.6, 16.53), at(59.6, 16.54)],
          tags: { highway: 'path' },
        },
      ),
    );
    expect(background?.counts).toEqual({ building: 2, path: 1 });
    expect(background?.features.map(({ element, geometry }) => [element, geometry.type])).toEqual([
      ['way/1', 'Polygon'],
      ['way/3', 'MultiLineString'],
      ['relation/2', 'Polygon'],
    ]);
    expect(codesOf(problems)).toEqual(['osm-missing-node', 'osm-missing-member']);
  });

  it('lists a building whose outline is not whole, and elements that are nonsense', async () => {
    const { background, problems, summary } = await read(
      'a.json',
      overpass(
        { type: 'way', id: 1, nodes: [1, 2, 3, 1], tags: { building: 'yes' } },
        { type: 'node', id: 1, ...at(59.6, 16.5) },
        { type: 'node', id: 'x', ...at(59.6, 16.5) },
        { type: 'node', id: 5, ...at(95, 16.5) },
      ),
    );
    expect(background?.features).toEqual([]);
    expect(codesOf(problems)).toEqual(['geometry-broken', 'geometry-broken', 'osm-missing-node']);
    expect(summary.skippedCount).toBe(3);
  });
});
