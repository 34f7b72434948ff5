import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refused } from '../refusal.ts';
import type { OsmReader } from './osmElement.ts';
import { readOverpass } from './readOverpass.ts';
import { readPbf } from './readPbf.ts';
import { readXml } from './readXml.ts';

export type ExtractFormat = 'osm-xml' | 'osm-pbf' | 'overpass-json';

/** A file that was recognised, and how it is read. */
export interface Extract {
  readonly path: string;
  readonly file: string;
  readonly format: ExtractFormat;
  readonly bytes: number;
  readonly read: OsmReader;
}

const READERS: Record<ExtractFormat, OsmReader> = {
  'osm-xml': readXml,
  'osm-pbf': readPbf,
  'overpass-json': readOverpass,
};

const PACKED: readonly [string, string][] = [
  ['1f8b', 'gunzip'],
  ['425a68', 'bunzip2'],
  ['504b0304', 'unzip'],
  ['fd377a585a', 'unxz'],
];

/** What a file is, by its first bytes: its name may lie. */
function formatOf(head: Buffer): ExtractFormat | { refused: string } {
  if (head.length === 0) return { refused: 'is empty' };
  if (head.subarray(0, 64).includes('OSMHeader')) return 'osm-pbf';
  const packed = PACKED.find(([magic]) => head.toString('hex').startsWith(magic));
  if (packed) return { refused: `is packed: unpack it first (${packed[1]})` };
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('{')) return 'overpass-json';
  if (/^<(!doctype )?html/i.test(text))
    return { refused: 'is a web page, perhaps an error message of the server' };
  if (text.startsWith('<')) return 'osm-xml';
  return { refused: 'is neither OSM XML, OSM PBF nor Overpass JSON' };
}

/** Recognises an extract. @throws Refused when it is none */
export async function openExtract(path: string): Promise<Extract> {
  const file = basename(path);
  const refuse = (reason: string): never => {
    throw new Refused([{ file, feature: '(whole file)', reason }]);
  };
  const info = await stat(path).catch((error: Error) => refuse(`cannot be read: ${error.message}`));
  if (!info.isFile()) refuse('is no file');
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(512);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const format = formatOf(head.subarray(0, bytesRead));
    if (typeof format === 'object') return refuse(format.refused);
    return { path, file, format, bytes: info.size, read: READERS[format] };
  } finally {
    await handle.close();
  }
}

/** The SHA-256 of a file of any size, in hex. */
export async function sha256OfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
