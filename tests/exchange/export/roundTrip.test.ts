import fc from 'fast-check';
import type { Feature, Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { PLAIN_COMMA } from '../../../src/exchange/csv/write.ts';
import { type ExportRequest, exportFile } from '../../../src/exchange/export/exportFile.ts';
import { eachPosition } from '../../../src/exchange/geojson/geometry.ts';
import type { ImportResult } from '../../../src/exchange/importResult.ts';
import { LOCAL, read, TM } from '../city.ts';

type Properties = Record<string, string | number | boolean>;
type Item = Feature<Geometry, Properties>;

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const position = fc.tuple(degrees(16, 17), degrees(59.35, 59.9)).map((pair): Position => pair);
const line = fc.array(position, { minLength: 2, maxLength: 6 });
/** A rectangle with a hole, wound as RFC 7946 asks, so that writing need not turn it. */
const polygon = fc
  .tuple(degrees(16, 16.9), degrees(59.35, 59.8), degrees(0.001, 0.05))
  .map(([x, y, size]) => {
    const square = (x0: number, y0: number, s: number): Position[] => [
      [x0, y0],
      [x0 + s, y0],
      [x0 + s, y0 + s],
      [x0, y0 + s],
      [x0, y0],
    ];
    return [square(x, y, size), square(x + size / 4, y + size / 4, size / 2).reverse()];
  });
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  polygon.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  fc
    .array(line, { minLength: 2, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
  fc
    .array(polygon, { minLength: 2, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
);
/** Text that every format can hold: no controls, no outer blanks (XML readers may drop those). */
const text = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((value) => value === value.trim() && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value));
const properties = fc.record(
  {
    namn: text,
    '<b>&"härlig" = \'fält\'': text,
    watt: fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
      .map((value) => (Object.is(value, -0) ? 0 : value)),
    antal: fc.integer(),
    tänd: fc.boolean(),
  },
  { requiredKeys: ['namn'] },
);
const items = fc.array(
  fc.record({
    type: fc.constant('Feature' as const),
    geometry,
    properties: properties as fc.Arbitrary<Properties>,
  }),
  { minLength: 1, maxLength: 12 },
);

const numbers = (one: Geometry): number[] => {
  const all: number[] = [];
  eachPosition(one, (place) => all.push(...place));
  return all;
};
const order = (one: { geometry: Geometry; properties: object }): string =>
  `${one.geometry.type} ${JSON.stringify(Object.entries(one.properties).sort())} ${numbers(one.geometry).map((value) => value.toFixed(5))}`;

function expectSame(result: ImportResult, expected: readonly Item[], tolerance = 1e-7): void {
  expect(result.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(result.features).toHaveLength(expected.length);
  const [got, wanted] = [
    result.features.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    expected.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
  ];
  got.forEach((feature, i) => {
    const other = wanted[i]!;
    expect(feature.geometry.type).toBe(other.geometry.type);
    expect(feature.properties).toEqual(other.properties);
    const [one, two] = [numbers(feature.geometry), numbers(other.geometry)];
    expect(one).toHaveLength(two.length);
    for (const [n, value] of one.entries()) expect(Math.abs(value - two[n]!)).toBeLessThanOrEqual(tolerance);
  });
}

async function roundTrip(features: readonly Item[], request: ExportRequest): Promise<ImportResult> {
  const { bytes, fileName, featureCount } = await exportFile(features, request);
  expect(featureCount).toBe(features.length);
  return read(fileName, bytes);
}

describe('what is exported and read back is equal', () => {
  it.each<ExportRequest>([
    { format: 'geojson', name: 'a' },
    { format: 'kml', name: 'a' },
    { format: 'geopackage', name: 'a' },
    { format: 'geopackage', name: 'a', crs: LOCAL },
    { format: 'geopackage', name: 'a', crs: TM },
  ])(
    '%j',
    async (request) => {
      await fc.assert(
        fc.asyncProperty(items, async (features) => {
          expectSame(await roundTrip(features, request), features);
        }),
        { numRuns: request.format === 'geopackage' ? 15 : 40 },
      );
    },
    30_000,
  );

  it.each<ExportRequest>([
    { format: 'csv', name: 'a' },
    { format: 'csv', name: 'a', style: PLAIN_COMMA },
    { format: 'csv', name: 'a', crs: LOCAL },
    { format: 'csv', name: 'a', crs: TM, style: PLAIN_COMMA },
  ])(
    '%j, values as text',
    async (request) => {
      const comma = request.format === 'csv' && request.style === undefined;
      const asText = (value: unknown): string =>
        typeof value === 'number' && comma ? String(value).replace('.', ',') : String(value);
      const textOnly = (feature: Item): Item => ({
        ...feature,
        properties: Object.fromEntries(
          Object.entries(feature.properties).map(([key, value]) => [key, asText(value)]),
        ),
      });
      const points = items.map((list) =>
        list.map(
          (one): Item => ({ ...one, geometry: { type: 'Point', coordinates: firstOf(one.geometry) } }),
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.oneof(items, points), async (features) => {
          expectSame(await roundTrip(features, request), features.map(textOnly));
        }),
        { numRuns: 40 },
      );
    },
    30_000,
  );

  it('gpx, with the names that GPX knows', async () => {
    const list = fc.array(fc.record({ position, name: text }), { minLength: 1 });
    const trails = fc.array(fc.record({ line, name: text }));
    await fc.assert(
      fc.asyncProperty(list, trails, async (points, tracks) => {
        const features: Item[] = [
          ...points.map(({ position: coordinates, name }) => ({
            type: 'Feature' as const,
            geometry: { type: 'Point' as const, coordinates },
            properties: { name },
          })),
          ...tracks.map(({ line: coordinates, name }) => ({
            type: 'Feature' as const,
            geometry: { type: 'LineString' as const, coordinates },
            properties: { name },
          })),
        ];
        expectSame(await roundTrip(features, { format: 'gpx', name: 'a' }), features);
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

const firstOf = (one: Geometry): Position => numbers(one).slice(0, 2);
