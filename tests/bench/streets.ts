/**
 * How fast and how large the streets command is. Each run is a process of its own, so that its peak memory is its own.
 * Run alone: `npx tsx tests/bench/streets.ts`, or with `large` (five minutes) for a file of 100 MB.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collect } from '../../geodata/streets/collect.ts';
import { openExtract } from '../../geodata/streets/openExtract.ts';
import { gzipped } from '../../geodata/streets/pmtilesArchive.ts';
import { boxOfAll } from '../../geodata/streets/streetFeature.ts';
import { makeTiles } from '../../geodata/streets/streetTiles.ts';
import { encodePbf, type PlainOsm } from '../streets/encodePbf.ts';
import { writeLargePbf } from './largePbf.ts';
import { seededRandom } from './sight.ts';
import { printTable, type Row } from './table.ts';

const MEGABYTE = 1_000_000;
const HOUSE_STEP_E7 = 4000;
/** A quarter of a degree from town to town. */
const TOWN_STEP_E7 = 2_500_000;

/**
 * A town of so many houses in rows, a street and a lit footway along each row, lamps and trees between: about what an
 * extract of a town holds (5 nodes a house, a tenth of all nodes tagged).
 */
export function seededTown(houses: number, number = 0): PlainOsm {
  const random = seededRandom(7 + number);
  const town: PlainOsm = { nodes: [], ways: [], relations: [] };
  const perRow = Math.ceil(Math.sqrt(houses));
  let nodeId = 1_000_000_000 + number * 1_000_000_000;
  let wayId = 100_000_000 + number * 1_000_000_000;
  const west = 164_000_000 + number * TOWN_STEP_E7;
  const node = (lngE7: number, latE7: number, tags: Record<string, string> = {}): number => {
    // Uneven, as in life: an even town would pack to nothing and flatter the bytes.
    nodeId += 1 + Math.floor(random() * 500);
    const jitter = () => random() * 300;
    town.nodes.push({
      id: nodeId,
      lngE7: Math.round(lngE7 + jitter()),
      latE7: Math.round(latE7 + jitter()),
      tags,
    });
    return nodeId;
  };
  const way = (refs: number[], tags: Record<string, string>) => {
    wayId += 1 + Math.floor(random() * 2000);
    town.ways.push({ id: wayId, refs, tags });
  };
  for (let row = 0; row * perRow < houses; row++) {
    const latE7 = 596_000_000 + row * HOUSE_STEP_E7;
    const along = (shift: number) =>
      Array.from({ length: perRow }, (_, i) =>
        node(west + i * HOUSE_STEP_E7 * 2, latE7 + shift + random() * 200),
      );
    way(along(-1200), { highway: 'residential', name: `Gata ${row}`, lit: 'yes', surface: 'asphalt' });
    way(along(-900), { highway: 'footway', ...(random() < 0.4 && { lit: random() < 0.8 ? 'yes' : 'no' }) });
    for (let i = 0; i < perRow && row * perRow + i < houses; i++) {
      const x = west + i * HOUSE_STEP_E7 * 2;
      const [w, h] = [1500 + random() * 2000, 800 + random() * 1000];
      const first = node(x, latE7);
      const refs = [first, node(x + w, latE7), node(x + w, latE7 + h), node(x, latE7 + h), first];
      const address = { 'addr:street': `Gata ${row}`, 'addr:housenumber': String(i + 1) };
      way(refs, { building: 'house', 'building:levels': '2', ...address });
      if (i % 4 === 0) node(x, latE7 - 1000, { highway: 'street_lamp' });
      if (i % 5 === 0) node(x + 1000, latE7 - 700, { natural: 'tree' });
    }
  }
  return town;
}

const degrees = (e7: number): string => (e7 / 1e7).toFixed(7);
/** With the attributes that real files carry: they are two thirds of the bytes. */
const STAMP =
  'visible="true" version="3" changeset="51234567" timestamp="2017-09-13T10:52:59Z" user="mapper" uid="360562"';

/** As the OpenStreetMap server writes it. */
export function encodeXml({ nodes, ways }: PlainOsm): string {
  const tags = (own: Record<string, string>) =>
    Object.entries(own)
      .map(([k, v]) => `  <tag k="${k}" v="${v}"/>\n`)
      .join('');
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="bench">\n'];
  for (const { id, lngE7, latE7, tags: own } of nodes) {
    const head = ` <node id="${id}" ${STAMP} lat="${degrees(latE7)}" lon="${degrees(lngE7)}"`;
    lines.push(Object.keys(own).length > 0 ? `${head}>\n${tags(own)} </node>\n` : `${head}/>\n`);
  }
  for (const { id, refs, tags: own } of ways)
    lines.push(
      ` <way id="${id}" ${STAMP}>\n${refs.map((ref) => `  <nd ref="${ref}"/>\n`).join('')}${tags(own)} </way>\n`,
    );
  return `${lines.join('')}</osm>\n`;
}

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly inputMegabytes: number;
  readonly tileBytes: number;
}

const CHILD = `
import { makeStreets } from ${JSON.stringify(new URL('../../geodata/streets/makeStreets.ts', import.meta.url).href)};
const [file, out, box] = process.argv.slice(1);
const started = performance.now();
const { manifest } = await makeStreets({ files: [file], box: box ? box.split(',').map(Number) : 'auto', out });
const seconds = (performance.now() - started) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1000;
process.stdout.write(JSON.stringify({ seconds, peakMegabytes, tileBytes: manifest.tiles.bytes }));
`;

function run(file: string, folder: string, box?: string): Run {
  const args = [
    '--max-old-space-size=1850',
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    CHILD,
    file,
    join(folder, 'out'),
    ...(box ? [box] : []),
  ];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (child.status !== 0) throw new Error(child.stderr);
  return {
    ...(JSON.parse(child.stdout) as Omit<Run, 'inputMegabytes'>),
    inputMegabytes: statSync(file).size / MEGABYTE,
  };
}

function rowsOf(what: string, { seconds, peakMegabytes, inputMegabytes, tileBytes }: Run): Row[] {
  const perTen = (seconds / inputMegabytes) * 10;
  return [
    {
      what: `${what}, ${inputMegabytes.toFixed(1)} MB: seconds (per 10 MB)`,
      value: `${seconds.toFixed(1)} (${perTen.toFixed(1)})`,
    },
    { what: `${what}: peak memory MB`, value: peakMegabytes.toFixed(0), aim: '≤ 2000 for 100 MB of PBF' },
    { what: `${what}: tiles MB`, value: (tileBytes / MEGABYTE).toFixed(2) },
  ];
}

async function zoomRows(file: string): Promise<Row[]> {
  const { features } = await collect([await openExtract(file)]);
  const bytes = new Map<number, { count: number; sum: number; most: number }>();
  const sink = {
    add: (zoom: number, _x: number, _y: number, tile: Uint8Array) => {
      const one = gzipped(tile).length;
      const { count, sum, most } = bytes.get(zoom) ?? { count: 0, sum: 0, most: 0 };
      bytes.set(zoom, { count: count + 1, sum: sum + one, most: Math.max(most, one) });
    },
  };
  await makeTiles(features, sink, { box: boxOfAll(features) });
  return [...bytes].map(([zoom, { count, sum, most }]) => ({
    what: `tiles of zoom ${zoom}: number, mean and largest kB`,
    value: `${count}, ${(sum / count / 1000).toFixed(1)}, ${(most / 1000).toFixed(1)}`,
    aim: 'largest ≤ 500 kB',
  }));
}

/** Seconds and peak memory per 10 MB, growth from a small to a large town, tile bytes per zoom. */
export async function benchStreets(houseCounts: readonly number[] = [5_000, 20_000, 80_000]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'streets-bench-'));
  try {
    const rows: Row[] = [];
    for (const houses of houseCounts) {
      const town = seededTown(houses);
      const pbf = join(folder, `${houses}.pbf`);
      const xml = join(folder, `${houses}.osm`);
      writeFileSync(pbf, encodePbf(town));
      writeFileSync(xml, encodeXml(town));
      rows.push(
        ...rowsOf(`${houses} houses, XML`, run(xml, folder)),
        ...rowsOf(`${houses} houses, PBF`, run(pbf, folder)),
      );
      if (houses === houseCounts.at(-1)) {
        rows.push(...rowsOf(`a corner of ${houses} houses, PBF`, run(pbf, folder, '16.4,59.6,16.43,59.61')));
        rows.push(...(await zoomRows(pbf)));
      }
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Forty towns side by side are some 100 MB: kept whole, and cut to one of them. */
export function benchLargeStreets(towns = 40, houses = 40_000): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'streets-bench-'));
  try {
    const file = join(folder, 'large.pbf');
    writeLargePbf(file, towns, (number) => seededTown(houses, number));
    return [
      ...rowsOf(`${towns} towns of ${houses} houses, PBF, whole`, run(file, folder)),
      ...rowsOf('one of them', run(file, folder, '16.35,59.55,16.6,59.7')),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  printTable('streets', process.argv[2] === 'large' ? benchLargeStreets() : await benchStreets());
