import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { canonicalJson } from '../../src/domain/entry.ts';
import { expect, test } from './driver.ts';

/** Chooses by the start of an option's text. */
async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const select = page.getByRole('combobox', { name: label, exact: true });
  const labels = await select.locator('option').allInnerTexts();
  const wanted = labels.find((each) => (typeof option === 'string' ? each === option : option.test(each)));
  await select.selectOption({ label: wanted ?? String(option) });
}

/** Thirty-six months; in the last year the measure area halves and the comparison area stays. */
const TABLE = Array.from({ length: 36 }, (_, i) => {
  const month = `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  const wave = i % 3;
  return `${month}\t${(i < 24 ? 20 : 8) + wave}\t${30 + wave}\t${10 + wave}`;
}).join('\n');

test('a measure is followed up from table to sentence, frozen before the result, and comes back', async ({
  driver,
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'nothing differs');
  test.setTimeout(120_000);
  await driver.open('?room=council&desk=evaluation');
  await page.getByRole('button', { name: 'Ny uppföljning' }).click();
  const lock = page.getByRole('button', { name: 'Lås och visa resultatet' });
  await expect(lock).toBeDisabled();
  await expect(page.getByText('varför områdena liknar varandra')).toBeVisible();
  await page.getByLabel('Vad är det som följs upp?').fill('Ny belysning');
  await choose(page, 'Datamängd', 'Skriv eller klistra in en tabell');
  await page.getByRole('textbox', { name: 'Tabell' }).fill(`månad mät jämför ring\n${TABLE}\n2024-01 många`);
  await expect(page.getByText('36 månader.')).toBeVisible();
  await expect(page.getByText(/Rad 38 kan inte läsas/)).toBeVisible();
  await page.getByLabel(/^Källa/).fill('Provtabell');
  await page.getByRole('button', { name: 'Använd tabellen' }).click();
  const areas = await page
    .getByRole('combobox', { name: 'Mätområde', exact: true })
    .locator('optgroup[label="Bostadsområden"] option')
    .allInnerTexts();
  // An area can be drawn where it is needed, here by keyboard: the map is moved and Enter puts a corner in its middle.
  await page.getByRole('button', { name: 'Rita på kartan Mätområde' }).press('Enter');
  const use = page.getByRole('button', { name: 'Använd området' });
  await expect(use).toBeDisabled();
  await driver.mapIsDrawn();
  const canvas = page.locator('#map canvas').first();
  await canvas.focus();
  for (const arrow of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press('Enter');
    await page.keyboard.press(arrow);
    await driver.mapIsDrawn();
  }
  await expect(page.getByText('3 hörn.')).toBeVisible();
  await use.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Mätområde', exact: true })).toHaveValue('kept');
  await choose(page, 'Mätområde', areas[3] ?? '');
  await choose(page, 'Jämförelseområde', areas[3] ?? '');
  await expect(page.getByText('ett jämförelseområde som är ett annat än mätområdet')).toBeVisible();
  await choose(page, 'Jämförelseområde', areas[30] ?? '');
  await page.getByLabel('Varför liknar de varandra?').fill('Lika stora och lika byggda.');
  await page.getByRole('radio', { name: 'För att siffrorna var höga' }).check();
  await driver.hasNoAccessibilityFault();
  // No result is on the page before the design is locked.
  await expect(page.getByText('Vad vi kan säga')).toHaveCount(0);
  await lock.click();

  const verdict = page.locator('.verdict');
  await expect(verdict).toHaveText(
    /Det blev färre än jämförelseområdet förutsade: minst \d+ % och högst \d+ % färre/,
  );
  await expect(page.getByText('Uppställningen är oförändrad sedan den låstes.')).toBeVisible();
  await expect(page.getByText(/återgång mot det vanliga/)).toBeVisible();
  await expect(page.getByText('Skillnaden kan ha andra förklaringar än åtgärden')).toBeVisible();
  await page.getByText('Siffrorna bakom').click();
  // 504 → 108 against 744 → 372: RES = 504·372/(108·744) = 2.33, ratio 0.43, change −57 %.
  await expect(page.getByText(/^−57 \(/)).toBeVisible();
  await expect(page.getByText(/^2,33 \(/)).toBeVisible();
  await expect(page.getByText(/^0,43 \(/)).toBeVisible();
  await expect(page.getByText(/medelfel/)).toBeVisible();
  await expect(page.getByText(/ringen|ring/i).first()).toBeVisible();
  await page.getByText('Visa som tabell').click();
  await expect(page.getByRole('table', { name: /Antal per/ })).toBeVisible();
  await driver.hasNoAccessibilityFault();

  // The fingerprint is the SHA-256 of the design's canonical JSON, as anyone can recompute from the file.
  const shown = await page.locator('[data-frozen]').getAttribute('data-frozen');
  const design = await frozenDesign(page);
  expect(createHash('sha256').update(canonicalJson(design)).digest('hex')).toBe(shown);

  await page.getByLabel('Skriv hur ni läser resultatet').fill('Vi väntar ett år till.');
  await page.getByRole('button', { name: 'Lägg till' }).click();
  await expect(page.getByText('Vi väntar ett år till.')).toBeVisible();
  await page.reload();
  await expect(verdict).toHaveText(/minst \d+ %/);
  await expect(page.getByText('Vi väntar ett år till.')).toBeVisible();

  // A change after the result shows as one.
  await page.getByRole('button', { name: 'Ändra uppställningen' }).click();
  await page.getByRole('radio', { name: 'Av andra skäl' }).check();
  await lock.click();
  await expect(
    page.getByText(/Uppställningen har ändrats en gång efter att ett resultat kunde ses/),
  ).toBeVisible();
  expect(driver.complaints).toEqual([]);
});

/** The first design in the device's workspace, read from the document itself. */
function frozenDesign(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    type Change = { after?: unknown };
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name ?? ''));
      if (!database.objectStoreNames.contains('steps')) continue;
      const steps = await answer(database.transaction('steps').objectStore('steps').getAll());
      const step = steps.find((each) => each.name?.key === 'council.step.freeze');
      if (!step) continue;
      // Cells by their path: entries/<id>/design/…
      const design: Record<string, unknown> = {};
      for (const [path, change] of Object.entries(step.difference as Record<string, Change>)) {
        const at = path.split('/');
        const start = at.indexOf('design');
        if (start < 0) continue;
        let into = design;
        for (const key of at.slice(start + 1, -1)) {
          into[key] ??= {};
          into = into[key] as Record<string, unknown>;
        }
        into[at.at(-1) ?? ''] = change.after;
      }
      return design;
    }
    return null;
  });
}

test('a survey is followed up with weighted answers, and too little says so', async ({
  driver,
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'nothing differs');
  await driver.open('?room=council&desk=data');
  await page.getByRole('button', { name: 'Prova med övningsdata' }).click();
  await expect(page.getByRole('heading', { name: 'Övningsdata – påhittad enkät' })).toBeVisible();
  await page.getByRole('link', { name: 'Uppföljning' }).click();
  await page.getByRole('button', { name: 'Ny uppföljning' }).click();
  await page.getByLabel('Vad är det som följs upp?').fill('Trygghetsvärdar');
  await choose(page, 'Datamängd', /enkät/);
  await page.getByLabel(/Väg svaren/).check();
  const areas = await page
    .getByRole('combobox', { name: 'Mätområde', exact: true })
    .locator('optgroup[label="Bostadsområden"] option')
    .allInnerTexts();
  await choose(page, 'Mätområde', areas[5] ?? '');
  await choose(page, 'Jämförelseområde', areas[25] ?? '');
  await page.getByLabel('Varför liknar de varandra?').fill('Lika stora.');
  await page.getByRole('radio', { name: 'Av andra skäl' }).check();
  await page.getByRole('button', { name: 'Lås och visa resultatet' }).click();
  await expect(page.locator('.verdict')).toHaveText(/Det går inte att säga|Andelen (sjönk|steg)/);
  await expect(page.getByRole('table', { name: 'Andel efter vägning' })).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Andel som svarat så' })
      .getByText(/n = \d+/)
      .first(),
  ).toBeVisible();
  await driver.hasNoAccessibilityFault();
});
