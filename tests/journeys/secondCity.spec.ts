import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { City } from '../../src/domain/city.ts';
import { expect, kronor, manifest, test } from './driver.ts';

/** Builds the invented city with the same command and lets the same built site read it instead. */
function builtSecondCity(): { folder: string; city: City } {
  const folder = mkdtempSync(join(tmpdir(), 'second-city-'));
  const run = spawnSync(
    'npx',
    ['tsx', 'geodata/build.ts', '--city', 'tests/fixtures/second-city/exempelstad.ts', '--out', folder],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const { cityFile } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return { folder, city: JSON.parse(readFileSync(join(folder, cityFile), 'utf8')) };
}

test('another city is shown by the same build with no code changed', async ({ driver, page }) => {
  const { folder, city } = builtSecondCity();
  const files = new Set(readdirSync(folder));
  await page.route('**/layers/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop() ?? '';
    if (files.has(name)) return route.fulfill({ path: join(folder, name) });
    // The page asks beforehand for the city it was built with; of this one it must show nothing.
    return name === manifest.cityFile ? route.continue() : route.fulfill({ status: 404 });
  });
  await driver.open();
  await expect(page).toHaveTitle(new RegExp(city.packageTitle.sv));
  await expect(driver.panel.getByText(kronor(city.totalSek)).first()).toBeVisible();
  await expect(driver.panel.locator('.tree > li')).toHaveCount(city.programmes.length);
  await driver.mapIsDrawn();
  expect(await page.locator('#root').textContent()).not.toMatch(/Västerås|Skultuna|Vasaparken/);
  expect(driver.complaints).toEqual([]);
});
