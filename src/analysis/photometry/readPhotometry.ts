import { parseEulumdat } from './eulumdat.ts';
import { type IesOptions, parseIes } from './ies.ts';
import type { PhotometryResult } from './photometry.ts';

/**
 * Reads a dropped photometric file of either format. The content decides, not the name: only LM-63 has a TILT line.
 * Both formats predate UTF-8, so bytes are Latin-1 unless they are valid UTF-8 with a mark.
 */
export function readPhotometry(bytes: Uint8Array, options: IesOptions = {}): PhotometryResult {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder(marked ? 'utf-8' : 'windows-1252').decode(bytes);
  if (/^\s*(IESNA|IES:)/.test(text) || /^\s*TILT\s*=/im.test(text.slice(0, 100_000)))
    return parseIes(text, options);
  const result = parseEulumdat(text);
  // A file whose symmetry line is not even a number is no broken EULUMDAT but something else.
  if (result.kind === 'problem' && result.problem.line <= 3 && result.problem.code !== 'empty-file')
    return { kind: 'problem', problem: { line: 1, code: 'not-photometric', values: {} } };
  return result;
}
