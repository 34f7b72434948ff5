import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import { decodeText } from './decode.ts';
import { jsonFaultAt } from './jsonFault.ts';

/**
 * Parses JSON from an unknown hand: size and depth are bounded before the parser sees it, and a fault is told with
 * line and column. @throws FatalProblem
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > LIMITS.jsonBytes)
    throw new FatalProblem('file-too-large', { bytes: bytes.length, limit: LIMITS.jsonBytes });
  const { text } = decodeText(bytes);
  refuseDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FatalProblem('json-broken', {}, lineAndColumn(text, jsonFaultAt(text)));
  }
}

/** Counts brackets outside strings; JSON.parse itself would take memory for each before it fails. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = endOfString(text, i);
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > LIMITS.nestingDepth) throw new FatalProblem('too-deep', { limit: LIMITS.nestingDepth });
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x22) return i;
  }
  return text.length;
}

/** Line and column, both from 1, of an offset in a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
    line++;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}
