import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { City } from '../../src/domain/city.ts';
import { city, expect, kronor, test } from './driver.ts';
import { type Host, startHost } from './host.ts';

const SITE = process.env.JOURNEY_SITE ?? 'dist';
/** The cache is filled after the map has been drawn. */
const CACHE_MS = 40_000;

test.skip(({ isMobile }) => isMobile, 'the same on a phone');

async function isKept(page: Page): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)),
      {
        timeout: CACHE_MS,
      },
    )
    .toBe(true);
}

test('after one visit everything public works with the server stopped', async ({ driver, page }) => {
  test.setTimeout(150_000);
  const host = await startHost(SITE);
  await page.goto(`${host.origin}/`);
  await driver.mapIsDrawn();
  await isKept(page);
  await host.stop();
  await expect(fetch(host.origin)).rejects.toThrow();
  driver.complaints.length = 0;

  await page.goto(`${host.origin}/`);
  await driver.mapIsDrawn();
  await expect(driver.panel.getByText(kronor(city.totalSek)).first()).toBeVisible();
  await driver.panel.getByRole('combobox', { name: /^Sök/ }).fill('bäkby');
  await driver.panel.getByRole('option', { name: /Östra Bäckby/ }).click();
  await expect(driver.panel.getByRole('heading', { name: /Vad gäller i Östra Bäckby/ })).toBeVisible();
  const weights = await page.evaluate(() =>
    Promise.all(
      ['400', '600', '700'].map(
        async (weight) => (await document.fonts.load(`${weight} 16px "Noto Sans"`)).length,
      ),
    ),
  );
  expect(Math.min(...weights)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Lista', exact: true }).click();
  await expect(page.locator('.table tbody tr').nth(50)).toBeAttached();
  await page.getByRole('button', { name: 'Pengar', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Vart gick pengarna?' })).toBeVisible();
  for (const language of ['sv', 'en', 'fi'] as const) {
    await page.goto(`${host.origin}/?view=story&step=1&lang=${language}`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(
      driver.panel.getByRole('heading', { name: city.programmes[0]?.name[language] ?? '' }),
    ).toBeVisible();
    await driver.mapIsDrawn();
  }
  // Looking for a new version is the one thing that fails, and it fails in silence.
  expect(driver.complaints.filter((complaint) => !complaint.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
});

test('tiles and street files are not kept beforehand; the page can be installed', async ({ page }) => {
  const kept = [...readFileSync(join(SITE, 'sw.js'), 'utf8').matchAll(/url:"([^"]+)"/g)].map(
    ([, url]) => url ?? '',
  );
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((url) => url.endsWith('.pmtiles') || url.startsWith('streets/'))).toEqual([]);
  for (const needed of ['index.html', 'layers/manifest.json', 'config.json']) expect(kept).toContain(needed);
  await page.goto('/');
  const { errors, manifest } = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    return { errors: link ? [] : ['no manifest'], manifest: await (await fetch(link?.href ?? '')).json() };
  });
  expect(errors).toEqual([]);
  for (const icon of manifest.icons as { src: string; sizes: string; type: string }[]) {
    const bytes = readFileSync(join(SITE, icon.src));
    if (icon.type === 'image/png')
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, icon.src).toBe(icon.sizes);
  }
  expect(manifest.icons.map(({ purpose, sizes }: Record<string, string>) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  );
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

/** The same code, built with the data of an invented city: nothing of one can be taken for the other. */
async function builtNextVersion(): Promise<{ folder: string; city: City }> {
  const publicDir = mkdtempSync(join(tmpdir(), 'next-public-'));
  const folder = mkdtempSync(join(tmpdir(), 'next-site-'));
  cpSync('public', publicDir, { recursive: true, filter: (file) => !file.includes('streets') });
  const layers = join(publicDir, 'layers');
  rmSync(layers, { recursive: true });
  const run = spawnSync(
    'npx',
    ['tsx', 'geodata/build.ts', '--city', 'tests/fixtures/second-city/exempelstad.ts', '--out', layers],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  await build({ logLevel: 'error', publicDir, build: { outDir: folder, emptyOutDir: true } });
  const { cityFile } = JSON.parse(readFileSync(join(layers, 'manifest.json'), 'utf8'));
  return { folder, city: JSON.parse(readFileSync(join(layers, cityFile), 'utf8')) };
}

test('a new version announces itself, waits for the user, and never mixes with the old one', async ({
  driver,
  page,
}) => {
  test.setTimeout(300_000);
  const next = await builtNextVersion();
  const host: Host = await startHost(SITE);
  const shows = async (which: City, other: City): Promise<void> => {
    await expect(driver.panel.getByText(kronor(which.totalSek)).first()).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(which.packageTitle.sv));
    const text = (await page.locator('#root').textContent()) ?? '';
    for (const board of other.boards) expect(text).not.toContain(board.name.sv);
  };
  await page.goto(`${host.origin}/`);
  await driver.mapIsDrawn();
  await isKept(page);
  await shows(city, next.city);

  host.turnTo(next.folder);
  await page.reload();
  await shows(city, next.city);
  const accept = driver.panel.getByRole('button', { name: 'Byt till den nya versionen' });
  await expect(accept).toBeVisible({ timeout: CACHE_MS });
  // Until the user agrees the old version is whole, also the parts that are fetched late.
  await page.getByRole('button', { name: 'Lista', exact: true }).click();
  await expect(page.locator('.table tbody tr').nth(50)).toBeAttached();
  await driver.panel.getByRole('button', { name: 'Läs berättelsen om pengarna' }).click();
  await expect(driver.panel.getByRole('heading', { name: kronor(city.totalSek) })).toBeVisible();
  await page.goto(`${host.origin}/`);
  await shows(city, next.city);

  await expect(accept).toBeVisible({ timeout: CACHE_MS });
  await accept.click();
  await expect(page).toHaveTitle(new RegExp(next.city.packageTitle.sv), { timeout: CACHE_MS });
  await shows(next.city, city);
  await page.reload();
  await shows(next.city, city);
  await expect(driver.panel.getByText('Det finns en nyare version')).toBeHidden();
  await host.stop();
});
