import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { city, expect, test } from './driver.ts';

const PLACE = '?at=16.49,59.61';
const A4_POINTS = { width: 595, height: 842 };

test.skip(({ isMobile }) => isMobile, 'paper has one size');

/** Texts, sizes and the number of pictures of a PDF, page by page. */
async function readPdf(bytes: Uint8Array) {
  const file = await getDocument({ data: bytes, isEvalSupported: false, verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const page = await file.getPage(index + 1);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const { fnArray } = await page.getOperatorList();
      return {
        width: Math.round(width),
        height: Math.round(height),
        text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
        pictures: fnArray.filter((code) => code === OPS.paintImageXObject).length,
      };
    }),
  );
}

for (const [language, printIt, when] of [
  ['sv', 'Skriv ut', 'Utskrivet'],
  ['en', 'Print', 'Printed'],
  ['fi', 'Tulosta', 'Tulostettu'],
] as const)
  test(`the answer on A4 in ${language}: picture, scale, north, sources, date`, async ({ driver, page }) => {
    await page.addInitScript(() => {
      // The dialog belongs to the system; what the page lays out for it is printed below.
      window.print = () => document.documentElement.setAttribute('data-printing', '');
    });
    await driver.open(`${PLACE}&theme=night&lang=${language}`);
    await driver.mapIsDrawn();
    const title = await driver.panel.locator('h2').first().textContent();
    await page.getByRole('button', { name: printIt, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printing');
    await page.emulateMedia({ media: 'print' });
    const picture = page.locator('.print-sheet img');
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(300);
    const bar = await page.locator('.scale-bar').boundingBox();
    const drawn = await picture.boundingBox();
    // The bar measures the picture, so it is as wide; and the picture keeps its shape.
    expect(bar?.width).toBeCloseTo(drawn?.width ?? 0, 0);
    const shape = await picture.evaluate((node: HTMLImageElement) => node.naturalWidth / node.naturalHeight);
    expect((drawn?.width ?? 0) / (drawn?.height ?? 1)).toBeCloseTo(shape, 1);
    // Black on white, also for who reads at night.
    expect(await driver.panel.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(
      await driver.panel
        .locator('.kicker')
        .first()
        .evaluate((node) => getComputedStyle(node).color),
    ).toBe('rgb(51, 51, 51)');
    for (const tool of ['.map-pane', '.search', '.my-place', '.stage-bar button', '.doors', '.header-tools'])
      await expect(page.locator(tool).first()).toBeHidden();
    const pages = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const text = pages.map((sheet) => sheet.text).join(' ');
    expect(pages.length).toBeLessThanOrEqual(3);
    for (const sheet of pages) expect(sheet).toMatchObject(A4_POINTS);
    expect(text.replaceAll(/\s+/g, ' ')).toContain((title ?? '').replaceAll(/\s+/g, ' '));
    expect(pages.reduce((sum, sheet) => sum + sheet.pictures, 0)).toBeGreaterThan(0);
    expect(text).toContain(when);
    expect(text).toContain(String(new Date().getFullYear()));
    expect(text).toMatch(/\d\s?(m|km)\b/);
    for (const source of ['SCB', 'GeoNames']) expect(text).toContain(source);
    expect(text).toContain(city.packageTitle[language]);
    // After the printing the picture is let go.
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(picture).toHaveCount(0);
  });
