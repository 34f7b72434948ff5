import { city, expect, kronor, test } from './driver.ts';

const [first, second] = city.programmes;
if (!first || !second) throw new Error('the city has too few programmes for a story');
const stepOf = (id: string): string =>
  `?view=story&step=${city.programmes.findIndex((p) => p.id === id) + 1}`;

test('the story follows the reader, and the address follows the story', async ({ driver, page }) => {
  await driver.open();
  await driver.panel.getByRole('button', { name: 'Läs berättelsen om pengarna' }).click();
  await expect(driver.panel.getByRole('heading', { name: kronor(city.totalSek) })).toBeVisible();
  await driver.panel.locator('[data-step="2"]').evaluate((node) => node.scrollIntoView({ block: 'start' }));
  await expect(page).toHaveURL(/[?&]step=2/);
  await expect(page).toHaveURL(new RegExp(`sel=programme:${second.id}`));
});

test('a link to a step opens that step, and a measure leads back to it', async ({ driver, page }) => {
  await driver.open(stepOf(second.id));
  await expect(driver.panel.getByRole('heading', { name: second.name.sv })).toBeInViewport();
  await driver.panel.locator('[data-step="2"] .story-measures button').first().click();
  await expect(page).toHaveURL(/sel=measure:/);
  await driver.back();
  await expect(driver.panel.getByRole('heading', { name: second.name.sv })).toBeInViewport();
  await expect(page).toHaveURL(/step=2/);
});

test('by keyboard alone: through the whole story', async ({ driver, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await driver.open('?view=story');
  const next = driver.panel.getByRole('button', { name: 'Nästa' });
  const count = city.programmes.length + 2;
  for (let step = 1; step < count; step++) {
    await next.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`step=${step}`));
    await expect(driver.panel.locator(`[data-step="${step}"] h2`)).toBeFocused();
    await expect(driver.panel.locator(`[data-step="${step}"] h2`)).toBeInViewport();
  }
  await expect(next).toBeDisabled();
  for (const fact of city.aftermath) await expect(driver.panel.getByText(fact.text.sv)).toBeAttached();
});

for (const [name, address] of [
  ['start', '?view=story'],
  ['programme', stepOf(first.id)],
  ['statement', '?view=statement'],
])
  for (const theme of ['light', 'night'])
    test(`story, ${name}, ${theme}: no accessibility fault`, async ({ driver }) => {
      await driver.open(`${address}&theme=${theme}`);
      await expect(driver.panel.locator('h2').first()).toBeVisible();
      await driver.mapIsDrawn();
      await driver.hasNoAccessibilityFault();
    });

test('the story and the statement fit a 320 px screen', async ({ driver, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['?view=story', '?view=story&lang=fi', '?view=statement&lang=fi']) {
    await driver.open(address);
    await expect(driver.panel.locator('h2').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test('from the overview to the statement, and on to the list that replaces the map', async ({
  driver,
  page,
}) => {
  await driver.open();
  await driver.panel.getByRole('button', { name: 'Tillgänglighet' }).click();
  await expect(driver.panel.getByRole('heading', { name: 'Det här har vi inte testat' })).toBeVisible();
  await driver.panel.getByRole('button', { name: 'Allt på kartan som lista' }).click();
  await expect(page.locator('.list-pane')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the story is there as text', async ({ page }) => {
    await page.goto('/');
    for (const programme of city.programmes)
      await expect(page.getByRole('heading', { name: programme.name.sv })).toBeVisible();
    for (const measure of city.measures)
      await expect(page.locator('.plain-story')).toContainText(measure.summary.sv);
  });
});
