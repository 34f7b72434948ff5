import { describe, expect, it } from 'vitest';
import type { PlanFeature } from '../../src/domain/proposal.ts';
import { allFindings } from '../../src/proposal/checks/allChecks.ts';
import { cameraRecords } from '../../src/proposal/checks/cameraRecords.ts';
import { duplicatePoles } from '../../src/proposal/checks/duplicatePoles.ts';
import { lightClearance } from '../../src/proposal/checks/lightClearance.ts';
import { poleInBuilding } from '../../src/proposal/checks/poleInBuilding.ts';
import { spending } from '../../src/proposal/checks/spending.ts';
import { supersededData } from '../../src/proposal/checks/supersededData.ts';
import { withoutMeasure } from '../../src/proposal/checks/withoutMeasure.ts';
import { addFeatures } from '../../src/proposal/edits/addFeatures.ts';
import { changePriceTerms } from '../../src/proposal/edits/changePrice.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { removeFeatures } from '../../src/proposal/edits/removeFeatures.ts';
import { moneyOf } from '../../src/proposal/money.ts';
import { aCamera, aLight, aPlan, aProposal, aStrak, LAWFUL, metresOf, plane, square } from './aPlan.ts';

const around = { plane, paths: [], buildings: [] };

describe('cameraRecords', () => {
  it('warns of a proposed camera, and stops a decided one', () => {
    const severity = (status: 'foreslagen' | 'beslutad') =>
      cameraRecords([aCamera('c1', [0, 0], { status })])[0]?.severity;
    expect(severity('foreslagen')).toBe('warning');
    expect(severity('beslutad')).toBe('error');
  });
  it('names each missing field of the register, and only those', () => {
    const { purpose: _gone, ...record } = LAWFUL;
    expect(cameraRecords([aCamera('c1', [0, 0], { record })])[0]?.params).toEqual({
      fields: 'purpose',
      count: 1,
    });
    expect(cameraRecords([aCamera('c1', [0, 0], { record: LAWFUL })])).toEqual([]);
  });
  it('does not accept an assessment that came out against the camera', () => {
    const record = { ...LAWFUL, assessmentOutcome: 'interest-does-not-outweigh' as const };
    expect(cameraRecords([aCamera('c1', [0, 0], { record })])[0]?.params.fields).toBe('assessmentOutcome');
  });
  it('asks a decided camera for signs, hours and storage time too', () => {
    const [found] = cameraRecords([aCamera('c1', [0, 0], { record: LAWFUL, status: 'beslutad' })]);
    expect(found).toMatchObject({ code: 'camera-operation-unstated', severity: 'warning' });
    expect(found?.params.fields).toContain('retentionDays');
  });
  it('lets exempt places be', () => {
    expect(cameraRecords([aCamera('c1', [0, 0], { record: { legalGround: 'exempt-place' } })])).toEqual([]);
  });
});

describe('lightClearance', () => {
  const strak = aStrak(
    's1',
    [
      [0, 0],
      [100, 0],
    ],
    { widthMetres: 3 },
  );
  const clearance = (north: number, features: PlanFeature[] = [strak]) =>
    lightClearance([...features, aLight('l1', [50, north])], around);
  it('measures from the edge, not the middle', () => {
    expect(clearance(2)).toEqual([]);
    expect(clearance(1.9)).toMatchObject([
      { ids: ['l1'], params: { clearanceMetres: 0.4, pathWidth: 'stated' } },
    ]);
    expect(clearance(0)).toMatchObject([{ params: { clearanceMetres: -1.5 } }]);
  });
  it('counts background paths, and says when a width is assumed', () => {
    const geometry = aStrak('x', [
      [0, 0],
      [100, 0],
    ]).geometry;
    const found = lightClearance([aLight('l1', [50, 1.7])], { ...around, paths: [{ geometry }] });
    expect(found).toMatchObject([{ params: { clearanceMetres: 0.45, pathWidth: 'assumed' } }]);
  });
  it('points at the pole', () => {
    expect(metresOf([...clearance(1)[0]!.place!])[0]).toBeCloseTo(50, 3);
  });
});

describe('poleInBuilding', () => {
  const yard: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [square(0, 0, 30).coordinates[0]!, square(10, 10, 10).coordinates[0]!],
  };
  const inside = (feature: PlanFeature) => poleInBuilding([feature], { ...around, buildings: [yard] });
  it('finds a pole in the house, not in its yard or beside it', () => {
    expect(inside(aLight('l1', [5, 5]))).toMatchObject([
      { code: 'pole-in-building', params: { depthMetres: 5 } },
    ]);
    expect(inside(aLight('l1', [15, 15]))).toEqual([]);
    expect(inside(aLight('l1', [31, 5]))).toEqual([]);
  });
  it('forgives a camera on the wall', () => {
    expect(inside(aCamera('c1', [0.5, 5]))).toEqual([]);
    expect(inside(aCamera('c1', [3, 5]))).toHaveLength(1);
  });
});

describe('duplicatePoles', () => {
  it('joins poles in one place into one finding', () => {
    const lights = [aLight('a', [0, 0]), aLight('b', [0.4, 0]), aLight('c', [0.8, 0]), aLight('d', [5, 0])];
    expect(duplicatePoles(lights, plane)).toMatchObject([{ ids: ['a', 'b', 'c'], params: { count: 3 } }]);
    expect(duplicatePoles([lights[0]!, aLight('e', [0.6, 0])], plane)).toEqual([]);
  });
});

describe('withoutMeasure', () => {
  it('finds features that nothing, or nothing known, pays for', () => {
    const known = new Set(['battre-belysning']);
    const features = [
      aLight('a', [0, 0]),
      aLight('b', [1, 0], { measureIds: [] }),
      aLight('c', [2, 0], { measureIds: ['gone'] }),
    ];
    expect(withoutMeasure(features, known).map(({ ids, params }) => [ids[0], params.unknown])).toEqual([
      ['b', ''],
      ['c', 'gone'],
    ]);
  });
});

describe('spending', () => {
  const spent = (priceSek: number) => {
    const plan = aPlan([], addFeatures(aProposal(), [aLight('a', [0, 0], { priceSek })]));
    return spending(moneyOf({ ...plan, latitudeDegrees: 59.6 }));
  };
  it('flags the first krona over the grant', () => {
    expect(spent(2_000_000)).toEqual([]);
    expect(spent(2_000_001)).toMatchObject([
      { code: 'spend-over-grant', severity: 'error', params: { overSek: 1 } },
    ]);
  });
  it('says when the price of energy is a guess', () => {
    const plan = aPlan([], addFeatures(aProposal(), [aLight('a', [0, 0], { priceSek: 1, powerWatts: 20 })]));
    const found = (energyBasis: 'antagande' | 'bekraftad') =>
      spending(
        moneyOf({
          ...plan,
          proposal: changePriceTerms(plan.proposal, { energyBasis }),
          latitudeDegrees: 59.6,
        }),
      ).map(({ code }) => code);
    expect(found('antagande')).toEqual(['energy-price-unconfirmed']);
    expect(found('bekraftad')).toEqual([]);
  });
  it('says what rests on assumptions, and what has no price', () => {
    const lights = [aLight('a', [0, 0], { priceItemId: 'kamera' }), aLight('b', [1, 0])];
    const plan = aPlan([], addFeatures(aProposal(), lights));
    expect(spending(moneyOf({ ...plan, latitudeDegrees: 59.6 }))).toMatchObject([
      { code: 'price-unconfirmed', ids: ['a'] },
      { code: 'price-missing', ids: ['b'] },
    ]);
  });
});

describe('supersededData', () => {
  const current = { manifestSha256: 'a'.repeat(64), date: '2026-11-01' };
  it('is silent on the release that the proposal was drawn on', () => {
    expect(supersededData(aPlan([aLight('l1', [0, 0])]), current)).toEqual([]);
  });
  it('tells of a new release, and of changes whose feature is gone, without losing them', () => {
    const proposal = changeProperties(removeFeatures(aProposal(), ['l2']), {
      ids: ['l1'],
      patch: { heightMetres: 6 },
    });
    const found = supersededData(aPlan([], proposal), { ...current, manifestSha256: 'b'.repeat(64) });
    expect(found).toMatchObject([
      { code: 'superseded-data' },
      { code: 'change-without-feature', ids: ['l1', 'l2'] },
    ]);
  });
});

describe('allFindings', () => {
  it('puts errors first and leaves the city’s own faults out', () => {
    const city = [aLight('old', [0, 0], { measureIds: [] }), aLight('older', [9, 0], { measureIds: [] })];
    const plan = aPlan(
      city,
      addFeatures(aProposal(), [
        aCamera('c1', [0, 3]),
        aLight('new', [20, 0], { measureIds: [], priceSek: 3e6 }),
      ]),
    );
    const found = allFindings({
      ...plan,
      ...around,
      latitudeDegrees: 59.6,
      knownMeasureIds: new Set(['battre-belysning']),
      current: { manifestSha256: 'b', date: '2026-12-01' },
    });
    expect(found.map(({ code }) => code)).toEqual([
      'feature-without-measure',
      'spend-over-grant',
      'camera-record-incomplete',
      'price-missing',
      'superseded-data',
    ]);
    expect(found[0]?.ids).toEqual(['new']);
  });
});
