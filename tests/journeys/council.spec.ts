import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { city, type Driver, expect, features, test } from './driver.ts';

/** What a council writes, in its own words. */
class Council {
  constructor(
    readonly driver: Driver,
    readonly page: Page = driver.page,
  ) {}

  get panel() {
    return this.page.locator('#content');
  }

  async open(address = ROOM): Promise<void> {
    await this.driver.open(address);
    await this.driver.mapIsDrawn();
  }

  async chooseName(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: /^Välj ditt namn$|^Du skriver som/ }).click();
    await this.panel.getByLabel(/^Ditt namn/).fill(name);
    await this.panel.getByRole('button', { name: 'Spara namnet' }).click();
  }

  async newPlace(name: string, at: readonly [number, number]): Promise<void> {
    await this.panel.getByRole('button', { name: 'Ny plats' }).click();
    await this.driver.clickMapAt(at);
    await expect(this.panel.getByText('Platsen är utsatt.')).toBeVisible();
    await this.panel.getByLabel('Platsens namn').fill(name);
    await this.panel.getByRole('button', { name: 'Spara platsen' }).click();
    await expect(this.panel.getByRole('heading', { name })).toBeVisible();
  }

  async add(button: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.panel.getByRole('button', { name: button, exact: true }).first().click();
    for (const [label, value] of Object.entries(fields)) {
      const field = this.panel
        .getByLabel(label, { exact: true })
        .or(this.panel.getByRole('combobox', { name: label, exact: true }));
      if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
        await field.selectOption({ label: value });
      else await field.fill(value);
    }
    await this.panel.locator('.paper-form').getByRole('button').first().click();
  }

  async desk(name: string): Promise<void> {
    await this.panel.getByRole('navigation').getByRole('link', { name }).click();
  }
}

/** The PDF that a press on a button gives, as bytes and as the words in it. */
async function pdfFrom(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const bytes = readFileSync(await download.path());
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const content = await (await document.getPage(i)).getTextContent();
    texts.push(
      content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''),
    );
  }
  return { bytes, pages: document.numPages, text: texts.join('\n'), name: download.suggestedFilename() };
}

const board = city.boards[0]?.name.sv ?? '';
const path = features.find(({ properties }) => properties.kind === 'strak');
const [lng = 0, lat = 0] = path?.geometry.type === 'LineString' ? (path.geometry.coordinates[0] ?? []) : [];
/** Where the path begins, close enough to see a place of a hundred metres. */
const start: readonly [number, number] = [lng, lat];
const ROOM = `?room=council#map=15/${lat.toFixed(5)}/${lng.toFixed(5)}`;

test('a council describes a place, from problem to follow-up, and talks about it', async ({
  driver,
  isMobile,
}) => {
  test.skip(isMobile, 'the phone reads');
  const council = new Council(driver);
  await council.open();
  await driver.hasNoAccessibilityFault();
  await council.chooseName('Kim Berg');
  await council.newPlace('Gångtunneln', start);
  await council.add('Lägg till problem', {
    'Vad är problemet?': 'Många går omvägar efter mörkrets inbrott',
    'Hur vet ni det? (källa, period)': 'Trygghetsvandring i oktober',
  });
  await council.add('Lägg till orsak', { 'Vad tror ni att det beror på?': 'Två ljuspunkter är släckta' });
  await council.add('Lägg till åtgärd', {
    'Vad ska göras?': 'Byt armaturerna i tunneln',
    Ansvarig: board,
    'Klart senast': '2026-01-31',
  });
  await expect(council.panel.getByText('Försenad')).toBeVisible();
  const shot = process.env.SHOTS;
  if (shot) await driver.page.screenshot({ path: `${shot}/place.png` });
  await driver.hasNoAccessibilityFault();
  await council.panel.getByRole('button', { name: 'Alla platser' }).click();
  await council.desk('Möte');
  await council.add('Nytt möte', { 'Vad heter mötet?': 'Novembermötet' });
  await council.add('Lägg till plats', { Plats: 'Gångtunneln' });
  await council.panel.getByRole('button', { name: 'Visa mötet på hela skärmen' }).click();
  const view = driver.page.getByRole('dialog');
  await expect(view.getByRole('heading', { name: 'Gångtunneln' })).toBeVisible();
  await view.getByLabel('Beslut', { exact: true }).fill('Armaturerna byts före jul.');
  await expect(view.getByText('Sparat')).toBeVisible();
  await driver.mapIsDrawn();
  await driver.hasNoAccessibilityFault();
  if (shot) await driver.page.screenshot({ path: `${shot}/view.png` });
  await view.getByRole('button', { name: 'Stäng mötesvyn' }).click();
  const minutes = await pdfFrom(driver.page, () =>
    council.panel.getByRole('button', { name: 'Protokoll (PDF)' }).click(),
  );
  expect(minutes.text).toContain('Beslut: Armaturerna byts före jul.');
  const sheets = await pdfFrom(driver.page, () =>
    council.panel.getByRole('button', { name: /en sida|på en sida/ }).click(),
  );
  expect(sheets.pages).toBe(1);
  expect(sheets.text).toContain('Två ljuspunkter är släckta');
  if (shot) writeFileSync(`${shot}/sheets.pdf`, sheets.bytes);
  if (shot) writeFileSync(`${shot}/minutes.pdf`, minutes.bytes);
});
