import type { Page } from '@playwright/test';

/** Pictures of light and sight in two real places, reached as a planner would: by opening files. */

const fixture = (name: string): string => new URL(`./fixtures/osm/${name}`, import.meta.url).pathname;

async function open(page: Page, name: string): Promise<void> {
  await page.getByLabel('Välj filer …').setInputFiles(fixture(name));
  const look = page.getByRole('button', { name: `Granska ${name}` });
  const add = page.getByRole('button', { name: 'Lägg till', exact: true });
  await look.or(add).first().waitFor();
  if (await look.isVisible()) await look.click();
  const outside = page.getByLabel(/utanför/);
  if (await outside.count()) await outside.first().check();
  await add.click();
}

async function showPlan(page: Page, place: string): Promise<void> {
  await page.getByLabel('Det nya förslagets namn').fill('Prov på en verklig plats');
  await page.getByRole('button', { name: 'Skapa förslag' }).click();
  await page.getByRole('button', { name: 'Filer', exact: true }).click();
  await open(page, `${place}.osm`);
  await open(page, `${place}-plan.geojson`);
  await page.getByRole('button', { name: 'Ljus och sikt' }).click();
  await page.getByLabel('Annat ljus på platsen').selectOption('listed');
  await page.locator('.analysis-card', { hasText: 'Provstråk' }).waitFor({ timeout: 60_000 });
  // the last word: it is taken back while something is still being worked out
  for (let quiet = 0; quiet < 4; quiet += 1) {
    await page.getByText('Uträknat.').waitFor({ timeout: 60_000 });
    await page.locator('#map[data-idle]').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1000);
  }
}

const picture = (place: string, name: string, center: string) => ({
  name,
  address: `/?room=planner&theme=night#map=${center}`,
  width: 1280,
  height: 800,
  act: (page: Page): Promise<void> => showPlan(page, place),
});

export const LIGHT_PICTURES = [
  picture('laufamholz', 'light-laufamholz', '17.4/49.46648/11.15930'),
  picture('berlin-siegessaeule', 'light-siegessaeule', '17.2/52.51440/13.35020'),
];
