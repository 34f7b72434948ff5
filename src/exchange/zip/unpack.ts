/**
 * Question: what is in an archive, without letting it fill the memory?
 * Method: the directory's sizes are checked before anything is unpacked (count, size, ratio), then each wanted entry
 * is inflated into a buffer of exactly the size that the directory said. Archives inside archives stay
 * packed. Units: bytes.
 */
import { unzipSync } from 'fflate';
import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** True for the first bytes of a ZIP file. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** Names of all entries, nothing unpacked. @throws FatalProblem */
export function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzip(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

/** Unpacks the wanted entries. @throws FatalProblem for broken archives and for bombs */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): ZipEntry[] {
  let total = 0;
  const found = unzip(bytes, (name, packed, unpacked) => {
    if (!wanted(name)) return false;
    total += unpacked;
    refuseBomb(packed, unpacked, total);
    return true;
  });
  return Object.entries(found).map(([name, content]) => ({ name, bytes: content }));
}

function refuseBomb(packed: number, unpacked: number, total: number): void {
  const ratio = unpacked / Math.max(1, packed);
  if (total > LIMITS.unpackedBytes || (unpacked > 1e6 && ratio > LIMITS.compressionRatio))
    throw new FatalProblem('archive-bomb', { bytes: total, ratio: Math.round(ratio) });
}

function unzip(
  bytes: Uint8Array,
  want: (name: string, packed: number, unpacked: number) => boolean,
): Record<string, Uint8Array> {
  let entries = 0;
  try {
    // fflate inflates into a buffer of the size that the directory states and stops where it is full.
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > LIMITS.archiveEntries) throw new FatalProblem('archive-bomb', { entries });
        if (name.endsWith('/') || name.startsWith('__MACOSX/')) return false;
        return want(name, size, originalSize);
      },
    });
  } catch (error) {
    if (error instanceof FatalProblem) throw error;
    throw new FatalProblem('archive-broken', {
      message: error instanceof Error ? error.message.slice(0, 100) : '',
    });
  }
}
