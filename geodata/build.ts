import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Assembly, assemble } from './assemble.ts';
import type { CityModule } from './recipe.ts';
import { Refused } from './refusal.ts';
import { streetBuildingsIn } from './streetBuildings.ts';

const here = import.meta.dirname;

/**
 * Writes all files or none: they are written to a folder beside the target, which then takes its place.
 * An interrupted build leaves the old folder, or none, but never half of one.
 */
export function replaceFolder(out: string, files: ReadonlyMap<string, string>): void {
  const fresh = `${out}.new`;
  const old = `${out}.old`;
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  mkdirSync(dirname(out), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(fresh, name), text);
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}

/** The report of a build: one line per layer, then everything left out with its reason. */
export function reportOf({ layers, manifest, files, leftOut }: Assembly): string {
  const width = Math.max(...layers.map(({ entry }) => entry.id.length), manifest.cityFile.length);
  const row = (name: string, count: string, bytes: string, dropped: string) =>
    `${name.padEnd(width)}  ${count.padStart(5)}  ${bytes.padStart(7)}  ${dropped.padStart(7)}`;
  const rows = layers.map(({ entry, droppedCount }) =>
    row(entry.id, String(entry.count), String(entry.bytes), String(droppedCount)),
  );
  const cityBytes = Buffer.byteLength(files.get(manifest.cityFile) ?? '');
  const left = leftOut.map(({ file, feature, reason }) => `  ${file}: ${feature}: ${reason}`);
  return [
    row('layer', 'count', 'bytes', 'dropped'),
    ...rows,
    row(manifest.cityFile, '', String(cityBytes), ''),
    ...(left.length > 0
      ? ['In no layer, with reasons:', ...left]
      : ['Everything received is in some layer.']),
  ].join('\n');
}

const isCityModule = (module: Partial<CityModule>): module is CityModule =>
  typeof module.city === 'object' && Array.isArray(module.layers) && typeof module.sourcesRoot === 'string';

/** @throws Refused when the module does not bring a city */
async function loadCity(path: string): Promise<CityModule> {
  const refuse = (reason: string) => new Refused([{ file: path, feature: '(city module)', reason }]);
  if (!existsSync(path)) throw refuse('there is no such file');
  const module = (await import(pathToFileURL(path).href)) as Partial<CityModule>;
  if (!isCityModule(module)) throw refuse('must export city, layers and sourcesRoot');
  return module;
}

/** The streets beside the default target, where somebody has made them; for another target only those that are named. */
function streetsOf({ streets, out }: { streets?: string | undefined; out?: string | undefined }) {
  const beside = join(here, '..', 'public', 'streets');
  if (streets !== undefined) return streetBuildingsIn(resolve(streets));
  return out === undefined && existsSync(join(beside, 'manifest.json'))
    ? streetBuildingsIn(beside)
    : undefined;
}

/** Builds the city that the arguments name: what to say, and 0 when it was written or 1 when it was refused. */
export async function run(args: readonly string[]): Promise<{ code: 0 | 1; said: string }> {
  const options = { city: { type: 'string' }, out: { type: 'string' }, streets: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const out = resolve(values.out ?? join(here, '..', 'public', 'layers'));
  try {
    const module = await loadCity(resolve(values.city ?? join(here, 'vasteras.ts')));
    const assembly = assemble(module, streetsOf(values));
    replaceFolder(out, assembly.files);
    return { code: 0, said: reportOf(assembly) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { code: 1, said: `Refused; nothing was written.\n${error.message}` };
  }
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const { code, said } = await run(process.argv.slice(2));
  (code === 0 ? console.log : console.error)(said);
  process.exitCode = code;
}
