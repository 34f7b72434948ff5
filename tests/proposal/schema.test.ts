import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { missingInRecord, REQUIRED_BY_LAW } from '../../src/domain/cameraRecord.ts';
import type { PackageFeature } from '../../src/domain/feature.ts';
import {
  FeatureChangeSchema,
  type PlanFeature,
  PlanFeatureSchema,
  ProposalSchema,
} from '../../src/domain/proposal.ts';
import { addFeatures } from '../../src/proposal/edits/addFeatures.ts';
import { changeProperties } from '../../src/proposal/edits/changeProperties.ts';
import { aCamera, aLight, aProposal, aStrak, LAWFUL, square } from './aPlan.ts';

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;
const light = aLight('l1', [0, 0], { heightMetres: 5, opticId: 'ts-path-m', maintenanceFactor: 0.8 });

describe('the plan’s schema', () => {
  it('takes what the builders and edits make, and gives it back unchanged', () => {
    const drawn = [
      light,
      aCamera('c1', [1, 1], { record: LAWFUL }),
      aStrak('s1', [
        [0, 0],
        [9, 0],
      ]),
    ];
    const proposal = changeProperties(addFeatures(aProposal(), drawn), {
      ids: ['l1', 'c1'],
      patch: { name: { sv: 'Ny' }, powerWatts: null, record: { address: null } },
    });
    expect(v.parse(ProposalSchema, JSON.parse(JSON.stringify(proposal)))).toEqual(proposal);
  });
  it('takes every published feature', () => {
    const published: PackageFeature = {
      ...light,
      properties: {
        ...light.properties,
        strakId: 's1',
        heightMetres: 5,
        fluxLumens: 3000,
        provenance: { sourceIds: ['s'], accuracy: 'surveyed', method: light.properties.name },
      },
    } as Extract<PackageFeature, { properties: { kind: 'light' } }>;
    // The assignment is the test of the types, the parse that of the schema.
    const planned: PlanFeature = published;
    expect(v.parse(PlanFeatureSchema, planned)).toEqual(published);
  });
  it('refuses a feature that is not what its kind says', () => {
    const wrong = (properties: object, geometry: object = light.geometry) => ({
      ...light,
      geometry,
      properties: { ...light.properties, ...properties },
    });
    expect(accepts(PlanFeatureSchema, wrong({}, square(0, 0, 5)))).toBe(false);
    expect(accepts(PlanFeatureSchema, wrong({ kind: 'cannon' }))).toBe(false);
    expect(accepts(PlanFeatureSchema, wrong({ heightMetres: -1 }))).toBe(false);
    expect(accepts(PlanFeatureSchema, wrong({ maintenanceFactor: 1.2 }))).toBe(false);
    expect(accepts(PlanFeatureSchema, wrong({ id: 'Å b' }))).toBe(false);
    expect(accepts(PlanFeatureSchema, wrong({}, { type: 'Point', coordinates: [200, 0] }))).toBe(false);
    expect(accepts(PlanFeatureSchema, null)).toBe(false);
  });
  it('lets a change touch properties only, never identity or unknown things', () => {
    expect(accepts(FeatureChangeSchema, { heightMetres: 6, note: null, name: { sv: 'x' } })).toBe(true);
    for (const change of [
      { id: 'x' },
      { kind: 'camera' },
      { provenance: null },
      { onclick: 'x' },
      { heightMetres: 'x' },
    ])
      expect(accepts(FeatureChangeSchema, change)).toBe(false);
  });
  it('refuses a record with a date that is none', () => {
    expect(accepts(PlanFeatureSchema, aCamera('c1', [0, 0], { record: { assessmentDate: 'i våras' } }))).toBe(
      false,
    );
  });
});

describe('missingInRecord', () => {
  it('wants the five points of the register, sound and technique apart', () => {
    expect(missingInRecord(undefined, REQUIRED_BY_LAW)).toEqual([
      'address',
      'placeType',
      'purpose',
      'sound',
      'technique',
      'assessmentDate',
    ]);
    expect(missingInRecord(LAWFUL, REQUIRED_BY_LAW)).toEqual([]);
  });
});
