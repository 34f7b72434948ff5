import type { Locator } from '@playwright/test';
import { city, expect, features, test } from './driver.ts';

const light = features.find(({ properties }) => properties.kind === 'light');
const camera = features.find(({ properties }) => properties.kind === 'camera');
const strak = features.find(({ properties }) => properties.kind === 'strak');
const area = features.find(({ properties }) => properties.kind === 'area' && properties.reading);
const states: Record<string, string> = {
  overview: '',
  list: '?view=list',
  money: '?view=money',
  answer: '?at=16.49,59.61',
  area: `?sel=feature:${area?.properties.id}`,
  light: `?sel=feature:${light?.properties.id}`,
  camera: `?sel=feature:${camera?.properties.id}`,
  strak: `?sel=feature:${strak?.properties.id}`,
  measure: `?sel=measure:${city.measures[0]?.id}`,
  grant: '?sel=grant:a-niff',
  board: '?sel=board:niff',
  programme: '?sel=programme:tryggt-strak',
  unknown: '?sel=measure:nope',
};

for (const [name, address] of Object.entries(states))
  for (const theme of ['light', 'night'])
    test(`${name}, ${theme}: no accessibility fault`, async ({ driver, page, isMobile }) => {
      test.skip(isMobile && theme === 'night', 'colours do not depend on the size');
      await driver.open(`${address}${address ? '&' : '?'}theme=${theme}`);
      await expect(page.locator('h2').first()).toBeAttached();
      if (name === 'list') await expect(page.locator('.table')).toBeVisible();
      if (!/list|money/.test(address)) await driver.mapIsDrawn();
      await driver.hasNoAccessibilityFault();
    });

test('the legend open, and every programme unfolded: no accessibility fault', async ({ driver, page }) => {
  await driver.open();
  await page.locator('.legend summary').click();
  for (const button of await page.locator('.tree-programme').all()) await button.click();
  await driver.mapIsDrawn();
  await driver.hasNoAccessibilityFault();
});

const ADDRESSES = [
  '',
  '?view=list',
  '?view=money',
  '?view=money&lang=fi',
  '?sel=grant:a-niff',
  '?at=16.49,59.61',
  '?lang=fi',
];

/** Every one of them is drawn, and within the width of the screen. */
async function standsWithin(things: Locator, width: number): Promise<void> {
  expect(await things.count()).toBeGreaterThan(0);
  for (const thing of await things.all()) {
    const box = await thing.boundingBox();
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Number.NaN)).toBeLessThanOrEqual(width);
  }
}

test('nothing is wider than a 320 px screen, and the doors are all there', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ADDRESSES) {
    await page.goto(`/${address}`);
    await expect(page.locator('main')).toBeVisible();
    await expect(page.locator('h2').first()).toBeAttached();
    if (address.includes('view=list')) await expect(page.locator('.table')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    await standsWithin(page.locator('.doors a'), 320);
  }
});

test('with text twice as large nothing is cut off or scrolled sideways', async ({
  driver,
  page,
  isMobile,
}) => {
  if (!isMobile) await page.setViewportSize({ width: 1280, height: 800 });
  for (const address of ['', '?view=money', '?at=16.49,59.61', '?lang=fi']) {
    await driver.open(address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expect(page.locator('h2').first()).toBeAttached();
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth: inner, clientWidth: outer } = document.documentElement;
      return { scrollWidth: inner, clientWidth: outer };
    });
    expect(scrollWidth, address).toBeLessThanOrEqual(clientWidth);
    await standsWithin(page.locator('.doors a, .header-tools select'), clientWidth);
  }
});

test('the system’s own colours, no motion: focus and what is chosen are seen', async ({
  driver,
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a setting of large screens');
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await driver.open();
  await driver.mapIsDrawn();
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('ArrowRight');
  await driver.mapIsDrawn();
  await expect(page.locator('.crosshair')).toBeVisible();
  await page.keyboard.press('l');
  const active = page.locator('.in-view [aria-selected="true"]');
  await expect(active).toBeVisible();
  expect(await active.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
  for (const chosen of ['.doors [aria-current]', '.segments [aria-pressed="true"]'])
    expect(
      await page
        .locator(chosen)
        .first()
        .evaluate((node) => getComputedStyle(node).outlineStyle),
    ).toBe('solid');
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('button, .icon')].filter(
        (node) => getComputedStyle(node).transitionDuration !== '0s',
      ).length,
  );
  expect(moving).toBe(0);
  await driver.hasNoAccessibilityFault();
});

test('by keyboard alone: from the top of the page to a measure and back', async ({ driver, page }) => {
  await driver.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused();
  await page.keyboard.press('Enter');
  const programme = driver.panel.locator('.tree-programme').first();
  for (let i = 0; i < 20 && !(await programme.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(programme).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(programme).toHaveAttribute('aria-expanded', 'true');
  const measure = driver.panel.locator('.tree-measures .tree-row').first();
  for (let i = 0; i < 10 && !(await measure.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(driver.panel.locator('h2')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(driver.panel.locator('.tree')).toBeVisible();
});
