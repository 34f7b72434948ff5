import { readFileSync } from 'node:fs';
import type { Driver } from './driver.ts';
import { city, expect, features, test } from './driver.ts';

type Texts = Record<string, string>;
const textsOf = (language: string): Texts => JSON.parse(readFileSync(`src/i18n/${language}.json`, 'utf8'));
const place = features.find(({ properties }) => properties.id === 'vasaparken-omrade');
if (!place) throw new Error('no area to ask about');

interface Visit {
  readonly texts: Texts;
  readonly language: string;
  /** What a size changes is looked through in one language; the words, in all. */
  readonly looksForFaults: boolean;
}

/** In the right language, with every text translated, and without a fault. */
async function isGood(driver: Driver, { texts, language, looksForFaults }: Visit): Promise<void> {
  await expect(driver.page.locator('html')).toHaveAttribute('lang', language);
  const words = new Set(((await driver.page.locator('body').textContent()) ?? '').split(/\s+/));
  expect(Object.keys(texts).filter((key) => words.has(key))).toEqual([]);
  if (looksForFaults) await driver.hasNoAccessibilityFault();
}

for (const language of ['sv', 'en', 'fi'] as const)
  test(`a whole visit in ${language}`, async ({ driver, page, isMobile }) => {
    test.setTimeout(150_000);
    const texts = textsOf(language);
    const t = (key: string): string => texts[key] ?? key;
    const looksForFaults = !isMobile || language === 'fi';
    const good = (): Promise<void> => isGood(driver, { texts, language, looksForFaults });
    await driver.open(`?lang=${language}`);
    await driver.mapIsDrawn();
    await expect(page).toHaveTitle(new RegExp(city.packageTitle[language]));
    await good();

    // Search and the answer; a name in the reader's own language leads to the same place.
    const field = driver.panel.locator('input[role="combobox"]');
    await field.fill(place.properties.name[language]);
    await driver.panel.getByRole('listbox').getByRole('option').first().click();
    await expect(driver.panel.getByRole('heading', { name: place.properties.name[language] })).toBeVisible();
    await expect(driver.panel.getByText(t('details.paidBy'))).toBeVisible();
    // What the city wrote is quoted in Swedish, and says that it is.
    for (const quote of await driver.panel.locator('blockquote').all())
      expect(
        await quote.evaluate(
          (node) => node.closest('[lang="sv"]') !== null || node.querySelector('[lang="sv"]') !== null,
        ),
      ).toBe(true);
    await good();
    await page.goto(`/?lang=${language}&at=16.49,59.61`);
    await expect(driver.panel.getByText(t('answer.nearest'), { exact: true })).toBeVisible();
    await driver.mapIsDrawn();
    await good();

    await page.getByRole('button', { name: t('app.view.list'), exact: true }).click();
    await expect(page.getByRole('heading', { name: t('list.title') })).toBeVisible();
    await good();
    await page.getByRole('button', { name: t('app.view.money'), exact: true }).click();
    await expect(page.getByRole('heading', { name: t('money.title') })).toBeVisible();
    await good();

    await page.goto(`/?lang=${language}&view=story`);
    const next = driver.panel.getByRole('button', { name: t('story.next') });
    for (const { id } of city.programmes) {
      await next.click();
      await expect(page).toHaveURL(new RegExp(`sel=programme:${id}`));
    }
    await next.click();
    for (const fact of city.aftermath)
      await expect(driver.panel.getByText(fact.text[language])).toBeAttached();
    await driver.mapIsDrawn();
    await good();

    await page.getByRole('button', { name: t('share.open'), exact: true }).click();
    await expect(page.getByRole('dialog', { name: t('share.title') })).toBeVisible();
    await good();
    await page.keyboard.press('Escape');
    if (!isMobile) {
      await page.getByRole('button', { name: t('keys.help') }).click();
      await expect(page.getByRole('dialog', { name: t('keys.help') })).toBeVisible();
      await good();
      await page.keyboard.press('Escape');
    }
    await page.goto(`/?lang=${language}&view=statement`);
    await expect(driver.panel.getByRole('heading', { name: t('statement.title') })).toBeVisible();
    await good();
    expect(driver.complaints).toEqual([]);
  });

test('the language can be changed in the middle, and everything follows', async ({ driver, page }) => {
  await driver.open('?view=list');
  for (const language of ['en', 'fi', 'sv'] as const) {
    await page.locator('.header-tools select').first().selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { name: textsOf(language)['list.title'] ?? '' })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(city.packageTitle[language]));
  }
});
