import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../geodata/refusal.ts';
import { collect } from '../../geodata/streets/collect.ts';
import { makeStreets, parseBox } from '../../geodata/streets/makeStreets.ts';
import { openExtract } from '../../geodata/streets/openExtract.ts';
import { encodePbf, type PlainOsm } from './encodePbf.ts';
import { contentOf, fixtures, scratch } from './folders.ts';
import { asOverpass, plainXml } from './plainXml.ts';

const { path, write } = scratch();
const file = join(fixtures, 'laufamholz.osm');
const xml = readFileSync(file, 'utf8');
const plain = plainXml(xml);
const pbf = encodePbf(plain, { elementsPerBlock: 400 });
const PATIENCE_MS = 60_000;

const node = (id: number, lng: number, lat: number, tags: Record<string, string> = {}) => ({
  id,
  lngE7: Math.round(lng * 1e7),
  latE7: Math.round(lat * 1e7),
  tags,
});

/** The first block says that it unpacks to one byte less than it does. */
function misstated(bytes: Buffer): Buffer {
  const spoilt = Buffer.from(bytes);
  const blob = 4 + spoilt.readUInt32BE(0);
  // Field 2 (raw_size) is the first in a blob: its key, then the number.
  expect(spoilt[blob]).toBe(0x10);
  spoilt[blob + 1] = (spoilt[blob + 1] ?? 0) - 1;
  return spoilt;
}

async function refusalOf(
  input: string,
  box: Parameters<typeof makeStreets>[0]['box'] = 'auto',
): Promise<string> {
  const out = path('never');
  const error = await makeStreets({ files: [input], box, out }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refused);
  for (const left of [out, `${out}.new`, `${out}.old`]) expect(existsSync(left)).toBe(false);
  return (error as Refused).message;
}

describe('a file that cannot be used is refused with its reason, and nothing is written', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['empty.osm', '', /empty.osm.*is empty/],
    ['text.osm', 'hello', /neither OSM XML/],
    ['page.osm', '<!DOCTYPE html><html></html>', /web page/],
    ['gpx.osm', '<gpx><trk/></gpx>', /begins with <gpx>/],
    ['packed.osm', gzipSync(xml), /gunzip/],
    ['cut.osm', xml.slice(0, xml.length / 2), /truncated/],
    ['cutInTag.osm', xml.slice(0, xml.indexOf('<way') + 9), /truncated/],
    ['nothing.osm', '<osm version="0.6"></osm>', /no node/],
    ['remark.osm', '<osm><remark>runtime error: Query timed out</remark></osm>', /server stopped/],
    ['unbalanced.osm', '<osm></way></osm></osm>', /malformed|closes nothing/],
    ['cut.pbf', pbf.subarray(0, pbf.length - 7), /cut.pbf.*truncated or corrupt/],
    ['cutHeader.pbf', pbf.subarray(0, 90), /truncated or corrupt/],
    ['spoilt.pbf', Buffer.concat([pbf.subarray(0, 200), Buffer.alloc(60, 7), pbf.subarray(260)]), /corrupt/],
    ['shortBlock.pbf', misstated(pbf), /another length than it states/],
    [
      'history.pbf',
      encodePbf(plain, { requiredFeatures: ['HistoricalInformation'] }),
      /HistoricalInformation/,
    ],
    ['cut.json', asOverpass(plain).slice(0, 90_000), /truncated or malformed JSON/],
    ['other.json', '{"features": []}', /no "elements"/],
    ['timeout.json', asOverpass(plain, { remark: 'runtime error: out of memory' }), /out of memory/],
    ['none.json', '{"elements": []}', /no node/],
  ])('%s', async (name, content, reason) => {
    expect(await refusalOf(write(name, content))).toMatch(reason);
  });

  it('a missing file and a folder', async () => {
    expect(await refusalOf(path('absent.osm'))).toMatch(/cannot be read/);
    expect(await refusalOf(fixtures)).toMatch(/is no file/);
  });

  it('another part of the world, saying where it lies', async () => {
    expect(await refusalOf(file, [16.3, 59.5, 16.8, 59.8])).toMatch(/lies elsewhere: .*11\.\d+,49\.\d+/);
  });

  it('more nodes than memory is meant for', async () => {
    const extract = await openExtract(file);
    await expect(collect([extract], { mostNodes: 100 })).rejects.toThrow(/more than 100 nodes; give --bbox/);
    await expect(collect([extract], { mostWays: 50 })).rejects.toThrow(/more than 50 ways; give --bbox/);
  });

  it('a folder that is not ours is left alone', async () => {
    const out = path('documents');
    mkdirSync(out);
    writeFileSync(join(out, 'letter.txt'), 'dear');
    await expect(makeStreets({ files: [file], box: 'auto', out })).rejects.toThrow(/letter.txt: is not ours/);
    expect(Object.keys(contentOf(out))).toEqual(['letter.txt']);
  });

  it.each(['', '1,2,3', 'a,b,c,d', '2,1,1,3', '-181,0,0,1', '0,0,0,0'])('--bbox "%s"', (text) => {
    expect(() => parseBox(text)).toThrow(Refused);
  });
});

describe('a file that is partly broken is used as far as it goes, and says so', () => {
  const read = async (osm: PlainOsm) => collect([await openExtract(write('part.json', asOverpass(osm)))]);
  const square = [node(1, 0, 0), node(2, 0.001, 0), node(3, 0.001, 0.001), node(4, 0, 0.001)];

  it('a path with a missing node is drawn in pieces, never across the gap', async () => {
    const nodes = [1, 2, 4, 5].map((id) => node(id, id / 1000, 0));
    const ways = [{ id: 7, refs: [1, 2, 3, 4, 5], tags: { highway: 'footway' } }];
    const { features, notUsed } = await read({ nodes, ways, relations: [] });
    expect([...features].map(({ geometry }) => geometry)).toEqual([
      {
        shape: 'line',
        lines: [
          [10_000, 0, 20_000, 0],
          [40_000, 0, 50_000, 0],
        ],
      },
    ]);
    expect(notUsed.countOf('missing-nodes-cut')).toBe(1);
  });

  it('a building with a missing corner is left out', async () => {
    const ways = [{ id: 7, refs: [1, 2, 99, 4, 1], tags: { building: 'yes' } }];
    const { features, notUsed } = await read({ nodes: square, ways, relations: [] });
    expect([...features]).toEqual([]);
    expect(notUsed.lines().join()).toMatch(/1 {2}nodes are missing \(w7\)/);
  });

  it('a building without area and a lamp drawn as a line are left out', async () => {
    const ways = [
      { id: 7, refs: [1, 2, 1, 2, 1], tags: { building: 'yes' } },
      { id: 8, refs: [1, 2], tags: { highway: 'street_lamp' } },
      { id: 9, refs: [1, 1], tags: { highway: 'footway' } },
    ];
    const { features, notUsed } = await read({ nodes: square, ways, relations: [] });
    expect([...features]).toEqual([]);
    expect([notUsed.countOf('degenerate'), notUsed.countOf('wrong-shape')]).toEqual([2, 1]);
  });

  it('a relation without a closed outer ring, and one whose ways are not there', async () => {
    const tags = { type: 'multipolygon', leisure: 'park' };
    const relations = [
      { id: 1, tags, members: [{ type: 'way' as const, ref: 7, role: 'outer' }] },
      { id: 2, tags, members: [{ type: 'way' as const, ref: 99, role: 'outer' }] },
    ];
    const ways = [{ id: 7, refs: [1, 2, 3], tags: {} }];
    const { features, notUsed } = await read({ nodes: square, ways, relations });
    expect([...features]).toEqual([]);
    expect(notUsed.lines().join()).toMatch(/2 {2}relation without a closed outer ring \(r1, r2\)/);
  });

  it(
    'a multipolygon of 10 000 positions in 500 split, partly reversed ways',
    async () => {
      const count = 10_000;
      const nodes = Array.from({ length: count }, (_, i) => {
        const turn = (i / count) * 2 * Math.PI;
        return node(i + 1, 16 + 0.05 * Math.cos(turn), 59 + 0.03 * Math.sin(turn));
      });
      const ways = Array.from({ length: 500 }, (_, i) => {
        const refs = Array.from({ length: 21 }, (_, k) => ((i * 20 + k) % count) + 1);
        return { id: i + 1, refs: i % 3 === 0 ? refs.reverse() : refs, tags: {} };
      });
      const members = ways.map(({ id }) => ({
        type: 'way' as const,
        ref: (id * 7) % 500 || 500,
        role: 'outer',
      }));
      const relations = [{ id: 1, tags: { type: 'multipolygon', natural: 'water' }, members }];
      const started = performance.now();
      const { features, notUsed } = await read({ nodes, ways, relations });
      expect(performance.now() - started).toBeLessThan(20_000);
      const [feature] = features;
      const polygons = feature?.geometry.shape === 'area' ? feature.geometry.polygons : [];
      expect(polygons.map((rings) => rings.map((ring) => ring.length / 2))).toEqual([[count + 1]]);
      expect(notUsed.lines()).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('the same elements twice, from overlapping files, count once', async () => {
    const one = await collect([await openExtract(file)]);
    const both = await collect([await openExtract(file), await openExtract(write('again.pbf', pbf))]);
    expect([...both.features]).toEqual([...one.features]);
    expect(both.notUsed.countOf('repeated')).toBeGreaterThan(100);
  });

  it('the newest element dates several files as it dates one', async () => {
    const dated = (id: number, year: number) =>
      write(
        `${year}.osm`,
        `<osm><node id="${id}" lat="59.6" lon="16.5" timestamp="${year - 1}-01-01T00:00:00Z"/>` +
          `<relation id="${id}" timestamp="${year}-01-01T00:00:00Z"/></osm>`,
      );
    const extracts = [await openExtract(dated(1, 2016)), await openExtract(dated(2, 2018))];
    expect((await collect(extracts)).newestElement).toBe('2018-01-01T00:00:00Z');
  });

  it('two files of which one holds the nodes of the other make the whole', async () => {
    const first = write('nodes.json', asOverpass({ ...plain, ways: [], relations: [] }));
    const second = write('ways.pbf', encodePbf({ ...plain, nodes: [] }));
    const split = await collect([await openExtract(second), await openExtract(first)]);
    expect([...split.features]).toEqual([...(await collect([await openExtract(file)])).features]);
  });
});

describe('the command', () => {
  const command = resolve(import.meta.dirname, '..', '..', 'geodata', 'streets.ts');
  const run = (args: string[], whenStarted?: (kill: () => void) => void) =>
    new Promise<{ code: number | null; said: string }>((done) => {
      const child = spawn(process.execPath, ['--import', 'tsx', command, ...args]);
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        whenStarted?.(() => child.kill('SIGINT'));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('close', (code) => done({ code, said }));
    });

  it(
    'reports what it used, what not and what it wrote',
    async () => {
      const out = path('command');
      const { code, said } = await run([file, '--bbox', 'auto', '--out', out]);
      expect(code).toBe(0);
      expect(said).toMatch(/118 {2}building/);
      expect(said).toMatch(/used in part: member ways are missing/);
      expect(said).toMatch(/manifest\.json, streets\.[0-9a-f]{8}\.pmtiles/);
    },
    PATIENCE_MS,
  );

  it(
    'says how it is used, and exits with 2',
    async () => {
      expect(await run([])).toMatchObject({ code: 2, said: expect.stringContaining('npm run streets') });
    },
    PATIENCE_MS,
  );

  it(
    'leaves the earlier result as it was when cancelled',
    async () => {
      const out = path('cancelled');
      await makeStreets({ files: [file], box: 'auto', out });
      const before = contentOf(out);
      // Enough to be busy for a while: many houses over a wide area.
      const nodes = Array.from({ length: 60_000 }, (_, i) =>
        node(i + 1, 11 + (i % 300) / 300, 49 + Math.floor(i / 300) / 300, { highway: 'street_lamp' }),
      );
      const ways = nodes.slice(0, -301).map(({ id }) => ({
        id,
        refs: [id, id + 1, id + 301, id + 300, id],
        tags: { building: 'yes', name: `House ${id}` },
      }));
      const large = write('large.pbf', encodePbf({ nodes, ways, relations: [] }));
      const { code, said } = await run([large, '--bbox', 'auto', '--out', out], (kill) => kill());
      expect({ code, said }).toMatchObject({
        code: 130,
        said: expect.stringContaining('Cancelled; nothing was written.'),
      });
      expect(contentOf(out)).toEqual(before);
      for (const left of ['.new', '.old']) expect(existsSync(out + left)).toBe(false);
    },
    PATIENCE_MS,
  );
});
