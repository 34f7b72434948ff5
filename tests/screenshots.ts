import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { serve } from './bench/server.ts';
import { LIGHT_PICTURES } from './lightPictures.ts';

/** Makes the pictures of the README from the built site: `npm run build && npm run screenshots`. */
interface Picture {
  readonly name: string;
  readonly address: string;
  readonly width: number;
  readonly height: number;
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Names to take; all without any. */
const wanted = process.argv.slice(2);
const PICTURES: readonly Picture[] = [
  { name: 'resident-desktop', address: '/', width: 1280, height: 800 },
  {
    name: 'strak-desktop-night',
    address: '/?sel=feature:tryggt-strak-linje&theme=night',
    width: 1280,
    height: 800,
  },
  { name: 'list-desktop', address: '/?view=list', width: 1280, height: 800 },
  { name: 'area-phone', address: '/?sel=feature:vastra-stadsdelarna-mimer', width: 390, height: 844 },
  ...LIGHT_PICTURES,
];

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
for (const { name, address, width, height, act } of PICTURES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'sv-SE',
    reducedMotion: 'reduce',
  });
  await page.goto(origin + address);
  await page.locator('main').waitFor();
  if (!address.includes('list')) await page.locator('#map[data-idle]').waitFor({ timeout: 60_000 });
  await act?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
  console.log(`${name}.png`);
}
await browser.close();
server.close();
