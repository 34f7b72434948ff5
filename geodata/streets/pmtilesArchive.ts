/**
 * Question: how do tiles become one file that a static host can serve piecewise?
 * Method: tiles wait in a spool file beside the target; at the end they are copied in the order of their ids (zoom,
 * then Hilbert curve), equal neighbours become runs, equal contents are stored once, and directories are cut into
 * leaves when the root would not fit the first 16 KiB. No clock and no random numbers: equal tiles, equal bytes.
 * Source: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md. Complexity: O(n log n) for n tiles; memory
 * some 100 bytes a tile, never their contents.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

const HEADER_BYTES = 127;
/** Header and root directory must come with the first 16 KiB. */
const ROOT_BYTES = 16_384 - HEADER_BYTES;
const GZIP = 2;
const MVT = 1;

interface Spooled {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  readonly hash: string;
}
interface Entry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  runLength: number;
}

export interface ArchiveInfo {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Degrees: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  readonly metadata: unknown;
}

/** Gzip whose header does not tell the operating system, so that every machine writes the same bytes. */
export function gzipped(bytes: Uint8Array): Buffer {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;
  return packed;
}

export class PmtilesArchive {
  private readonly spool: number;
  private readonly spoolPath: string;
  private readonly tiles: Spooled[] = [];
  private readonly offsets = new Map<string, { offset: number; length: number }>();
  private spooledBytes = 0;

  constructor(private readonly path: string) {
    this.spoolPath = `${path}.spool`;
    this.spool = openSync(this.spoolPath, 'w+');
  }

  /** Takes one tile (not packed yet). Each tile may be given once. */
  add(zoom: number, x: number, y: number, tile: Uint8Array): void {
    const packed = gzipped(tile);
    const hash = createHash('sha256').update(packed).digest('base64');
    let place = this.offsets.get(hash);
    if (!place) {
      place = { offset: this.spooledBytes, length: packed.length };
      writeSync(this.spool, packed);
      this.spooledBytes += packed.length;
      this.offsets.set(hash, place);
    }
    this.tiles.push({ tileId: zxyToTileId(zoom, x, y), ...place, hash });
  }

  get tileCount(): number {
    return this.tiles.length;
  }

  /** Writes the archive and removes the spool. */
  finish(info: ArchiveInfo): void {
    const { entries, order } = this.ordered();
    const metadata = gzipped(Buffer.from(JSON.stringify(info.metadata)));
    const { root, leaves } = directoriesOf(entries);
    const target = openSync(this.path, 'w');
    try {
      const header = headerOf(info, {
        lengths: [
          root.length,
          metadata.length,
          leaves.length,
          order.reduce((sum, one) => sum + one.length, 0),
        ],
        counts: [this.tiles.length, entries.length, order.length],
      });
      for (const part of [header, root, metadata, leaves]) writeSync(target, part);
      for (const { offset, length } of order) {
        const buffer = Buffer.allocUnsafe(length);
        readSync(this.spool, buffer, 0, length, offset);
        writeSync(target, buffer);
      }
    } finally {
      closeSync(target);
      this.discard();
    }
  }

  /** Ends without an archive. */
  discard(): void {
    closeSync(this.spool);
    rmSync(this.spoolPath, { force: true });
  }

  /** Directory entries by tile id, and the distinct contents in the order in which they are first needed. */
  private ordered(): { entries: Entry[]; order: { offset: number; length: number }[] } {
    const entries: Entry[] = [];
    const order: { offset: number; length: number }[] = [];
    const placed = new Map<string, number>();
    let end = 0;
    for (const { tileId, offset, length, hash } of [...this.tiles].sort((a, b) => a.tileId - b.tileId)) {
      let at = placed.get(hash);
      if (at === undefined) {
        at = end;
        placed.set(hash, at);
        order.push({ offset, length });
        end += length;
      }
      const last = entries.at(-1);
      if (last && last.offset === at && last.tileId + last.runLength === tileId) last.runLength++;
      else entries.push({ tileId, offset: at, length, runLength: 1 });
    }
    return { entries, order };
  }
}

function varint(into: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    into.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  into.push(rest);
}

function directoryOf(entries: readonly Entry[]): Buffer {
  const bytes: number[] = [];
  varint(bytes, entries.length);
  let previous = 0;
  for (const { tileId } of entries) {
    varint(bytes, tileId - previous);
    previous = tileId;
  }
  for (const { runLength } of entries) varint(bytes, runLength);
  for (const { length } of entries) varint(bytes, length);
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1];
    varint(bytes, before && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return gzipped(Uint8Array.from(bytes));
}

/** The root directory, and leaves where the root alone would be too large. */
function directoriesOf(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  const whole = directoryOf(entries);
  if (whole.length <= ROOT_BYTES) return { root: whole, leaves: Buffer.alloc(0) };
  for (let perLeaf = 4096; ; perLeaf *= 2) {
    const leaves: Buffer[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let from = 0; from < entries.length; from += perLeaf) {
      const leaf = directoryOf(entries.slice(from, from + perLeaf));
      pointers.push({ tileId: entries[from]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = directoryOf(pointers);
    if (root.length <= ROOT_BYTES) return { root, leaves: Buffer.concat(leaves) };
  }
}

function headerOf(
  { minZoom, maxZoom, bounds }: ArchiveInfo,
  { lengths, counts }: { lengths: readonly number[]; counts: readonly number[] },
): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0, 'latin1');
  header[7] = 3;
  let offset = HEADER_BYTES;
  // Root, metadata, leaves, tiles: an offset and a length each.
  lengths.forEach((length, index) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + index * 16);
    offset += length;
  });
  counts.forEach((count, index) => {
    header.writeBigUInt64LE(BigInt(count), 72 + index * 8);
  });
  header.set([1, GZIP, GZIP, MVT, minZoom, maxZoom], 96);
  bounds.forEach((degrees, index) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  });
  const [west, south, east, north] = bounds;
  header[118] = Math.min(maxZoom, 14);
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
  return header;
}
