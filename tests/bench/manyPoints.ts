import { type Browser, chromium, type Page } from '@playwright/test';
import { median, type Row } from './table.ts';

const ROUNDS = 3;
const POINTS = 100_000;

interface Crowd {
  readonly longestTaskMs: number;
  readonly worstFrameMs: number;
}

/** Adds the points, waits until they are drawn, and drags the map about; the page's own clock does the timing. */
async function crowd(page: Page, url: string): Promise<Crowd> {
  // The runner names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(() => {
    const seen = { longest: 0, frame: 0, isPanning: false };
    Object.assign(window, { crowd: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: 'longtask' });
    let last = 0;
    const frame = (now: number): void => {
      if (seen.isPanning && last) seen.frame = Math.max(seen.frame, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.goto(url);
  await page.locator('#map[data-idle]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  await page.evaluate((count) => {
    const seeded = (seed: number) => () => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return seed / 4_294_967_296;
    };
    const random = seeded(7);
    const features = Array.from({ length: count }, (_, index) => ({
      type: 'Feature' as const,
      properties: { id: `p${index}` },
      geometry: { type: 'Point' as const, coordinates: [16.4 + random() * 0.2, 59.58 + random() * 0.16] },
    }));
    const page = window as unknown as { crowd: { longest: number }; addPoints: (data: unknown) => void };
    // The points are made before the clock starts: only handing them to the map is measured.
    return new Promise<void>((resolve) =>
      setTimeout(() => {
        page.crowd.longest = 0;
        setTimeout(() => {
          page.addPoints({ type: 'FeatureCollection', features });
          resolve();
        }, 300);
      }, 300),
    );
  }, POINTS);
  await page.waitForTimeout(1000);
  await page.locator('#map[data-idle]').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
  const longestTaskMs = await page.evaluate(
    () => (window as unknown as { crowd: { longest: number } }).crowd.longest,
  );
  await page.evaluate(() =>
    Object.assign((window as unknown as { crowd: object }).crowd, { isPanning: true }),
  );
  await page.mouse.move(400, 250);
  await page.mouse.down();
  for (let step = 1; step <= 40; step++) await page.mouse.move(400 - step * 5, 250 + step * 2);
  await page.mouse.up();
  await page.waitForTimeout(500);
  const worstFrameMs = await page.evaluate(
    () => (window as unknown as { crowd: { frame: number } }).crowd.frame,
  );
  return { longestTaskMs, worstFrameMs };
}

/** Our map against the bare one with 100 000 points more, in turns. */
export async function benchManyPoints(
  origins: { ours: string; bare: string },
  launch: Parameters<typeof chromium.launch>[0],
): Promise<Row[]> {
  const browser: Browser = await chromium.launch(launch);
  const crowds: Record<'ours' | 'bare', Crowd[]> = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const which of ['ours', 'bare'] as const) {
      const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
      crowds[which].push(await crowd(page, `${origins[which]}/`));
      await page.close();
    }
  await browser.close();
  const of = (which: 'ours' | 'bare', key: keyof Crowd): number =>
    median(crowds[which].map((one) => one[key]));
  const both = (key: keyof Crowd): string => `${of('ours', key).toFixed(0)} / ${of('bare', key).toFixed(0)}`;
  return [
    {
      what: '100 000 points: worst frame while panning, ratio',
      value: (of('ours', 'worstFrameMs') / of('bare', 'worstFrameMs')).toFixed(2),
      aim: 'aim 1.30',
    },
    { what: '100 000 points: worst frame, ms ours / bare', value: both('worstFrameMs') },
    {
      what: '100 000 points: longest task while adding, ms ours / bare',
      value: both('longestTaskMs'),
      aim: 'aim 100',
    },
  ];
}
