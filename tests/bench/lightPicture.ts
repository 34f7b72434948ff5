import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CENTER, workspaceWith } from './planner.ts';
import { serve } from './server.ts';
import { median, type Row } from './table.ts';

/*
 * Question: how long from the hand's movement until the new light is on the map, when one lamp of 2 000 is dragged?
 * Method: the built page in Chromium, drawn in software, with the analysis desk open. One move at a time; the clock runs from the
 * pointer event to the moment when the glow's pixels are handed to the graphics card within a frame that the map draws,
 * and the page's frames in between are counted. The same page's own frame, while nothing but the map is moved, is told
 * beside it: in software drawing that is what most of the time goes to.
 */
const LIGHTS = 2_000;
const STEPS = 30;
const LATEST_MS = 3_000;
/** Between a picture and the next move. */
const STEP_MS = 250;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

interface Seen {
  movedAt: number;
  frames: number;
  readonly toPicture: { ms: number; frames: number }[];
  readonly frameMs: number[];
}

/** Watches pointer moves, frames and what is handed to the graphics card; runs in the page. */
function watchPage(): void {
  const seen: Seen = { movedAt: 0, frames: 0, toPicture: [], frameMs: [] };
  Object.assign(window, { seen });
  addEventListener(
    'pointermove',
    (event) => {
      seen.movedAt = event.timeStamp;
      seen.frames = 0;
    },
    true,
  );
  let last = performance.now();
  const count = (now: number): void => {
    seen.frames += 1;
    seen.frameMs.push(now - last);
    last = now;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const proto = WebGL2RenderingContext.prototype;
  for (const name of ['texImage2D', 'texSubImage2D'] as const) {
    const plain = proto[name] as (...all: unknown[]) => void;
    Object.assign(proto, {
      [name](this: WebGL2RenderingContext, ...all: unknown[]): void {
        plain.apply(this, all);
        const isGlow = all.some((part) => part instanceof HTMLCanvasElement || part instanceof ImageData);
        if (!isGlow || seen.movedAt === 0) return;
        seen.toPicture.push({ ms: performance.now() - seen.movedAt, frames: seen.frames });
        seen.movedAt = 0;
      },
    });
  }
}

const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

async function opened(page: Page, origin: string): Promise<{ x: number; y: number }> {
  const file = join(mkdtempSync(join(tmpdir(), 'workspace-')), 'arbetsfil.json');
  writeFileSync(file, workspaceWith(LIGHTS));
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watchPage);
  await page.goto(`${origin}/?room=planner&desk=analysis#map=17/${CENTER[1]}/${CENTER[0]}`);
  await page.locator('.plan-left input[type="file"]').setInputFiles(file);
  await page.locator('.plan-card', { hasText: 'Mätning' }).click({ timeout: 60_000 });
  await page.getByText('Uträknat.').waitFor({ timeout: 120_000 });
  await page.locator('#map[data-idle]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2_000);
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('the map has no box');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The map's own frame while it is panned: what any change on the screen costs here. */
async function frameMs(page: Page, { x, y }: { x: number; y: number }): Promise<number> {
  await page.mouse.move(x + 150, y + 150);
  await page.mouse.down();
  const from = (await seenIn(page)).frameMs.length;
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(x + 150 + step, y + 150);
    await page.waitForTimeout(16);
  }
  for (let step = 19; step >= 0; step--) {
    await page.mouse.move(x + 150 + step, y + 150);
    await page.waitForTimeout(16);
  }
  const { frameMs: all } = await seenIn(page);
  await page.waitForTimeout(400);
  await page.mouse.up();
  await page.waitForTimeout(1_500);
  return median(all.slice(from));
}

/** From the pointer to the picture on the map, one lamp of 2 000 dragged in the built page in `dist`. */
export async function benchLightPicture(): Promise<Row[]> {
  const { server, origin } = await serve(['dist']);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' });
  const { x, y } = await opened(page, origin);
  const own = await frameMs(page, { x, y });
  await page.mouse.move(x, y);
  await page.mouse.down();
  // Alt: nothing to snap to, so that each move is a new place
  await page.keyboard.down('Alt');
  await page.mouse.move(x + 8, y);
  await page.waitForTimeout(2_000);
  const before = (await seenIn(page)).toPicture.length;
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(x + 8 + step, y + step / 2);
    // one at a time: a picture that comes late must not be taken for the next move's
    await page
      .waitForFunction(
        (count) => (window as unknown as { seen: Seen }).seen.toPicture.length > count,
        before + step - 1,
        {
          timeout: LATEST_MS,
        },
      )
      .catch(() => {});
    await page.waitForTimeout(STEP_MS);
  }
  const pictures = (await seenIn(page)).toPicture.slice(before);
  await page.keyboard.up('Alt');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await browser.close();
  server.close();
  if (process.env.TELL) console.log(JSON.stringify(pictures));
  return [
    {
      what: `drag one lamp of ${LIGHTS}, pointer to the new light on the map`,
      value: `${median(pictures.map(({ ms }) => ms)).toFixed(0)} ms`,
      aim: `${pictures.length} of ${STEPS} moves`,
    },
    {
      what: '  in frames of the page',
      value: `${median(pictures.map(({ frames }) => frames))}`,
      aim: 'the same frame or the next',
    },
    { what: '  a frame of the map here, drawn in software', value: `${own.toFixed(0)} ms` },
  ];
}
