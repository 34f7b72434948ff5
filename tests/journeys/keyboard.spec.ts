import type { Locator, Page } from '@playwright/test';
import { expect, test } from './driver.ts';

test.skip(({ isMobile }) => isMobile, 'a phone has no keys');

/** Presses Tab until something has the focus; the focus must be seen on the way. */
async function tabTo(page: Page, goal: Locator, most = 40): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await goal.evaluate((node) => node === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) return true;
      return getComputedStyle(activeElement).outlineStyle !== 'none';
    });
    expect(seen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '')).toBe(true);
  }
  await expect(goal).toBeFocused();
}

test('a whole visit by keyboard: search, answer, the map’s keys, step, choose, share, back', async ({
  driver,
  page,
}) => {
  test.setTimeout(120_000);
  await driver.open();
  await driver.mapIsDrawn();
  await tabTo(page, driver.panel.getByRole('combobox', { name: /^Sök/ }));
  await page.keyboard.type('vasaparken');
  await expect(driver.panel.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(driver.panel.getByRole('heading', { name: 'Vasaparken' })).toBeFocused();

  // On to the map: its middle gets a cross, and what is in view is said.
  const canvas = page.locator('.maplibregl-canvas');
  const said = page.locator('#map-words');
  await driver.mapIsDrawn();
  await tabTo(page, canvas, 60);
  await expect(page.locator('.crosshair')).toBeVisible();
  await expect(said).toContainText('I kartbilden');
  await expect(said).toContainText('Zoomnivå');
  const before = await said.textContent();
  await page.keyboard.press('-');
  await driver.mapIsDrawn();
  await expect(said).not.toHaveText(before ?? '');
  await page.keyboard.press('ArrowLeft');
  await driver.mapIsDrawn();

  // Every key is listed, and the help gives the focus back.
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Kartan med tangentbord' });
  await expect(help.getByRole('row')).toHaveCount(11);
  await driver.hasNoAccessibilityFault();
  await page.keyboard.press('Escape');
  await expect(canvas).toBeFocused();

  // The features in view, one after the other.
  await page.keyboard.press('l');
  const list = page.getByRole('listbox', { name: 'Det som syns i kartbilden' });
  await expect(list).toBeFocused();
  const count = await list.getByRole('option').count();
  expect(count).toBeGreaterThan(3);
  await driver.hasNoAccessibilityFault();
  const current = list.locator('[aria-selected="true"]');
  await page.keyboard.press('ArrowDown');
  const first = await current.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(current).not.toHaveText(first ?? '');
  await page.keyboard.press('End');
  await expect(list).toHaveAttribute('aria-activedescendant', new RegExp(`-${count - 1}$`));
  await page.keyboard.press('Home');
  await expect(list).toHaveAttribute('aria-activedescendant', /-0$/);
  const name = (await current.locator('span').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(driver.panel.getByRole('heading', { name })).toBeFocused();
  await expect(page).toHaveURL(/sel=feature:/);
  await expect(said).toContainText(`Vald: ${name}`);

  // Back the way in: the list, then the map, then what applies in its middle.
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(canvas).toBeFocused();
  await expect(list).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(driver.panel.locator('h2').first()).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Dela', exact: true }), 60);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Dela det du ser' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Kopiera länken' }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Dela', exact: true })).toBeFocused();
  const back = driver.panel.getByRole('button', { name: 'Alla åtgärder och platser' });
  for (let presses = 0; presses < 40; presses++) {
    if (await back.evaluate((node) => node === document.activeElement)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await expect(driver.panel.locator('.tree')).toBeVisible();
  expect(driver.complaints).toEqual([]);
});

test('the list of what is in view can also be clicked, and goes to a name by letter', async ({
  driver,
  page,
}) => {
  await driver.open();
  await driver.mapIsDrawn();
  await page.getByRole('button', { name: 'Det som syns i kartbilden' }).click();
  const list = page.getByRole('listbox');
  await expect(list).toBeFocused();
  await page.keyboard.press('v');
  await expect(list.locator('[aria-selected="true"]')).toContainText(/^V/);
  await list.getByRole('option', { name: /Vasaparken/ }).click();
  await expect(driver.panel.getByRole('heading', { name: 'Vasaparken' })).toBeVisible();
});
