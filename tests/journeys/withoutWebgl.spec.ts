import { expect, test } from './driver.ts';

test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-3d-apis', '--disable-background-networking'],
  },
});

test('without WebGL the list stands in for the map, with a message', async ({ driver, page }) => {
  await driver.open();
  await expect(page.getByText('Din webbläsare kan inte rita kartan')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Allt på kartan som lista' })).toBeVisible();
  await page.locator('.table').getByRole('button', { name: 'Vallby friluftsmuseum' }).first().click();
  await expect(driver.panel.getByRole('heading', { name: 'Vallby friluftsmuseum' })).toBeVisible();
  await driver.hasNoAccessibilityFault();
});
