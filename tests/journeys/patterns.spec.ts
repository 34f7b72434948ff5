import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Driver, expect, test } from './driver.ts';

const result = (page: Page) => page.getByRole('region', { name: 'Resultat' });

/** The pattern that was asked for last has been found. */
async function patternIsFound(page: Page): Promise<void> {
  // The desk waits a moment before it asks.
  await page.waitForTimeout(400);
  await expect(result(page)).toHaveAttribute('data-pattern', 'done', { timeout: 60_000 });
}

async function loadPractice(driver: Driver): Promise<void> {
  await driver.open('?room=council&desk=data');
  await driver.page.getByRole('button', { name: 'Prova med övningsdata' }).click();
  await expect(driver.page.getByRole('heading', { name: 'Övningsdata – påhittade händelser' })).toBeVisible();
}

/** How many events the result says it rests on. */
async function countedEvents(page: Page): Promise<number> {
  const words = await result(page)
    .getByText(/händelser eller svar/)
    .textContent();
  return Number((words ?? '').replace(/\D/g, ''));
}

test('a newcomer tries everything on made-up data: density, hot cells, darkness, small numbers, a place', async ({
  driver,
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the same steps; the phone has its own look below');
  test.setTimeout(240_000);
  await loadPractice(driver);
  await expect(page.getByText('Stannar på den här enheten')).toBeVisible();
  await expect(page.getByText('Övningsdata – påhittade', { exact: true })).toHaveCount(2);
  await driver.hasNoAccessibilityFault();

  await page.getByRole('button', { name: /^Se mönster .*händelser$/ }).click();
  await patternIsFound(page);
  await expect(result(page).getByText('Händelser per km²')).toBeVisible();
  await expect(result(page).getByText(/Kvartisk kärntäthet, bandbredd \d+ m/)).toBeVisible();
  await expect(result(page).getByText(/1 januari 2021 till 31 december 2024/)).toBeVisible();
  await expect(result(page).getByText(/Den visar inte risken för en enskild person/)).toBeVisible();
  expect(await countedEvents(page)).toBe(6000);
  await driver.mapIsDrawn();
  await driver.hasNoAccessibilityFault();

  // The slider is a keyboard's as well; the legend follows the bandwidth.
  const slider = page.getByRole('slider', { name: /bandbredd/ });
  await slider.focus();
  for (let i = 0; i < 8; i++) await slider.press('ArrowRight');
  await expect(page.getByRole('button', { name: /Använd förslaget/ })).toBeVisible();
  await patternIsFound(page);
  const before = await slider.inputValue();
  await expect(result(page).getByText(`bandbredd ${before} m`)).toBeVisible();

  await page.getByRole('radio', { name: /Mer än slumpen/ }).check();
  await patternIsFound(page);
  await expect(result(page).getByText('fler än slumpen ger (heldragen kant)')).toBeVisible();
  await expect(result(page).getByText(/kontroll av falska larm/)).toBeVisible();

  // Darkness and light share the events between them.
  await page.getByText('Välj typ, period och tid').click();
  await page.getByRole('button', { name: /^mörker: / }).click();
  await patternIsFound(page);
  const dark = await countedEvents(page);
  await page.getByRole('button', { name: /^ljust: / }).click();
  await patternIsFound(page);
  const light = await countedEvents(page);
  expect(dark).toBeGreaterThan(1500);
  expect(dark + light).toBeGreaterThan(5990);
  expect(dark + light).toBeLessThan(6010);

  // Areas: some numbers are hidden, and it says so; for paper more are hidden and the rest are rounded.
  await page.getByRole('radio', { name: /Per område/ }).check();
  await patternIsFound(page);
  const table = result(page).getByRole('table', { name: 'Antal per område' });
  const hiddenForWork = await table.getByText('dolt', { exact: true }).count();
  expect(hiddenForWork).toBeGreaterThan(0);
  await expect(table.getByText(/\(\d+.*–.*\d+\)/).first()).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Vem ska se det?' })
    .selectOption({ label: 'Utanför huset, på papper eller i fil' });
  await patternIsFound(page);
  await expect(result(page).getByText(/Tal under 10 visas inte.*avrundas till närmaste 5-tal/)).toBeVisible();
  expect(await table.getByText('dolt', { exact: true }).count()).toBeGreaterThan(hiddenForWork);
  const numbers = await table.getByRole('cell').allInnerTexts();
  const counts = numbers
    .filter((text) => /^[\d\s]+$/.test(text))
    .map((text) => Number(text.replace(/\s/g, '')));
  expect(counts.every((count) => count % 5 === 0)).toBe(true);
  await driver.hasNoAccessibilityFault();

  // A place is taken from the gatherings and stands among the council's.
  await page.getByRole('radio', { name: /Samlingar/ }).check();
  await patternIsFound(page);
  await result(page).getByRole('button', { name: 'Gör till plats 1' }).click();
  await expect(page).toHaveURL(/paper=/);
  await expect(driver.panel.getByText(/^Plats i /).first()).toBeVisible();
});

test('two periods are laid beside each other by one scale, and in a meeting with a slider between them', async ({
  driver,
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'nothing differs');
  test.setTimeout(120_000);
  await loadPractice(driver);
  await page.getByRole('button', { name: /^Se mönster .*händelser$/ }).click();
  await patternIsFound(page);
  await page.getByText('Välj typ, period och tid').click();
  await page.getByLabel('Från och med').fill('2024-01-01');
  await page.getByLabel('Jämför med en annan period').check();
  await patternIsFound(page);
  const periods = page.getByRole('group', { name: 'Två perioder på kartan' });
  await periods.getByRole('button', { name: /2023/ }).click();
  await expect(periods.getByRole('button', { name: /2023/ })).toHaveAttribute('aria-pressed', 'true');
  // The earlier one first, whichever was chosen first.
  await expect(periods.getByRole('button').first()).toHaveText(/2023/);

  // A place from the pattern, a meeting about it, and the slider.
  await result(page).getByRole('button', { name: 'Gör till plats 1' }).click();
  await expect(page).toHaveURL(/paper=/);
  // The pattern is still on the map, and the desk says which one it is until it is taken off.
  const told = driver.panel.getByText(/Kartan visar också ett mönster: Täthet ur ”Övningsdata/);
  await expect(told).toContainText(/1 januari 2023 till 31 december 2023.*händelser eller svar/);
  await told.getByRole('button', { name: 'Ta bort från kartan' }).click();
  await expect(told).toHaveCount(0);
  const desks = driver.panel.getByRole('navigation');
  await desks.getByRole('link', { name: 'Möte' }).click();
  await driver.panel.getByRole('button', { name: 'Nytt möte' }).click();
  await driver.panel.getByLabel(/^Ditt namn/).fill('Kim Berg');
  await driver.panel.locator('.paper-form button[type="submit"]').click();
  await driver.panel.getByRole('button', { name: 'Lägg till plats' }).click();
  await driver.panel.locator('.paper-form button[type="submit"]').click();
  await driver.panel.getByRole('button', { name: 'Visa mötet på hela skärmen' }).click();
  const view = page.getByRole('dialog');
  await view.getByRole('combobox', { name: 'Jämför på kartan' }).selectOption({ label: 'Två perioder' });
  await expect(view.locator('.side-left')).toHaveText(/2023/);
  await expect(view.locator('.side-right')).toHaveText(/2024/);
  await expect(view.getByText('Händelser per km²')).toBeVisible();
  await expect(view.getByText(/händelser eller svar/)).toHaveCount(2);
  await expect(view.getByText(/Skillnaden kan vara en slump/)).toBeVisible();
  const [lower, upper] = [page.locator('#map'), page.locator('#map-left')];
  expect(await upper.boundingBox()).toEqual(await lower.boundingBox());
  const slider = view.getByRole('slider', { name: /2023.*till vänster och .*2024/ });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(view.locator('.meeting-upper')).toHaveCSS('clip-path', /24px/);
  await driver.hasNoAccessibilityFault();
  expect(driver.complaints).toEqual([]);
});

const NOTES = [
  'Datum;Kategori;Anteckning;Latitud;Longitud',
  '2024-10-05;Mörkt;Två lampor släckta vid trappan;59.6120;16.5450',
  '2024-10-05;Buskage;Buskar skymmer sikten;59.6130;16.5470',
].join('\n');

test('the notes of a safety walk are read one by one on the map, by hand and by keyboard', async ({
  driver,
  page,
}) => {
  await driver.open('?room=council&desk=data#map=16/59.61200/16.54500');
  await page
    .getByLabel('Välj en fil')
    .setInputFiles({ name: 'vandring.csv', mimeType: 'text/csv', buffer: Buffer.from(NOTES) });
  await expect(page.getByRole('combobox', { name: 'Vad är det?' })).toHaveValue('walk-notes');
  await page.getByLabel(/^Källa/).fill('Trygghetsvandring');
  await page.getByRole('button', { name: 'Lägg in 2 rader' }).click();
  await page.getByRole('button', { name: 'Visa anteckningarna på kartan vandring' }).press('Enter');
  const row = page.getByRole('button', { name: /Buskar skymmer sikten/ });
  await row.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.note-card');
  await expect(card).toContainText('Anteckning 2 av 2 · vandring · Buskage · 5 oktober 2024');
  await driver.mapIsDrawn();
  // On a phone the map stays in sight although the list lies below it.
  await expect(page.locator('#map')).toBeInViewport({ ratio: 0.9 });
  await driver.hasNoAccessibilityFault();
  await card.getByRole('button', { name: 'Stäng anteckningen' }).click();
  await expect(card).toHaveCount(0);
  await driver.mapIsDrawn();
  await driver.clickMapAt([16.545, 59.612]);
  await expect(card).toContainText('Två lampor släckta vid trappan');
  await page.getByRole('button', { name: 'Ta bort vandring' }).click();
  await expect(card).toHaveCount(0);
});

const OWN_ROWS = [
  'Datum;Tid;Typ;Antal;E;N',
  '2024-01-05;22.30;Skadegörelse;1;587000;6609000',
  '2024-02-30;21.00;Skadegörelse;1;587010;6609010',
  '2024-03-05;;Buller;två;587020;6609020',
  '2024-03-06;08.15;Buller;3;587030;6609030',
  '2024-03-07;08.15;Buller;1;;6609030',
].join('\r\n');

test('an own file is brought in with its faults in plain words, stays through a reload, and leaves no trace', async ({
  driver,
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'nothing differs');
  await driver.open('?room=council&desk=data');
  await page
    .getByLabel('Välj en fil')
    .setInputFiles({ name: 'hemligt.csv', mimeType: 'text/csv', buffer: Buffer.from(OWN_ROWS) });
  await expect(page.getByRole('heading', { name: 'Lägg in hemligt.csv' })).toBeVisible();
  const preview = page.getByRole('region', { name: 'Så här läggs det in' });
  await expect(preview.getByText('3 rader läggs in, sammanlagt 5')).toBeVisible();
  await expect(preview.getByText('2 rader lämnas utanför')).toBeVisible();
  await expect(
    preview.getByText(/Rad 3: ”2024-02-30 21.00” kan inte läsas som en tid. Raden läggs in ändå/),
  ).toBeVisible();
  await expect(preview.getByText(/Rad 4: ”två” är inget helt antal. Raden lämnas utanför/)).toBeVisible();
  await expect(preview.getByText(/Rad 6: /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lägg in 3 rader' })).toBeDisabled();
  await page.getByLabel(/^Källa/).fill('Provfil');
  await driver.hasNoAccessibilityFault();
  await page.getByRole('button', { name: 'Lägg in 3 rader' }).click();
  await expect(page.getByRole('heading', { name: 'hemligt' })).toBeVisible();
  await expect(page.getByText('5 i 3 rader')).toBeVisible();

  // Five events: too few for any surface.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'hemligt' })).toBeVisible();
  await page.getByRole('button', { name: 'Se mönster hemligt' }).click();
  await page
    .getByRole('combobox', { name: 'Vem ska se det?' })
    .selectOption({ label: 'Utanför huset, på papper eller i fil' });
  await patternIsFound(page);
  await expect(result(page).getByText(/färre än 10 händelser. Då visas inget/)).toBeVisible();

  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'Ta bort hemligt' }).click();
  await expect(page.getByRole('heading', { name: 'hemligt' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.getByRole('heading', { name: 'hemligt' })).toBeVisible();
  await page.getByRole('button', { name: 'Ta bort hemligt' }).click();
  await page.getByRole('button', { name: 'Radera för gott nu' }).click();
  await expect(page.getByRole('button', { name: 'Ångra' })).toHaveCount(0);
  await expect.poll(() => storedText(page)).not.toContain('Skadeg');
  await page.reload();
  await expect(page.getByText('Här finns inga data än')).toBeVisible();
  expect(driver.complaints).toEqual([]);
});

/** Everything that the device's databases hold, as text. */
function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let text = '';
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        for (const value of await answer(database.transaction(store).objectStore(store).getAll()))
          text += value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
      database.close();
    }
    return text;
  });
}

test('counts per area need no coordinates', async ({ driver, page, isMobile }) => {
  test.skip(isMobile, 'nothing differs');
  const name = neighbourhoodNames()[0] ?? '';
  const rows = ['Område;Månad;Antal', `${name};2024-01;17`, `${name};2024-02;19`, 'Atlantis;2024-01;7'].join(
    '\n',
  );
  await driver.open('?room=council&desk=data');
  await page
    .getByLabel('Välj en fil')
    .setInputFiles({ name: 'antal.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await expect(page.getByRole('combobox', { name: 'Vad är det?' })).toHaveValue('area-counts');
  await expect(page.getByText(/området ”Atlantis” finns inte i stadens indelning/)).toBeVisible();
  await page.getByLabel(/^Källa/).fill('Provfil');
  await page.getByRole('button', { name: 'Lägg in 3 rader' }).click();
  await page.getByRole('button', { name: 'Se mönster antal' }).click();
  await patternIsFound(page);
  await expect(result(page).getByRole('row', { name: new RegExp(`^${name}`) })).toContainText('36');
});

function neighbourhoodNames(): string[] {
  const file = readdirSync('public/layers').find((each) => each.startsWith('regso.')) ?? '';
  const { features } = JSON.parse(readFileSync(`public/layers/${file}`, 'utf8'));
  return features.map(({ properties }: { properties: { name: string } }) => properties.name);
}

test('the desks stay within a phone', async ({ driver, page, isMobile }) => {
  test.skip(!isMobile, 'the phone only');
  await loadPractice(driver);
  await page.getByRole('button', { name: /^Se mönster .*händelser$/ }).click();
  await patternIsFound(page);
  await page.getByRole('radio', { name: /Per område/ }).check();
  await patternIsFound(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await driver.hasNoAccessibilityFault();
});
