import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createOSMStream } from 'osm-pbf-parser-node';
import { describe, expect, it } from 'vitest';
import { openExtract } from '../../geodata/streets/openExtract.ts';
import type { OsmVisitor } from '../../geodata/streets/osmElement.ts';
import { ProtobufReader } from '../../geodata/streets/protobuf.ts';
import { encodePbf, type PlainOsm } from './encodePbf.ts';
import { EXTRACTS, fixtures, scratch } from './folders.ts';
import { asOverpass, plainXml } from './plainXml.ts';

const { write } = scratch();
const ALL = { nodes: true, ways: true, relations: true };

async function readAll(
  path: string,
): Promise<PlainOsm & { dates: string[]; broken: string[]; header: string[] }> {
  const read = { nodes: [], ways: [], relations: [], dates: [], broken: [], header: [] } as Awaited<
    ReturnType<typeof readAll>
  >;
  const visitor: OsmVisitor = {
    node: (id, lngE7, latE7, tags) => read.nodes.push({ id, lngE7, latE7, tags: { ...tags } }),
    way: (id, refs, tags) => read.ways.push({ id, refs: [...refs], tags: { ...tags } }),
    relation: (id, members, tags) => read.relations.push({ id, members: [...members], tags: { ...tags } }),
    elementDate: (iso) => read.dates.push(iso),
    headerDate: (iso) => read.header.push(iso),
    broken: (what) => read.broken.push(what),
  };
  const extract = await openExtract(path);
  await extract.read(path, visitor, { wanted: ALL });
  return read;
}

const elements = ({ nodes, ways, relations }: PlainOsm): PlainOsm => ({ nodes, ways, relations });

describe.each(EXTRACTS)('%s', (name) => {
  const plain = plainXml(readFileSync(join(fixtures, name), 'utf8'));

  it('reads XML as a general parser does', async () => {
    const read = await readAll(join(fixtures, name));
    expect(read.nodes.length).toBeGreaterThan(1000);
    expect(elements(read)).toEqual(plain);
    expect(read.broken).toEqual([]);
  });

  it.each([
    ['dense', {}],
    ['dense, small blocks', { elementsPerBlock: 97 }],
    ['plain nodes', { nodes: 'plain' as const }],
    ['not packed', { compress: false }],
    ['with history', { withHistory: true }],
  ])('reads PBF as the XML it was made from: %s', async (kind, options) => {
    const path = write(`${name}-${kind}.pbf`, encodePbf(plain, options));
    expect(elements(await readAll(path))).toEqual(plain);
  });

  it('writes fixtures that another PBF reader reads alike', async () => {
    const path = write(`${name}-other.pbf`, encodePbf(plain, { elementsPerBlock: 500 }));
    const seen = { node: 0, way: 0, relation: 0 };
    let tags = 0;
    for await (const block of createOSMStream(path, { withTags: true, withInfo: false }))
      for (const item of [block].flat() as { type?: keyof typeof seen; tags?: object }[]) {
        if (item.type === undefined) continue;
        seen[item.type]++;
        tags += Object.keys(item.tags ?? {}).length;
      }
    expect(seen).toEqual({
      node: plain.nodes.length,
      way: plain.ways.length,
      relation: plain.relations.length,
    });
    const own = [...plain.nodes, ...plain.ways, ...plain.relations];
    expect(tags).toBe(own.reduce((sum, element) => sum + Object.keys(element.tags).length, 0));
  });

  it('reads an Overpass answer alike, whatever its order', async () => {
    const path = write(`${name}.json`, asOverpass(plain));
    expect(elements(await readAll(path))).toEqual(plain);
  });
});

describe('OSM XML', () => {
  it('decodes entities, single quotes, comments and a > inside a value', async () => {
    const text = `<?xml version='1.0'?><!-- <node> --><osm version="0.6" timestamp="2026-01-02T03:04:05Z">
      <note>about</note><meta osm_base="2026-01-01T00:00:00Z"/>
      <node id='-3' lat='1.5' lon='-2.25'><tag k="name" v="A &amp; B &#228;&#xF6; &lt;c> &quot;d&quot;"/></node>
      <node id="9" lat="91" lon="0"/><node id="8" visible="false"/></osm>`;
    const read = await readAll(write('entities.osm', text));
    expect(read.nodes).toEqual([
      { id: -3, lngE7: -22_500_000, latE7: 15_000_000, tags: { name: 'A & B äö <c> "d"' } },
    ]);
    expect(read.broken).toEqual(['node 9 without a position']);
    expect(read.header).toEqual(['2026-01-02T03:04:05Z', '2026-01-01T00:00:00Z']);
  });
});

describe('Overpass JSON', () => {
  it('reads positions inside ways and relation members (out geom)', async () => {
    const at = (lon: number, lat: number) => ({ lat, lon });
    const text = JSON.stringify({
      elements: [
        {
          type: 'way',
          id: 5,
          nodes: [1, 2],
          geometry: [at(16, 59), at(16.1, 59)],
          tags: { highway: 'path' },
        },
        {
          type: 'relation',
          id: 7,
          tags: { type: 'multipolygon' },
          members: [{ type: 'way', ref: 6, role: 'outer', geometry: [at(1, 1), null, at(2, 2), at(1, 1)] }],
        },
      ],
    });
    const read = await readAll(write('geom.json', text));
    expect(read.nodes.map(({ id }) => id)).toEqual([1, 2, -1, -2, -1]);
    expect(read.ways.map(({ id, refs }) => [id, refs])).toEqual([
      [5, [1, 2]],
      [6, [-1, Number.NaN, -2, -1]],
    ]);
  });

  it('is not misled by braces, brackets and quotes inside values', async () => {
    const tags = { name: '}]{"\\"elements": [', note: '\\' };
    const text = JSON.stringify({ elements: [{ type: 'node', id: 1, lat: 2, lon: 3, tags }] });
    expect((await readAll(write('braces.json', text))).nodes[0]?.tags).toEqual(tags);
  });
});

describe('protocol buffers', () => {
  const varint = (value: bigint): number[] => {
    const bytes: number[] = [];
    let rest = BigInt.asUintN(64, value);
    for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
    return [...bytes, Number(rest)];
  };
  it('reads whole numbers of up to 53 bits, negative ones too', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const big = BigInt(value);
        const zigzag = big >= 0n ? 2n * big : -2n * big - 1n;
        expect(new ProtobufReader(Uint8Array.from(varint(big))).signed()).toBe(value);
        if (Math.abs(value) < 2 ** 52)
          expect(new ProtobufReader(Uint8Array.from(varint(zigzag))).sint() + 0).toBe(value + 0);
      }),
      { numRuns: 500 },
    );
  });
});
