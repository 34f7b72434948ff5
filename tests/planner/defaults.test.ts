import { describe, expect, it } from 'vitest';
import type { City } from '../../src/domain/city.ts';
import type { PackageFeature } from '../../src/domain/feature.ts';
import { besideStrak, newFeature, usualGrantId, usualLinks } from '../../src/planner/defaults.ts';
import type { Atlas } from '../../src/state/atlas.ts';
import { aLight, aProposal, aStrak, at, plane } from '../proposal/aPlan.ts';

const grants = [
  { id: 'g-large', programmeId: 'p', namndId: 'n2', amountSek: 9_000_000 },
  { id: 'g-light', programmeId: 'p', namndId: 'n1', amountSek: 2_000_000 },
];
const measures = [
  { id: 'everyone', grantId: 'g-light', reach: { kind: 'municipality' } },
  { id: 'better-light', grantId: 'g-light', reach: { kind: 'places' } },
  { id: 'clubs', grantId: 'g-large', reach: { kind: 'places' } },
];
const atlasWith = (features: unknown[]): Atlas =>
  ({
    city: { grants, measures, boards: [{ id: 'n1' }] } as unknown as City,
    features: features as PackageFeature[],
    grants: new Map(grants.map((grant) => [grant.id, grant])),
    measures: new Map(
      measures.map((measure) => [
        measure.id,
        { measure, grant: grants.find(({ id }) => id === measure.grantId) },
      ]),
    ),
  }) as unknown as Atlas;
const city = atlasWith([
  aLight('l1', [0, 0], { measureIds: ['better-light'] }),
  aLight('l2', [9, 0], { measureIds: ['better-light'], namndId: 'n9' }),
]);

describe('what is usual', () => {
  it('is the grant that the city’s lights are paid from, though another is larger', () =>
    expect(usualGrantId(city)).toBe('g-light'));
  it('is the largest grant in a city without lights', () =>
    expect(usualGrantId(atlasWith([]))).toBe('g-large'));
  it('is the measure of the city’s others of the kind, and their board', () =>
    expect(usualLinks(city, 'light', 'g-light')).toEqual({ measureIds: ['better-light'], namndId: 'n1' }));
  it('is the grant’s measure with places where the kind is new, never one for everyone', () =>
    expect(usualLinks(city, 'camera', 'g-light').measureIds).toEqual(['better-light']));
  it('is the grant’s own board for another grant', () =>
    expect(usualLinks(city, 'light', 'g-large')).toEqual({ measureIds: ['clubs'], namndId: 'n2' }));
});

describe('a new light beside a stråk', () => {
  const strak = aStrak('s1', [
    [0, 0],
    [100, 0],
  ]);
  it('belongs to it and is turned towards it', () => {
    const beside = besideStrak(at(50, 4), [strak], plane);
    expect(beside?.strakId).toBe('s1');
    expect(beside?.rotationDegrees).toBeCloseTo(180, -1);
  });
  it('belongs to none when it stands far away', () =>
    expect(besideStrak(at(50, 40), [strak], plane)).toBeUndefined());
  it('gets a price and what is needed to compute its light', () => {
    const light = newFeature(
      { kind: 'light', id: 'new', name: 'Ljuspunkt 1', geometry: { type: 'Point', coordinates: at(50, 4) } },
      { atlas: city, proposal: { ...aProposal(), grantId: 'g-light' }, features: [strak], plane },
    );
    expect(light.properties).toMatchObject({
      kind: 'light',
      strakId: 's1',
      priceItemId: 'stolpe-armatur',
      measureIds: ['better-light'],
      status: 'foreslagen',
    });
  });
  it('a drawn stråk costs nothing by itself', () => {
    const drawn = newFeature(
      { kind: 'strak', id: 'new', name: 'Stråk 1', geometry: strak.geometry },
      { atlas: city, proposal: aProposal(), features: [], plane },
    );
    expect(drawn.properties.priceSek).toBe(0);
  });
});
