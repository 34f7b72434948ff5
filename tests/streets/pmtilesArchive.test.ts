import { existsSync, readFileSync } from 'node:fs';
import { PMTiles, tileIdToZxy } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { PmtilesArchive } from '../../geodata/streets/pmtilesArchive.ts';
import { seededRandom } from '../bench/sight.ts';
import { scratch } from './folders.ts';

const { path } = scratch();
const INFO = { minZoom: 0, maxZoom: 11, bounds: [-10, -20, 30, 40], metadata: { name: 'test' } } as const;

function readerOf(file: string): PMTiles {
  const bytes = readFileSync(file);
  return new PMTiles({
    getKey: () => file,
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
    }),
  });
}

async function textOf(reader: PMTiles, tileId: number): Promise<string | undefined> {
  const tile = await reader.getZxy(...tileIdToZxy(tileId));
  return tile && Buffer.from(tile.data).toString();
}

function archiveOf(name: string, contents: ReadonlyMap<number, string>): string {
  const archive = new PmtilesArchive(path(name));
  for (const [tileId, content] of contents) archive.add(...tileIdToZxy(tileId), Buffer.from(content));
  archive.finish(INFO);
  expect(existsSync(`${path(name)}.spool`)).toBe(false);
  return path(name);
}

describe('a PMTiles archive', () => {
  it('stores equal tiles once, and equal neighbours as one run with nothing in the gaps', async () => {
    const contents = new Map([
      [25, 'b'],
      [21, 'a'],
      [22, 'a'],
      [24, 'a'],
      [30, 'a'],
    ]);
    const reader = readerOf(archiveOf('runs.pmtiles', contents));
    for (let tileId = 20; tileId <= 32; tileId++)
      expect(await textOf(reader, tileId)).toBe(contents.get(tileId));
    expect(await reader.getHeader()).toMatchObject({
      numAddressedTiles: 5,
      numTileEntries: 4,
      numTileContents: 2,
      minLon: -10,
      maxLat: 40,
    });
  });

  it('cuts a large directory into leaves that the reader finds', async () => {
    // Gaps and lengths without a pattern, or the directory would pack into the root.
    const random = seededRandom(11);
    let tileId = 100;
    const contents = new Map<number, string>();
    for (let i = 0; i < 14_000; i++) {
      tileId += 1 + Math.floor(random() * 60);
      contents.set(tileId, `${i}${Array.from({ length: random() * 12 }, random).join('')}`);
    }
    const file = archiveOf('leaves.pmtiles', contents);
    const reader = readerOf(file);
    const header = await reader.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryLength).toBeLessThanOrEqual(16_384 - 127);
    expect(header.numAddressedTiles).toBe(14_000);
    for (const [id, content] of [...contents].filter((_, i) => i % 500 === 0 || i > 13_990))
      expect(await textOf(reader, id)).toBe(content);
  }, 60_000);
});
