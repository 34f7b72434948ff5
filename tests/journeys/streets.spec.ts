import { PALETTES, type Palette } from '../../src/map/palette.ts';
import type { Flavour } from '../../src/map/scene.ts';
import { Driver, expect, test } from './driver.ts';
import { buildStreetSite, type StreetSite } from './streetSite.ts';

/** The square in the middle of the extract; it is not the city's, so that nothing of the package lies there. */
const SQUARE = '52.51450/13.35010';
/** Where the extract made by hand has a railway, a river and steps, and nothing else. */
const BESIDE = '52.51450/13.40000';
const BUILD_MS = 170_000;
let site: StreetSite;

test.describe.configure({ mode: 'serial' });
test.skip(({ isMobile }) => isMobile, 'the phone is in the last journeys: the site is built once');
test.beforeAll(async () => {
  test.setTimeout(BUILD_MS);
  site = await buildStreetSite(
    'tests/fixtures/osm/berlin-siegessaeule.osm',
    'tests/fixtures/osm/rail-river-steps.osm',
  );
});
test.afterAll(() => site?.remove());

const openAt = async (driver: Driver, address: string): Promise<void> => {
  await driver.page.goto(`${site.origin}/${address}`);
  await expect(driver.page.locator('main')).toBeVisible();
  await driver.mapIsDrawn();
};

/** Which share of the map's pixels has a colour, to within what smoothing does to it. */
async function shareOf({ page }: Driver, colour: string): Promise<number> {
  const picture = (await page.locator('#map canvas').screenshot()).toString('base64');
  return page.evaluate(
    async ([bytes, hex]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${bytes}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const wanted = [1, 3, 5].map((start) => Number.parseInt((hex ?? '').slice(start, start + 2), 16));
      let found = 0;
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) <= 3)) found++;
      return found / (data.length / 4);
    },
    [picture, colour],
  );
}

const legendOf = ({ page }: Driver) => page.locator('.legend');
const foldLegend = async (driver: Driver): Promise<void> => {
  await legendOf(driver).locator('summary').click();
};
const chooseGround = async (driver: Driver, name: string | RegExp): Promise<void> => {
  await legendOf(driver).getByRole('radio', { name }).check();
};

test('the street map is found by itself, named with its source and date, and can be turned off', async ({
  driver,
  page,
}) => {
  await openAt(driver, `#map=16/${SQUARE}`);
  await expect.poll(() => shareOf(driver, PALETTES.light.green)).toBeGreaterThan(0.2);
  const credit = page.getByRole('link', { name: '© OpenStreetMap contributors (ODbL), 2017-10-04' });
  await expect(credit).toHaveAttribute('href', 'https://www.openstreetmap.org/copyright');
  await expect(page.locator('.map-honesty')).toHaveCount(0);
  const source = driver.panel.getByRole('link', {
    name: /OpenStreetMap contributors \(ODbL\).*4 oktober 2017/,
  });
  await expect(source).toHaveAttribute('href', 'https://www.openstreetmap.org/copyright');

  await foldLegend(driver);
  await expect(legendOf(driver).getByText('så som det såg ut 4 oktober 2017')).toBeVisible();
  await driver.hasNoAccessibilityFault();
  await chooseGround(driver, 'Översiktskarta');
  await expect(page.locator('.map-honesty')).toBeVisible();
  await expect.poll(() => shareOf(driver, PALETTES.light.green)).toBe(0);
  await expect(credit).toHaveCount(0);
  await chooseGround(driver, 'Gatukarta');
  // folded again: the open legend covers the picture
  await foldLegend(driver);
  await expect.poll(() => shareOf(driver, PALETTES.light.green)).toBeGreaterThan(0.2);
  expect(driver.complaints).toEqual([]);
});

/** What must be seen at a zoom: a colour of the palette and the least share of the map that it covers. */
const SEEN: readonly [zoom: number, seen: readonly [keyof Palette, number][]][] = [
  [
    12,
    [
      ['green', 0.004],
      ['road', 0.0005],
    ],
  ],
  [
    16,
    [
      ['green', 0.2],
      ['road', 0.03],
      ['litPath', 0.0002],
    ],
  ],
  [
    17.5,
    [
      ['green', 0.1],
      ['path', 0.002],
      ['building', 0.01],
    ],
  ],
];
for (const [zoom, seen] of SEEN)
  for (const flavour of ['light', 'night'] as const satisfies readonly Flavour[])
    test(`streets are drawn at zoom ${zoom}, ${flavour}`, async ({ driver }) => {
      await openAt(driver, `?theme=${flavour}#map=${zoom}/${SQUARE}`);
      for (const [token, share] of seen)
        await expect
          .poll(() => shareOf(driver, PALETTES[flavour][token]), { message: token })
          .toBeGreaterThan(share);
      expect(driver.complaints).toEqual([]);
    });

test('rail, river and steps are drawn where the extract has them', async ({ driver }) => {
  await openAt(driver, `#map=17/${BESIDE}`);
  // the treads of steps are so thin that few pixels have the pure colour
  const least = { railway: 0.002, stream: 0.002, path: 0.0001 };
  for (const token of ['railway', 'stream', 'path'] as const)
    await expect
      .poll(() => shareOf(driver, PALETTES.light[token]), { message: token })
      .toBeGreaterThan(least[token]);
});

test('on a phone: the streets, a search by touch, and a tap that answers', async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'sv-SE' };
  const context = await browser.newContext(phone);
  const driver = new Driver(await context.newPage());
  const { page } = driver;
  await openAt(driver, `?theme=night#map=16/${SQUARE}`);
  await expect.poll(() => shareOf(driver, PALETTES.night.green)).toBeGreaterThan(0.1);
  await expect.poll(() => shareOf(driver, PALETTES.night.road)).toBeGreaterThan(0.01);
  await page.getByRole('combobox', { name: 'Sök gata' }).fill('hofjageralee');
  await page.getByRole('option').filter({ hasText: 'Hofjägerallee' }).first().tap();
  await expect(page.getByRole('heading', { name: 'Vad gäller här?' })).toBeVisible();
  await expect(driver.panel.getByText('Punkten ligger utanför')).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  const before = page.url();
  await page.locator('#map').tap({ position: { x: 195, y: 180 } });
  await expect(page).not.toHaveURL(before);
  await expect(page).toHaveURL(/at=13\.3\d+,52\.5\d+/);
  await legendOf(driver).locator('summary').tap();
  await legendOf(driver).getByRole('radio', { name: 'Översiktskarta' }).tap();
  await expect.poll(() => shareOf(driver, PALETTES.night.road)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await driver.hasNoAccessibilityFault();
  expect(driver.complaints).toEqual([]);
  expect(driver.foreign).toEqual([]);
  await context.close();
});

test('a street and a house are found by name, misspelt too, and lead to the map', async ({
  driver,
  page,
}) => {
  await openAt(driver, `#map=16/${SQUARE}`);
  const field = page.getByRole('combobox', { name: 'Sök gata' });
  await field.fill('hofjageralee');
  const found = page.getByRole('option').filter({ hasText: 'Hofjägerallee' }).first();
  await expect(found).toContainText('Gata');
  await field.fill('Spreeweg 1');
  await page.getByRole('option').filter({ hasText: 'Spreeweg' }).first().click();
  await expect(page).toHaveURL(/at=13\.3\d+,52\.5\d+/);
  expect(driver.complaints).toEqual([]);
});

test('a planner gets what lies around the view, and only near it', async ({ driver, page }) => {
  const tiles: string[] = [];
  page.on('request', (request) => {
    if (/background\./.test(request.url())) tiles.push(request.url());
  });
  await openAt(driver, `#map=16/${SQUARE}`);
  expect(tiles).toEqual([]);
  const answer = page.waitForResponse(/background\.[0-9a-f]{8}\/\d+-\d+\.json$/);
  await page.goto(`${site.origin}/?room=planner#map=16/${SQUARE}`);
  expect((await answer).status()).toBe(200);
  expect(tiles.length).toBeLessThanOrEqual(4);
});

test('an online map is asked for only after it was chosen, and only for this visit', async ({
  driver,
  page,
}) => {
  await openAt(driver, `#map=15/${SQUARE}`);
  await foldLegend(driver);
  await expect(legendOf(driver).getByText(`Hämtas från ${site.stranger.host}`)).toBeVisible();
  expect(site.stranger.asked()).toBe(0);
  await chooseGround(driver, 'Främmande kartan, från nätet');
  await foldLegend(driver);
  await expect.poll(() => shareOf(driver, '#FF0000')).toBeGreaterThan(0.1);
  await expect(page.locator('.maplibregl-ctrl-attrib')).toContainText('© Främling');
  const asked = site.stranger.asked();
  expect(asked).toBeGreaterThan(0);
  expect(page.url()).not.toContain('online');

  await page.reload();
  await driver.mapIsDrawn();
  await expect.poll(() => shareOf(driver, PALETTES.light.green)).toBeGreaterThan(0.2);
  expect(site.stranger.asked()).toBe(asked);
  expect(driver.complaints).toEqual([]);
});

test('after one visit the streets are drawn and searched without a network', async ({ driver, page }) => {
  await openAt(driver, `#map=16/${SQUARE}`);
  await foldLegend(driver);
  await expect(legendOf(driver).getByText('fungerar utan nät')).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await site.stop();

  await page.goto(`${site.origin}/#map=15.5/${SQUARE}`);
  await page.reload();
  await driver.mapIsDrawn();
  await expect.poll(() => shareOf(driver, PALETTES.light.green)).toBeGreaterThan(0.2);
  await page.getByRole('combobox', { name: 'Sök gata' }).fill('Hofjägerallee');
  await expect(page.getByRole('option').filter({ hasText: 'Hofjägerallee' }).first()).toBeVisible();
});
