import { readFileSync } from 'node:fs';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bytesOfDatabase, newDatabase } from '../../../src/exchange/geopackage/sqlite.ts';
import { readWkb, writeWkb } from '../../../src/exchange/geopackage/wkb.ts';
import { codesOf, read } from '../city.ts';

const file = readFileSync(new URL('../../fixtures/exchange/ogr.gpkg', import.meta.url));

describe('readGeoPackage', () => {
  it('reads every feature table of another program, each in its own system', async () => {
    const { features, problems, format } = await read('a.gpkg', file);
    expect({ format, problems }).toEqual({ format: 'geopackage', problems: [] });
    expect(
      features.map(({ where, geometry, properties }) => [where.layer, geometry.type, properties.namn]),
    ).toEqual([
      ['lyktor', 'Point', 'Lykta å'],
      ['lyktor', 'Point', 'Lykta ö'],
      ['ytor', 'Polygon', 'Ängsgärdet'],
      ['ytor', 'MultiPolygon', 'Två öar'],
    ]);
    const [lng, lat] = (features[0]!.geometry as { coordinates: Position }).coordinates;
    expect(lng).toBeCloseTo(16.5448, 7);
    expect(lat).toBeCloseTo(59.6099, 7);
    expect(features[0]!.properties).toEqual({ namn: 'Lykta å', watt: 40, tänd: true });
  });

  it('says that a truncated or scribbled database is broken', async () => {
    const scribbled = Uint8Array.from(file, (byte, i) => (i > 5000 && i % 7 === 0 ? byte ^ 0xff : byte));
    for (const bytes of [file.subarray(0, 4000), file.subarray(0, 20), scribbled]) {
      const { features, problems } = await read('a.gpkg', bytes);
      expect(features).toEqual([]);
      expect(codesOf(problems)).toEqual(['database-broken']);
    }
  });

  it('runs no query that hides in a view', async () => {
    const database = await newDatabase();
    database.exec(`CREATE TABLE gpkg_contents (table_name, data_type); CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id, definition);
      CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id);
      CREATE VIEW evil AS WITH RECURSIVE forever(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM forever) SELECT x AS geom FROM forever;
      INSERT INTO gpkg_contents VALUES ('evil', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('evil', 'geom', 4326)`);
    const bytes = await bytesOfDatabase(database);
    database.close();
    const { problems } = await read('a.gpkg', bytes);
    expect(codesOf(problems)).toEqual(['archive-without-content']);
  });
});

describe('well-known binary', () => {
  it.each<Geometry>([
    { type: 'Point', coordinates: [1, 2] },
    {
      type: 'LineString',
      coordinates: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
        [
          [
            [5, 5],
            [6, 5],
            [6, 6],
            [5, 5],
          ],
        ],
      ],
    },
    { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] },
  ])('writes and reads %j', (geometry) => expect(readWkb(writeWkb(geometry))).toEqual(geometry));

  it('reads big-endian EWKB with a height, and no truncated bytes', () => {
    const view = new DataView(new ArrayBuffer(33));
    view.setUint8(0, 0);
    view.setUint32(1, 0xa0000001);
    view.setUint32(5, 4326);
    for (const [i, value] of [16.5, 59.6, 7].entries()) view.setFloat64(9 + i * 8, value);
    expect(readWkb(new Uint8Array(view.buffer))).toEqual({ type: 'Point', coordinates: [16.5, 59.6, 7] });
    const polygon = writeWkb({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    });
    for (let length = 0; length < polygon.length; length++)
      expect(readWkb(polygon.subarray(0, length))).toBeUndefined();
  });
});
