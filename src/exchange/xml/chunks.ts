import { FatalProblem } from '../problems.ts';

const CHUNK_BYTES = 1 << 20;

/** The bytes of an XML file as pieces of text, so that a large file is never one string. Encoding by mark or declaration. */
export function* textChunks(bytes: Uint8Array): Generator<{ text: string; share: number }> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const end = Math.min(bytes.length, at + CHUNK_BYTES);
      const text = decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length });
      yield { text, share: end / bytes.length };
    }
  } catch (error) {
    if (error instanceof TypeError) throw new FatalProblem('xml-broken', { reason: 'encoding' });
    throw error;
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    // A file that declares UTF-16 but is read here by its single bytes was saved anew by something careless.
    return /^utf-?16/i.test(declared) ? 'utf-8' : new TextDecoder(declared).encoding;
  } catch {
    throw new FatalProblem('xml-broken', { reason: 'encoding' });
  }
}
