import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which: the table of the README, section "Rooms". */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  geometry: [],
  i18n: [],
  ui: [],
  proposal: ['domain', 'geometry'],
  analysis: ['domain', 'geometry'],
  exchange: ['domain', 'geometry'],
  map: ['domain', 'i18n'],
  storage: ['proposal', 'domain'],
  state: ['storage', 'exchange', 'analysis', 'proposal', 'domain', 'geometry', 'i18n'],
  resident: ['state', 'map', 'proposal', 'analysis', 'domain', 'geometry', 'i18n', 'ui'],
  planner: ['state', 'exchange', 'map', 'proposal', 'analysis', 'domain', 'geometry', 'i18n', 'ui'],
  council: ['state', 'map', 'proposal', 'analysis', 'domain', 'geometry', 'i18n', 'ui'],
  app: ['resident', 'planner', 'council', 'map', 'state', 'i18n', 'ui', 'domain'],
};
const FORBIDDEN_NAMES = /^(utils?|common|lib|helpers?|types|hooks|services|misc)$/;

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:from\s+|import\s*\(\s*|import\s+|new URL\(\s*)['"](\.{1,2}\/[^'"?]+)(?:\?[^'"]*)?['"]/g,
  );
  return [...found].map((match) => resolve(dirname(file), match[1] as string));
}

const roomOf = (file: string): string => {
  const [first = '', second] = relative(source, file).split('/');
  return second === undefined ? '(root)' : first;
};

describe('architecture', () => {
  const files = filesBelow(source);

  it('has files to look at', () => expect(files.length).toBeGreaterThan(3));

  it('imports run downwards only', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      if (room === '(root)') continue;
      const allowed = MAY_IMPORT[room];
      if (!allowed) {
        wrong.push(`unknown room: ${room}`);
        continue;
      }
      for (const target of importsOf(file)) {
        if (!target.startsWith(source))
          wrong.push(`${relative(root, file)} leaves src: ${relative(root, target)}`);
        else if (roomOf(target) !== room && !allowed.includes(roomOf(target)))
          wrong.push(`${relative(root, file)} -> ${relative(root, target)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('only main.tsx stands at the root of src', () => {
    expect(files.filter((file) => roomOf(file) === '(root)').map((file) => relative(source, file))).toEqual([
      'main.tsx',
    ]);
  });

  it('src never imports geodata, and has no circles', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path, file].map((name) => relative(source, name)).join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const next of graph.get(file) ?? []) if (graph.has(next)) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps files within 300 lines and rooms named by meaning', () => {
    const all = [...files, ...filesBelow(join(root, 'geodata'))];
    const long = all
      .map((file) => ({
        file: relative(root, file),
        lines: readFileSync(file, 'utf8').split('\n').length - 1,
      }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
    const named = all.filter((file) =>
      relative(root, dirname(file))
        .split('/')
        .some((part) => FORBIDDEN_NAMES.test(part)),
    );
    expect(named).toEqual([]);
  });

  it('names no city in src: the city is data', () => {
    const naming = /västerås|vasteras|vasapark|skultuna|norra city|EPSG:3010|16 30|niff\b|tekniska-?namnden/i;
    const guilty = files
      .filter((file) => naming.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(guilty).toEqual([]);
  });

  it('only one file makes a MapLibre map, and only clients make workers', () => {
    const makers = files.filter((file) =>
      /new (maplibregl\.)?Map\(\{|new MapLibreMap\(/.test(readFileSync(file, 'utf8')),
    );
    expect(makers.map((file) => relative(source, file)).filter((file) => file !== 'map/mapView.ts')).toEqual(
      [],
    );
    const workers = files.filter((file) => /new Worker\(/.test(readFileSync(file, 'utf8')));
    for (const file of workers) expect(relative(source, file)).toMatch(/client\.ts$/i);
  });
});
