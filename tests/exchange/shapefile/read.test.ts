import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { codesOf, read } from '../city.ts';

const zip = readFileSync(new URL('../../fixtures/exchange/shapefiles.zip', import.meta.url));
const parts = unzipSync(zip);
const near = (position: Position | undefined, lng: number, lat: number): void => {
  expect(position?.[0]).toBeCloseTo(lng, 7);
  expect(position?.[1]).toBeCloseTo(lat, 7);
};

describe('readShapefile', () => {
  it('reads two shapefiles of another program, each in its own system and encoding', async () => {
    const { features, problems, format } = await read('a.zip', zip);
    expect({ format, problems }).toEqual({ format: 'shapefile', problems: [] });
    expect(features.map(({ where, properties }) => [where.layer, where.feature, properties])).toEqual([
      ['ytor', 1, { namn: 'Ängsgärdet', hojd: 6.5, antal: 3, datum: '2023-05-01' }],
      ['ytor', 2, { namn: 'Två öar', antal: 2 }],
      ['lyktor', 1, expect.objectContaining({ namn: 'Lykta å', watt: 40 })],
      ['lyktor', 2, expect.objectContaining({ namn: 'Lykta ö', watt: 60 })],
    ]);
    const [withHole, two, lamp] = features.map(({ geometry }) => geometry);
    expect((withHole as Polygon).coordinates.map(({ length }) => length)).toEqual([5, 5]);
    expect(two!.type).toBe('MultiPolygon');
    near((lamp as { coordinates: Position }).coordinates, 16.5448, 59.6099);
    expect(withHole).toMatchObject({ type: 'Polygon' });
    const lngs = (withHole as Polygon).coordinates[0]!.map(([lng]) => lng!);
    expect(Math.min(...lngs)).toBeCloseTo(16.5, 7);
    expect(Math.max(...lngs)).toBeCloseTo(16.52, 7);
  });

  it('finds the system by range where the .prj is missing, and says what is missing', async () => {
    const { features, problems, crs } = await read('a.zip', zipSync({ 'l.shp': parts['mapp/lyktor.shp']! }));
    near((features[0]!.geometry as { coordinates: Position }).coordinates, 16.5448, 59.6099);
    expect(crs).toMatchObject({ code: 'EPSG:3006', by: 'range' });
    expect(codesOf(problems)).toEqual(['part-missing', 'part-missing', 'crs-from-range']);
  });

  it('keeps the whole records of a truncated file', async () => {
    const shp = parts['mapp/lyktor.shp']!;
    const { features, problems } = await read('a.zip', zipSync({ 'l.shp': shp.slice(0, shp.length - 3) }));
    expect(features).toHaveLength(1);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'file-truncated', where: { file: 'a.zip', layer: 'l', feature: 2 } }),
    );
  });

  it('never takes absurd counts at their word', async () => {
    const shp = parts['mapp/ytor.shp']!.slice();
    new DataView(shp.buffer).setUint32(100 + 8 + 40, 0xfffffff0, true);
    const { features, problems } = await read('a.zip', zipSync({ 'l.shp': shp }));
    expect(features).toHaveLength(1);
    expect(codesOf(problems)).toContain('geometry-broken');
  });
});
