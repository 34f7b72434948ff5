import { city, expect, manifest, test } from './driver.ts';

test('a malformed configuration is said and the overview map is shown', async ({ driver, page }) => {
  await page.route('**/config.json', (route) =>
    route.fulfill({ body: '{"layers": 7}', contentType: 'application/json' }),
  );
  await driver.open();
  await expect(page.getByText('Inställningarna för kartan gick inte att läsa')).toBeVisible();
  await driver.mapIsDrawn();
});

test('a layer that fails is named and can be fetched again', async ({ driver, page }) => {
  const entry = manifest.layers.find(({ id }) => id === 'platser');
  await page.route(`**/${entry?.file}`, (route) => route.abort());
  await driver.open();
  await expect(page.getByText(`Lagret ”${entry?.title.sv}” kunde inte hämtas`)).toBeVisible();
  await driver.mapIsDrawn();
  await page.unroute(`**/${entry?.file}`);
  await driver.panel.getByRole('button', { name: 'Försök igen' }).click();
  await expect(page.getByText('kunde inte hämtas')).toHaveCount(0);
});

test('a link to something unknown says so and shows the whole package', async ({ driver, page }) => {
  await driver.open('?sel=measure:finns-inte&board=nagon&hide=borta');
  await expect(page.getByText('finns-inte, nagon, borta')).toBeVisible();
  await expect(driver.panel.locator('.tree > li')).toHaveCount(city.programmes.length);
  await expect(page).not.toHaveURL(/finns-inte/);
});

test('a server that is down is met with words and a way to try again', async ({ page, driver }) => {
  await page.route('**/manifest.json', (route) => route.abort());
  await driver.open();
  await expect(page.getByRole('heading', { name: 'Sidan kunde inte hämtas' })).toBeVisible();
  await driver.hasNoAccessibilityFault();
  await page.unroute('**/manifest.json');
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await expect(driver.panel.locator('.tree > li')).toHaveCount(city.programmes.length);
});

test('a broken background map falls back to the overview with a notice', async ({ driver, page }) => {
  const config = {
    layers: 'layers/',
    basemap: { kind: 'pmtiles', url: 'borta.pmtiles', attribution: '© ingen' },
  };
  await page.route('**/config.json', (route) =>
    route.fulfill({ body: JSON.stringify(config), contentType: 'application/json' }),
  );
  await page.route('**/borta.pmtiles', (route) => route.fulfill({ status: 404, body: '' }));
  await driver.open();
  await expect(page.getByText('Bakgrundskartan gick inte att visa')).toBeVisible({ timeout: 30_000 });
  await driver.mapIsDrawn();
});

test('a map whose code does not come leaves the package to read and the list to use', async ({
  driver,
  page,
}) => {
  await page.route('**/assets/stage-*.js', (route) => route.abort());
  await driver.open();
  await expect(page.locator('.stage').getByText('Kartan kunde inte hämtas')).toBeVisible();
  await expect(driver.panel.locator('.tree > li')).toHaveCount(city.programmes.length);
  await page.getByRole('button', { name: 'Lista' }).click();
  await expect(page.locator('.table tbody tr').nth(5)).toBeAttached();
});
