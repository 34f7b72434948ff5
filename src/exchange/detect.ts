import { readCsv } from './csv/read.ts';
import { readGeoJsonValue } from './geojson/read.ts';
import { readGeoPackage } from './geopackage/read.ts';
import { readGpx, readTcx } from './gpx/read.ts';
import type { ImportInput } from './importResult.ts';
import { readKml, readKmz } from './kml/read.ts';
import { isOverpass, readOverpass } from './osm/readOverpass.ts';
import { readOsmXml } from './osm/readXml.ts';
import { FatalProblem } from './problems.ts';
import type { Reader } from './rawRead.ts';
import { readShapefile } from './shapefile/read.ts';
import { decodeText } from './text/decode.ts';
import { parseJson } from './text/json.ts';
import { isZip, zipNames } from './zip/unpack.ts';

/** Which reader a file needs: by what is in it first, by its name only where text could be anything. */
export async function detectFormat({ name, bytes }: ImportInput): Promise<Reader> {
  if (isZip(bytes)) return zipReader(bytes);
  if (isSqlite(bytes)) return readGeoPackage;
  const start = bytes.subarray(0, 4096);
  const text = decodeText(start).text.trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return readJson;
  if (text.startsWith('<')) return xmlReader(text);
  if (isTable(name, text)) return readCsv;
  throw new FatalProblem('unknown-format', { name });
}

const isSqlite = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 16)) === 'SQLite format 3\0';

const readJson: Reader = async (bytes, context) => {
  const root = parseJson(bytes);
  return isOverpass(root) ? readOverpass(root, context) : readGeoJsonValue(root, context);
};

/** The root element may come after a declaration and comments. */
function xmlReader(start: string): Reader {
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  if (/<!DOCTYPE|<!ENTITY/i.test(start)) throw new FatalProblem('xml-doctype-refused', {}, { line: 1 });
  const reader = root !== undefined && Object.hasOwn(XML_READERS, root) ? XML_READERS[root] : undefined;
  if (reader) return reader;
  throw new FatalProblem('xml-unknown-root', { root: root ?? '' });
}

const XML_READERS: Readonly<Record<string, Reader>> = {
  osm: readOsmXml,
  kml: readKml,
  Document: readKml,
  Folder: readKml,
  Placemark: readKml,
  gpx: readGpx,
  TrainingCenterDatabase: readTcx,
};

function zipReader(bytes: Uint8Array): Reader {
  const names = zipNames(bytes);
  if (names.some((name) => /\.kml$/i.test(name))) return readKmz;
  if (names.some((name) => /\.shp$/i.test(name))) return readShapefile;
  throw new FatalProblem('archive-without-content', { wanted: '.kml, .shp' });
}

/** Text that has a header line with a delimiter and no control characters. */
function isTable(name: string, start: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (/[\u0000-\u0008\u000e-\u001f]/.test(start)) return false;
  const first = start.split(/[\r\n]/, 1)[0] ?? '';
  return /[;,\t|]/.test(first) || /\.(csv|txt|tsv)$/i.test(name);
}
