import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../../src/exchange/export/exportFile.ts';
import { LOCAL, POINT, read } from '../city.ts';

const feature = (
  geometry: Geometry,
  properties: Record<string, unknown> = {},
): Feature<Geometry, Record<string, unknown>> => ({
  type: 'Feature',
  geometry,
  properties,
});
const point = (properties: Record<string, unknown> = {}): Feature<Geometry, Record<string, unknown>> =>
  feature({ type: 'Point', coordinates: [POINT.lng, POINT.lat] }, properties);
const text = ({ bytes }: { bytes: Uint8Array }): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('exportFile', () => {
  it('keeps secret cameras out of every format unless chosen', async () => {
    const cameras = [
      point({ id: 'open', disclosure: 'exact' }),
      point({ id: 'hemlig', disclosure: 'secret', name: 'Storgatan' }),
      point({
        id: 'yta',
        kind: 'camera',
        disclosure: 'area',
        name: 'Kamera vid Storgatan 3',
        bearingDegrees: 12,
        note: 'x',
      }),
    ];
    for (const format of ['geojson', 'kml', 'gpx', 'csv', 'geopackage'] as const) {
      const result = await exportFile(cameras, { format, name: 'a' });
      const latin = new TextDecoder('latin1').decode(result.bytes);
      expect({ format, found: /hemlig|Storgatan|bearing/.test(latin) }).toEqual({ format, found: false });
      expect(result).toMatchObject({ secretCount: 1, generalisedCount: 1 });
      const all = await exportFile(cameras, { format, name: 'a', includeSecret: true });
      expect(all).toMatchObject({ secretCount: 0, generalisedCount: 0, featureCount: 3 });
    }
  });

  it('shows a camera with disclosure "area" as a grid cell that does not follow the camera', async () => {
    const cellOf = async (lng: number, lat: number): Promise<Polygon> => {
      const camera = feature({ type: 'Point', coordinates: [lng, lat] }, { disclosure: 'area' });
      const { features } = await read(
        'a.geojson',
        (await exportFile([camera], { format: 'geojson', name: 'a' })).bytes,
      );
      return features[0]!.geometry as Polygon;
    };
    const cell = await cellOf(POINT.lng, POINT.lat);
    expect(await cellOf(POINT.lng + 1e-5, POINT.lat + 1e-5)).toEqual(cell);
    const [ring] = cell.coordinates;
    const [west, south] = ring![0]!;
    const [east, north] = ring![2]!;
    expect(west! <= POINT.lng && POINT.lng < east! && south! <= POINT.lat && POINT.lat < north!).toBe(true);
    expect((north! - south!) * 111_320).toBeCloseTo(250, 0);
    expect((east! - west!) * 111_320 * Math.cos((POINT.lat * Math.PI) / 180)).toBeCloseTo(250, -1);
  });

  it('writes RFC 7946: no crs member, outer rings anticlockwise', async () => {
    const clockwise: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [16, 59],
          [16, 60],
          [17, 60],
          [17, 59],
          [16, 59],
        ],
      ],
    };
    const json = JSON.parse(text(await exportFile([feature(clockwise)], { format: 'geojson', name: 'a' })));
    expect(json.crs).toBeUndefined();
    expect(json.features[0].geometry.coordinates).toEqual([
      [
        [16, 59],
        [17, 59],
        [17, 60],
        [16, 60],
        [16, 59],
      ],
    ]);
  });

  it('writes KML styles once each, and escapes what a name may hold', async () => {
    const style = { stroke: '#ff8800', 'stroke-opacity': 0.5, 'stroke-width': 3 };
    const name = `</name><script>alert("1")</script> & 'x'\u0000`;
    const kml = text(
      await exportFile([point({ name, ...style }), point({ name: { sv: 'Två', en: 'Two' }, ...style })], {
        format: 'kml',
        name: 'A & B',
      }),
    );
    expect(kml.match(/<Style /g)).toHaveLength(1);
    expect(kml).toContain('<LineStyle><color>800088ff</color><width>3</width></LineStyle>');
    expect(kml).toContain(
      '&lt;/name&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;\ufffd',
    );
    expect(kml).toContain('<name>Två</name>');
    expect(kml).toContain('<name>A &amp; B</name>');
  });

  it('counts what GPX cannot hold', async () => {
    const area = feature({
      type: 'Polygon',
      coordinates: [
        [
          [16, 59],
          [17, 59],
          [17, 60],
          [16, 59],
        ],
      ],
    });
    const result = await exportFile([area, point({ name: 'A' })], { format: 'gpx', name: 'a' });
    expect(result).toMatchObject({ featureCount: 1, unsupportedCount: 1 });
  });

  it('writes metres with the names of the axes, and formulas as text', async () => {
    const csv = text(
      await exportFile([point({ namn: '=HYPERLINK("x")' })], { format: 'csv', name: 'a', crs: LOCAL }),
    );
    expect(csv).toBe(`\uFEFFN;E;namn\r\n6610613,0355;152529,2113;"'=HYPERLINK(""x"")"\r\n`);
  });

  it('names the file so that every system takes it', async () => {
    const { fileName } = await exportFile([], { format: 'csv', name: '../Förslag: A/B*?' });
    expect(fileName).toBe('_Förslag_ A_B_.csv');
  });

  it('writes a GeoPackage that GDAL opens, where GDAL is installed', async ({ skip }) => {
    const area: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [16, 59],
          [17, 59],
          [17, 60],
          [16, 59],
        ],
      ],
    };
    const { bytes, fileName } = await exportFile(
      [point({ Namn: 'Å', namn: 'B', watt: 40.5, antal: 3, tänd: true }), feature(area, { 'a"b': 1 })],
      { format: 'geopackage', name: 'a', crs: LOCAL },
    );
    const file = join(mkdtempSync(join(tmpdir(), 'gpkg-')), fileName);
    writeFileSync(file, bytes);
    let report: string;
    try {
      report = execFileSync('ogrinfo', ['-al', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip('ogrinfo is not installed');
      throw error;
    }
    expect(report).not.toMatch(/warning|error/i);
    expect(report).toMatch(/Layer name: points[\s\S]*Geometry: Point[\s\S]*ID\["EPSG",3010\]/);
    expect(report).toContain('POINT (152529.211');
    expect(report).toContain('namn_2 (String) = B');
    expect(report).toContain('tänd (Integer(Boolean)) = 1');
    expect(report).toContain('a"b (Integer64) = 1');
  });
});
