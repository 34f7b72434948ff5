import { city, expect, features, test } from './driver.ts';

test('a misspelt place name leads to what applies there, without the map', async ({ driver, page }) => {
  await driver.open('?view=list');
  await driver.panel.getByRole('combobox', { name: /^Sök/ }).fill('bäkby');
  await driver.panel.getByRole('option', { name: /Östra Bäckby/ }).click();
  await expect(driver.panel.getByRole('heading', { name: /Vad gäller i Östra Bäckby/ })).toBeVisible();
  await expect(driver.panel.getByText('Familjekoordinatorer', { exact: true })).toBeVisible();
  await expect(driver.panel.getByText(/^\d+([,.]\d)? k?m$|\d k?m/).first()).toBeVisible();
  await expect(driver.panel.getByText('021-39 00 00').first()).toBeVisible();
  await expect(page).toHaveURL(/at=16\.\d+,59\.\d+/);
  await driver.hasNoAccessibilityFault();
});

test('by keyboard: write, choose with the arrows, read the measure', async ({ driver, page }) => {
  await driver.open();
  const field = driver.panel.getByRole('combobox', { name: /^Sök/ });
  await field.focus();
  await page.keyboard.type('lovakt');
  await expect(driver.panel.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  const measure = city.measures.find(({ id }) => id === 'lovaktiviteter');
  await expect(driver.panel.getByRole('heading', { name: measure?.name.sv ?? '' })).toBeFocused();
});

test('a point outside the municipality gets a kind answer', async ({ driver }) => {
  await driver.open('?at=17.6389,59.8586');
  await expect(driver.panel.getByText('Punkten ligger utanför Västerås')).toBeVisible();
});

test('a tap on empty land asks what applies there', async ({ driver, page }) => {
  await driver.open('#map=12/59.66/16.5');
  await driver.mapIsDrawn();
  await driver.clickMapAt([16.5, 59.665]);
  await expect(page).toHaveURL(/at=16\.5/);
  await expect(driver.panel.getByText('Svar för en punkt')).toBeVisible();
  expect(features.length).toBeGreaterThan(50);
});

test('"Min plats" asks the device only when pressed, answers there, and keeps nothing', async ({
  driver,
  page,
  context,
}) => {
  await context.setGeolocation({ longitude: 16.4897, latitude: 59.6112 });
  await page.addInitScript(() => {
    const asked = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (...how) => {
      document.documentElement.dataset.asked = 'yes';
      asked(...how);
    };
  });
  await driver.open('?view=list');
  await expect(page.locator('html')).not.toHaveAttribute('data-asked');
  await driver.panel.getByRole('button', { name: 'Min plats' }).click();
  await expect(driver.panel.getByText(/fick inte|kunde inte|gick inte/)).toBeVisible();

  await context.grantPermissions(['geolocation']);
  await driver.panel.getByRole('button', { name: 'Min plats' }).click();
  await expect(page).toHaveURL(/at=16\.4897,59\.6112/);
  await expect(driver.panel.getByText('Svar för en punkt')).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain('16.48');
});
