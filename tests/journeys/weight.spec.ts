import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from './driver.ts';

const SITE = process.env.JOURNEY_SITE ?? 'dist';
const MOST_BYTES = 110_000;

test.skip(({ isMobile }) => isMobile, 'the same on a phone');

const brotliBytes = (file: string): number => brotliCompressSync(readFileSync(join(SITE, file))).length;

/** The scripts that a script needs before it runs, itself included: static imports, not those asked for later. */
function needed(script: string, seen = new Set<string>()): Set<string> {
  if (seen.has(script)) return seen;
  seen.add(script);
  const text = readFileSync(join(SITE, script), 'utf8');
  for (const [, file] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    if (file && existsSync(join(SITE, 'assets', file))) needed(`assets/${file}`, seen);
  return seen;
}

const holdsMap = (script: string): boolean =>
  readFileSync(join(SITE, script), 'utf8').includes('maplibregl-canvas');

test('the answer for a place stands on the screen while the map has not come', async ({ driver, page }) => {
  const held: string[] = [];
  await page.route('**/*.js', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (!holdsMap(file)) return route.continue();
    held.push(file);
    return undefined;
  });
  await driver.open();
  await driver.panel.getByRole('combobox', { name: /^Sök/ }).fill('bäkby');
  await driver.panel.getByRole('option', { name: /Östra Bäckby/ }).click();
  await expect(driver.panel.getByRole('heading', { name: /Vad gäller i Östra Bäckby/ })).toBeVisible();
  await expect(driver.panel.getByText('Familjekoordinatorer', { exact: true })).toBeVisible();
  await expect(page.getByText('Kartan hämtas. Allt på den finns också i listan.')).toBeVisible();
  expect(held.length, 'the map library was asked for, and held').toBeGreaterThan(0);
  await expect(page.locator('.maplibregl-canvas')).toHaveCount(0);
});

test('the shell without the map weighs at most 110 kB with brotli', async () => {
  const html = readFileSync(join(SITE, 'index.html'), 'utf8');
  const entry = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(html)?.[1];
  if (!entry) throw new Error('index.html starts no script');
  const preloaded = [...html.matchAll(/<link rel="modulepreload"[^>]* href="\.\/([^"]+)"/g)].flatMap(
    ([, file]) => file ?? [],
  );
  const styles = [...html.matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/g)].flatMap(
    ([, file]) => file ?? [],
  );
  const mapParts = new Set(
    preloaded
      .filter((script) => [...needed(script)].some(holdsMap))
      .flatMap((script) => [script, ...needed(script)]),
  );
  const shell = new Set([...needed(entry), ...preloaded.filter((script) => !mapParts.has(script))]);
  expect([...shell].filter(holdsMap), 'the shell waits for the map library').toEqual([]);
  const weights = ['index.html', ...shell, ...styles].map((file) => [file, brotliBytes(file)] as const);
  const bytes = weights.reduce((sum, [, weight]) => sum + weight, 0);
  console.log(`the shell without the map: ${(bytes / 1000).toFixed(1)} kB brotli in ${weights.length} files`);
  const heaviest = [...weights].sort(([, a], [, b]) => b - a).slice(0, 8);
  expect(bytes, heaviest.map(([file, weight]) => `${file} ${weight}`).join(', ')).toBeLessThanOrEqual(
    MOST_BYTES,
  );
});
