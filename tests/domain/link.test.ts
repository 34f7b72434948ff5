import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { City } from '../../src/domain/city.ts';
import type { PlaceFeature } from '../../src/domain/feature.ts';
import { brokenLinks } from '../../src/domain/link.ts';
import { city } from '../fixtures/second-city/exempelstad.ts';

const text = { sv: 'Plats', en: 'Place', fi: 'Paikka' };
const place = (change: Partial<PlaceFeature['properties']> = {}): PlaceFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [14.1, 57.05] },
  properties: {
    kind: 'place',
    id: 'torget',
    name: text,
    category: 'centre',
    measureIds: ['gangvag'],
    namndId: 'gatunamnden',
    status: 'beslutad',
    provenance: { sourceIds: ['falt'], accuracy: 'surveyed', method: text },
    ...change,
  },
});
const kindsOf = (change: Partial<PlaceFeature['properties']>) =>
  brokenLinks(city, [place({ id: 'annan' }), place(change)]).map(
    ({ kind, featureId }) => `${featureId}: ${kind}`,
  );

describe('links between features and the city', () => {
  it('are whole when everything named exists', () => expect(kindsOf({})).toEqual([]));

  it('break on unknown measures, boards and sources', () => {
    expect(kindsOf({ measureIds: ['gangvag', 'fontan'] })).toEqual(['torget: unknown-measure']);
    expect(kindsOf({ namndId: 'parknamnden' })).toEqual(['torget: unknown-board']);
    const provenance = { sourceIds: ['falt', 'rykte'], accuracy: 'surveyed' as const, method: text };
    expect(kindsOf({ provenance })).toEqual(['torget: unknown-source']);
  });

  it('may name a board other than the one that pays', () => {
    expect(kindsOf({ namndId: 'fritidsnamnden' })).toEqual([]);
  });

  it('demand that every accuracy but surveyed says what is uncertain', () => {
    const provenance = { sourceIds: ['falt'], accuracy: 'derived' as const, method: text };
    expect(kindsOf({ provenance })).toEqual(['torget: uncertainty-missing']);
    expect(kindsOf({ provenance: { ...provenance, uncertainty: text } })).toEqual([]);
  });

  it('never let an illustration look decided or built', () => {
    const provenance = {
      sourceIds: ['falt'],
      accuracy: 'illustrative' as const,
      method: text,
      uncertainty: text,
    };
    expect(kindsOf({ provenance, status: 'beslutad' })).toEqual(['torget: illustration-official']);
    expect(kindsOf({ provenance, status: 'foreslagen' })).toEqual([]);
  });

  it('demand a feature for every measure that says it has places', () => {
    expect(brokenLinks(city, [])).toEqual([
      { kind: 'place-missing', message: 'measure "gangvag" says it has places, but no feature names it' },
    ]);
  });

  it('can never give a place to a measure that has none, whatever else the feature names', () => {
    const unplaced = city.measures.filter(({ reach }) => reach.kind !== 'places').map(({ id }) => id);
    expect(unplaced).toContain('stodlinje');
    const ids = city.measures.map(({ id }) => id);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), (measureIds) => {
        const found = brokenLinks(city, [place({ measureIds })]).filter(
          ({ kind }) => kind === 'place-not-allowed',
        );
        expect(found).toHaveLength(measureIds.filter((id) => unplaced.includes(id)).length);
      }),
    );
  });

  it('treat a measure as placeless the moment its reach says so', () => {
    const measures: City['measures'] = city.measures.map((measure) => ({
      ...measure,
      reach: { kind: 'protected', why: text },
    }));
    const found = brokenLinks({ ...city, measures }, [place()]);
    expect(found.map(({ kind }) => kind)).toEqual(['place-not-allowed']);
  });
});
