import { chromium } from '@playwright/test';
import { buildStreetSite } from './journeys/streetSite.ts';

/** Streets by zoom and flavour, from an extract of another city: the repository holds none of its own. */
const folder = new URL('./screenshots/', import.meta.url).pathname;
const site = await buildStreetSite('tests/fixtures/osm/berlin-siegessaeule.osm');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ],
});
for (const zoom of [13, 16, 18])
  for (const theme of ['light', 'night']) {
    const page = await browser.newPage({
      viewport: { width: 1080, height: 560 },
      locale: 'sv-SE',
      reducedMotion: 'reduce',
    });
    await page.goto(`${site.origin}/?theme=${theme}#map=${zoom}/52.51450/13.35010`);
    // the credit stands there as soon as the streets may be drawn
    await page.locator('.maplibregl-ctrl-attrib a[href*="openstreetmap"]').waitFor({ timeout: 60_000 });
    await page.locator('#map[data-idle]').waitFor({ timeout: 60_000 });
    // the map alone, without the panel beside it
    const clip = { x: 410, y: 130, width: 600, height: 430 };
    await page.screenshot({ path: `${folder}streets-${zoom}-${theme}.png`, clip });
    await page.close();
  }
await browser.close();
await site.remove();
