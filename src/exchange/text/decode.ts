/** Text out of bytes whose encoding nobody wrote down. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** True where the bytes were no UTF-8 and Windows-1252 (Excel's habit in western Europe) was taken instead. */
  readonly guessed: boolean;
}

/**
 * Byte order mark first, then strict UTF-8, then Windows-1252, which accepts every byte.
 * UTF-16 without a mark is seen by its zero bytes.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', false);
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', false);
  if (second === 0 && first !== 0) return decoded(bytes, 'utf-16le', true);
  if (first === 0 && second !== 0 && second !== undefined) return decoded(bytes, 'utf-16be', true);
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      guessed: false,
    };
  } catch {
    return decoded(bytes, 'windows-1252', true);
  }
}

const decoded = (bytes: Uint8Array, encoding: Decoded['encoding'], guessed: boolean): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
  guessed,
});
