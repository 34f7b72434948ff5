import { city, expect, features, kronor, test } from './driver.ts';

test('the whole package can be read, and adds up, before the map is drawn', async ({ driver }) => {
  await driver.open();
  await expect(driver.panel.getByText(kronor(15_000_000)).first()).toBeVisible();
  await expect(driver.panel.getByText('9 anslag · 6 nämnder')).toBeVisible();
  for (const programme of city.programmes)
    await expect(driver.panel.getByRole('button', { name: programme.short.sv }).first()).toBeVisible();
  await driver.mapIsDrawn();
  expect(driver.complaints).toEqual([]);
});

for (const grant of city.grants) {
  const board = city.boards.find(({ id }) => id === grant.namndId);
  const measures = city.measures.filter(({ grantId }) => grantId === grant.id);
  const places = features.filter(({ properties }) =>
    properties.measureIds.some((id) => measures.some((m) => m.id === id)),
  );

  test(`grant ${grant.id}: from the panel to the map and back`, async ({ driver, page }) => {
    await driver.open();
    await driver.mapIsDrawn();
    const programme = city.programmes.find(({ id }) => id === grant.programmeId);
    const branch = driver.panel
      .locator('.tree > li')
      .filter({ hasText: programme?.short.sv ?? '' })
      .first();
    await branch.getByRole('button').first().click();
    await branch
      .locator('.tree-grant > .tree-row')
      .filter({ hasText: board?.name.sv ?? '' })
      .click();

    await expect(page).toHaveURL(new RegExp(`sel=grant:${grant.id}`));
    await expect(driver.panel.locator('.big-amount')).toHaveText(kronor(grant.amountSek));
    for (const measure of measures)
      await expect(driver.panel.getByText(measure.name.sv).first()).toBeVisible();

    if (places.length === 0) {
      await expect(driver.panel.getByText('Inga platser på kartan hör hit')).toBeVisible();
      const [measure] = measures;
      await driver.panel
        .getByRole('button', { name: measure?.name.sv ?? '' })
        .first()
        .click();
      if (measure && measure.reach.kind !== 'places')
        await expect(driver.panel.getByText(measure.reach.why.sv)).toBeVisible();
      return;
    }
    // One point of the grant, found in the panel, seen on the map, and found again by clicking it there.
    const place =
      places.find(({ properties }) => properties.kind === 'place') ??
      places.find(({ properties }) => properties.kind !== 'area' || !properties.reading) ??
      places[0]!;
    await page.goto(`/?sel=feature:${place.properties.id}`);
    await driver.mapIsDrawn();
    await expect(page).toHaveURL(/#map=/);
    const url = page.url();
    await driver.back();
    await expect(driver.panel.locator('.tree')).toBeVisible();
    expect(page.url().split('#')[1]).toBe(url.split('#')[1]);
    await driver.clickMapAt(pointOn(place));
    await expect(driver.panel.locator('h2').first()).not.toHaveText('');
    const id = /sel=feature:([a-z0-9-]+)/.exec(page.url())?.[1];
    const found = features.find(({ properties }) => properties.id === id);
    expect(found, `what was clicked at ${place.properties.id}`).toBeDefined();
    for (const measureId of found?.properties.measureIds ?? []) {
      const measure = city.measures.find((candidate) => candidate.id === measureId);
      await expect(
        driver.panel.getByRole('button', { name: measure?.name.sv ?? '', exact: true }).first(),
      ).toBeVisible();
    }
    await expect(
      driver.panel
        .getByText(
          kronor(
            city.grants.find(
              (g) => g.id === city.measures.find((m) => m.id === found?.properties.measureIds[0])?.grantId,
            )?.amountSek ?? 0,
          ),
        )
        .first(),
    ).toBeVisible();
    await expect(driver.panel.getByText('Nämnden ansvarar')).toBeVisible();
    await expect(driver.panel.getByText('Hur vi vet')).toBeVisible();
  });
}

function pointOn(feature: (typeof features)[number]): [number, number] {
  const { geometry } = feature;
  if (geometry.type === 'Point') return geometry.coordinates as [number, number];
  if (geometry.type === 'LineString')
    return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] as [number, number];
  const ring = (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [];
  const [lngs, lats] = [ring.map(([lng]) => lng as number), ring.map(([, lat]) => lat as number)];
  return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

test('the board filter leaves only what the board pays for or answers for', async ({ driver, page }) => {
  await driver.open();
  await driver.panel.getByLabel('Visa bara det som hör till').selectOption('tekniska-namnden');
  await expect(driver.panel.getByText(kronor(2_000_000)).first()).toBeVisible();
  await expect(driver.panel.locator('.tree > li')).toHaveCount(1);
  await page.getByRole('button', { name: 'Lista' }).click();
  const named = page.locator('.table td[data-title="Nämnd"]');
  await expect(named.nth(5)).toBeAttached();
  const boards = await named.allTextContents();
  expect(boards.length).toBeGreaterThan(5);
  expect(new Set(boards).size).toBe(1);
});

test('a reading of the western districts can be chosen, and says that no boundary is published', async ({
  driver,
  page,
}) => {
  const [group] = city.readings;
  const other = group?.options.find(({ id }) => id !== group.defaultOptionId);
  const area = features.find(
    ({ properties }) => properties.kind === 'area' && properties.reading?.optionId === group?.defaultOptionId,
  );
  await driver.open(`?sel=feature:${area?.properties.id}`);
  await expect(driver.panel.getByText(group?.why.sv ?? '')).toBeVisible();
  await driver.panel.getByRole('radio', { name: other?.name.sv ?? '' }).check();
  await expect(page).toHaveURL(new RegExp(`reading=${group?.id}:${other?.id}`));
  await page.reload();
  await expect(driver.panel.getByRole('radio', { name: other?.name.sv ?? '' })).toBeChecked();
});

test('a protected measure explains itself and is nowhere on the map', async ({ driver, page }) => {
  const measure = city.measures.find(({ reach }) => reach.kind === 'protected');
  await driver.open(`?sel=measure:${measure?.id}`);
  await expect(driver.panel.getByText('Åtgärden visas aldrig på kartan')).toBeVisible();
  expect(features.some(({ properties }) => properties.measureIds.includes(measure?.id ?? ''))).toBe(false);
  await page.goBack();
});

test('the link carries selection, filter, viewport and language', async ({ driver, page }) => {
  await driver.open('?lang=en&board=kulturnamnden&sel=grant:d-kulturnamnden#map=13/59.61/16.52');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(driver.panel.getByText('of the whole package')).toBeVisible();
  await driver.panel.getByRole('button', { name: 'All measures and places' }).click();
  await expect(driver.panel.getByLabel('Show only what belongs to')).toHaveValue('kulturnamnden');
});
