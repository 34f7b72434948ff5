import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from './driver.ts';
import { startHost } from './host.ts';

test.skip(({ isMobile }) => isMobile, 'the same on a phone');

/** A geocoder of the deployer's own: it answers in Photon's shape and remembers what it was asked. */
async function startGeocoder() {
  const asked: string[] = [];
  let fails = false;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (fails) {
      response.writeHead(500).end();
      return;
    }
    const isKnown = decodeURIComponent(request.url ?? '').includes('Zackes');
    const features = isKnown
      ? [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [16.49, 59.61] },
            properties: { street: 'Zackes gränd', housenumber: '4', city: '<b>Staden</b>' },
          },
        ]
      : [];
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify({ type: 'FeatureCollection', features }));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    host: `localhost:${port}`,
    asked,
    fail: () => {
      fails = true;
    },
    stop: () => server.close(),
  };
}

/** The site as a deployer builds it who has named a geocoder: the security policy follows the configuration. */
async function builtWith(host: string): Promise<string> {
  const publicDir = mkdtempSync(join(tmpdir(), 'geocoder-public-'));
  const folder = mkdtempSync(join(tmpdir(), 'geocoder-site-'));
  cpSync('public', publicDir, { recursive: true, filter: (file) => !file.includes('streets') });
  const config = {
    layers: 'layers/',
    basemap: { kind: 'overview' },
    geocoder: { url: `http://${host}/api?q={query}&lang={language}`, attribution: '© Sökarna' },
  };
  writeFileSync(join(publicDir, 'config.json'), JSON.stringify(config));
  await build({ logLevel: 'error', publicDir, build: { outDir: folder, emptyOutDir: true } });
  return folder;
}

test('another server is asked only when nothing is found here, and only when its name is pressed', async ({
  driver,
  page,
}) => {
  test.setTimeout(150_000);
  const geocoder = await startGeocoder();
  const site = await startHost(await builtWith(geocoder.host));
  await page.goto(`${site.origin}/`);
  const field = driver.panel.getByRole('combobox', { name: /^Sök/ });
  const ask = driver.panel.getByRole('button', { name: `Sök hos ${geocoder.host}` });
  await field.fill('vasaparken');
  await expect(driver.panel.getByRole('option').first()).toBeVisible();
  await expect(ask).toHaveCount(0);
  await field.fill('Zackes gränd 4');
  await expect(ask).toBeVisible();
  await expect(driver.panel.getByText(`Orden skickas då till ${geocoder.host}`)).toBeVisible();
  await page.waitForTimeout(1000);
  expect(geocoder.asked).toEqual([]);
  await driver.hasNoAccessibilityFault();

  await ask.click();
  const found = driver.panel.getByRole('button', { name: 'Zackes gränd 4, <b>Staden</b>' });
  await expect(found).toBeVisible();
  expect(geocoder.asked).toEqual(['/api?q=Zackes%20gr%C3%A4nd%204&lang=sv']);
  await expect(driver.panel.getByText('© Sökarna')).toBeVisible();
  await driver.hasNoAccessibilityFault();
  await found.click();
  await expect(page).toHaveURL(/at=16\.49,59\.61/);
  await expect(driver.panel.getByText('Svar för en punkt')).toBeVisible();

  await field.fill('qqqq wwww');
  await ask.click();
  await expect(driver.panel.getByText(`${geocoder.host} hittade inget heller.`)).toBeVisible();
  geocoder.fail();
  await ask.click();
  await expect(driver.panel.getByText(`${geocoder.host} svarade inte.`)).toBeVisible();
  geocoder.stop();
  await site.stop();
});
