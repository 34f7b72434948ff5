import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/exchange/importResult.ts';
import { LIMITS } from '../../src/exchange/limits.ts';
import { readBlob } from '../../src/exchange/readFile.ts';
import { bytesOf, codesOf, OPTIONS, read } from './city.ts';

const fixture = (path: string): Uint8Array => readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
const point = (name: string): string =>
  `<Placemark><name>${name}</name><Point><coordinates>16.5,59.6</coordinates></Point></Placemark>`;

/** Small valid files of every format: what a fuzzer bends. */
const SEEDS: Record<string, Uint8Array> = {
  'a.geojson': bytesOf(
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":[1,{"b":null}]},"geometry":{"type":"Polygon","coordinates":[[[16,59],[17,59],[17,60],[16,59]]]}}]}',
  ),
  'a.kml': bytesOf(
    `<?xml version="1.0"?><kml xmlns="x"><Document>${point('A &amp; B')}<!-- c --><![CDATA[ ]]></Document></kml>`,
  ),
  'a.kmz': zipSync({ 'doc.kml': strToU8(`<kml>${point('A')}</kml>`) }),
  'a.gpx': bytesOf(
    '<gpx><wpt lat="59.6" lon="16.5"><name>A</name></wpt><trk><trkseg><trkpt lat="59.6" lon="16.5"/><trkpt lat="59.7" lon="16.6"/></trkseg></trk></gpx>',
  ),
  'a.tcx': bytesOf(
    '<TrainingCenterDatabase><Courses><Course><Name>A</Name><Track><Trackpoint><Position><LatitudeDegrees>59.6</LatitudeDegrees><LongitudeDegrees>16.5</LongitudeDegrees></Position></Trackpoint><Trackpoint><Position><LatitudeDegrees>59.7</LatitudeDegrees><LongitudeDegrees>16.5</LongitudeDegrees></Position></Trackpoint></Track></Course></Courses></TrainingCenterDatabase>',
  ),
  'a.csv': bytesOf('namn;lat;lon\n"A ""b""";59,6;16,5\nB;59,7;16,6\n'),
  'a.osm': bytesOf(
    '<osm version="0.6"><node id="1" lat="59.6" lon="16.5"><tag k="highway" v="street_lamp"/></node><way id="2"><nd ref="1"/><tag k="highway" v="path"/></way></osm>',
  ),
  'a.json': bytesOf(
    '{"version":0.6,"elements":[{"type":"node","id":1,"lat":59.6,"lon":16.5,"tags":{"highway":"street_lamp"}}]}',
  ),
  'a.zip': fixture('exchange/shapefiles.zip'),
  'a.gpkg': fixture('exchange/ogr.gpkg'),
};
const CODES = new Set<string>(PROBLEM_CODES);

/** Whatever comes in: an answer with known codes, no features beside a fatal problem, never an unexpected error. */
async function expectAnswer(name: string, bytes: Uint8Array): Promise<void> {
  const { features, problems } = await read(name, bytes);
  for (const { code, where } of problems) {
    expect(CODES.has(code)).toBe(true);
    expect(where.file).toBe(name);
  }
  expect(codesOf(problems)).not.toContain('broken-unexpectedly');
  if (problems.some(({ severity }) => severity === 'fatal')) expect(features).toEqual([]);
}

describe.each(Object.keys(SEEDS))('bent %s', (name) => {
  const seed = SEEDS[name]!;

  it('is read when it is whole', async () => {
    const { features, problems } = await read(name, seed);
    expect(problems.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    expect(features.length).toBeGreaterThan(0);
  });

  it('gets an answer wherever it is cut', async () => {
    const step = Math.max(1, Math.floor(seed.length / 60));
    for (let length = 0; length < seed.length; length += step)
      await expectAnswer(name, seed.subarray(0, length));
  }, 60_000);

  it('gets an answer whatever bytes are changed, put in or doubled', async () => {
    const damage = fc.array(
      fc.tuple(fc.nat(seed.length - 1), fc.nat(255), fc.constantFrom('set', 'insert', 'double')),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = [...seed];
        for (const [at, value, how] of changes) {
          if (how === 'set') bytes[at] = value;
          else if (how === 'insert') bytes.splice(at, 0, value);
          else bytes.splice(at, 0, ...bytes.slice(at, at + 50));
        }
        await expectAnswer(name, Uint8Array.from(bytes));
      }),
      { numRuns: name === 'a.gpkg' ? 25 : 120 },
    );
  }, 60_000);

  it('gets an answer in a wrong encoding', async () => {
    const text = new TextDecoder('latin1').decode(seed);
    const utf16 = new Uint8Array(2 + text.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) utf16[2 + i * 2] = text.charCodeAt(i);
    await expectAnswer(name, utf16);
    await expectAnswer(name, Uint8Array.from([0xef, 0xbb, 0xbf, ...seed]));
  });
});

describe('attacks', () => {
  it.each([
    '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>',
    `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${'&a;'.repeat(10)}">`).join('')}]><kml>&a8;</kml>`,
    '<kml><!DOCTYPE x></kml>',
    // Beyond the first kilobytes that say what the file is.
    `<kml>${' '.repeat(5000)}<!DOCTYPE x></kml>`,
    '<osm><!ENTITY x "y"></osm>',
  ])('refuses document types: %s', async (text) => {
    const { problems } = await read('a.kml', text);
    expect(codesOf(problems)).toEqual(['xml-doctype-refused']);
  });

  it('knows no entities but the five', async () => {
    const { problems } = await read('a.kml', '<kml>\n&nbsp;</kml>');
    expect(problems).toMatchObject([
      { code: 'xml-unknown-entity', params: { entity: 'nbsp' }, where: { line: 2 } },
    ]);
  });

  it('keeps scripts in names as plain text in every format', async () => {
    const script = '<script>alert("x")</script>';
    const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;';
    const files: [string, string, string][] = [
      ['a.kml', `<kml>${point(escaped)}</kml>`, 'name'],
      ['a.gpx', `<gpx><wpt lat="59.6" lon="16.5"><name>${escaped}</name></wpt></gpx>`, 'name'],
      ['a.csv', `name,lat,lon\n"${script.replaceAll('"', '""')}",59.6,16.5\n`, 'name'],
      [
        'a.osm',
        `<osm><node id="1" lat="59.6" lon="16.5"><tag k="place" v="suburb"/><tag k="name" v="${escaped}"/></node></osm>`,
        'name',
      ],
    ];
    for (const [name, text, field] of files) {
      const { features } = await read(name, text);
      expect(features[0]!.properties[field]).toBe(script);
    }
  });

  it('refuses zip bombs by ratio and by size, before unpacking', async () => {
    const bomb = zipSync({ 'doc.kml': new Uint8Array(40e6).fill(32) }, { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    const { problems } = await read('a.kmz', bomb);
    expect(problems).toMatchObject([{ severity: 'fatal', code: 'archive-bomb' }]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
  });

  it('lets no archive unpack to more than its directory says', async () => {
    const zip = zipSync({ 'doc.kml': strToU8(`<kml>${point('A').repeat(20_000)}</kml>`) }, { level: 9 });
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at++) {
      // Uncompressed size in the central directory and in the local header.
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    const { features, problems } = await read('a.kmz', zip);
    expect(features).toEqual([]);
    expect(problems[0]!.severity).toBe('fatal');
  });

  it('refuses deep nesting', async () => {
    expect(codesOf((await read('a.kml', '<kml>'.repeat(100_000))).problems)).toEqual(['too-deep']);
    expect(codesOf((await read('a.geojson', '{"a":'.repeat(100_000))).problems)).toEqual(['too-deep']);
  });

  it('takes no prototype from a file', async () => {
    await read('a.csv', '__proto__,constructor,lat,lon\nx,y,59.6,16.5\n');
    await read(
      'a.osm',
      '<osm><node id="1" lat="59.6" lon="16.5"><tag k="__proto__" v="x"/><tag k="highway" v="__proto__"/></node></osm>',
    );
    await read(
      'a.kml',
      '<kml><Placemark><ExtendedData><Data name="__proto__"><value>x</value></Data></ExtendedData><Point><coordinates>16,59</coordinates></Point></Placemark></kml>',
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('answers 200 MB of nonsense at once, whatever it pretends to be', async () => {
    const size = 200e6;
    const fill = (start: string, repeat: string): Uint8Array => {
      const bytes = new Uint8Array(size);
      bytes.fill(bytesOf(repeat)[0]!);
      bytes.set(bytesOf(start));
      return bytes;
    };
    const cases: [string, string, string][] = [
      ['a.bin', '', '\u0001'],
      ['a.kml', '<kml>', '<'],
      ['a.kml', '<kml a="', 'x'],
      ['a.osm', '<osm><!--', '-'],
      ['a.csv', 'a;b\n', ';'],
      ['a.geojson', '[', '['],
      ['a.geojson', '{"a":"', 'x'],
    ];
    for (const [name, start, repeat] of cases) {
      const began = performance.now();
      const { features, problems } = await read(name, fill(start, repeat));
      expect(features).toEqual([]);
      expect(problems[0]!.severity).toBe('fatal');
      expect(`${name} ${start} ${performance.now() - began < 10_000}`).toBe(`${name} ${start} true`);
    }
  }, 120_000);
});

describe('a file that is not in memory yet', () => {
  /** A file that says when it is taken into memory as a whole. */
  class Watched extends Blob {
    wasTaken = false;
    override arrayBuffer(): Promise<ArrayBuffer> {
      this.wasTaken = true;
      return super.arrayBuffer();
    }
  }
  it.each([
    ['nonsens.bin', new Uint8Array(1e6).fill(7), 'unknown-format'],
    ['sida.html', '<!DOCTYPE html><p>hej', 'xml-doctype-refused'],
  ])('%s is refused by its beginning', async (name, content, code) => {
    const watched = new Watched([content]);
    const { problems } = await readBlob({ name, content: watched }, OPTIONS);
    expect(codesOf(problems)).toEqual([code]);
    expect(watched.wasTaken).toBe(false);
  });
  it('is refused by its size, JSON sooner than others', async () => {
    const sized = (start: string, size: number) =>
      Object.defineProperty(new Watched([start]), 'size', { value: size });
    for (const [start, size] of [
      ['namn;x;y\n', LIMITS.fileBytes + 1],
      ['{"type":"FeatureCollection"', LIMITS.jsonBytes + 1],
    ] as const) {
      const content = sized(start, size);
      const { problems, features } = await readBlob({ name: 'stor', content }, OPTIONS);
      expect(codesOf(problems)).toEqual(['file-too-large']);
      expect(features).toEqual([]);
      expect(content.wasTaken).toBe(false);
    }
  });
  it('is read whole when it is one of ours', async () => {
    const { features } = await readBlob(
      { name: 'a.csv', content: new Blob(['namn;N;E\nL1;6610613;152529']) },
      OPTIONS,
    );
    expect(features).toHaveLength(1);
  });
});
