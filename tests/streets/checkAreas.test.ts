import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type ApproximateFeature,
  matchesFor,
  type Polygons,
  plainName,
} from '../../geodata/streets/compareAreas.ts';
import { makeStreets } from '../../geodata/streets/makeStreets.ts';
import { encodePositions, type NamedAreas } from '../../src/domain/streets.ts';
import { planeOf } from '../../src/geometry/plane.ts';
import { encodePbf, type PlainOsm } from './encodePbf.ts';
import { contentOf, scratch } from './folders.ts';

const PROJ4 = '+proj=tmerc +lat_0=0 +lon_0=16.5 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
const plane = planeOf(PROJ4);
/** A square with this side, its south-west corner so many metres east and north of a fixed place. */
const square = (east: number, north: number, side: number): [number, number][] =>
  (
    [
      [0, 0],
      [side, 0],
      [side, side],
      [0, side],
      [0, 0],
    ] as const
  ).map(([x, y]) => plane.toLngLat([150_000 + east + x, 6_610_000 + north + y]) as [number, number]);
const e7 = (positions: readonly (readonly [number, number])[]) =>
  encodePositions(positions.flat().map((degrees) => Math.round(degrees * 1e7)));
const known = (...areas: [string, string, [number, number][]][]): NamedAreas => ({
  schemaVersion: 1,
  areas: areas.map(([id, name, ring]) => ({ id, name, kind: 'park', polygons: [[e7(ring)]] })),
});
const park: ApproximateFeature = {
  id: 'stadsparken',
  layerId: 'parker',
  names: ['Stadsparken (ungefärlig)', 'City Park'],
  polygons: [[square(0, 0, 100)]] as Polygons,
  point: undefined,
};

describe('comparing an area with what the extract knows', () => {
  it('half overlapped: a third in common, 50 m to the east', () => {
    const [match] = matchesFor(plane, park, known(['w1', 'STADSPARKEN', square(50, 0, 100)]));
    expect(match?.overlap?.oursSquareMetres).toBeCloseTo(10_000, 0);
    expect(match?.overlap?.sharedSquareMetres).toBeGreaterThan(4990);
    expect(match?.overlap?.sharedSquareMetres).toBeLessThan(5010);
    expect(match?.overlap?.jaccard).toBeCloseTo(1 / 3, 2);
    expect(match?.shiftMetres).toBeCloseTo(50, 1);
    expect(match?.shiftBearingDegrees).toBeCloseTo(90, 0);
  });

  it('the same outline: everything in common', () => {
    const [match] = matchesFor(plane, park, known(['w1', 'City park', square(0, 0, 100)]));
    expect(match?.overlap?.jaccard).toBeCloseTo(1, 3);
  });

  it('takes the best first, leaves the neighbouring town out, and ranks a part of the name last', () => {
    const found = matchesFor(
      plane,
      park,
      known(
        ['w1', 'Stadsparken', square(500, 0, 100)],
        ['w2', 'Stadsparken', square(10, 0, 100)],
        ['w3', 'Stadsparken', square(9000, 0, 100)],
        ['w4', 'Slottsparken', square(0, 0, 100)],
      ),
    );
    expect(found.map(({ osmId }) => osmId)).toEqual(['w2', 'w1']);
    const place = {
      ...park,
      names: ['Skolan i Slottsparken'],
      polygons: undefined,
      point: plane.toLngLat([150_050, 6_610_050]),
    };
    const [part] = matchesFor(plane, place, known(['w4', 'Slottsparken', square(0, 0, 100)]));
    expect(part).toMatchObject({ match: 'part-of-name', osmId: 'w4' });
    expect(part?.shiftMetres).toBeLessThan(0.1);
    expect(part).not.toHaveProperty('overlap');
  });

  it('compares names without case, brackets and punctuation', () => {
    expect(plainName('  Norra  City (kandidat) – väst')).toBe('norra city väst');
  });
});

describe('the command', () => {
  const { path, write } = scratch();
  const layer = (file: string, accuracy: string) =>
    write(
      file,
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { id: 'stadsparken', name: { sv: 'Stadsparken' }, provenance: { accuracy } },
            geometry: { type: 'Polygon', coordinates: [square(0, 0, 100)] },
          },
        ],
      }),
    );
  mkdirSync(path('layers'));
  const text = { sv: 'x', en: 'x', fi: 'x' };
  const entry = (id: string) => ({
    id,
    file: `${id}.geojson`,
    role: 'package',
    title: text,
    description: text,
    count: 1,
    bytes: 1,
    sha256: '0'.repeat(64),
    date: '',
    sourceIds: ['own'],
    licence: 'x',
  });
  write(
    'layers/city.json',
    JSON.stringify({
      surroundings: [16, 59, 17, 60],
      metricCrs: { code: 'EPSG:3010', name: 'x', proj4: PROJ4 },
    }),
  );
  const manifest = { schemaVersion: 1, cityFile: 'city.json', citySha256: '0'.repeat(64) };
  write('layers/manifest.json', JSON.stringify({ ...manifest, layers: [entry('drawn'), entry('measured')] }));
  layer('layers/drawn.geojson', 'approximate');
  layer('layers/measured.geojson', 'surveyed');
  const ring = square(20, 0, 100).slice(0, 4);
  const osm: PlainOsm = {
    nodes: ring.map(([lng, lat], i) => ({
      id: i + 1,
      lngE7: Math.round(lng * 1e7),
      latE7: Math.round(lat * 1e7),
      tags: {},
    })),
    ways: [{ id: 5, refs: [1, 2, 3, 4, 1], tags: { leisure: 'park', name: 'Stadsparken' } }],
    relations: [],
  };
  const extract = write('city.pbf', encodePbf(osm, { date: '2026-05-06T00:00:00Z' }));
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', resolve('geodata/checkAreas.ts'), ...args, '--layers', path('layers')],
      { encoding: 'utf8' },
    );

  it('proposes the outline in a file of its own, from an extract and from streets alike', async () => {
    const before = contentOf(path('layers'));
    const fromExtract = run(extract, '--out', path('one.geojson'));
    expect(fromExtract.stderr).toBe('');
    expect(fromExtract.stdout).toMatch(
      /drawn\/stadsparken: Stadsparken\n {2}w5 .*shared 0\.80 ha \(67 % of both\), centre 20 m/,
    );
    expect(fromExtract.stdout).not.toContain('measured/');
    await makeStreets({ files: [extract], box: 'auto', out: path('streets') });
    expect(run(path('streets'), '--out', path('two.geojson')).status).toBe(0);
    const proposal = readFileSync(path('one.geojson'), 'utf8');
    expect(readFileSync(path('two.geojson'), 'utf8')).toBe(proposal);
    const [feature] = (JSON.parse(proposal) as { features: { properties: object }[] }).features;
    expect(feature?.properties).toMatchObject({
      forId: 'stadsparken',
      layerId: 'drawn',
      osmId: 'w5',
      extractDate: '2026-05-06',
      licence: 'ODbL-1.0',
      accuracy: 'derived',
      shiftMetres: 20,
    });
    expect(contentOf(path('layers'))).toEqual(before);
  }, 60_000);

  it('refuses a folder without streets, and writes nothing', () => {
    const { status, stderr } = run(path('layers'), '--out', path('never.geojson'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/holds no streets/);
    expect(existsSync(path('never.geojson'))).toBe(false);
  }, 60_000);
});
