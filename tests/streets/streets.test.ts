import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeStreets, type StreetsResult } from '../../geodata/streets/makeStreets.ts';
import {
  AddressesSchema,
  type BackgroundTile,
  BackgroundTileSchema,
  decodePositions,
  StreetsManifestSchema,
} from '../../src/domain/streets.ts';
import { encodePbf } from './encodePbf.ts';
import { contentOf, EXTRACTS, fixtures, scratch } from './folders.ts';
import { asOverpass, plainXml } from './plainXml.ts';

const { path, write } = scratch();
const goldens = join(import.meta.dirname, '..', 'golden', 'streets');

class BufferSource implements Source {
  constructor(private readonly bytes: Buffer) {}
  getKey(): string {
    return 'buffer';
  }
  async getBytes(offset: number, length: number) {
    const part = this.bytes.subarray(offset, offset + length);
    return { data: new Uint8Array(part).buffer };
  }
}

/** Several runs of the whole command on a machine that others use too. */
const PATIENCE_MS = 60_000;

/** What a tile says, layer by layer, in words that a reviewer can read. */
function decoded(data: ArrayBuffer) {
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(data)));
  return Object.entries(layers).map(([name, layer]) => ({
    layer: name,
    features: Array.from({ length: layer.length }, (_, index) => {
      const feature = layer.feature(index);
      const shape = ['?', 'point', 'line', 'area'][feature.type];
      const lines = feature.loadGeometry().map((line) => line.map(({ x, y }) => [x, y]));
      return { shape, properties: feature.properties, lines };
    }),
  }));
}

/** The recorded value; `UPDATE_GOLDEN=1` records anew, to be reviewed as a diff. */
function golden(name: string, value: unknown): unknown {
  const file = join(goldens, name);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(goldens, { recursive: true });
    writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

const tileOf = (lng: number, lat: number, zoom: number): [number, number, number] => {
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return [zoom, Math.floor(((lng + 180) / 360) * 2 ** zoom), Math.floor(((1 - y) / 2) * 2 ** zoom)];
};

/** In the middle of what each extract is about. */
const CENTRES: Record<(typeof EXTRACTS)[number], [number, number]> = {
  'berlin-siegessaeule.osm': [13.3501, 52.5145],
  'laufamholz.osm': [11.1555, 49.466],
};

describe.each(EXTRACTS)('%s', (name) => {
  const out = path(`${name}-out`);
  const plain = plainXml(readFileSync(join(fixtures, name), 'utf8'));
  let result: StreetsResult;
  let files: Record<string, Buffer>;
  let tiles: PMTiles;
  let background: BackgroundTile[];

  beforeAll(async () => {
    result = await makeStreets({ files: [join(fixtures, name)], box: 'auto', out });
    files = contentOf(out);
    tiles = new PMTiles(new BufferSource(files[result.manifest.tiles.file] as Buffer));
    background = Object.entries(files)
      .filter(([file]) => file.startsWith('background.'))
      .map(([, bytes]) => v.parse(BackgroundTileSchema, JSON.parse(bytes.toString())));
  });

  it('writes a manifest that tells the truth about every file', () => {
    const { manifest } = result;
    expect(v.parse(StreetsManifestSchema, JSON.parse(String(files['manifest.json'])))).toEqual(manifest);
    for (const { file, sha256, bytes } of [manifest.tiles, manifest.addresses, manifest.areas]) {
      expect(
        createHash('sha256')
          .update(files[file] as Buffer)
          .digest('hex'),
      ).toBe(sha256);
      expect(file).toContain(sha256.slice(0, 8));
      expect(files[file]?.length).toBe(bytes);
    }
    const listed = manifest.background.tiles.map(
      ({ x, y }) => `${manifest.background.folder}/${x}-${y}.json`,
    );
    expect(
      [...listed, manifest.tiles.file, manifest.addresses.file, manifest.areas.file, 'manifest.json'].sort(),
    ).toEqual(Object.keys(files));
    expect(manifest.attribution).toBe('© OpenStreetMap contributors');
    expect(manifest.extractDate).toMatch(/^201[67]-/);
  });

  it(
    'writes the same bytes again',
    async () => {
      const again = path(`${name}-again`);
      await makeStreets({ files: [join(fixtures, name)], box: 'auto', out: again });
      expect(contentOf(again)).toEqual(files);
    },
    PATIENCE_MS,
  );

  it(
    'writes the same streets from PBF and from an Overpass answer',
    async () => {
      const stated = (content: Record<string, Buffer>) =>
        Object.entries(content).filter(([file]) => file !== 'manifest.json');
      const inputs = [
        write(`${name}.pbf`, encodePbf(plain, { elementsPerBlock: 300 })),
        write(`${name}.json`, asOverpass(plain)),
      ];
      for (const input of inputs) {
        const other = `${input}-out`;
        const { manifest } = await makeStreets({ files: [input], box: 'auto', out: other });
        expect(manifest.counts).toEqual(result.manifest.counts);
        expect(stated(contentOf(other))).toEqual(stated(files));
      }
    },
    PATIENCE_MS,
  );

  it('is read by the pmtiles package: every tile, and nothing beside', async () => {
    const header = await tiles.getHeader();
    expect(header).toMatchObject({ specVersion: 3, minZoom: 10, maxZoom: 16, clustered: true, tileType: 1 });
    expect(await tiles.getMetadata()).toMatchObject({ attribution: '© OpenStreetMap contributors' });
    const [west, south, east, north] = result.manifest.bounds;
    let found = 0;
    for (let zoom = 10; zoom <= 16; zoom++) {
      const [, x0, y0] = tileOf(west, north, zoom);
      const [, x1, y1] = tileOf(east, south, zoom);
      for (let x = x0; x <= x1; x++)
        for (let y = y0; y <= y1; y++) {
          const tile = await tiles.getZxy(zoom, x, y);
          if (!tile) continue;
          found++;
          expect(decoded(tile.data).length).toBeGreaterThan(0);
        }
    }
    expect(found).toBe(result.manifest.tiles.tileCount);
    expect(header.numAddressedTiles).toBe(found);
  });

  it('draws every road, path and building in the tiles of the largest zoom', async () => {
    const drawn = new Map<string, number>();
    const wanted = new Map<string, number>();
    const [west, south, east, north] = result.manifest.bounds;
    const [, x0, y0] = tileOf(west, north, 16);
    const [, x1, y1] = tileOf(east, south, 16);
    for (let x = x0; x <= x1; x++)
      for (let y = y0; y <= y1; y++) {
        const tile = await tiles.getZxy(16, x, y);
        for (const { layer, features } of tile ? decoded(tile.data) : [])
          for (const { properties } of features) {
            const key = `${layer} ${JSON.stringify(properties)}`;
            drawn.set(key, (drawn.get(key) ?? 0) + 1);
          }
      }
    for (const { class: found } of result.collected.features) {
      if (found.kind !== 'road' || found.name === undefined) continue;
      wanted.set(found.name, 1);
    }
    const names = [...drawn.keys()].filter((key) => key.startsWith('roads'));
    for (const street of wanted.keys())
      expect(names.some((key) => key.includes(`"name":${JSON.stringify(street)}`))).toBe(true);
    const buildings = [...drawn].filter(([key]) => key.startsWith('buildings'));
    const count = buildings.reduce((sum, [, pieces]) => sum + pieces, 0);
    expect(count).toBeGreaterThanOrEqual(result.manifest.counts.building ?? 0);
  });

  it('draws the corners of buildings where their nodes are, to one unit of the tile', async () => {
    const [zoom, x, y] = tileOf(...CENTRES[name], 16);
    const tile = await tiles.getZxy(zoom, x, y);
    const unitsOf = (lng: number, lat: number): [number, number] => {
      const north = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
      const scale = 2 ** zoom * 4096;
      return [((lng + 180) / 360) * scale - x * 4096, ((1 - north) / 2) * scale - y * 4096];
    };
    const corners = plain.nodes.map(({ lngE7, latE7 }) => unitsOf(lngE7 / 1e7, latE7 / 1e7));
    const { features = [] } =
      decoded((tile as { data: ArrayBuffer }).data).find(({ layer }) => layer === 'buildings') ?? {};
    const inside = features
      .flatMap(({ lines }) => lines.flat())
      .filter(([px = 0, py = 0]) => px > -60 && py > -60 && px < 4156 && py < 4156);
    expect(inside.length).toBeGreaterThan(20);
    for (const [px = 0, py = 0] of inside)
      expect(corners.some(([cx, cy]) => Math.abs(cx - px) <= 1 && Math.abs(cy - py) <= 1)).toBe(true);
  });

  it.each([12, 14, 15])('draws the middle at zoom %i as recorded', async (zoom) => {
    const [z, x, y] = tileOf(...CENTRES[name], zoom);
    const tile = await tiles.getZxy(z, x, y);
    const lines = decoded((tile as { data: ArrayBuffer }).data).flatMap(({ layer, features }) =>
      features.map((feature) => `${layer} ${JSON.stringify(feature)}`),
    );
    const file = `${name.replace('.osm', '')}-z${zoom}.json`;
    expect(lines).toEqual(golden(file, lines));
  });

  it('puts into the background exactly the nodes of every lamp, tree, path and building', () => {
    const nodes = new Map(plain.nodes.map((node) => [node.id, [node.lngE7 / 1e7, node.latE7 / 1e7]]));
    const once = <Item extends { id: string }>(items: Item[]): Item[] => [
      ...new Map(items.map((item) => [item.id, item])).values(),
    ];
    for (const group of ['lamps', 'trees', 'benches', 'crossings', 'entrances'] as const)
      for (const { id, at } of background.flatMap((tile) => tile[group]))
        if (id.startsWith('n')) expect(decodePositions(at)).toEqual([nodes.get(Number(id.slice(1)))]);
    const ways = new Map(plain.ways.map((way) => [`w${way.id}`, way]));
    const paths = once(background.flatMap((tile) => tile.paths));
    expect(paths.length).toBe(result.manifest.counts.path);
    for (const record of paths) {
      if (record.shape !== 'line') continue;
      const way = ways.get(record.id);
      expect(record.lines.map(decodePositions)).toEqual([way?.refs.map((ref) => nodes.get(ref))]);
      expect(record.lit).toBe(way?.tags.lit ?? 'unknown');
    }
    const buildings = once(background.flatMap((tile) => tile.buildings));
    expect(buildings.length).toBe(result.manifest.counts.building);
    for (const { id, polygons } of buildings) {
      const own = ways.get(id)?.refs.map((ref) => String(nodes.get(ref)));
      const ring = decodePositions(polygons[0]?.[0] ?? []);
      if (own) expect(new Set(ring.map(String))).toEqual(new Set(own));
      expect(ring[0]).toEqual(ring.at(-1));
    }
  });

  it('lists every address and every street name for the search', () => {
    const { addresses, streets } = v.parse(
      AddressesSchema,
      JSON.parse(String(files[result.manifest.addresses.file])),
    );
    const tagged = [...plain.nodes, ...plain.ways].filter(
      ({ tags }) => tags['addr:street'] && tags['addr:housenumber'],
    );
    const listed = new Set(addresses.flatMap((a) => a.houses.map(([number]) => `${a.street} ${number}`)));
    expect(listed).toEqual(
      new Set(tagged.map(({ tags }) => `${tags['addr:street']} ${tags['addr:housenumber']}`)),
    );
    const named = plain.ways.filter(({ tags }) =>
      /^(residential|primary|footway|service)$/.test(tags.highway ?? ''),
    );
    const names = new Set(streets.map((street) => street.name));
    for (const { tags } of named) if (tags.name) expect(names).toContain(tags.name);
  });
});
