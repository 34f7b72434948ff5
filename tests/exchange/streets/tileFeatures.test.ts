import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStreets } from '../../../geodata/streets/makeStreets.ts';
import type { BackgroundFeature } from '../../../src/domain/background.ts';
import type { StreetsManifest } from '../../../src/domain/streets.ts';
import { backgroundFeaturesOf } from '../../../src/exchange/streets/tileFeatures.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'osm');
const folder = mkdtempSync(join(tmpdir(), 'street-tiles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All tiles of an extract read as the planner's room reads them, each object once. */
async function everything(extract: string) {
  const out = join(folder, extract);
  const { manifest } = await makeStreets({ files: [join(fixtures, extract)], box: 'auto', out });
  const tiles = join(out, manifest.background.folder);
  expect(existsSync(tiles)).toBe(true);
  const once = new Map<string, BackgroundFeature>();
  for (const name of readdirSync(tiles))
    for (const feature of backgroundFeaturesOf(readFileSync(join(tiles, name), 'utf8')))
      once.set(`${feature.properties.kind}/${feature.properties.id}`, feature);
  return { manifest, features: [...once.values()] };
}

describe.each(['berlin-siegessaeule.osm', 'laufamholz.osm'])('the background of %s', (extract) => {
  let read: { manifest: StreetsManifest; features: BackgroundFeature[] };
  beforeAll(async () => {
    read = await everything(extract);
  });
  const count = (kind: BackgroundFeature['properties']['kind']) =>
    // a way in several pieces, or an area of several, is one object of the map
    new Set(
      read.features
        .filter(({ properties }) => properties.kind === kind)
        .map(({ properties }) => properties.id.split('/').slice(0, 2).join('/')),
    ).size;

  it('holds every path, road, building, lamp and camera that the command counted', () => {
    const { counts } = read.manifest;
    expect(count('path')).toBe((counts.path ?? 0) + (counts.road ?? 0));
    expect(count('lamp')).toBe(counts['street-lamp'] ?? 0);
    expect(count('camera')).toBe(counts.surveillance ?? 0);
    expect(count('building')).toBe(counts.building);
  });

  it('stands where the extract is, with rings closed', () => {
    const [west, south, east, north] = read.manifest.bounds;
    for (const { geometry } of read.features) {
      const flat = JSON.stringify(geometry.coordinates)
        .match(/-?[\d.]+/g)
        ?.map(Number);
      const [lng = 0, lat = 0] = flat ?? [];
      expect(lng).toBeGreaterThan(west - 0.05);
      expect(lng).toBeLessThan(east + 0.05);
      expect(lat).toBeGreaterThan(south - 0.05);
      expect(lat).toBeLessThan(north + 0.05);
      if (geometry.type === 'Polygon')
        for (const ring of geometry.coordinates) expect(ring.at(-1)).toEqual(ring[0]);
    }
  });
});

describe('one tile', () => {
  const tile = (given: object) =>
    JSON.stringify({
      ...{ schemaVersion: 1, x: 1, y: 1, paths: [], roads: [], buildings: [], lamps: [], cameras: [] },
      ...{ entrances: [], crossings: [], busStops: [], benches: [], trees: [], treeRows: [], barriers: [] },
      ...given,
    });

  it('keeps unknown light unknown, and names objects as an imported file does', () => {
    const lines = [
      [165_000_000, 596_000_000, 10_000, 0],
      [165_100_000, 596_000_000, 0, 10_000],
    ];
    const paths = [{ shape: 'line', id: 'w7', kind: 'footway', lit: 'unknown', lines }];
    const features = backgroundFeaturesOf(tile({ paths }));
    expect(features.map(({ properties }) => properties)).toEqual([
      { kind: 'path', id: 'way/7/1', way: 'footway', lit: 'unknown' },
      { kind: 'path', id: 'way/7/2', way: 'footway', lit: 'unknown' },
    ]);
    expect(features[0]?.geometry.coordinates).toEqual([
      [16.5, 59.6],
      [16.501, 59.6],
    ]);
  });

  it('takes heights before levels and leaves cellars out', () => {
    const ring = [0, 0, 10, 0, 0, 10, -10, -10];
    const building = (id: string, rest: object) => ({
      ...{ id, kind: 'house', extent: 'whole', polygons: [[ring]] },
      ...rest,
    });
    const buildings = [
      building('w1', { heightMetres: 7.5, levels: 4 }),
      building('w2', { levels: 4, minLevel: 1 }),
      building('r3', { underground: true }),
    ];
    expect(backgroundFeaturesOf(tile({ buildings })).map(({ properties }) => properties)).toEqual([
      { kind: 'building', id: 'way/1', use: 'house', heightMetres: 7.5 },
      { kind: 'building', id: 'way/2', use: 'house', heightMetres: 12, minHeightMetres: 3 },
    ]);
  });

  it('is refused when it is something else', () => {
    expect(() => backgroundFeaturesOf('{"paths":[]}')).toThrow();
    expect(() => backgroundFeaturesOf('<html>')).toThrow();
  });
});
