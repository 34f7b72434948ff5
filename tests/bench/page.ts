import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { benchManyPoints } from './manyPoints.ts';
import { type Host, serve } from './server.ts';
import { median, type Row } from './table.ts';

const ROUNDS = 5;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-precise-memory-info',
];

const LAUNCH = { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ARGUMENTS };

interface Visit {
  readonly usefulMs: number | null;
  readonly idleMs: number;
  readonly blockedMs: number;
  readonly heapMb: number;
  readonly bytes: number;
}

async function visit(page: Page, host: Host, usefulSelector: string | null): Promise<Visit> {
  // The runner names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript((selector) => {
    const seen = { blocked: 0, useful: 0, idle: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!seen.idle) seen.blocked += Math.max(0, entry.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
    const look = (): void => {
      if (selector && !seen.useful && document.querySelector(selector)) seen.useful = performance.now();
      if (!seen.idle && document.querySelector('#map[data-idle]')) seen.idle = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, usefulSelector);
  host.takeBytes();
  await page.goto(`${host.origin}/`);
  await page.waitForFunction(() => (window as unknown as { seen: { idle: number } }).seen.idle > 0, null, {
    timeout: 60_000,
  });
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { idle: number; useful: number; blocked: number } }).seen,
  );
  const bytes = host.takeBytes();
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return {
    usefulMs: usefulSelector ? seen.useful : null,
    idleMs: seen.idle,
    blockedMs: seen.blocked,
    heapMb: usedSize / 1e6,
    bytes,
  };
}

/** Builds one of the small pages that the bench compares with, into a folder of its own. */
async function builtBaseline(name: 'bare' | 'ours'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  await build({
    root: resolve(import.meta.dirname, name),
    configFile: false,
    logLevel: 'error',
    base: './',
    worker: { format: 'es' },
    build: { outDir: folder, target: 'es2022', assetsInlineLimit: 0 },
  });
  return folder;
}

/** Start, weight and heap of the built page against a bare MapLibre page with the same layers, in turns. */
export async function benchPage(): Promise<Row[]> {
  const bareFolder = await builtBaseline('bare');
  const mapFolder = await builtBaseline('ours');
  const ours = await serve(['dist']);
  const bare = await serve(['public', bareFolder]);
  const browser = await chromium.launch(LAUNCH);
  const visits: Record<'ours' | 'bare', Visit[]> = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const which of ['ours', 'bare'] as const) {
      const context = await browser.newContext({ viewport: { width: 800, height: 500 } });
      const page = await context.newPage();
      visits[which].push(
        which === 'ours' ? await visit(page, ours, '.tree-programme') : await visit(page, bare, null),
      );
      await context.close();
    }
  await browser.close();
  const ourMap = await serve(['public', mapFolder]);
  const crowded = await benchManyPoints({ ours: ourMap.origin, bare: bare.origin }, LAUNCH);
  ourMap.server.close();
  ours.server.close();
  bare.server.close();
  const of = (which: 'ours' | 'bare', key: keyof Visit): number =>
    median(visits[which].map((one) => Number(one[key])));
  const ratio = (key: keyof Visit): string => (of('ours', key) / of('bare', key)).toFixed(2);
  return [
    {
      what: 'bytes until the map is interactive, brotli kB',
      value: (of('ours', 'bytes') / 1000).toFixed(0),
      aim: 'aim 450',
    },
    { what: 'the same of the bare page, brotli kB', value: (of('bare', 'bytes') / 1000).toFixed(0) },
    { what: 'start to idle, ratio to bare', value: ratio('idleMs'), aim: 'aim 1.25' },
    {
      what: 'start to idle, ms ours / bare',
      value: `${of('ours', 'idleMs').toFixed(0)} / ${of('bare', 'idleMs').toFixed(0)}`,
    },
    { what: 'blocked before idle, ratio to bare', value: ratio('blockedMs'), aim: 'aim 1.10' },
    {
      what: 'panel readable / bare idle',
      value: (of('ours', 'usefulMs') / of('bare', 'idleMs')).toFixed(2),
      aim: 'aim 0.50',
    },
    { what: 'main-thread heap, MB', value: of('ours', 'heapMb').toFixed(1), aim: 'aim 12' },
    ...crowded,
  ];
}
