import { describe, expect, it } from 'vitest';
import { effectiveFeature, effectiveFeatures } from '../../src/proposal/apply.ts';
import { addFeature } from '../../src/proposal/edits/addFeatures.ts';
import { aimCamera, fieldOfViewDegrees } from '../../src/proposal/edits/aimCamera.ts';
import { changePrice, changePriceTerms } from '../../src/proposal/edits/changePrice.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { changeProposal } from '../../src/proposal/edits/changeProposal.ts';
import { changeStanding, changeStatus } from '../../src/proposal/edits/changeStatus.ts';
import { duplicateFeatures } from '../../src/proposal/edits/duplicateFeatures.ts';
import { linkMeasure } from '../../src/proposal/edits/linkMeasure.ts';
import { moveFeatures } from '../../src/proposal/edits/moveFeatures.ts';
import { removeFeatures } from '../../src/proposal/edits/removeFeatures.ts';
import { reshape } from '../../src/proposal/edits/reshape.ts';
import { restoreFeatures } from '../../src/proposal/edits/restoreFeatures.ts';
import { duplicateProposal } from '../../src/proposal/newProposal.ts';
import {
  aCamera,
  aLight,
  aPlan,
  aProposal,
  aStrak,
  at,
  counter,
  LAWFUL,
  metresOf,
  plane,
  square,
} from './aPlan.ts';

const cityLight = aLight('l1', [0, 0], { heightMetres: 5, powerWatts: 30 });

describe('addFeature', () => {
  it('adds what was drawn', () => {
    const plan = aPlan([cityLight]);
    const proposal = addFeature(plan.proposal, aLight('l2', [10, 0]));
    expect(effectiveFeatures({ ...plan, proposal }).map(({ properties }) => properties.id)).toEqual([
      'l1',
      'l2',
    ]);
  });
  it('refuses an id twice, also of what was removed', () => {
    const proposal = removeFeatures(addFeature(aProposal(), aLight('l2', [10, 0])), ['l2']);
    expect(() => addFeature(proposal, aLight('l2', [0, 0]))).toThrow('taken');
  });
});

describe('moveFeatures', () => {
  it('moves points, lines and areas by metres, and leaves the city untouched', () => {
    const area = {
      ...cityLight,
      geometry: square(0, 0, 10),
      properties: { ...cityLight.properties, id: 'a1', kind: 'area', areaKm2: 1e-4 },
    };
    const plan = aPlan([
      cityLight,
      aStrak('s1', [
        [0, 0],
        [50, 0],
      ]),
      area as never,
    ]);
    const proposal = moveFeatures(plan, { ids: ['l1', 's1', 'a1', 'unknown'], by: [3, -4], plane });
    const moved = { ...plan, proposal };
    const light = effectiveFeature(moved, 'l1')!;
    const line = effectiveFeature(moved, 's1')!.geometry as GeoJSON.LineString;
    const ring = (effectiveFeature(moved, 'a1')!.geometry as GeoJSON.Polygon).coordinates[0]!;
    for (const [position, expected] of [
      [(light.geometry as GeoJSON.Point).coordinates, [3, -4]],
      [line.coordinates[1], [53, -4]],
      [ring[2], [13, 6]],
    ] as const) {
      expect(metresOf(position!)[0]).toBeCloseTo(expected[0], 3);
      expect(metresOf(position!)[1]).toBeCloseTo(expected[1], 3);
    }
    expect(Object.keys(proposal.changed)).toEqual(['l1', 's1', 'a1']);
    expect(proposal.added).toEqual({});
  });
});

describe('changeProperties', () => {
  it('changes many at once, deep in names and records, and null takes away', () => {
    const plan = aPlan([cityLight, aCamera('c1', [5, 5], { record: { purpose: 'x', address: 'y' } })]);
    let proposal = changeProperties(plan.proposal, { ids: ['l1', 'c1'], patch: { name: { sv: 'Nytt' } } });
    proposal = changeProperties(proposal, { ids: ['l1'], patch: { heightMetres: 6, powerWatts: null } });
    proposal = changeProperties(proposal, {
      ids: ['c1'],
      patch: { record: { purpose: null, sound: 'none' } },
    });
    const [light, camera] = effectiveFeatures({ ...plan, proposal });
    expect(light!.properties).toMatchObject({ name: { sv: 'Nytt', en: 'l1' }, heightMetres: 6 });
    expect('powerWatts' in light!.properties).toBe(false);
    expect(camera!.properties).toMatchObject({ record: { address: 'y', sound: 'none' } });
    expect(camera!.properties).not.toHaveProperty('record.purpose');
  });
  it('keeps what is not changed the same object from edit to edit', () => {
    const plan = aPlan([cityLight, aLight('l2', [9, 9])]);
    const first = {
      ...plan,
      proposal: changeProperties(plan.proposal, { ids: ['l1'], patch: { heightMetres: 6 } }),
    };
    const second = {
      ...plan,
      proposal: changeProperties(first.proposal, { ids: ['l2'], patch: { heightMetres: 7 } }),
    };
    expect(effectiveFeature(second, 'l1')).toBe(effectiveFeature(first, 'l1'));
  });
});

describe('removeFeatures and restoreFeatures', () => {
  it('remove from the city and from the drawn, and bring back', () => {
    const plan = aPlan([cityLight], addFeature(aProposal(), aLight('l2', [1, 1])));
    const proposal = removeFeatures(plan.proposal, ['l1', 'l2']);
    expect(effectiveFeatures({ ...plan, proposal })).toEqual([]);
    expect(effectiveFeatures({ ...plan, proposal: restoreFeatures(proposal, ['l2']) })).toHaveLength(1);
  });
});

describe('reshape', () => {
  it('gives a stråk its new length, an area its size without holes', () => {
    const area = {
      ...cityLight,
      geometry: square(0, 0, 10),
      properties: { ...cityLight.properties, id: 'a1', kind: 'area', areaKm2: 1 },
    };
    const plan = aPlan([
      aStrak('s1', [
        [0, 0],
        [50, 0],
      ]),
      area as never,
    ]);
    const line = { type: 'LineString' as const, coordinates: [at(0, 0), at(30, 40), at(30, 100)] };
    const holed = {
      type: 'Polygon' as const,
      coordinates: [square(0, 0, 100).coordinates[0]!, square(10, 10, 20).coordinates[0]!],
    };
    let proposal = reshape(plan, { id: 's1', geometry: line, plane });
    proposal = reshape({ ...plan, proposal }, { id: 'a1', geometry: holed, plane });
    expect(proposal.changed.s1?.lengthMetres).toBeCloseTo(110, 3);
    expect(proposal.changed.a1?.areaKm2).toBeCloseTo(0.0096, 8);
  });
  it('does not take a geometry of another kind', () => {
    const plan = aPlan([cityLight]);
    expect(reshape(plan, { id: 'l1', geometry: square(0, 0, 1), plane })).toBe(plan.proposal);
  });
});

describe('aimCamera', () => {
  const plan = aPlan([aCamera('c1', [0, 0], { sensorWidthMillimetres: 6.4 })]);
  const aimed = (aim: object) =>
    effectiveFeature({ ...plan, proposal: aimCamera(plan, { id: 'c1', ...aim }) }, 'c1')!.properties;
  it('keeps bearings within the circle', () => {
    expect(aimed({ bearingDegrees: -90 })).toMatchObject({ bearingDegrees: 270 });
    expect(aimed({ bearingDegrees: 360 })).toMatchObject({ bearingDegrees: 0 });
  });
  it('keeps field of view and focal length in agreement', () => {
    // w = 2f·tan(45°): half the sensor's width.
    expect(aimed({ fieldOfViewDegrees: 90 })).toMatchObject({
      focalLengthMillimetres: expect.closeTo(3.2, 9),
    });
    expect(aimed({ focalLengthMillimetres: 3.2 })).toMatchObject({
      fieldOfViewDegrees: expect.closeTo(90, 9),
    });
    expect(fieldOfViewDegrees(6.4, 6.4)).toBeCloseTo(53.13, 2);
  });
  it('leaves a light alone', () => {
    const other = aPlan([cityLight]);
    expect(aimCamera(other, { id: 'l1', bearingDegrees: 4 })).toBe(other.proposal);
  });
});

describe('linkMeasure', () => {
  it('adds, replaces and takes away', () => {
    const plan = aPlan([cityLight]);
    const linked = (how: 'add' | 'only' | 'remove', measureId: string) =>
      linkMeasure(plan, { ids: ['l1'], measureId, how }).changed.l1?.measureIds;
    expect(linked('add', 'm2')).toEqual(['battre-belysning', 'm2']);
    expect(linked('only', 'm2')).toEqual(['m2']);
    expect(linked('remove', 'battre-belysning')).toEqual([]);
    expect(linked('add', 'battre-belysning')).toBeUndefined();
  });
});

describe('duplicateFeatures', () => {
  it('copies without the legal record and the provenance, as proposed', () => {
    const plan = aPlan([aCamera('c1', [0, 0], { record: LAWFUL, status: 'i-drift' })]);
    const proposal = duplicateFeatures(plan, { ids: ['c1'], by: [5, 0], plane, newId: counter('copy') });
    const copy = proposal.added['copy-1']!;
    expect(copy.properties).toMatchObject({ id: 'copy-1', status: 'foreslagen', bearingDegrees: 0 });
    expect(copy.properties).not.toHaveProperty('record');
    expect(metresOf((copy.geometry as GeoJSON.Point).coordinates)[0]).toBeCloseTo(5, 3);
  });
});

describe('changeStatus and changeStanding', () => {
  const plan = aPlan([cityLight, aCamera('c1', [0, 0])]);
  it('let lights be decided, but not together with a camera without record', () => {
    expect(changeStatus(plan, ['l1'], 'beslutad').proposal.changed.l1).toEqual({ status: 'beslutad' });
    const refused = changeStatus(plan, ['l1', 'c1'], 'beslutad');
    expect(refused.proposal).toBe(plan.proposal);
    expect(refused.blockers).toMatchObject([{ code: 'camera-record-incomplete', ids: ['c1'] }]);
  });
  it('let a camera be decided once § 10 and the § 9 date are stated', () => {
    const proposal = changeProperties(plan.proposal, { ids: ['c1'], patch: { record: LAWFUL } });
    expect(changeStatus({ ...plan, proposal }, ['c1'], 'beslutad').blockers).toEqual([]);
    const without = changeProperties(proposal, { ids: ['c1'], patch: { record: { assessmentDate: null } } });
    expect(changeStatus({ ...plan, proposal: without }, ['c1'], 'beslutad').blockers[0]?.params.fields).toBe(
      'assessmentDate',
    );
  });
  it('hold the proposal itself to the same', () => {
    const proposal = addFeature(plan.proposal, aCamera('c2', [9, 9]));
    expect(changeStanding({ ...plan, proposal }, 'beslutad').blockers).toHaveLength(1);
    expect(changeStanding({ ...plan, proposal }, 'arkiverad').proposal.status).toBe('arkiverad');
  });
});

describe('the proposal itself', () => {
  it('is renamed, priced and duplicated', () => {
    const item = {
      id: 'kamera',
      name: 'Kamera',
      unit: 'piece',
      investmentSek: 1,
      yearlySek: 2,
      basis: 'bekraftad',
    } as const;
    let proposal = changePrice(changeProposal(aProposal(), { name: 'B' }), item);
    proposal = changePriceTerms(proposal, { vat: 'included' });
    expect(proposal).toMatchObject({ name: 'B', prices: { vat: 'included', items: { kamera: item } } });
    const copy = duplicateProposal(
      { ...proposal, status: 'beslutad', updatedAt: 'x' },
      { id: 'p2', name: 'C', at: '2026-11-23T00:00:00.000Z' },
    );
    expect(copy).toMatchObject({ id: 'p2', name: 'C', status: 'utkast', prices: proposal.prices });
    expect(copy.updatedAt).toBeUndefined();
  });
});
