import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import { replaceFolder, run } from '../../geodata/build.ts';
import * as vasteras from '../../geodata/vasteras.ts';
import { CitySchema } from '../../src/domain/city.ts';
import { ManifestSchema } from '../../src/domain/feature.ts';
import * as exempelstad from '../fixtures/second-city/exempelstad.ts';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'geodata-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const fixture = (module: string) => join(root, 'tests/fixtures/second-city', module);
const build = (city: string, out: string) => run(['--city', fixture(city), '--out', out]);

describe('the build', () => {
  it('gives the same bytes from the same input', () => {
    expect([...assemble(vasteras).files]).toEqual([...assemble(vasteras).files]);
  });

  it('names every file after what is in it', () => {
    for (const [name, text] of assemble(vasteras).files) {
      if (name === 'manifest.json') continue;
      expect(name).toContain(createHash('sha256').update(text).digest('hex').slice(0, 8));
    }
  });

  it('rounds coordinates to six decimals and leaves heights out', () => {
    const { files } = assemble(exempelstad);
    const text = [...files.entries()].find(([name]) => name.startsWith('gangvag'))?.[1] ?? '';
    expect(JSON.parse(text).features[0].geometry.coordinates).toEqual([
      [14.1, 57.05],
      [14.105, 57.051],
      [14.11, 57.05],
    ]);
    expect([...assemble(vasteras).files.values()].join('')).not.toMatch(/\[\d+\.\d{7,}/);
  });
});

describe('a second city', () => {
  const out = join(scratch, 'second');

  it('is built by the same command with nothing but another folder', async () => {
    expect((await build('exempelstad.ts', out)).code).toBe(0);
    const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')));
    expect(manifest.layers.map(({ id, count }) => [id, count])).toEqual([
      ['omraden', 1],
      ['gangvag', 1],
      ['lampor', 2],
    ]);
    const city = v.parse(CitySchema, JSON.parse(readFileSync(join(out, manifest.cityFile), 'utf8')));
    expect(city.name.sv).toBe('Exempelstad');
    expect(city.metricCrs.code).toBe('EPSG:3006');
    expect(readdirSync(out)).toHaveLength(5);
  });

  it('reads a line from KML and measures it in its own plane, and points from GPX', () => {
    const { files } = assemble(exempelstad);
    const features = [...files.values()].flatMap((text) => JSON.parse(text).features ?? []);
    const path = features.find(({ properties }) => properties.id === 'gangvagen');
    // 2 × √(303.5² + 111.4²) m from degrees at this latitude is 646.6 m on the globe; the plane's scale here is 0.99964.
    expect(path.properties.lengthMetres).toBeGreaterThan(644);
    expect(path.properties.lengthMetres).toBeLessThan(648);
    const lamp = features.find(({ properties }) => properties.id === 'lampa-2');
    expect(lamp.geometry.coordinates).toEqual([14.1026, 57.0506]);
  });

  it('tells what was left out, and why', async () => {
    const { said } = await build('exempelstad.ts', out);
    expect(said).toContain('gangvag.kml: Samlingsplats: is no line');
    expect(said).toContain('lampor.gpx: Lampa 1: only its heights: the map is flat');
  });
});

describe('a refused build', () => {
  it('exits with 1, says why, and leaves what was there untouched', () => {
    const out = join(scratch, 'refused');
    mkdirSync(out);
    writeFileSync(join(out, 'manifest.json'), 'the old one');
    const command = ['--import', 'tsx', 'geodata/build.ts', '--city', fixture('broken.ts'), '--out', out];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('Refused; nothing was written.');
    expect(stderr).toContain('city: exempelstad: grants sum to 600000 SEK, not to the total of 600001');
    expect(readdirSync(out)).toEqual(['manifest.json']);
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe('the old one');
    expect(existsSync(`${out}.new`)).toBe(false);
  }, 60_000);
});

describe('a city module', () => {
  it('is refused when it is missing or brings no city', async () => {
    const out = join(scratch, 'none');
    const missing = await build('nowhere.ts', out);
    expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('no such file') });
    const cityless = await build('../../../geodata/refusal.ts', out);
    expect(cityless).toMatchObject({ code: 1, said: expect.stringContaining('must export city, layers') });
    expect(existsSync(out)).toBe(false);
  });
});

describe('replacing a folder', () => {
  it('leaves only the new files', () => {
    const out = join(scratch, 'replaced');
    replaceFolder(out, new Map([['a.txt', '1']]));
    replaceFolder(out, new Map([['b.txt', '2']]));
    expect(readdirSync(out)).toEqual(['b.txt']);
    expect(readdirSync(scratch).filter((name) => name.startsWith('replaced'))).toEqual(['replaced']);
  });
});
