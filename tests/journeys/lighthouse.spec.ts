import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { expect, test } from './driver.ts';

/** The page as a search engine and a quality reviewer meet it. Speed is measured elsewhere: it depends on the machine. */
const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const ADDRESSES = [
  ['the page', '', 'desktop'],
  ['the page', '', 'phone'],
  ['the list', '?view=list', 'desktop'],
  ['the money', '?view=money', 'phone'],
  ['the story', '?view=story', 'desktop'],
] as const;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

test.describe.configure({ timeout: 120_000 });
test.skip(({ isMobile }) => isMobile, 'the form factor is the tool’s own');

for (const [name, address, form] of ADDRESSES)
  test(`Lighthouse has nothing to remark on ${name} (${form})`, async ({ baseURL }, { project }) => {
    const port = await freePort();
    const { launchOptions } = project.use;
    const browser = await chromium.launch({
      ...launchOptions,
      args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${port}`],
    });
    try {
      const run = await lighthouse(
        `${baseURL}/${address}`,
        { port, onlyCategories: CATEGORIES, logLevel: 'error' },
        form === 'desktop' ? desktopConfig : undefined,
      );
      const { categories = {}, audits = {} } = run?.lhr ?? {};
      const scores = Object.fromEntries(CATEGORIES.map((id) => [id, categories[id]?.score ?? null]));
      const remarks = Object.values(categories).flatMap(({ auditRefs }) =>
        auditRefs.flatMap(({ id, weight }) => {
          const score = audits[id]?.score ?? 1;
          return weight > 0 && score < 1 ? [`${id}: ${audits[id]?.title}`] : [];
        }),
      );
      expect(remarks).toEqual([]);
      expect(scores).toEqual(Object.fromEntries(CATEGORIES.map((id) => [id, 1])));
    } finally {
      await browser.close();
    }
  });
