/**
 * How long the map takes to come to rest with a town's streets below it, against the same page with the overview.
 * Both in turns in one run: what else the machine does falls on both. Run alone: `npx tsx tests/bench/streetMap.ts`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { buildStreetSite } from '../journeys/streetSite.ts';
import { encodePbf } from '../streets/encodePbf.ts';
import { seededTown } from './streets.ts';
import { median, printTable, type Row } from './table.ts';

const ROUNDS = 5;
const HOUSES = 12_000;
/** In the middle of the town, where a screen holds some hundred houses. */
const VIEW = '#map=15/59.62000/16.44000';

type Ground = 'streets' | 'overview';

/** Milliseconds from the first request until the map with this ground is at rest. */
async function idleMs(browser: Browser, origin: string, ground: Ground): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 800, height: 500 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  if (ground === 'overview') await page.route('**/streets/manifest.json', (route) => route.abort());
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript((wanted) => {
    const look = (): void => {
      const map = document.querySelector('#map[data-idle]');
      const hasStreets = document.querySelector('.maplibregl-ctrl-attrib a[href*="openstreetmap"]') !== null;
      if (map && hasStreets === (wanted === 'streets')) Object.assign(window, { idleMs: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, ground);
  await page.goto(`${origin}/${VIEW}`);
  const handle = await page.waitForFunction(() => (window as { idleMs?: number }).idleMs, null, {
    timeout: 60_000,
  });
  const found = Number(await handle.jsonValue());
  await context.close();
  return found;
}

/** Start to rest with streets and without. */
export async function benchStreetMap(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'street-map-'));
  const extract = join(folder, 'town.osm.pbf');
  writeFileSync(extract, encodePbf(seededTown(HOUSES)));
  const site = await buildStreetSite(extract);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  const found: Record<Ground, number[]> = { streets: [], overview: [] };
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const ground of ['overview', 'streets'] as const)
        found[ground].push(await idleMs(browser, site.origin, ground));
  } finally {
    await browser.close();
    await site.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  const [streets, overview] = [median(found.streets), median(found.overview)];
  return [
    {
      what: 'start to rest with streets, ratio to the overview',
      value: (streets / overview).toFixed(2),
      aim: '≤ 1.5',
    },
    { what: 'ms with streets / with the overview', value: `${streets.toFixed(0)} / ${overview.toFixed(0)}` },
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  printTable('the map with streets', await benchStreetMap());
