/** A photometric file as text: UTF-8 where it says so, else Latin-1 as both formats are. */
export function opticText(bytes: Uint8Array): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextDecoder(isMarked ? 'utf-8' : 'windows-1252').decode(bytes);
}
