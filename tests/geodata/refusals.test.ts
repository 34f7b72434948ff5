import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import { handedOver } from '../../geodata/layers/handedOver.ts';
import type { CityModule, Recipe } from '../../geodata/recipe.ts';
import { type Refusal, Refused } from '../../geodata/refusal.ts';
import type { City } from '../../src/domain/city.ts';
import * as exempelstad from '../fixtures/second-city/exempelstad.ts';

const FIXTURES = 'geodata/refusals';
const module: CityModule = { ...exempelstad, sourcesRoot: join(import.meta.dirname, '../fixtures') };

/** The second city's own recipes, reading from the fixtures' root. */
const own: Recipe[] = exempelstad.layers.map((recipe) => ({
  ...recipe,
  make: (kitchen) =>
    recipe.make({
      ...kitchen,
      read: (file) => kitchen.read(`second-city/${file}`),
      consult: (file) => kitchen.consult(`second-city/${file}`),
    }),
}));

function refusalsOf(candidate: CityModule): readonly Refusal[] {
  try {
    assemble(candidate);
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
    throw error;
  }
  return [];
}

const withFile = (file: string): CityModule => {
  const text = exempelstad.city.name;
  const recipe = {
    id: 'prov',
    role: 'package',
    title: text,
    description: text,
    sourceIds: ['falt'],
  } as const;
  return { ...module, layers: [...own, handedOver({ ...recipe, file: `${FIXTURES}/${file}` })] };
};

const withCity = (change: Partial<City>): CityModule => ({
  ...module,
  city: { ...module.city, ...change },
  layers: own,
});

/** Fixture → the feature it must name and the words it must say. */
const FILES: Record<string, [feature: string, reason: RegExp]> = {
  'unknown-measure.geojson': ['torget', /no measure is called "fontan"/],
  'unknown-board.geojson': ['torget', /no board \(nämnd\) is called "parknamnden"/],
  'unknown-source.geojson': ['torget', /no source is called "rykte"/],
  'unknown-strak.geojson': ['lampa-9', /no stråk is called "stigen"/],
  'unknown-reading.geojson': ['parken-2', /no reading is called "parker\/snav"/],
  'no-measure.geojson': ['torget', /measureIds/],
  'protected-place.geojson': ['torget', /"stodlinje" has reach "protected" and may not be given a place/],
  'none-place.geojson': ['torget', /"utvardering" has reach "none"/],
  'municipality-place.geojson': ['torget', /"lovkort" has reach "municipality"/],
  'no-provenance.geojson': ['torget', /provenance/],
  'no-uncertainty.geojson': ['torget', /must say what is uncertain/],
  'official-illustration.geojson': ['torget', /"illustrative" may not have status "beslutad"/],
  'duplicate-id.geojson': ['parken', /duplicate id.*omraden\.geojson/],
  'wrong-geometry.geojson': ['torget', /a place cannot be a Polygon/],
  'outside.geojson': ['torget', /\[18\.07, 59\.33\] lies outside the surroundings of Exempelstad/],
  'swapped-axes.geojson': ['torget', /axes are swapped at \[57\.05, 14\.1\]/],
  'projected-tm.geojson': ['torget', /look like SWEREF 99 TM \(EPSG:3006\), not/],
  'projected-tm-north-first.geojson': ['torget', /SWEREF 99 TM \(EPSG:3006\) with north before east/],
  'projected-zone.geojson': ['torget', /look like SWEREF 99 13 30 \(EPSG:3008\)/],
  'projected-web.geojson': ['torget', /look like Web Mercator \(EPSG:3857\)/],
  'too-large.geojson': ['torget', /fit no coordinate system this city knows/],
  'self-intersecting.geojson': ['rosetten', /ring intersects itself at the sides/],
  'self-touching.geojson': ['rosetten', /ring intersects itself at the sides/],
  'hole-crossing.geojson': ['rosetten', /ring intersects itself at the sides/],
  'unclosed.geojson': ['rosetten', /ring is not closed: it starts at \[14\.1,57\.05\]/],
  'too-few-sides.geojson': ['rosetten', /ring has 2 sides/],
  'no-geometry.geojson': ['torget', /geometry/],
  'wrong-area.geojson': ['rutan', /areaKm2 says 3\.7, but the area is 0\.37\d km²/],
  'wrong-length.geojson': ['stigen', /lengthMetres says 900, but the line is 60\d m long/],
  'malformed.geojson': ['(whole file)', /malformed GEOJSON/],
  'malformed.kml': ['(whole file)', /malformed KML/],
  'not-a-collection.geojson': ['(whole file)', /is not a GeoJSON FeatureCollection/],
};

describe('a layer is refused', () => {
  it('never when it is right', () => expect(refusalsOf({ ...module, layers: own })).toEqual([]));

  it.each(Object.entries(FILES))('%s', (file, [feature, reason]) => {
    const refusals = refusalsOf(withFile(file));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.file).toContain(`${FIXTURES}/${file}`);
    expect(refusals[0]?.feature).toBe(feature);
    expect(refusals[0]?.reason).toMatch(reason);
  });

  it('with a test for every fixture', () => {
    const fixtures = readdirSync(join(import.meta.dirname, '../fixtures', FIXTURES));
    expect(fixtures.sort()).toEqual(Object.keys(FILES).sort());
  });

  it('when its file is missing', () => {
    const [refusal] = refusalsOf(withFile('nowhere.geojson'));
    expect(refusal).toMatchObject({ file: `${FIXTURES}/nowhere.geojson`, feature: '(whole file)' });
  });

  it('when another layer has its id', () => {
    const [first] = own;
    const reasons = refusalsOf({ ...module, layers: [...own, first!] }).map(({ reason }) => reason);
    expect(reasons[0]).toBe('duplicate layer id "omraden"');
  });

  it('when it names a source that the city does not have', () => {
    const [first, ...rest] = own;
    expect(refusalsOf({ ...module, layers: [{ ...first!, sourceIds: ['rykte'] }, ...rest] })).toEqual([
      {
        file: 'second-city/omraden.geojson (layer omraden)',
        feature: '(layer)',
        reason: 'no source is called "rykte"',
      },
    ]);
  });

  it('when its recipe loses a feature without a word', () => {
    const careless = own.map((recipe): Recipe => {
      if (recipe.id !== 'lampor') return recipe;
      const make: Recipe['make'] = (kitchen) => {
        const made = recipe.make(kitchen);
        return { ...made, features: made.features.slice(1) };
      };
      return { ...recipe, make };
    });
    expect(refusalsOf({ ...module, layers: careless })).toEqual([
      {
        file: 'second-city/lampor.gpx',
        feature: 'Lampa 1',
        reason: 'layer "lampor" neither shows it nor says why not',
      },
    ]);
  });

  it('when no feature names a measure that says it has places', () => {
    const refusals = refusalsOf({ ...module, layers: [] });
    expect(refusals[0]?.reason).toBe('measure "gangvag" says it has places, but no feature names it');
  });
});

describe('a city is refused', () => {
  const { city } = module;
  const reasonsOf = (change: Partial<City>) =>
    refusalsOf(withCity(change)).map(({ feature, reason }) => `${feature}: ${reason}`);
  const measure = (id: string, change: Partial<City['measures'][number]>) =>
    city.measures.map((own) => (own.id === id ? { ...own, ...change } : own));

  it('when its grants do not sum to its total', () => {
    expect(reasonsOf({ totalSek: 600_001 })).toEqual([
      'exempelstad: grants sum to 600000 SEK, not to the total of 600001',
    ]);
  });

  it('when known shares are more than the grant', () => {
    const share = { kind: 'known', amountSek: 300_001, sourceId: 'beslut' } as const;
    expect(reasonsOf({ measures: measure('gangvag', { share }) })).toEqual([
      "l-gatunamnden: known shares sum to 300001 SEK, more than the grant's 300000",
    ]);
  });

  it('when every share is known but they are less than the grant', () => {
    const share = { kind: 'known', amountSek: 199_999, sourceId: 'beslut' } as const;
    expect(reasonsOf({ measures: measure('lovkort', { share }) })).toEqual([
      "m-fritidsnamnden: shares sum to 199999 SEK, not to the grant's 200000",
    ]);
  });

  it('when a grant has no measure', () => {
    expect(reasonsOf({ measures: city.measures.filter(({ id }) => id !== 'lovkort') })).toEqual([
      'm-fritidsnamnden: grant has no measure',
    ]);
  });

  it('when something points at what does not exist', () => {
    const [first, ...rest] = city.grants;
    expect(reasonsOf({ grants: [{ ...first!, programmeId: 'x', namndId: 'y' }, ...rest] })).toEqual([
      'l-gatunamnden: no programme is called "x"',
      'l-gatunamnden: no board (nämnd) is called "y"',
    ]);
    const share = { kind: 'included', sourceId: 'z' } as const;
    expect(reasonsOf({ measures: measure('stodlinje', { grantId: 'w', share }) })).toEqual([
      'stodlinje: no grant is called "w"',
      'stodlinje: no source is called "z"',
      'm-gatunamnden: grant has no measure',
    ]);
  });

  it('when two of a kind have one id', () => {
    expect(reasonsOf({ boards: [...city.boards, city.boards[0]!] })).toEqual([
      'gatunamnden: duplicate board id',
    ]);
  });

  it('when an official text is not the document’s', () => {
    const lines = city.measures.map(({ officialText }) => officialText).slice(1);
    const titles = city.programmes.map(({ officialTitle }) => officialTitle);
    expect(reasonsOf({ document: { sourceId: 'beslut', lines: [...titles, ...lines] } })).toEqual([
      'gangvag: the document does not say "Belys gångvägen."',
    ]);
  });

  it('when it does not pass its schema', () => {
    expect(reasonsOf({ homeBounds: [2, 0, 1, 1] })[0]).toMatch(
      /^\(schema\): homeBounds: bounds: west < east/,
    );
  });
});
