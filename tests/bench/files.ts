/**
 * Bringing 50 000 features into a plan, in a real browser on the built site: how long, how long the page is held up,
 * and how soon a cancel is felt. Build first; run alone: `npx tsx tests/bench/files.ts`.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { serve } from './server.ts';
import { printTable, type Row } from './table.ts';

const COUNT = 50_000;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** A file of lamps on a grid in the city, in its own metres. */
function lampsFile(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `L${i};${6_606_000 + Math.floor(i / 250) * 20};${150_000 + (i % 250) * 20};6,5;35`,
  );
  const path = join(tmpdir(), `lampor-${count}.csv`);
  writeFileSync(path, ['Littera;N;E;Höjd (m);Effekt W', ...rows].join('\n'));
  return path;
}

interface Watched {
  readonly ms: number;
  readonly longestTaskMs: number;
}

/** Does something and waits for its end, with the longest time that the page could answer nobody. */
async function watched(page: Page, act: () => Promise<void>, end: string, restMs = 300): Promise<Watched> {
  await page.evaluate(() => Object.assign(window, { longest: 0 }));
  const start = Date.now();
  await act();
  await page.waitForSelector(end, { timeout: 120_000 });
  const ms = Date.now() - start;
  // A task is reported after it has ended.
  await page.waitForTimeout(restMs);
  const longestTaskMs = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  return { ms, longestTaskMs };
}

const shown = ({ ms, longestTaskMs }: Watched): string =>
  `${(ms / 1000).toFixed(2)} s, longest task ${Math.round(longestTaskMs)} ms`;

async function openDesk(page: Page, origin: string): Promise<void> {
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(() => {
    Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      const all = window as unknown as { longest: number };
      for (const { duration } of list.getEntries()) all.longest = Math.max(all.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.goto(`${origin}/?room=planner`);
  await page.locator('.plan-create input').fill('Bänk');
  await page.locator('.plan-create button').click();
  await page.locator('.plan-tabs button').last().click();
  await page.waitForSelector('.drop-zone');
  await page.waitForSelector('#map[data-idle]', { timeout: 60_000 });
}

/** How long from the press on "cancel" until the page says that the reading has stopped. */
async function cancelMs(page: Page): Promise<number> {
  await page.locator('.files input[type=file]').first().setInputFiles(lampsFile(400_000));
  const button = page.locator('.imports li[data-state=reading] button').last();
  await button.waitFor();
  await page.waitForTimeout(500);
  return page.evaluate(async () => {
    const cancel = document.querySelector<HTMLElement>('.imports li[data-state=reading] button:last-of-type');
    const start = performance.now();
    cancel?.click();
    while (!document.querySelector('.imports li[data-state=cancelled]'))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  });
}

/** How long from the press on "stop" in the middle of adding until the preview stands there again. */
async function stopAddingMs(page: Page): Promise<number> {
  await page.locator('.adding .primary').click();
  await page.waitForFunction(
    () => (document.querySelector<HTMLProgressElement>('.plan-long progress')?.value ?? 0) > 0.6,
    undefined,
    { timeout: 60_000 },
  );
  const start = Date.now();
  await page.locator('.plan-long button').click();
  await page.locator('.plan-long').waitFor({ state: 'detached' });
  return Date.now() - start;
}

export async function benchFiles(): Promise<Row[]> {
  const host = await serve(['dist']);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openDesk(page, host.origin);
    const cancelled = await cancelMs(page);
    await page.locator('.imports button').last().click();
    const path = lampsFile(COUNT);
    const picker = page.locator('.files input[type=file]').first();
    const read = await watched(page, () => picker.setInputFiles(path), '.adding .primary:enabled');
    const add = () => page.locator('.adding .primary').click();
    await page.locator('.preview select').first().selectOption('known-lamp');
    const under = await watched(page, add, '.imports li[data-state=added]');
    await page.locator('.imports button').last().click();
    await picker.setInputFiles(path);
    await page.waitForSelector('.adding .primary:enabled');
    const stopped = await stopAddingMs(page);
    // the page goes on drawing after it has said so: that belongs to what the user feels
    const asLights = await watched(page, add, '.imports li[data-state=added]', 5_000);
    const undone = await watched(
      page,
      () => page.locator('.plan-steps button').first().click(),
      '.plan-steps button:first-child[aria-disabled=true]',
      3_000,
    );
    const count = COUNT.toLocaleString('en');
    return [
      { what: `${count} rows read, recognised and shown`, value: shown(read), aim: 'progress and cancel' },
      { what: `${count} laid under the plan`, value: shown(under) },
      {
        what: `${count} added to a proposal in one step`,
        value: shown(asLights),
        aim: 'progress and cancel; no task over 200 ms',
      },
      { what: 'adding stopped half-way: from the press until all is as before', value: `${stopped} ms` },
      { what: `${count} taken back in one step`, value: shown(undone) },
      { what: 'from cancel to stopped', value: `${Math.round(cancelled)} ms`, aim: 'at most 100 ms' },
    ];
  } finally {
    await browser.close();
    host.server.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printTable('Files', await benchFiles());
