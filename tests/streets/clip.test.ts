import { describe, expect, it } from 'vitest';
import { collect } from '../../geodata/streets/collect.ts';
import { openExtract } from '../../geodata/streets/openExtract.ts';
import { encodePbf, type PlainOsm } from './encodePbf.ts';
import { scratch } from './folders.ts';
import { asOverpass } from './plainXml.ts';

const { write } = scratch();
const node = (id: number, lng: number, lat: number, tags: Record<string, string> = {}) => ({
  id,
  lngE7: Math.round(lng * 1e7),
  latE7: Math.round(lat * 1e7),
  tags,
});

/** A lake of two ways, of which one lies wholly outside the box 0,0–1,1; a road out of it; and things elsewhere. */
const world: PlainOsm = {
  nodes: [
    node(1, 0.5, 0.5),
    node(2, 0.9, 0.5),
    node(3, 2, 0.5),
    node(4, 2, 2),
    node(5, 0.5, 2),
    node(6, 3, 3),
    node(7, 4, 4),
    node(8, 0.2, 0.2, { highway: 'street_lamp' }),
    node(9, 5, 5, { highway: 'street_lamp' }),
  ],
  ways: [
    { id: 1, refs: [1, 2, 3], tags: {} },
    { id: 2, refs: [3, 4, 5], tags: {} },
    { id: 3, refs: [5, 1], tags: {} },
    { id: 4, refs: [2, 3, 6], tags: { highway: 'primary', name: 'Out' } },
    { id: 5, refs: [6, 7], tags: { highway: 'primary', name: 'Away' } },
  ],
  relations: [
    {
      id: 1,
      tags: { type: 'multipolygon', natural: 'water', name: 'Lake' },
      members: [1, 2, 3].map((ref) => ({ type: 'way' as const, ref, role: 'outer' })),
    },
    {
      id: 2,
      tags: { type: 'multipolygon', natural: 'water' },
      members: [{ type: 'way', ref: 5, role: 'outer' }],
    },
  ],
};
const box = [0, 0, 10_000_000, 10_000_000] as const;

describe.each([
  ['in order', 'world.pbf', encodePbf(world, { elementsPerBlock: 2 })],
  ['nodes last', 'world.json', asOverpass(world)],
])('clipping, %s', (_, name, content) => {
  const run = async () => collect([await openExtract(write(name, content))], { box });

  it('keeps whole what touches the box, with its ways and nodes outside', async () => {
    const { features } = await run();
    expect([...features].map(({ id, class: { kind } }) => `${id} ${kind}`)).toEqual([
      'n8 street-lamp',
      'w4 road',
      'r1 water',
    ]);
    const [, road, lake] = features;
    expect(road?.geometry).toEqual({
      shape: 'line',
      lines: [[9_000_000, 5_000_000, 20_000_000, 5_000_000, 30_000_000, 30_000_000]],
    });
    const polygons = lake?.geometry.shape === 'area' ? lake.geometry.polygons : [];
    expect(polygons.map((rings) => rings.map((ring) => ring.length / 2))).toEqual([[6]]);
  });

  it('says what lay outside, and where the extract lies', async () => {
    const { notUsed, extent } = await run();
    expect(notUsed.lines().join()).toMatch(/3 {2}outside the box \(n9, w5, r2\)/);
    expect(extent).toEqual([2_000_000, 2_000_000, 50_000_000, 50_000_000]);
  });
});

describe('without a box', () => {
  it('keeps everything', async () => {
    const { features } = await collect([await openExtract(write('all.pbf', encodePbf(world)))]);
    expect([...features].map(({ id }) => id)).toEqual(['n8', 'n9', 'w4', 'w5', 'r1']);
  });
});
