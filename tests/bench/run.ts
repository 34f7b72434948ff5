import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { benchPage } from './page.ts';
import { printTable, type Row } from './table.ts';

/** Optional benches of the analysis rooms; each file exports one function that returns rows. */
const ROOMS: readonly [file: string, name: string][] = [
  ['light.ts', 'benchLight'],
  ['lightPicture.ts', 'benchLightPicture'],
  ['sight.ts', 'benchSight'],
  ['hotspots.ts', 'benchHotspots'],
  ['streets.ts', 'benchStreets'],
  ['planner.ts', 'benchPlanner'],
  ['files.ts', 'benchFiles'],
  ['streetMap.ts', 'benchStreetMap'],
];

const wanted = process.argv[2];
const rows: Row[] = [];
if (!wanted || wanted === 'page') {
  const built = spawnSync('npm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'], shell: true });
  if (built.status !== 0) process.exit(built.status ?? 1);
  rows.push(...(await benchPage()));
  printTable('The page', rows);
}
for (const [file, name] of ROOMS) {
  const path = new URL(file, import.meta.url);
  if (!existsSync(path) || (wanted && `${wanted}.ts` !== file)) continue;
  const module: Record<string, () => Promise<Row[]>> = await import(path.href);
  const bench = module[name];
  if (bench) printTable(file.replace('.ts', ''), await bench());
}
