import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { serve } from './bench/server.ts';

/** Makes the pictures of the README from the built site: `npm run build && npm run screenshots`. */
const PICTURES = [
  { name: 'resident-desktop', address: '/', width: 1280, height: 800 },
  {
    name: 'strak-desktop-night',
    address: '/?sel=feature:tryggt-strak-linje&theme=night',
    width: 1280,
    height: 800,
  },
  { name: 'list-desktop', address: '/?view=list', width: 1280, height: 800 },
  { name: 'area-phone', address: '/?sel=feature:vastra-stadsdelarna-mimer', width: 390, height: 844 },
] as const;

const folder = new URL('./screenshots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const { server, origin } = await serve(['dist']);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ],
});
for (const { name, address, width, height } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'sv-SE',
    reducedMotion: 'reduce',
  });
  await page.goto(origin + address);
  await page.locator('main').waitFor();
  if (!address.includes('list')) await page.locator('#map[data-idle]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
  console.log(`${name}.png`);
}
await browser.close();
server.close();
