import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { at } from '../proposal/aPlan.ts';
import { type Driver, expect, test } from './driver.ts';

test.skip(({ isMobile }) => isMobile, 'files are worked with at a desk');

const fixtures = join(import.meta.dirname, '../fixtures');
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** The files' desk, in the user's words. */
class Desk {
  readonly page: Page;
  constructor(readonly driver: Driver) {
    this.page = driver.page;
  }

  async open(name = 'Alternativ A'): Promise<void> {
    await this.driver.open('?room=planner&desk=files');
    await this.page.getByLabel('Det nya förslagets namn').fill(name);
    await this.page.getByRole('button', { name: 'Skapa förslag' }).click();
    await this.atDesk();
  }

  /** Creating a proposal shows what is chosen; the files lie beside. */
  async atDesk(): Promise<void> {
    await this.page.getByRole('button', { name: 'Filer', exact: true }).click();
    await expect(this.button('Välj filer …')).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async pick(...files: (string | ReturnType<typeof file>)[]): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.button('Välj filer …').click();
    await (await choosing).setFiles(files as string[]);
  }

  entry(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Filer som hämtas in' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }

  /** The preview of the first file opens by itself; another one is asked for. */
  async look(name: string): Promise<Locator> {
    const heading = this.page.getByRole('heading', { name, exact: true });
    const link = this.button(`Granska ${name}`);
    await expect(heading.or(link).first()).toBeVisible();
    if (await link.isVisible()) await link.click();
    await expect(heading).toBeVisible();
    return this.page.locator('.preview');
  }

  async back(): Promise<void> {
    await this.button('Alla filer').click();
  }

  async add(): Promise<void> {
    await this.button('Lägg till').click();
    await expect(this.button('Välj filer …')).toBeVisible();
  }

  async save(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return saved(download);
  }
}

async function saved(download: Download): Promise<{ name: string; bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const desk = (driver: Driver): Desk => new Desk(driver);

const LAMPS = [
  'Littera;N;E;Höjd (m);Effekt W',
  ...Array.from(
    { length: 12 },
    (_, i) => `L${i + 1};${6610500.25 + i * 11};${152400.5 + i * 7};${i === 4 ? 'hög' : '6,5'};35`,
  ),
  'L99;;152400;5;20',
].join('\n');
const position = (east: number, north: number): string => at(east, north).join(',');
const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name>&lt;img src=x onerror="window.ran=1"&gt;</name><description><![CDATA[<script>window.ran=2</script>]]></description>
<LineString><coordinates>${position(0, 0)} ${position(0, 300)}</coordinates></LineString></Placemark></Document></kml>`;
const gpx = (): string => {
  const [lng, lat] = at(50, 50);
  return `<?xml version="1.0"?><gpx version="1.1" creator="prov" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="${lat}" lon="${lng}"><name>Mörk hörna</name></wpt></gpx>`;
};

test('several files at once: each is understood, shown and added by itself, and undone in one step', async ({
  driver,
}) => {
  const it = desk(driver);
  const { page } = it;
  await it.open();
  await driver.hasNoAccessibilityFault();
  await it.pick(
    file('lampor.csv', LAMPS),
    file('stig.kml', KML),
    file('punkt.gpx', gpx()),
    file('trasig.geojson', '{"type":"FeatureCollection",\n"features":[{"type":'),
  );
  const table = await it.look('lampor.csv');
  await expect(table).toContainText('Koordinatsystem: SWEREF 99 16 30.');
  await expect(table).toContainText('12 punkter');
  await expect(table.getByRole('listitem').filter({ hasText: '1 tas inte in' })).toContainText(
    'rad 14 i tabellen',
  );
  await expect(table.getByRole('listitem').filter({ hasText: '”hög” är inget tal' })).toContainText(
    'rad 6 i tabellen',
  );
  await expect(table).toContainText('Tar in 12 objekt i förslaget. Lämnar 1.');
  await table.getByText('3 fält används').click();
  await expect(table.getByLabel('Fält för Höjd')).toHaveValue('Höjd (m)');
  await driver.hasNoAccessibilityFault();
  await table.getByLabel('Fält för Namn').selectOption({ label: 'Inget' });
  await it.add();
  await expect(it.entry('lampor.csv')).toContainText('12 objekt i förslaget');
  await expect(page.getByText('12 ljuspunkter')).toBeVisible();
  await expect(page.getByLabel('Ljuspunkt 12')).toBeVisible();

  const broken = await it.look('trasig.geojson');
  await expect(broken.getByRole('alert')).toContainText('Ingenting hämtas in');
  await expect(broken).toContainText('Texten är inte giltig JSON. rad 2, tecken');
  await expect(broken.getByRole('button', { name: 'Lägg till' })).toHaveCount(0);
  await it.back();

  await it.look('stig.kml');
  await it.add();
  await expect(page.getByLabel('<img src=x onerror="window.ran=1">')).toBeVisible();
  expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();

  await it.look('punkt.gpx');
  await page.getByLabel('Punkter blir').selectOption({ label: 'Nya kameror' });
  await expect(page.getByText('1 kamera saknar riktning')).toBeVisible();
  await it.add();
  await expect(page.getByText('1 kamera', { exact: true })).toBeVisible();

  await it.button('Ångra: Hämta in 1 objekt ur punkt.gpx').click();
  await it.button('Ångra: Hämta in 1 objekt ur stig.kml').click();
  await it.button('Ångra: Hämta in 12 objekt ur lampor.csv').click();
  await expect(page.getByText('12 ljuspunkter')).toHaveCount(0);

  // The choice of fields is remembered for the next file with the same headings.
  await it.pick(file('fler.csv', LAMPS));
  const again = await it.look('fler.csv');
  await again.getByText('2 fält används').click();
  await expect(again.getByLabel('Fält för Namn')).toHaveValue('');
  expect(driver.complaints).toEqual([]);
});

test('a file without a stated system is asked about, and 200 MB of nonsense is refused at once', async ({
  driver,
}) => {
  const it = desk(driver);
  const { page } = it;
  await it.open();
  await it.pick(
    file(
      'obestämd.csv',
      `namn;x;y\n${Array.from({ length: 5 }, (_, i) => `p${i};${900000 + i};${900000 + i}`).join('\n')}`,
    ),
  );
  const unknown = await it.look('obestämd.csv');
  await expect(unknown.getByRole('group', { name: 'Vilket koordinatsystem är filen i?' })).toBeVisible();
  await driver.hasNoAccessibilityFault();
  await unknown.getByLabel(/SWEREF 99 TM, öst först/).check();
  await it.button('Läs filen så').click();
  await it.look('obestämd.csv');
  await expect(page.locator('.preview')).toContainText('Du har valt det.');
  await it.back();

  const started = Date.now();
  await page.evaluate(() => {
    const nonsense = new Uint8Array(200e6).fill(7);
    const carrier = new DataTransfer();
    carrier.items.add(new File([nonsense], 'nonsens.bin'));
    const event = new DragEvent('drop', { dataTransfer: carrier, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  });
  await it.look('nonsens.bin');
  await expect(page.locator('.preview')).toContainText('Det går inte att se vad det är för slags fil.');
  expect(Date.now() - started).toBeLessThan(10_000);
});

test('a long reading shows how far it has come and is cancelled at once', async ({ driver }) => {
  const it = desk(driver);
  await it.open();
  const rows = Array.from(
    { length: 400_000 },
    (_, i) => `L${i};${6610000 + (i % 900)};${152000 + (i % 700)};6`,
  );
  await it.pick(file('stor.csv', ['Littera;N;E;Höjd', ...rows].join('\n')));
  await expect(it.entry('stor.csv').getByRole('progressbar')).toBeVisible();
  await expect(it.entry('stor.csv')).toContainText(/Läser, \d+ %/);
  await it.button('Avbryt stor.csv').click();
  await expect(it.entry('stor.csv')).toContainText('Avbruten. Ingenting har lagts till.');
});

test('both street extracts lie whole under the plan, far from the city, and can be planned on', async ({
  driver,
}) => {
  const it = desk(driver);
  const { page } = it;
  await it.open();
  await it.pick(join(fixtures, 'osm/laufamholz.osm'), join(fixtures, 'osm/berlin-siegessaeule.osm'));
  const suburb = await it.look('laufamholz.osm');
  await expect(suburb).toContainText('I filen: 1 451 noder, 192 vägar, 28 relationer.');
  await expect(suburb).toContainText('Byggnader (118)');
  await expect(suburb).toContainText('Belysta: 3. Obelysta: 0. Okänt: 42.');
  await expect(it.button('Lägg till')).toBeDisabled();
  await suburb.getByLabel('Ta med det som ligger utanför kommunen').check();
  await expect(suburb).toContainText('lägger 163 under planen');
  await driver.hasNoAccessibilityFault();
  await it.add();
  await expect(it.entry('laufamholz.osm')).toContainText('163 saker under planen');

  const park = await it.look('berlin-siegessaeule.osm');
  await expect(park).toContainText('Gatlampor (47)');
  await expect(park).toContainText('Övervakningskameror (1)');
  await park.getByLabel('Ta med det som ligger utanför kommunen').check();
  await it.button('Visa var på kartan').click();
  await it.add();
  await driver.mapIsDrawn();
  await expect(page).toHaveURL(/#map=[\d.]+\/52\.5\d+\/13\.3/);
  await expect(page.locator('#map')).toContainText('OpenStreetMap (ODbL)');
  await page
    .locator('.plan-rail')
    .getByRole('button', { name: /Sätt ljuspunkt/ })
    .click();
  const box = await page.locator('#map').boundingBox();
  await page.mouse.click(box!.x + box!.width / 2, box!.y + 60);
  await expect(page.getByText(/^1 ljuspunkt/)).toBeVisible();
  await it.atDesk();
  await it.button('Ta bort laufamholz.osm under planen').click();
  await expect(page.getByText('laufamholz.osm', { exact: true })).toHaveCount(1);
});

test('what is exported comes back equal, in every format that keeps properties', async ({ driver }) => {
  const it = desk(driver);
  const { page } = it;
  await it.open('Runt om');
  await it.pick(file('lampor.csv', LAMPS), file('stig.kml', KML));
  await it.look('lampor.csv');
  await it.add();
  await it.look('stig.kml');
  await it.add();
  const wanted = [
    ['GeoJSON (för kartprogram och webb)', null, 'geojson'],
    ['KML (Google Earth)', null, 'kml'],
    ['CSV (Excel)', 'SWEREF 99 16 30 (EPSG:3010)', 'csv'],
    ['GeoPackage (QGIS)', 'SWEREF 99 TM (EPSG:3006)', 'gpkg'],
    ['GeoPackage (QGIS)', 'WGS 84 (grader)', 'gpkg'],
  ] as const;
  for (const [format, system, ending] of wanted) {
    await it.button('Exportera …').click();
    const dialog = page.getByRole('dialog', { name: 'Exportera' });
    if (ending === 'geojson') await driver.hasNoAccessibilityFault();
    await dialog.getByLabel('Format').selectOption({ label: format });
    if (system) await dialog.getByLabel('Koordinatsystem').selectOption({ label: system });
    await dialog.getByLabel('Vad').selectOption({ label: 'Det som förslaget lägger till eller ändrar' });
    const { name, bytes } = await it.save(() => dialog.getByRole('button', { name: 'Spara filen' }).click());
    expect(name).toMatch(new RegExp(`^Runt om \\d{4}-\\d{2}-\\d{2}\\.${ending}$`));
    await expect(dialog).toContainText('13 objekt sparade');
    await page.keyboard.press('Escape');
    await it.pick(file(name, bytes));
    const back = await it.look(name);
    await expect(back).toContainText('Tar in inga objekt i förslaget. 13 finns redan i planen.');
    await it.back();
    await it.button(`Lägg undan ${name}`).click();
  }
  await it.button('Exportera …').click();
  const dialog = page.getByRole('dialog', { name: 'Exportera' });
  await dialog.getByLabel('Format').selectOption({ label: 'GPX (handhållen GPS)' });
  const { name, bytes } = await it.save(() => dialog.getByRole('button', { name: 'Spara filen' }).click());
  await page.keyboard.press('Escape');
  await it.pick(file(name, bytes));
  await expect(await it.look(name)).toContainText('Tar in 13 objekt i förslaget.');
  await it.back();
  const picture = await it.save(() => it.button('Spara bild av kartan').click());
  expect(picture.name).toMatch(/^Runt om .*\.png$/);
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.bytes.length).toBeGreaterThan(10_000);
});

const camera = (id: string, disclosure: string, east: number) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: at(east, 0) },
  properties: {
    kind: 'camera',
    id,
    name: { sv: `Kamera ${id}`, en: `Kamera ${id}`, fi: `Kamera ${id}` },
    measureIds: ['trygga-strak'],
    namndId: 'tekniska-namnden',
    status: 'foreslagen',
    bearingDegrees: 45,
    fieldOfViewDegrees: 60,
    rangeMetres: 30,
    disclosure,
    note: 'vid kiosken',
  },
});
const CAMERAS = JSON.stringify({
  type: 'FeatureCollection',
  features: [camera('oppen', 'exact', 0), camera('ruta', 'area', 300), camera('hemlig', 'secret', 600)],
});

test('a secret camera leaves only by an explicit choice, and never by publishing', async ({ driver }) => {
  const it = desk(driver);
  const { page } = it;
  await it.open('Kamerornas');
  await it.pick(file('kameror.geojson', CAMERAS));
  await it.look('kameror.geojson');
  await expect(page.getByLabel('Ta tillbaka objekt som kommer härifrån precis som de var')).toBeChecked();
  await it.add();

  await it.button('Exportera …').click();
  const dialog = page.getByRole('dialog', { name: 'Exportera' });
  await expect(dialog).toContainText('2 kameror har lägen som inte är offentliga.');
  const press = () => dialog.getByRole('button', { name: 'Spara filen' }).click();
  const careful = (await it.save(press)).bytes.toString();
  await expect(dialog).toContainText('1 hemlig kamera är inte med.');
  expect(careful).toContain('"oppen"');
  expect(careful).not.toContain('hemlig');
  expect(careful).not.toContain(String(at(300, 0)[0]).slice(0, 8));
  await dialog.getByLabel('Ta med de exakta lägena').check();
  await expect(dialog.getByRole('alert')).toContainText('Filen kommer att visa var kamerorna finns.');
  await driver.hasNoAccessibilityFault();
  const open = JSON.parse((await it.save(press)).bytes.toString());
  expect(open.features.map(({ properties }: { properties: { id: string } }) => properties.id)).toEqual([
    'oppen',
    'ruta',
    'hemlig',
  ]);
  await page.keyboard.press('Escape');

  await it.button('Publicera …').click();
  const publishing = page.getByRole('dialog', { name: 'Publicera förslaget' });
  await expect(publishing.getByRole('row').filter({ hasText: 'Kameror med exakt läge' })).toContainText(
    'Kamera oppen',
  );
  await expect(publishing.getByRole('row').filter({ hasText: 'Kameror som inte nämns alls' })).toContainText(
    'Kamera hemlig',
  );
  await driver.hasNoAccessibilityFault();
  await publishing.getByRole('button', { name: 'Nästa' }).click();
  await expect(publishing).toContainText('Ingenting står i vägen.');
  await publishing.getByRole('button', { name: 'Nästa' }).click();
  const { name, bytes } = await it.save(() =>
    publishing.getByRole('button', { name: 'Spara filerna (zip)' }).click(),
  );
  expect(name).toMatch(/^forslag-kamerornas-[0-9a-f]{6} \d{4}-\d{2}-\d{2}\.zip$/);
  const files = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(bytes))).map(([path, content]) => [
      path.split('/')[1],
      strFromU8(content),
    ]),
  );
  expect(Object.keys(files).sort()).toEqual([
    'SOURCE.md',
    'area.geojson',
    'camera.geojson',
    'source.json',
    'withdrawn.json',
  ]);
  const all = Object.values(files).join('\n');
  for (const hidden of ['hemlig', 'Kamera ruta', 'kiosken']) expect(all).not.toContain(hidden);
  expect(files['camera.geojson']).toContain('oppen');
  expect(files['SOURCE.md']).toContain('geodata/sources');
});

test('what lacks a measure is refused in the middle of publishing', async ({ driver }) => {
  const it = desk(driver);
  const { page } = it;
  await it.open();
  await it.pick(file('lampor.csv', LAMPS));
  await it.look('lampor.csv');
  await page.getByLabel('Åtgärd som betalar').selectOption({ label: 'Ingen än (går inte att publicera)' });
  await it.add();
  await it.button('Publicera …').click();
  const publishing = page.getByRole('dialog', { name: 'Publicera förslaget' });
  await publishing.getByRole('button', { name: 'Nästa' }).click();
  await expect(publishing.getByRole('alert')).toContainText('måste rättas');
  await expect(publishing).toContainText('hör inte till någon åtgärd som får ha en plats.');
  await expect(publishing.getByRole('button', { name: 'Nästa' })).toBeDisabled();
  await driver.hasNoAccessibilityFault();
});

test('a workspace file carries the work to another device; a damaged one says where', async ({
  driver,
  browser,
}) => {
  const it = desk(driver);
  await it.open('Resan');
  await it.pick(file('lampor.csv', LAMPS));
  await it.look('lampor.csv');
  await it.add();
  const { name, bytes } = await it.save(() => it.button('Spara arbetsfil').click());
  expect(name).toMatch(/\d{4}-\d{2}-\d{2}\.workspace\.json$/);

  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${new URL(driver.page.url()).origin}/?room=planner`);
  const open = async (content: ReturnType<typeof file>): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Öppna arbetsfil …' }).click();
    await (await choosing).setFiles(content);
  };
  await open(file('halv.json', bytes.subarray(0, bytes.length / 2)));
  await expect(page.getByText('halv.json gick inte att öppna. Ingenting har ändrats.')).toBeVisible();
  await expect(page.getByText(/^Var: .*JSON/)).toBeVisible();
  await open(file(name, bytes));
  await expect(page.getByText('har lagts ihop med ditt arbete')).toBeVisible();
  await expect(page.getByText('1 nytt förslag')).toBeVisible();
  await page.getByRole('button', { name: /Resan/ }).click();
  await expect(page.getByText('12 ljuspunkter')).toBeVisible();
  await context.close();
});

test('a named version comes back, and coming back can be undone', async ({ driver }) => {
  const it = desk(driver);
  const { page } = it;
  await it.open();
  await page.getByLabel('Namn på läget nu').fill('Tomt');
  await it.button('Spara version').click();
  await expect(page.getByText('”Tomt” är sparad.')).toBeVisible();
  await it.pick(file('lampor.csv', LAMPS));
  await it.look('lampor.csv');
  await it.add();
  await expect(page.getByText('12 ljuspunkter')).toBeVisible();
  await it.button('Återställ till Tomt').click();
  await expect(page.getByText('12 ljuspunkter')).toHaveCount(0);
  await it.button('Ångra: Återställ till ”Tomt”').click();
  await expect(page.getByText('12 ljuspunkter')).toBeVisible();
  await page.reload();
  await it.atDesk();
  await expect(it.button('Återställ till Tomt')).toBeVisible();
});

test('without storage it is said at once, and the workspace file still saves', async ({
  driver,
  context,
}) => {
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const it = desk(driver);
  await it.open('Flyktigt');
  await expect(it.page.getByText('Enheten sparar inte ditt arbete just nu.')).toBeVisible();
  const { bytes } = await it.save(() => it.button('Spara arbetsfil').click());
  expect(bytes.toString()).toContain('Flyktigt');
});

test('coordinates: under the pointer, gone to in any form, and measured in the plane', async ({ driver }) => {
  const it = desk(driver);
  const { page } = it;
  await it.open();
  await driver.mapIsDrawn();
  await page.locator('#map').hover({ position: { x: 200, y: 60 } });
  await expect(page.locator('.coordinates-readout')).toContainText(
    /SWEREF 99 16 30: N 66\d{5}\.\d E 1\d{5}\.\d/,
  );
  await it.button('Gå till koordinat').click();
  const field = page.getByLabel(/^Koordinat, till exempel/);
  const answer = page.locator('.coordinates-form').getByRole('status');
  for (const [written, understood] of [
    ['59.61, 16.54', 'Förstått som WGS 84, nord först'],
    ['16,54 59,61', 'Förstått som WGS 84, öst först'],
    ['59°36\'36" N 16°32\'24" E', 'Förstått som WGS 84, nord först'],
    ['6610613 152529', 'Förstått som SWEREF 99 16 30, nord först'],
    ['152529 6610613', 'Förstått som SWEREF 99 16 30, öst först'],
    ['N 6608982 E 587173', 'Förstått som SWEREF 99 TM, nord först'],
    ['norr om kiosken', 'Det går inte att förstå som en koordinat'],
  ] as const) {
    await field.fill(written);
    await it.button('Gå dit').click();
    await expect(answer).toContainText(understood);
  }
  await it.button('Mät').click();
  for (const written of ['6610000 152000', '6610400 152300', '6610400 152000']) {
    await field.fill(written);
    await it.button('Gå dit').click();
  }
  await expect(page.locator('.measure-panel')).toContainText('800 m. Bäring 270');
  await page.locator('.measure-panel').getByRole('button', { name: 'Yta' }).click();
  for (const written of ['6610000 152000', '6610100 152000', '6610100 152200', '6610000 152200']) {
    await field.fill(written);
    await it.button('Gå dit').click();
  }
  await expect(page.locator('.measure-panel')).toContainText(/20\s000 m² \(2 hektar\), runt om 600 m/);
  await driver.hasNoAccessibilityFault();
});
