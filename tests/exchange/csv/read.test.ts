import { describe, expect, it } from 'vitest';
import { degreesFrom, numberFrom } from '../../../src/exchange/csv/number.ts';
import { readWkt } from '../../../src/exchange/csv/wkt.ts';
import { codesOf, POINT, read } from '../city.ts';

const near = (position: readonly number[]): void => {
  expect(position[0]).toBeCloseTo(POINT.lng, 7);
  expect(position[1]).toBeCloseTo(POINT.lat, 7);
};
const pointOf = (result: Awaited<ReturnType<typeof read>>, index = 0): number[] => {
  const geometry = result.features[index]!.geometry;
  if (geometry.type !== 'Point') throw new Error(geometry.type);
  return geometry.coordinates;
};

describe('readCsv', () => {
  it('reads Excel-CSV with semicolons, decimal commas and a mark', async () => {
    const result = await read('a.csv', '\uFEFFNamn;Latitud;Longitud;Höjd\r\nLykta;59,6099;16,5448;6,5\r\n');
    near(pointOf(result));
    expect(result.features[0]).toMatchObject({
      properties: { Namn: 'Lykta', Höjd: '6,5' },
      where: { file: 'a.csv', row: 2 },
    });
    expect(result.problems).toEqual([]);
    expect(result.summary.fields).toEqual([
      { name: 'Namn', filled: 1, numeric: 0, samples: ['Lykta'] },
      { name: 'Höjd', filled: 1, numeric: 1, samples: ['6,5'] },
    ]);
  });

  it.each([
    ['N;E', `${POINT.local[1]};${POINT.local[0]}`, 'EPSG:3010'],
    ['Nord;Öst', '6 610 613,0355;152 529,2113', 'EPSG:3010'],
    ['X,Y', `${POINT.tm[1]},${POINT.tm[0]}`, 'EPSG:3006'],
    ['x\ty', `${POINT.tm[0]}\t${POINT.tm[1]}`, 'EPSG:3006'],
    ['N (SWEREF 99 TM)|E (SWEREF 99 TM)', `${POINT.tm[1]}|${POINT.tm[0]}`, 'EPSG:3006'],
    ['lat,lon', '59.6099,16.5448', 'EPSG:4326'],
    ['lat;lon', '59° 36\' 35.64" N;16° 32\' 41,28" E', 'EPSG:4326'],
    ['Position;x', '59.6099, 16.5448;y', 'EPSG:4326'],
    ['wkt;a', `SRID=3010;POINT(${POINT.local.join(' ')});b`.replace(';b', ''), 'EPSG:3010'],
  ])('recognises %s', async (header, row, code) => {
    const quotedRow = header.startsWith('wkt') ? `"${row}";b` : row;
    const result = await read('a.csv', `${header}\n${quotedRow}\n`);
    expect(result.crs).toMatchObject({ kind: 'recognised', code });
    near(pointOf(result));
  });

  it('takes what Excel saves as Windows-1252 and says that it guessed', async () => {
    const text = 'Plats;lat;lon\nÄngsgärdet;59,6099;16,5448\n';
    const result = await read(
      'a.csv',
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
    expect(result.features[0]!.properties.Plats).toBe('Ängsgärdet');
    expect(codesOf(result.problems)).toEqual(['encoding-guessed']);
  });

  it('imports the good rows and lists the rest with their row', async () => {
    const result = await read('a.csv', 'lat,lon,n\n59.6,16.5,1\n,16.5,2\nnorr,16.5,3\n\n59.61,16.51,4\n');
    expect(result.features.map(({ where }) => where.row)).toEqual([2, 6]);
    expect(result.problems).toMatchObject([
      { severity: 'skipped', code: 'value-missing', where: { row: 3 } },
      { severity: 'skipped', code: 'value-not-a-number', where: { row: 4 }, params: { value: 'norr' } },
    ]);
    expect(result.summary.skippedCount).toBe(2);
  });

  it('says which headers it found when none is a coordinate', async () => {
    const result = await read('a.csv', 'namn;adress\nA;B\n');
    expect(result.problems).toMatchObject([
      { severity: 'fatal', code: 'csv-without-coordinates', params: { headers: 'namn, adress' } },
    ]);
  });

  it('asks where no system fits', async () => {
    const result = await read('a.csv', 'x;y\n400000;5000000\n');
    expect(result.crs.kind).toBe('ask');
    expect(result.features).toEqual([]);
    const answered = await read('a.csv', `x;y\n${POINT.tm.join(';')}\n`, {
      surroundings: [0, 0, 1, 1],
      crs: { code: 'EPSG:3006', axisOrder: 'east-north' },
    });
    near(pointOf(answered));
    expect(answered.crs).toMatchObject({ by: 'chosen' });
  });

  it('keeps 50 000 rows with their numbers over slice borders, and can be cancelled', async () => {
    const row = (i: number): string => `59.6,16.5,"rad ${i}\nmed radbrytning, ""citat"""`;
    const text = `lat,lon,namn\n${Array.from({ length: 50_000 }, (_, i) => row(i)).join('\n')}\n`;
    const shares: number[] = [];
    const result = await read('a.csv', text, { onProgress: (share) => shares.push(share) });
    expect(result.features).toHaveLength(50_000);
    expect(result.features.at(-1)!.where.row).toBe(50_001);
    expect(result.features[31_234]!.properties.namn).toBe('rad 31234\nmed radbrytning, "citat"');
    expect(shares.length).toBeGreaterThan(2);
    const stop = new AbortController();
    await expect(
      read('a.csv', text, { signal: stop.signal, onProgress: () => stop.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  }, 30_000);

  it('tells of an unclosed quote', async () => {
    const result = await read('a.csv', 'lat,lon,n\n59.6,16.5,1\n59.6,16.5,"öppen\n');
    expect(result.problems).toMatchObject([
      { severity: 'fatal', code: 'csv-broken-quotes', where: { row: 3 } },
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['6 609 600,25', 6609600.25],
    ['6\u00a0609\u202f600', 6609600],
    ['-0,5', -0.5],
    ['\u22125', -5],
    ['1e3', 1000],
    ['', undefined],
    ['12 m', undefined],
    ['1,2,3', undefined],
    ['Infinity', undefined],
  ])('%j is %s', (text, value) => expect(numberFrom(text)).toBe(value));
  it.each([
    ['59° 30′ N', 59.5],
    ['16:30:36 W', -16.51],
    ['-0° 30′', -0.5],
    ['59.5 S', -59.5],
    ['59° 75′', undefined],
  ])('%j is %s degrees', (text, value) =>
    value === undefined
      ? expect(degreesFrom(text)).toBeUndefined()
      : expect(degreesFrom(text)).toBeCloseTo(value, 9),
  );
});

describe('readWkt', () => {
  it('reads every plain type', () => {
    expect(readWkt('MULTIPOINT((1 2),(3 4))')).toMatchObject({
      geometry: {
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    });
    expect(readWkt('POLYGON Z ((0 0 1, 1 0 1, 1 1 1, 0 0 1))')).toMatchObject({
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0, 1],
            [1, 0, 1],
            [1, 1, 1],
            [0, 0, 1],
          ],
        ],
      },
    });
    expect(readWkt('LINESTRING(1e2 -2.5, 3 4)')).toMatchObject({
      geometry: {
        coordinates: [
          [100, -2.5],
          [3, 4],
        ],
      },
    });
    for (const text of ['POINT EMPTY', 'POINT(1)', 'POINT(1 2', 'CURVE(1 2)', 'POINT(a b)', ''])
      expect(readWkt(text).ok).toBe(false);
  });
  it('reads collections, and not without end', () => {
    expect(readWkt('SRID=3006;GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2,3 4))')).toEqual({
      ok: true,
      srid: 3006,
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    });
    const deep = `${'GEOMETRYCOLLECTION('.repeat(50)}POINT(1 2)${')'.repeat(50)}`;
    expect(readWkt(deep)).toEqual({ ok: false, fault: 'too-deep' });
    expect(readWkt('GEOMETRYCOLLECTION EMPTY').ok).toBe(false);
    expect(readWkt('GEOMETRYCOLLECTION(POINT(1 2),CURVE(1 2))').ok).toBe(false);
  });
});
