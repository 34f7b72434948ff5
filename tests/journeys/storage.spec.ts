import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { build, type Rollup } from 'vite';
import type {} from '../storage/inBrowser.ts';

/** The storage room alone, in a real browser with its real IndexedDB: nothing is stood in for. */
const ADDRESS = `http://localhost:${process.env.JOURNEY_PORT ?? 4173}/storage-journey`;
const ORIGIN = new URL(ADDRESS).origin;
let script = '';

test.skip(({ isMobile }) => isMobile, 'the room has no view that a size could change');

test.beforeAll(async () => {
  const entry = resolve(import.meta.dirname, '../storage/inBrowser.ts');
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  })) as Rollup.RollupOutput[];
  script = built[0]!.output[0].code;
});

async function served(context: BrowserContext, headers: Record<string, string> = {}): Promise<void> {
  await context.route(`${ADDRESS}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({
          contentType: 'text/javascript',
          headers: { 'access-control-allow-origin': '*' },
          body: script,
        })
      : route.fulfill({
          contentType: 'text/html',
          headers,
          body: '<!doctype html><title>storage</title><script type="module" crossorigin src="room.js"></script>',
        }),
  );
}

async function aTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${ADDRESS}/`);
  await page.waitForFunction(() => 'startStorage' in window);
  await page.evaluate(async () => {
    window.storage = await window.startStorage('journey');
  });
  return page;
}

test('what was drawn up to the last gesture is there after the tab was killed, and can be undone', async ({
  context,
}) => {
  await served(context);
  const page = await aTab(context);
  await page.evaluate(async () => {
    window.storage.create();
    window.storage.draw('l1');
    window.storage.draw('l2');
    await window.storage.settled();
  });
  const devtools = await context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => {});
  await page.waitForEvent('crash');

  const again = await aTab(context);
  expect(await again.evaluate(() => window.storage.lights())).toEqual(['l1', 'l2']);
  expect(await again.evaluate(() => window.storage.undo())).toBe('place-light');
  expect(await again.evaluate(() => window.storage.lights())).toEqual(['l1']);
});

test('a gesture is kept when the page is left in the very next moment', async ({ context }) => {
  await served(context);
  const page = await aTab(context);
  await page.evaluate(() => window.storage.create());
  const drawn: string[] = [];
  for (const id of ['l1', 'l2', 'l3', 'l4', 'l5']) {
    drawn.push(id);
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate((lightId) => {
        window.storage.draw(lightId);
        // busy as a page is that draws what was just done: it answers nobody until it is gone
        setTimeout(() => {
          location.reload();
          const end = performance.now() + 300;
          while (performance.now() < end);
        });
      }, id),
    ]);
    await page.waitForFunction(() => 'startStorage' in window);
    await page.evaluate(async () => {
      window.storage = await window.startStorage('journey');
    });
    expect(await page.evaluate(() => window.storage.lights())).toEqual(drawn);
  }
});

test('two tabs at once lose nothing', async ({ context }) => {
  await served(context);
  const first = await aTab(context);
  await first.evaluate(() => window.storage.create());
  const second = await aTab(context);
  await expect.poll(() => second.evaluate(() => window.storage.name())).toBe('Alternativ A');
  await Promise.all(
    [first, second].map((page, tab) =>
      page.evaluate(async (side) => {
        for (let count = 0; count < 20; count++) {
          window.storage.draw(`l${side}-${count}`);
          await new Promise((done) => setTimeout(done, 1));
        }
        await window.storage.settled();
      }, tab),
    ),
  );
  for (const page of [first, second]) {
    await expect.poll(() => page.evaluate(() => window.storage.lights().length)).toBe(40);
    await page.close();
  }
  const later = await aTab(context);
  expect(await later.evaluate(() => window.storage.lights().length)).toBe(40);
});

test('a full disk is said at once, the file still saves, and room made is used', async ({ context }) => {
  await served(context);
  const page = await aTab(context);
  const devtools = await context.newCDPSession(page);
  // Before the first write, because the browser remembers for a while how much room it found last.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: ORIGIN, quotaSize: 1 });
  await page.evaluate(async () => {
    window.storage.create();
    window.storage.rename(`Stor ${'x'.repeat(3_000_000)}`);
    await window.storage.settled();
  });
  expect(await page.evaluate(() => window.storage.status())).toMatchObject({
    kind: 'trouble',
    trouble: 'full',
  });
  expect(await page.evaluate(() => window.storage.file().includes('Stor xxx'))).toBe(true);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: ORIGIN });
  await page.evaluate(async () => {
    window.storage.draw('l1');
    await window.storage.settled();
  });
  expect(await page.evaluate(() => window.storage.status())).toEqual({ kind: 'saved' });
  await page.close();
  const again = await aTab(context);
  expect(await again.evaluate(() => window.storage.lights())).toEqual(['l1']);
  expect(await again.evaluate(() => window.storage.name()?.startsWith('Stor'))).toBe(true);
});

test('a page that may not store says so, and works', async ({ context }) => {
  // A sandboxed document has no origin of its own, and IndexedDB throws a SecurityError, as private modes do.
  await served(context, { 'content-security-policy': 'sandbox allow-scripts' });
  const page = await aTab(context);
  expect(await page.evaluate(() => window.storage.statuses()[0])).toMatchObject({
    kind: 'trouble',
    trouble: 'denied',
  });
  await page.evaluate(() => window.storage.create());
  expect(await page.evaluate(() => window.storage.file())).toContain('Alternativ A');
});

test('a browser without IndexedDB says so, and works', async ({ context }) => {
  await served(context);
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const page = await aTab(context);
  expect(await page.evaluate(() => window.storage.statuses()[0])).toMatchObject({
    kind: 'trouble',
    trouble: 'missing',
  });
  await page.evaluate(() => window.storage.create());
  expect(await page.evaluate(() => window.storage.name())).toBe('Alternativ A');
});

test('a database that does not answer is said, and the work is kept when it answers again', async ({
  context,
}) => {
  await served(context);
  const holder = await context.newPage();
  await holder.goto(`${ADDRESS}/`);
  // A page that holds the database, and a deletion that waits for it: every later request to open must wait.
  await holder.evaluate(async () => {
    const held = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('workspace-journey', 1);
      request.onsuccess = () => done(request.result);
    });
    indexedDB.deleteDatabase('workspace-journey');
    Object.assign(window, { held });
  });
  const page = await aTab(context);
  expect(await page.evaluate(() => window.storage.status())).toMatchObject({
    kind: 'trouble',
    trouble: 'silent',
  });
  await page.evaluate(() => window.storage.create());
  await holder.close();
  await page.evaluate(() => window.storage.retry());
  expect(await page.evaluate(() => window.storage.status())).toEqual({ kind: 'saved' });
  await page.close();
  const again = await aTab(context);
  expect(await again.evaluate(() => window.storage.name())).toBe('Alternativ A');
});

test('a database that another tab takes away is said to be closed', async ({ context }) => {
  await served(context);
  const page = await aTab(context);
  await page.evaluate(async () => {
    await new Promise<void>((done) => {
      const request = indexedDB.open('workspace-journey', 99);
      request.onsuccess = () => {
        request.result.close();
        done();
      };
    });
  });
  expect(await page.evaluate(() => window.storage.status())).toMatchObject({
    kind: 'trouble',
    trouble: 'closed',
  });
});

test('a proposal that cannot be read is told of, stays untouched and leaves with the workspace file', async ({
  context,
}) => {
  await served(context);
  const room = await context.newPage();
  await room.goto(`${ADDRESS}/`);
  await room.waitForFunction(() => 'startStorage' in window);
  await room.evaluate(async () => {
    window.storage = await window.startStorage('vasteras');
    window.storage.writeRaw('trasigt', { id: 'trasigt', name: 17, budgetSek: 'två miljoner' });
    window.storage.create();
    await window.storage.settled();
  });
  await room.close();
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/?room=planner&paper=trasigt`);
  const box = page.locator('.box', { hasText: 'Förslaget ”trasigt” går inte att läsa, men det är kvar.' });
  await expect(box).toContainText('Teknisk uppgift:');
  // the others open as ever, and are worked in
  await page.getByRole('button', { name: /^Alternativ A/ }).click();
  await expect(page.getByLabel('Förslagets namn')).toHaveValue('Alternativ A');
  await page.getByRole('combobox', { name: 'Läge' }).selectOption('Expedierat');
  await page.getByRole('button', { name: 'Alla förslag' }).click();
  await expect(box).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Spara arbetsfil' }).click();
  const content = readFileSync((await (await saving).path()) ?? '', 'utf8');
  expect(JSON.parse(content).records.proposals.trasigt).toMatchObject({
    name: 17,
    budgetSek: 'två miljoner',
  });
});
