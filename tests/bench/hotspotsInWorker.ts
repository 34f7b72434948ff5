/** The patterns as the council's page asks for them: in the real worker of a real browser, transfers and progress included. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { serve } from './server.ts';
import { median, type Row } from './table.ts';
import type { Asked } from './worker/patterns.ts';

const ROUNDS = 7;

const shown = (asked: readonly Asked[]): string => {
  const times = asked.map(({ milliseconds }) => milliseconds);
  return `${median(times).toFixed(0)} ms (best ${Math.min(...times).toFixed(0)})`;
};

export async function benchInWorker(): Promise<Row[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'patterns-'));
  await build({
    root: resolve(import.meta.dirname, 'worker'),
    configFile: false,
    logLevel: 'silent',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  const host = await serve([outDir]);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  await page.goto(host.origin);
  await page.waitForFunction(() => 'patterns' in window);
  const measured = async (
    question: 'density' | 'cells',
    count: number,
    rounds = ROUNDS,
  ): Promise<Asked[]> => {
    const all: Asked[] = [];
    // The first warms the worker up.
    for (let round = 0; round <= rounds; round++) {
      const asked = await page.evaluate(([which, n]) => window.patterns[which](n), [
        question,
        count,
      ] as const);
      if (round > 0) all.push(asked);
    }
    return all;
  };
  const density = await measured('density', 100_000);
  const cells = await measured('cells', 100_000);
  const growth: Row[] = [];
  for (const count of [1000, 10_000, 100_000, 1_000_000])
    for (const question of ['density', 'cells'] as const)
      growth.push({
        what: `  growth in the worker: ${question}, ${count.toLocaleString('en')} points`,
        value: shown(await measured(question, count, 3)),
      });
  const messages = Math.max(
    ...(await measured('density', 1_000_000, 1)).map((each) => each.progressMessages),
  );
  await browser.close();
  host.server.close();
  const block = Math.max(...[...density, ...cells].map(({ longestBlockMs }) => longestBlockMs));
  return [
    {
      what: `density in the worker, 100 000 points on ${density[0]?.cells.toLocaleString('en')} cells, question to answer`,
      value: shown(density),
      aim: 'at most 100 ms',
    },
    {
      what: `Gi* with false-discovery control in the worker, ${cells[0]?.cells.toLocaleString('en')} cells`,
      value: shown(cells),
      aim: 'at most 200 ms',
    },
    ...growth,
    { what: 'progress messages for a million points', value: String(messages), aim: 'some' },
    { what: 'longest block of the page meanwhile', value: `${block.toFixed(0)} ms` },
  ];
}
