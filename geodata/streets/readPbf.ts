/**
 * Question: which nodes, ways and relations does an OSM PBF file hold?
 * Method: block after block is read, inflated and decoded, so that memory holds one block (at most 32 MiB) whatever
 * the size of the file. Groups of elements that are not wanted are passed over undecoded.
 * Source: https://wiki.openstreetmap.org/wiki/PBF_Format. Complexity: O(bytes).
 */
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Refused } from '../refusal.ts';
import type { OsmVisitor, ReadOptions } from './osmElement.ts';
import { readHeaderBlock, readPrimitiveBlock } from './pbfBlocks.ts';
import { CorruptProtobuf, ProtobufReader } from './protobuf.ts';

/** The format's own limits: 64 KiB for a blob's header, 32 MiB for its content. */
const LONGEST_HEADER = 1 << 16;
const LONGEST_BLOB = 1 << 25;

class Blobs {
  private at = 0;

  constructor(
    private readonly handle: FileHandle,
    private readonly bytes: number,
  ) {}

  get position(): number {
    return this.at;
  }

  /** The next blob's type and content, or undefined at the end of the file. */
  async next(): Promise<{ type: string; content: Uint8Array } | undefined> {
    if (this.at >= this.bytes) return undefined;
    const length = (await this.take(4)).readUInt32BE(0);
    if (length > LONGEST_HEADER) throw new CorruptProtobuf(`a header of ${length} bytes`);
    const header = new ProtobufReader(await this.take(length));
    let type = '';
    let size = 0;
    while (!header.isDone) {
      const field = header.field();
      if (field === 1) type = Buffer.from(header.raw()).toString('latin1');
      else if (field === 3) size = header.unsigned();
      else header.skip();
    }
    if (size > LONGEST_BLOB) throw new CorruptProtobuf(`a blob of ${size} bytes`);
    return { type, content: inflated(await this.take(size)) };
  }

  private async take(length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.handle.read(buffer, 0, length, this.at);
    if (bytesRead < length)
      throw new CorruptProtobuf(`ends after ${this.at + bytesRead} bytes inside a block`);
    this.at += length;
    return buffer;
  }
}

function inflated(blob: Buffer): Uint8Array {
  const reader = new ProtobufReader(blob);
  let content: Uint8Array | undefined;
  let size: number | undefined;
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 1) content = reader.raw();
    else if (field === 2) size = reader.unsigned();
    else if (field === 3) content = inflateSync(reader.raw(), { maxOutputLength: LONGEST_BLOB });
    else if (field >= 4 && field <= 7)
      throw new CorruptProtobuf(
        'packed with lzma, bzip2, lz4 or zstd; only zlib is read (osmium cat -f pbf)',
      );
    else reader.skip();
  }
  if (!content || (size !== undefined && size !== content.length))
    throw new CorruptProtobuf('a block with another length than it states');
  return content;
}

const isZlibFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code));

async function readBlobs(blobs: Blobs, visitor: OsmVisitor, options: ReadOptions): Promise<void> {
  let blocks = 0;
  let datesWanted = true;
  for (let blob = await blobs.next(); blob; blob = await blobs.next()) {
    options.signal?.throwIfAborted();
    if (blocks++ === 0 && blob.type !== 'OSMHeader')
      throw new CorruptProtobuf('does not begin with OSMHeader');
    if (blob.type === 'OSMHeader') {
      const { date } = readHeaderBlock(blob.content);
      if (date !== undefined) visitor.headerDate?.(date);
      datesWanted = date === undefined;
    } else if (blob.type === 'OSMData')
      readPrimitiveBlock(blob.content, visitor, { wanted: options.wanted, datesWanted });
    options.progress?.(blobs.position);
  }
}

/** Reads an OSM PBF file. @throws Refused when it is truncated, corrupt or in a dialect that is not read */
export async function readPbf(path: string, visitor: OsmVisitor, options: ReadOptions): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await readBlobs(new Blobs(handle, (await handle.stat()).size), visitor, options);
  } catch (error) {
    if (!(error instanceof CorruptProtobuf) && !isZlibFault(error)) throw error;
    const reason = `is truncated or corrupt: ${(error as Error).message}`;
    throw new Refused([{ file: basename(path), feature: '(whole file)', reason }]);
  } finally {
    await handle.close();
  }
}
