import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FeaturePropertiesSchema } from '../../src/domain/feature.ts';
import type { PlanFeature } from '../../src/domain/proposal.ts';
import { addFeatures } from '../../src/proposal/edits/addFeatures.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { removeFeatures } from '../../src/proposal/edits/removeFeatures.ts';
import { DISCLOSED_SQUARE_METRES, publish } from '../../src/proposal/publish.ts';
import { aCamera, aLight, aPlan, aProposal, LAWFUL, metresOf, plane } from './aPlan.ts';

const text = (sv: string) => ({ sv, en: sv, fi: sv });
const published = (drawn: PlanFeature[], city: PlanFeature[] = [], proposal = aProposal()) =>
  publish({
    ...aPlan(city, addFeatures(proposal, drawn)),
    plane,
    provenance: { sourceIds: ['forslag'], accuracy: 'approximate', method: text('Inritat i ett förslag') },
    squareName: text('Kamerabevakad ruta'),
    knownMeasureIds: new Set(['battre-belysning']),
  });
const collections = (files: readonly { name: string; text: string }[]): PlanFeature[] =>
  files.filter(({ name }) => name.endsWith('.geojson')).flatMap((file) => JSON.parse(file.text).features);

describe('publish', () => {
  it('writes only what the public schema knows', () => {
    const { files, summary } = published([
      aLight('l1', [0, 0], {
        heightMetres: 5,
        powerWatts: 30,
        priceSek: 9,
        note: 'internt',
        opticId: 'ts-path-m',
      }),
      aCamera('c1', [5, 5], { record: LAWFUL, note: 'internt' }),
    ]);
    for (const { properties } of collections(files))
      expect(v.safeParse(FeaturePropertiesSchema, properties).issues).toBeUndefined();
    const all = files.map((file) => file.text).join();
    for (const inner of ['internt', 'priceSek', 'record', LAWFUL.purpose]) expect(all).not.toContain(inner);
    expect(summary).toMatchObject({ published: { light: 1, camera: 1 }, camerasExact: ['c1'] });
  });
  it('writes nothing of a secret camera', () => {
    const { files, summary } = published([aCamera('hemlig-1', [5, 5], { disclosure: 'secret' })]);
    expect(files.map((file) => file.text).join()).not.toMatch(/hemlig|camera/);
    expect(summary.camerasSecret).toEqual(['hemlig-1']);
  });
  it('gives an area that is the same wherever in it the camera stands', () => {
    const metres = fc.double({ min: 0.5, max: DISCLOSED_SQUARE_METRES - 0.5, noNaN: true });
    const filesFor = (east: number, north: number, bearingDegrees: number) =>
      published([
        aCamera('gomd-7', [east, north], {
          disclosure: 'area',
          bearingDegrees,
          name: text('Kamera vid kiosken'),
        }),
      ]).files;
    const first = filesFor(1, 1, 0);
    fc.assert(
      fc.property(metres, metres, fc.integer({ min: 0, max: 359 }), (east, north, bearing) => {
        expect(filesFor(east, north, bearing)).toEqual(first);
      }),
    );
    expect(first.map((file) => file.text).join()).not.toMatch(/gomd|kiosken|bearing/);
    const [area] = collections(first);
    expect(v.safeParse(FeaturePropertiesSchema, area?.properties).issues).toBeUndefined();
    const corner = metresOf((area!.geometry as GeoJSON.Polygon).coordinates[0]![2]!);
    expect(corner[0]).toBeCloseTo(DISCLOSED_SQUARE_METRES, 3);
  });
  it('does not tell how many cameras a square has', () => {
    const one = published([aCamera('a', [10, 10], { disclosure: 'area' })]);
    const two = published([
      aCamera('a', [10, 10], { disclosure: 'area' }),
      aCamera('b', [90, 90], { disclosure: 'area' }),
    ]);
    expect(two.files).toEqual(one.files);
    expect(two.summary.camerasAsArea).toEqual(['a', 'b']);
  });
  it('withdraws what the proposal removes, and a camera that was public and no longer may be', () => {
    const proposal = removeFeatures(
      changeProperties(aProposal(), { ids: ['c1'], patch: { disclosure: 'secret' } }),
      ['l1'],
    );
    const { summary } = published(
      [],
      [aLight('l1', [0, 0]), aCamera('c1', [1, 1]), aLight('l2', [2, 2])],
      proposal,
    );
    expect(summary.withdrawn).toEqual(['l1', 'c1']);
  });
  it('stops at a feature without measure and a decided camera without record', () => {
    const { files, blockers } = published([
      aLight('l1', [0, 0], { measureIds: [] }),
      aCamera('c1', [0, 0], { status: 'beslutad' }),
    ]);
    expect(files).toEqual([]);
    expect(blockers.map(({ code }) => code)).toEqual(['feature-without-measure', 'camera-record-incomplete']);
  });
});
