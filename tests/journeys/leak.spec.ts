import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DataSet } from '../../src/domain/dataset.ts';
import { expect, test } from './driver.ts';

const textFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !/\.(woff2|png|pmtiles|wasm)$/.test(file));

/** The practice sets as the device holds them, out of the log of steps. */
function practiceSets(page: Page): Promise<Record<string, unknown>[]> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: Record<string, unknown>[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name ?? ''));
      if (!database.objectStoreNames.contains('steps')) continue;
      for (const step of await answer(database.transaction('steps').objectStore('steps').getAll()))
        if (step.collection === 'datasets')
          found.push(
            Object.fromEntries(
              Object.entries(step.difference as Record<string, { after?: unknown }>).map(
                ([path, { after }]) => [path, after],
              ),
            ),
          );
    }
    return found;
  });
}

test('nothing of the council’s data is in the built site, and nothing leaves the device', async ({
  driver,
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'nothing differs');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });
  await driver.open('?room=council&desk=data');
  await page.getByRole('button', { name: 'Prova med övningsdata' }).click();
  await expect(page.getByRole('heading', { name: 'Övningsdata – påhittad enkät' })).toBeVisible();
  await expect.poll(async () => (await practiceSets(page)).length).toBe(2);
  const [incidents = {}, survey = {}] = (await practiceSets(page)) as Record<string, unknown>[];
  const lng = incidents['columns/lngE5'] as NonNullable<DataSet['columns']['lngE5']>;
  const lat = incidents['columns/latE5'] as NonNullable<DataSet['columns']['latE5']>;
  const starts = incidents['columns/startMinute'] as number[];
  expect(lng).toHaveLength(6000);

  // What a leak would look like: a pair of coordinates in either order, as degrees or as stored, a run of times or counts.
  const traces: string[] = [];
  for (let i = 0; i < lng.length; i += 97) {
    const [x = 0, y = 0] = [lng[i], lat[i]];
    traces.push(`${x},${y}`, `${x / 1e5},${y / 1e5}`, `${y / 1e5},${x / 1e5}`, `${x},${lng[i + 1]}`);
    traces.push(`${starts[i]},${starts[i + 1]}`, String((starts[i] ?? 0) * 60_000));
  }
  traces.push((survey['columns/count'] as number[]).slice(0, 12).join());
  traces.push(String(incidents.id), String(survey.id));
  const files = textFiles('dist');
  expect(files.length).toBeGreaterThan(20);
  const leaks: string[] = [];
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/\s/g, '');
    for (const trace of traces) if (text.includes(trace)) leaks.push(`${file}: ${trace}`);
  }
  expect(leaks).toEqual([]);
  expect(sent).toEqual([]);
});
