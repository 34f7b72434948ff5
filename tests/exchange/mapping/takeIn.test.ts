import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../src/domain/feature.ts';
import { type PlanFeature, PlanFeatureSchema } from '../../../src/domain/proposal.ts';
import { type ExportRequest, exportFile } from '../../../src/exchange/export/exportFile.ts';
import type { ImportedFeature } from '../../../src/exchange/importResult.ts';
import { suggestMapping } from '../../../src/exchange/mapping/suggest.ts';
import { type TakeIn, takeIn } from '../../../src/exchange/mapping/takeIn.ts';
import { DEFAULT_USES, likelyUses } from '../../../src/exchange/mapping/uses.ts';
import { aCamera, aLight, at, plane } from '../../proposal/aPlan.ts';
import { LOCAL, OPTIONS, read } from '../city.ts';

let count = 0;
const question = (patch: Partial<TakeIn> = {}): TakeIn => ({
  uses: DEFAULT_USES,
  mapping: null,
  keepOwn: true,
  includeOutside: false,
  surroundings: OPTIONS.surroundings,
  links: { measureIds: ['battre-belysning'], namndId: 'n1' },
  disclosure: 'secret' as Disclosure,
  priceItemIds: { light: 'stolpe-armatur' },
  plane,
  newId: () => `nytt-${++count}`,
  nameOf: (kind, nth) => `${kind} ${nth}`,
  existing: () => undefined,
  ...patch,
});
const imported = (geometry: ImportedFeature['geometry'], properties = {}): ImportedFeature => ({
  type: 'Feature',
  geometry,
  properties,
  where: { file: 'prov.geojson', feature: 1 },
});
const square = [at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0)];

describe('taking a file in', () => {
  it('makes lights of a table in the city’s own system, with the table’s values', async () => {
    const table = 'Littera;N;E;Höjd (cm);Effekt W\nA1;6610613;152529;450;35\nA2;6610700;152600;hög;35';
    const result = await read('lampor.csv', table);
    const taken = takeIn(
      result.features,
      question({ mapping: suggestMapping('light', result.summary.fields) }),
    );
    expect(taken.features.map(({ properties }) => properties)).toEqual([
      expect.objectContaining({
        kind: 'light',
        heightMetres: 4.5,
        powerWatts: 35,
        priceItemId: 'stolpe-armatur',
      }),
      expect.objectContaining({
        kind: 'light',
        powerWatts: 35,
        measureIds: ['battre-belysning'],
        namndId: 'n1',
      }),
    ]);
    expect(taken.features.map(({ properties }) => properties.name.sv)).toEqual(['A1', 'A2']);
    expect(taken.problems).toEqual([
      expect.objectContaining({ code: 'value-not-a-number', where: expect.objectContaining({ row: 3 }) }),
    ]);
    for (const feature of taken.features)
      expect(v.safeParse(PlanFeatureSchema, feature).issues).toBeUndefined();
  });

  it('measures lines and areas in the plane, and parts what has several parts', () => {
    const taken = takeIn(
      [
        imported({
          type: 'MultiLineString',
          coordinates: [
            [at(0, 0), at(0, 250)],
            [at(9, 0), at(9, 30)],
          ],
        }),
        imported({ type: 'Polygon', coordinates: [square.map(([x, y]) => [x, y, 12])] }, { namn: 'Torget' }),
        imported({ type: 'MultiPoint', coordinates: [at(1, 1), at(2, 2)] }),
      ],
      question({ nameField: 'namn' }),
    );
    expect(taken.features.map(({ properties: { kind } }) => kind)).toEqual([
      'strak',
      'strak',
      'area',
      'light',
      'light',
    ]);
    expect(taken.features[0]?.properties).toMatchObject({ lengthMetres: 250, name: { sv: 'strak 1' } });
    const area = taken.features[2]?.properties;
    expect(area?.kind === 'area' && area.areaKm2).toBeCloseTo(0.01, 6);
    expect(area?.name.sv).toBe('Torget');
    for (const feature of taken.features)
      expect(v.safeParse(PlanFeatureSchema, feature).issues).toBeUndefined();
  });

  it('lays what exists already under the plan, and never as new', () => {
    const taken = takeIn(
      [
        imported({ type: 'Point', coordinates: at(0, 0) }, { höjd: 6 }),
        imported({ type: 'LineString', coordinates: [at(0, 0), at(5, 5)] }),
        imported({ type: 'Polygon', coordinates: [square] }),
      ],
      question({
        uses: { point: 'known-lamp', line: 'known-path', area: 'known-building' },
        mapping: { kind: 'light', fields: { heightMetres: { field: 'höjd', unit: 'm' } } },
      }),
    );
    expect(taken.features).toEqual([]);
    expect(taken.background.map(({ properties: { kind } }) => kind)).toEqual(['lamp', 'path', 'building']);
    expect(taken.background[0]?.properties).toMatchObject({ heightMetres: 6 });
    expect(taken.background[1]?.properties).toMatchObject({ lit: 'unknown' });
  });

  it('leaves what lies outside until the user says so, and counts it', () => {
    const far = imported({ type: 'Point', coordinates: [11.2, 49.46] });
    expect(takeIn([far], question())).toMatchObject({ features: [], outsideCount: 1 });
    expect(takeIn([far], question({ includeOutside: true })).features).toHaveLength(1);
  });

  it('says how many cameras no field gave a direction', () => {
    const cameras = [{ riktning: 90 }, {}].map((properties) =>
      imported({ type: 'Point', coordinates: at(0, 0) }, properties),
    );
    const taken = takeIn(
      cameras,
      question({
        uses: { ...DEFAULT_USES, point: 'camera' },
        mapping: { kind: 'camera', fields: { bearingDegrees: { field: 'riktning', unit: 'deg' } } },
      }),
    );
    expect(taken.withoutBearingCount).toBe(1);
    expect(
      taken.features.map(({ properties }) => properties.kind === 'camera' && properties.bearingDegrees),
    ).toEqual([90, 0]);
    expect(taken.features[0]?.properties).toMatchObject({ disclosure: 'secret' });
  });

  it('does not take a line without length or an area without extent', () => {
    const taken = takeIn(
      [
        imported({ type: 'LineString', coordinates: [at(0, 0), at(0, 0)] }),
        imported({ type: 'Polygon', coordinates: [[at(0, 0), at(1, 1), at(2, 2), at(0, 0)]] }),
      ],
      question(),
    );
    expect(taken.features).toEqual([]);
    expect(taken.problems.map(({ code }) => code)).toEqual(['geometry-broken', 'geometry-broken']);
  });
});

describe('a file of our own', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((value) => value === value.trim() && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value));
  const spot = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
  const light = fc
    .record({ spot, name: text, heightMetres: fc.double({ min: 1, max: 20, noNaN: true }), id: fc.uuid() })
    .map(({ spot: place, name, heightMetres, id }) =>
      aLight(`l-${id}`, place, { name: { sv: name, en: `${name}!`, fi: name }, heightMetres, note: '0045' }),
    );
  const camera = fc
    .record({ spot, bearing: fc.integer({ min: 0, max: 359 }), id: fc.uuid() })
    .map(({ spot: place, bearing, id }) =>
      aCamera(`c-${id}`, place, {
        bearingDegrees: bearing,
        record: { address: 'Storgatan 1', retentionDays: 3 },
      }),
    );
  const features = fc.array(fc.oneof<fc.Arbitrary<PlanFeature>[]>(light, camera), {
    minLength: 1,
    maxLength: 8,
  });
  const requests: ExportRequest[] = [
    { name: 'prov', format: 'geojson' },
    { name: 'prov', format: 'kml' },
    { name: 'prov', format: 'csv' },
    { name: 'prov', format: 'csv', crs: LOCAL },
    { name: 'prov', format: 'geopackage' },
    { name: 'prov', format: 'geopackage', crs: LOCAL },
  ];

  it.each(requests)('comes back from $format exactly as it was', async (request) => {
    await fc.assert(
      fc.asyncProperty(features, async (wanted) => {
        const written = await exportFile(wanted as never, request);
        const back = takeIn((await read(written.fileName, written.bytes)).features, question());
        const byId = (list: readonly PlanFeature[]) =>
          list.map(({ properties }) => properties).toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(back.features)).toEqual(byId(wanted));
        const [one, other] = [back.features, wanted].map(
          (list) =>
            new Map(list.map((feature) => [feature.properties.id, feature.geometry.coordinates as number[]])),
        );
        for (const [id, [lng = 0, lat = 0] = []] of other!) {
          expect(one!.get(id)?.[0]).toBeCloseTo(lng, 7);
          expect(one!.get(id)?.[1]).toBeCloseTo(lat, 7);
        }
      }),
      { numRuns: request.format === 'geopackage' ? 10 : 30 },
    );
  });

  it('is not added twice, and gets a new id where the plan has another thing under its own', () => {
    const lamp = aLight('l1', [0, 0]);
    const file = [imported(lamp.geometry, lamp.properties as never)];
    expect(takeIn(file, question({ existing: () => lamp }))).toMatchObject({
      features: [],
      alreadyThereCount: 1,
    });
    const moved = aLight('l1', [50, 0]);
    const [added] = takeIn(file, question({ existing: () => moved })).features;
    expect(added?.properties.id).toMatch(/^nytt-/);
  });

  it('is read like any other file when its kind is one we know but its values are not', () => {
    const odd = imported(
      { type: 'Point', coordinates: at(0, 0) },
      { kind: 'light', id: 'ÅÄÖ', name: 'Lampa' },
    );
    expect(takeIn([odd], question()).features[0]?.properties.id).toMatch(/^nytt-/);
  });
});

describe('the likely use of points', () => {
  const field = (name: string) => ({ name, filled: 3, numeric: 3, samples: ['4'] });
  it('is cameras where fields speak of cameras', () => {
    expect(likelyUses([field('brännvidd'), field('synfält')]).point).toBe('camera');
    expect(likelyUses([field('effekt'), field('höjd')]).point).toBe('light');
  });
});
