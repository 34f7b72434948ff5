import { readCsv } from './csv/read.ts';
import { readGeoJsonValue } from './geojson/read.ts';
import type { ImportInput } from './importResult.ts';
import { isOverpass, readOverpass } from './osm/readOverpass.ts';
import { readOsmXml } from './osm/readXml.ts';
import { FatalProblem } from './problems.ts';
import type { Reader } from './rawRead.ts';
import { decodeText } from './text/decode.ts';
import { parseJson } from './text/json.ts';

/** Which reader a file needs: by what is in it first, by its name only where text could be anything. */
export async function detectFormat({ name, bytes }: ImportInput): Promise<Reader> {
  const start = bytes.subarray(0, 4096);
  const text = decodeText(start).text.trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return readJson;
  if (text.startsWith('<')) return xmlReader(text);
  if (isTable(name, text)) return readCsv;
  throw new FatalProblem('unknown-format', { name });
}

const readJson: Reader = async (bytes, context) => {
  const root = parseJson(bytes);
  return isOverpass(root) ? readOverpass(root, context) : readGeoJsonValue(root, context);
};

/** The root element may come after a declaration and comments. */
function xmlReader(start: string): Reader {
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  if (/<!DOCTYPE|<!ENTITY/i.test(start)) throw new FatalProblem('xml-doctype-refused', {}, { line: 1 });
  if (root === 'osm') return readOsmXml;
  throw new FatalProblem('xml-unknown-root', { root: root ?? '' });
}

/** Text that has a header line with a delimiter and no control characters. */
function isTable(name: string, start: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (/[\u0000-\u0008\u000e-\u001f]/.test(start)) return false;
  const first = start.split(/[\r\n]/, 1)[0] ?? '';
  return /[;,\t|]/.test(first) || /\.(csv|txt|tsv)$/i.test(name);
}
