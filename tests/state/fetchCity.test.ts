import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import * as vasteras from '../../geodata/vasteras.ts';
import { checkedCity, checkedCollection } from '../../src/state/checkBuilt.ts';
import { fetchCity, fetchLayer, fetchManifest } from '../../src/state/fetchCity.ts';

const { files, manifest } = assemble(vasteras);
/** What the server answers with instead of the built file. */
const spoiled = new Map<string, string>();
let server: Server;
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    const text = spoiled.get(name) ?? files.get(name);
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

const entryOf = (id: string) => manifest.layers.find((entry) => entry.id === id)!;

describe('what the page fetches', () => {
  it('is the manifest, the city and every layer, as they were built', async () => {
    expect(await fetchManifest(folder)).toEqual(manifest);
    expect((await fetchCity(folder, manifest)).totalSek).toBe(15_000_000);
    for (const entry of manifest.layers) {
      const content = await fetchLayer(folder, entry);
      const features = content.role === 'context' ? content.collection.features : content.features;
      expect([entry.id, features.length]).toEqual([entry.id, entry.count]);
    }
  });

  it('is refused when it is not the file that was built, by name', async () => {
    const { file } = entryOf('platser');
    spoiled.set(file, (files.get(file) ?? '').replace('measureIds', 'measureids'));
    await expect(fetchLayer(folder, entryOf('platser'))).rejects.toMatchObject({
      part: 'layer',
      detail: expect.stringContaining(`${file}: not the file that was built`),
    });
    spoiled.set(manifest.cityFile, '{}');
    await expect(fetchCity(folder, manifest)).rejects.toMatchObject({ part: 'city' });
    spoiled.clear();
  });

  it('is named when it is missing or malformed', async () => {
    const missing = { ...entryOf('platser'), file: 'borta.00000000.geojson' };
    await expect(fetchLayer(folder, missing)).rejects.toMatchObject({
      part: 'layer',
      detail: expect.stringContaining('404'),
    });
    spoiled.set('manifest.json', '{"schemaVersion": 2}');
    await expect(fetchManifest(folder)).rejects.toMatchObject({
      part: 'manifest',
      detail: expect.stringContaining('schemaVersion'),
    });
    spoiled.clear();
  });

  it('passes the schemas that stand in where a browser cannot hash', () => {
    const read = (name: string): unknown => JSON.parse(files.get(name) ?? '');
    expect(checkedCity(read(manifest.cityFile)).id).toBe(vasteras.city.id);
    for (const { file, count } of manifest.layers)
      expect(checkedCollection(read(file)).features).toHaveLength(count);
    expect(() => checkedCollection({ type: 'FeatureCollection', features: [{}] })).toThrow('features.0');
  });

  it('leaves for later only what a map of the whole city does not show', () => {
    const late = manifest.layers.filter(({ isLate }) => isLate).map(({ id }) => id);
    expect(late.sort()).toEqual([
      'deso',
      'granslinjer',
      'ljus-och-sikt',
      'orter',
      'regso',
      'regso-etiketter',
    ]);
    expect(manifest.layers.filter(({ isLate, role }) => isLate && role === 'package')).toEqual([]);
  });
});
