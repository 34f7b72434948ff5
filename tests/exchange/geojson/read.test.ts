import { describe, expect, it } from 'vitest';
import { codesOf, LOCAL, POINT, read } from '../city.ts';

const collection = (features: unknown[], rest: object = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...rest, features });
const point = (coordinates: readonly number[], properties: unknown = {}): object => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties,
});

describe('readGeoJson', () => {
  it('reads RFC 7946 as it is', async () => {
    const result = await read('a.geojson', collection([{ ...point([16.5, 59.6, 3], { namn: 'A' }), id: 7 }]));
    expect(result).toMatchObject({
      format: 'geojson',
      crs: { kind: 'recognised', code: 'EPSG:4326', axisOrder: 'east-north' },
      problems: [],
      features: [
        {
          geometry: { coordinates: [16.5, 59.6, 3] },
          properties: { namn: 'A', id: 7 },
          where: { feature: 1 },
        },
      ],
    });
  });

  it.each([
    ['urn:ogc:def:crs:EPSG::3010', POINT.local],
    ['EPSG:3006', POINT.tm],
    ['http://www.opengis.net/def/crs/EPSG/0/3006', POINT.tm],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', [POINT.lng, POINT.lat]],
    ['urn:ogc:def:crs:EPSG::3010', [POINT.local[1], POINT.local[0]]],
  ])('follows the old crs member %s', async (name, coordinates) => {
    const result = await read(
      'a.json',
      collection([point(coordinates)], { crs: { type: 'name', properties: { name } } }),
    );
    const [lng, lat] = (result.features[0]!.geometry as { coordinates: number[] }).coordinates;
    expect(lng).toBeCloseTo(POINT.lng, 7);
    expect(lat).toBeCloseTo(POINT.lat, 7);
    expect(result.crs).toMatchObject({ by: 'declared' });
  });

  it('recognises metres without any declaration, in either order, and says so', async () => {
    for (const coordinates of [POINT.local, POINT.local.toReversed()]) {
      const result = await read('a.json', collection([point(coordinates)]));
      expect(result.crs).toMatchObject({ code: LOCAL.code, by: 'range' });
      expect(codesOf(result.problems)).toEqual(['crs-from-range']);
    }
    const swapped = await read('a.json', collection([point([59.6, 16.5])]));
    expect(swapped.features[0]!.geometry).toMatchObject({ coordinates: [16.5, 59.6] });
    expect(codesOf(swapped.problems)).toEqual(['axes-swapped']);
  });

  it('asks when the declared system is none of ours', async () => {
    const result = await read(
      'a.json',
      collection([point([100, 200])], { crs: { type: 'name', properties: { name: 'EPSG:31467' } } }),
    );
    expect(result.crs.kind).toBe('ask');
    expect(codesOf(result.problems)).toEqual(['crs-unknown']);
  });

  it('imports the good part and lists the rest', async () => {
    const result = await read(
      'a.json',
      collection([
        point([16.5, 59.6]),
        { type: 'Feature', geometry: null, properties: {} },
        point(['x', 1] as never),
        { type: 'Feature', geometry: { type: 'Circle', coordinates: [1, 2] } },
        'nonsense',
        {
          type: 'Feature',
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [16, 59],
                [17, 59],
                [17, 60],
              ],
            ],
          },
        },
        point([181, 59.6]),
      ]),
    );
    expect(result.features.map(({ where }) => where.feature)).toEqual([1, 6]);
    expect(codesOf(result.problems)).toEqual([
      'geometry-missing',
      'geometry-broken',
      'geometry-unsupported',
      'geometry-broken',
      'crs-assumed',
      'coordinates-out-of-range',
    ]);
    expect(result.features[1]!.geometry).toMatchObject({
      coordinates: [
        [
          [16, 59],
          [17, 59],
          [17, 60],
          [16, 59],
        ],
      ],
    });
  });

  it('says line and column where JSON breaks', async () => {
    const result = await read('a.json', '{"type": "FeatureCollection",\n "features": [}\n');
    expect(result.features).toEqual([]);
    expect(result.problems).toMatchObject([
      { severity: 'fatal', code: 'json-broken', where: { line: 2, column: 15 } },
    ]);
    const cut = collection([point([16.5, 59.6])]).slice(0, -9);
    expect((await read('a.json', cut)).problems[0]).toMatchObject({
      code: 'json-broken',
      where: { line: 1 },
    });
  });

  it('counts what lies far away', async () => {
    const result = await read(
      'a.json',
      collection([point([13.35, 52.51]), point([16.5, 59.6]), point([16.5, 59.6])]),
    );
    expect(result.summary.outsideCount).toBe(1);
    expect(result.problems).toMatchObject([{ code: 'outside-surroundings', params: { count: 1 } }]);
  });

  it('keeps scripts as plain text and never touches a prototype', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const text = `{"type":"Feature","geometry":{"type":"Point","coordinates":[16.5,59.6]},"properties":{"namn":${JSON.stringify(name)},"__proto__":{"polluted":1}}}`;
    const result = await read('a.json', text);
    expect(result.features[0]!.properties.namn).toBe(name);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(result.features[0]!.properties)).toBe(Object.prototype);
  });

  it('refuses depth before the parser sees it', async () => {
    const result = await read('a.json', `${'['.repeat(1e6)}`);
    expect(codesOf(result.problems)).toEqual(['too-deep']);
  });
});
