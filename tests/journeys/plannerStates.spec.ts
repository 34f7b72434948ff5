import { expect, test } from './driver.ts';

test('on a phone a proposal is created, a light placed by a tap, and everything read', async ({
  driver,
  isMobile,
}) => {
  test.skip(!isMobile, 'the desk has its own stories');
  test.setTimeout(120_000);
  const { page } = driver;
  await driver.open('?room=planner#map=17/59.61050/16.54500');
  await page.getByLabel('Det nya förslagets namn').fill('På plats');
  await page.getByRole('button', { name: 'Skapa förslag' }).tap();
  await driver.mapIsDrawn();
  await page.getByRole('button', { name: 'Sätt ljuspunkt' }).tap();
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('the map has no box');
  await page.touchscreen.tap(box.x + box.width * 0.6, box.y + box.height * 0.45);
  await expect(page.locator('.plan-status')).toContainText('Ljuspunkt 1 är tillagd');
  await expect(page.getByRole('heading', { name: 'Ljuspunkt 1' })).toBeAttached();
  await driver.hasNoAccessibilityFault();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Pengar', exact: true }).tap();
  await expect(page.getByText(/40\s000\s*kr av 2\s000\s000\s*kr/)).toBeVisible();
  await page.getByRole('button', { name: /^Ångra: Lägg till 1 ljuspunkt/ }).tap();
  await expect(page.getByText('Förslaget är tomt än så länge.')).toBeVisible();
  expect(driver.complaints).toEqual([]);
});

test('a browser that keeps nothing says so at once, says what to do, and still plans', async ({
  driver,
  isMobile,
}) => {
  test.skip(isMobile, 'the words are the same on a phone');
  const { page } = driver;
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await driver.open('?room=planner');
  const alert = page.getByRole('alert').filter({ hasText: 'Ditt arbete sparas inte' });
  await expect(alert).toContainText('Webbläsaren har ingen plats att spara på.');
  await expect(alert).toContainText('Spara arbetsfilen');
  await page.getByLabel('Det nya förslagets namn').fill('Utan minne');
  await page.getByRole('button', { name: 'Skapa förslag' }).click();
  await expect(page.getByLabel('Förslagets namn')).toHaveValue('Utan minne');
  await alert.getByRole('button', { name: 'Till Filer' }).click();
  await expect(page.getByRole('button', { name: 'Spara arbetsfil' }).first()).toBeVisible();
  await driver.hasNoAccessibilityFault();
});

test('a browser that refuses to store, and a full disk, are each said at once; room made is used', async ({
  driver,
  context,
  isMobile,
}) => {
  test.skip(isMobile, 'the words are the same on a phone');
  const { page } = driver;
  const notice = page.getByRole('alert').filter({ hasText: 'Ditt arbete sparas inte' });
  // as a private window or a setting against site data answers
  await page.addInitScript(() => {
    if (!location.search.includes('nekad')) return;
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await driver.open('?nekad&room=planner');
  await expect(notice).toContainText('Webbläsaren tillåter inte att sidan sparar.');
  await page.getByLabel('Det nya förslagets namn').fill('I privat läge');
  await page.getByRole('button', { name: 'Skapa förslag' }).click();
  await expect(page.getByLabel('Förslagets namn')).toHaveValue('I privat läge');
  await notice.getByRole('button', { name: 'Till Filer' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Spara arbetsfil' }).first().click();
  expect((await saving).suggestedFilename()).toMatch(/\.json$/);

  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await driver.open('?room=planner');
  await page.getByLabel('Det nya förslagets namn').fill('På full disk');
  await page.getByRole('button', { name: 'Skapa förslag' }).click();
  await expect(notice).toContainText('Det är fullt på enheten.');
  await expect(page.getByLabel('Förslagets namn')).toHaveValue('På full disk');
  await driver.hasNoAccessibilityFault();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await notice.getByRole('button', { name: 'Försök igen' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Förslagets namn')).toHaveValue('På full disk');
});

test('a link to a proposal that is not on this device says so', async ({ driver, isMobile }) => {
  test.skip(isMobile, 'the words are the same on a phone');
  await driver.open('?room=planner&paper=finns-inte');
  await expect(driver.page.getByText('Förslaget finns inte på den här enheten.')).toBeVisible();
});
