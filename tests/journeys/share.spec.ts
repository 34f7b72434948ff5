import { readFileSync } from 'node:fs';
import { city, expect, features, test } from './driver.ts';

const FULL =
  '?lang=en&theme=night&view=list&sel=feature:vasaparken-omrade&at=16.54,59.61&board=tekniska-namnden#map=13/59.61/16.54';

test('a link carries everything; it can be copied, read as QR and put on another site', async ({
  driver,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const area = features.find(({ properties }) => properties.id === 'vasaparken-omrade');
  await driver.open(FULL);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-flavour', 'night');
  await expect(driver.panel.getByRole('heading', { name: area?.properties.name.en ?? '' })).toBeVisible();
  await expect(page.locator('.table tr.selected')).toHaveCount(1);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByText('copied', { exact: false }).first()).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  await expect(dialog.getByRole('img', { name: 'QR' })).toBeVisible();
  await driver.hasNoAccessibilityFault();
  const frame = await dialog.locator('input').last().inputValue();
  expect(frame).toMatch(/^<iframe src="[^"]+embed=1[^"]*"/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();

  // Somebody else opens the copied link and sees the same.
  const other = await context.newPage();
  await other.goto(copied);
  await expect(other.locator('.table tr.selected')).toHaveCount(1);
  expect(other.url()).toBe(copied);
  await other.close();

  // Another website shows it in a frame.
  const website = await context.newPage();
  await website.setContent(frame);
  const inside = website.frameLocator('iframe');
  await expect(inside.locator('.page.embedded')).toBeVisible();
  await expect(inside.locator('.header')).toHaveCount(0);
  const whole = inside.getByRole('link', { name: 'Open the full map' });
  await expect(whole).toBeVisible();
  // A frame that nobody has touched takes no focus, so it does not scroll its host.
  await expect(inside.getByRole('heading', { name: area?.properties.name.en ?? '' })).toBeVisible();
  await expect(inside.locator('h2:focus')).toHaveCount(0);
  const target = new URL((await whole.getAttribute('href')) ?? '', copied);
  expect(target.searchParams.has('embed')).toBe(false);
  expect(target.searchParams.get('sel')).toBe('feature:vasaparken-omrade');
});

test('the money has a link of its own, as picture and as table', async ({ driver, page }) => {
  await driver.open();
  await driver.panel.getByRole('button', { name: 'Se vart pengarna gick, i en bild' }).click();
  await expect(page).toHaveURL(/view=money/);
  const stage = page.locator('.money-pane');
  await expect(stage.locator('.big-amount')).toContainText('15');
  // A part without a published amount says so and is one part.
  for (const grant of city.grants) {
    const unknown = city.measures.filter(
      ({ grantId, share }) => grantId === grant.id && share.kind === 'included',
    );
    for (const { name } of unknown)
      await expect(stage.locator('.money-undivided').getByRole('button', { name: name.sv })).toBeVisible();
  }
  const box = stage.getByRole('button', { name: /^Familjekoordinatorer/ });
  const height = async (name: RegExp): Promise<number> =>
    (await stage.getByRole('button', { name }).locator('xpath=..').boundingBox())?.height ?? 0;
  expect((await height(/^Familjekoordinatorer/)) / (await height(/^Feriepraktik/))).toBeCloseTo(1.25, 1);
  await driver.hasNoAccessibilityFault();
  await stage.getByRole('button', { name: 'Nämnd', exact: true }).click();
  await expect(stage.locator('.money-first')).toHaveCount(city.boards.length);
  await driver.hasNoAccessibilityFault();
  await box.click();
  await driver.mapIsDrawn();
  await expect(driver.panel.getByRole('heading', { name: 'Familjekoordinatorer' })).toBeVisible();
  await expect(page).toHaveURL(/sel=measure:familjekoordinatorer/);
  await page.goBack();
  await expect(page).toHaveURL(/view=money/);
  await stage.getByRole('button', { name: 'Tabell', exact: true }).click();
  await expect(stage.locator('tbody tr')).toHaveCount(city.measures.length);
  const shares = stage.locator('td[data-title="Åtgärdens del"]');
  await stage.getByRole('button', { name: /Åtgärdens del/ }).click();
  await expect(shares.last()).toHaveText('ingår i anslaget');
  await expect(shares.first()).toContainText('200');
  await driver.hasNoAccessibilityFault();
});

test('the list is kept as a file that Excel and maps read', async ({ driver, page, isMobile }) => {
  test.skip(isMobile, 'the same files');
  await driver.open('?view=list&at=16.54,59.61');
  await expect(page.locator('.table').getByText('km', { exact: false }).first()).toBeVisible();
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ladda ner som CSV (Excel)' }).click(),
  ]);
  const bytes = readFileSync(await csv.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').slice(1).trim().split('\r\n');
  expect(lines[0]?.split(';')).toEqual(expect.arrayContaining(['Namn', 'Nämnd', 'Status', 'Avstånd']));
  const placeless = city.measures.filter(({ reach }) => reach.kind !== 'places').length;
  const rows = await page.locator('.table tbody tr').count();
  expect(lines.length - 1).toBe(rows);
  expect(bytes.toString('utf8')).toContain('Skultuna');

  const [map] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ladda ner som GeoJSON (karta)' }).click(),
  ]);
  const collection = JSON.parse(readFileSync(await map.path(), 'utf8'));
  expect(collection.type).toBe('FeatureCollection');
  expect(collection.features).toHaveLength(rows - placeless);
  for (const { type, geometry, properties } of collection.features) {
    expect(type).toBe('Feature');
    expect(properties.measureIds.length).toBeGreaterThan(0);
    const [lng, lat] = geometry.coordinates.flat(3);
    expect(lng).toBeGreaterThan(15);
    expect(lng).toBeLessThan(18);
    expect(lat).toBeGreaterThan(59);
  }
});
