import { city, expect, features, test } from './driver.ts';

const light = features.find(({ properties }) => properties.kind === 'light');
const camera = features.find(({ properties }) => properties.kind === 'camera');
const strak = features.find(({ properties }) => properties.kind === 'strak');
const area = features.find(({ properties }) => properties.kind === 'area' && properties.reading);
const states: Record<string, string> = {
  overview: '',
  list: '?view=list',
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
    test(`${name}, ${theme}: no accessibility fault`, async ({ driver, page }) => {
      await driver.open(`${address}${address ? '&' : '?'}theme=${theme}`);
      await expect(page.locator('h2').first()).toBeAttached();
      if (!address.includes('list')) await driver.mapIsDrawn();
      await driver.hasNoAccessibilityFault();
    });

test('the legend open, and every programme unfolded: no accessibility fault', async ({ driver, page }) => {
  await driver.open();
  await page.locator('.legend summary').click();
  for (const button of await page.locator('.tree-programme').all()) await button.click();
  await driver.mapIsDrawn();
  await driver.hasNoAccessibilityFault();
});

test('nothing is wider than a 320 px screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/', '/?view=list', '/?sel=grant:a-niff', '/?lang=fi']) {
    await page.goto(address);
    await expect(page.locator('main')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
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
