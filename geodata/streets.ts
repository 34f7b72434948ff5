import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused } from './refusal.ts';
import { makeStreets, parseBox, reportOf, surroundingsOf } from './streets/makeStreets.ts';

const USAGE = `Turns OpenStreetMap extracts into the city's street map.
  npm run streets -- <extract...> [--bbox auto|west,south,east,north] [--out folder]
An extract is OSM XML (.osm), OSM PBF (.osm.pbf) or an Overpass answer in JSON.
Without --bbox everything within the city's surroundings is taken; auto takes all that the extracts hold.`;

const publicFolder = join(import.meta.dirname, '..', 'public');
const INTERRUPTED = 130;

/** At most four lines of progress a second; on a terminal they overwrite each other. */
function progressTo(stream: NodeJS.WriteStream): (line: string) => void {
  let last = 0;
  return (line) => {
    if (Date.now() - last < 250) return;
    last = Date.now();
    stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { bbox: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || positionals.length === 0) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const cancel = new AbortController();
  // Not once: an impatient second Ctrl-C must not end it before it has tidied up.
  process.on('SIGINT', () => cancel.abort());
  process.on('SIGTERM', () => cancel.abort());
  const out = resolve(values.out ?? join(publicFolder, 'streets'));
  try {
    const box =
      values.bbox === undefined ? surroundingsOf(join(publicFolder, 'layers')) : parseBox(values.bbox);
    const files = positionals.map((file) => resolve(file));
    const progress = progressTo(process.stderr);
    const result = await makeStreets({ files, box, out, signal: cancel.signal, progress });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    console.log(reportOf(result, out));
    return 0;
  } catch (error) {
    if (cancel.signal.aborted) {
      console.error('\nCancelled; nothing was written.');
      return INTERRUPTED;
    }
    if (!(error instanceof Refused)) throw error;
    console.error(`\nRefused; nothing was written.\n${error.message}`);
    return 1;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) process.exitCode = await main();
