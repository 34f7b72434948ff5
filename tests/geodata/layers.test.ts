import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../geodata/assemble.ts';
import { dataSources } from '../../geodata/city/dataSources.ts';
import * as vasteras from '../../geodata/vasteras.ts';
import { ComputedPropertiesSchema } from '../../src/domain/computed.ts';
import {
  type CameraFeature,
  ContextPropertiesSchema,
  FeaturePropertiesSchema,
  type LightFeature,
  ManifestSchema,
  type PackageFeature,
  type StrakFeature,
} from '../../src/domain/feature.ts';
import { trueBearingDegrees } from '../../src/geometry/bearing.ts';
import { nearestOnLine } from '../../src/geometry/line.ts';
import { type LngLat, planeOf } from '../../src/geometry/plane.ts';

const assembly = assemble(vasteras);
const { city } = vasteras;
const collection = (id: string) => {
  const entry = assembly.manifest.layers.find((layer) => layer.id === id);
  return JSON.parse(assembly.files.get(entry!.file)!) as { features: PackageFeature[] };
};
const featuresOf = (id: string) => collection(id).features;
const packaged = assembly.manifest.layers
  .filter(({ role }) => role === 'package')
  .flatMap(({ id }) => featuresOf(id));
const SCHEMAS = {
  package: FeaturePropertiesSchema,
  context: ContextPropertiesSchema,
  computed: ComputedPropertiesSchema,
};
const plane = planeOf(city.metricCrs.proj4);

describe('the layers', () => {
  it('are listed in a manifest that passes its schema and tells the truth', () => {
    expect(v.safeParse(ManifestSchema, assembly.manifest).issues).toBeUndefined();
    for (const { id, file, count, bytes, sha256 } of assembly.manifest.layers) {
      expect(featuresOf(id)).toHaveLength(count);
      expect(Buffer.byteLength(assembly.files.get(file)!)).toBe(bytes);
      expect(file).toContain(sha256.slice(0, 8));
    }
  });

  it('have as many features as their sources', () => {
    const counts = Object.fromEntries(assembly.manifest.layers.map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({
      kommun: 1,
      tatorter: 17,
      malaren: 1,
      vattendrag: 18,
      deso: 80,
      granslinjer: 186,
      regso: 46,
      e18: 1,
      jarnvag: 9,
      'regso-etiketter': 46,
      orter: 50,
      'vastra-stadsdelarna': 3,
      skultuna: 1,
      'norra-city': 1,
      vasaparken: 1,
      'tryggt-strak': 1,
      kameror: 5,
      platser: 12,
    });
    expect(counts.ljuspunkter).toBeGreaterThan(30);
    expect(counts.ljuspunkter).toBeLessThan(45);
  });

  it('pass the schema of their role', () => {
    for (const { id, role } of assembly.manifest.layers) {
      const schema = SCHEMAS[role];
      for (const { properties } of featuresOf(id))
        expect(v.safeParse(schema, properties).issues, id).toBeUndefined();
    }
  });

  it('leave out one outline of all that was received, and say why', () => {
    expect(assembly.leftOut).toHaveLength(1);
    expect(assembly.leftOut[0]).toMatchObject({
      file: 'package-areas/package_areas_candidates.geojson',
      feature: 'City/Centrum (DeSO 1980C1260)',
    });
  });

  it('give every grant either a place or a measure that explains why it has none', () => {
    const placed = new Set(packaged.flatMap(({ properties }) => properties.measureIds));
    for (const grant of city.grants) {
      const measures = city.measures.filter(({ grantId }) => grantId === grant.id);
      expect(measures.every(({ id, reach }) => (reach.kind === 'places') === placed.has(id))).toBe(true);
    }
  });
});

describe('credits', () => {
  it('name in each layer every data set that its features come from', () => {
    const dataSets = new Set(dataSources.map(({ id }) => id));
    for (const { id, sourceIds, licence } of assembly.manifest.layers) {
      const cited = featuresOf(id).flatMap(({ properties }) =>
        'provenance' in properties ? properties.provenance.sourceIds : [],
      );
      for (const source of cited) if (dataSets.has(source)) expect(sourceIds, id).toContain(source);
      expect(licence).not.toBe('');
    }
  });
});

describe('the readings of the western districts', () => {
  const outlines = featuresOf('vastra-stadsdelarna').map(({ properties }) => properties);

  it('are the three options of the group, and each reading grows', () => {
    const options = city.readings[0]!.options.map(({ id }) => id);
    expect(options).toEqual(['polis', 'mimer', 'bred']);
    expect(city.readings[0]!.defaultOptionId).toBe('mimer');
    const read = outlines.map((area) => (area.kind === 'area' ? area.reading?.optionId : undefined));
    expect(read).toEqual(options);
    const sizes = outlines.map((area) => (area.kind === 'area' ? area.areaKm2 : 0));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it('count the inhabitants of the areas they are built from', () => {
    // Sums of population_2025 over the RegSO codes in built_from, added by hand from the source file.
    const population = outlines.map((area) => (area.kind === 'area' ? area.population : 0));
    expect(population).toEqual([17703, 27429, 37869]);
  });
});

describe('the illustrative pilot', () => {
  const strak = featuresOf('tryggt-strak')[0] as StrakFeature;
  const line = strak.geometry.coordinates.map(([lng, lat]) => plane.toPlane([lng!, lat!]));
  const lights = featuresOf('ljuspunkter') as LightFeature[];
  const cameras = featuresOf('kameror') as CameraFeature[];

  it('says of each of its features that it is an example and only proposed', () => {
    for (const { properties } of [strak, ...lights, ...cameras]) {
      expect(properties.status).toBe('foreslagen');
      expect(properties.provenance.accuracy).toBe('illustrative');
      expect(properties.name.sv).toContain('(exempel)');
    }
  });

  it('runs through cited points only', () => {
    expect(strak.geometry.coordinates).toEqual([
      [16.550978, 59.6075],
      [16.548696, 59.607666],
      [16.542608, 59.610674],
      [16.54167, 59.6125],
      [16.543143, 59.612794],
    ]);
    expect(strak.properties.lengthMetres).toBe(910);
  });

  it('has lights every 25 m, two and a half metres to the right', () => {
    const places = lights.map(({ geometry }) => {
      const [lng, lat] = geometry.coordinates;
      return nearestOnLine(line, plane.toPlane([lng!, lat!]))!;
    });
    // Near a bend the nearest point of the line may lie on the other piece, hence the wide lower bound.
    for (const { offsetMetres } of places) {
      expect(Math.abs(offsetMetres)).toBeLessThan(2.6);
      expect(Math.abs(offsetMetres)).toBeGreaterThan(0.5);
    }
    const straight = places.filter(({ chainageMetres }) => chainageMetres > 150 && chainageMetres < 550);
    expect(straight.length).toBeGreaterThan(10);
    straight.forEach(({ chainageMetres, side }, index) => {
      expect(side).toBe('right');
      expect(chainageMetres % 25 < 0.2 || chainageMetres % 25 > 24.8, `${index}: ${chainageMetres}`).toBe(
        true,
      );
    });
  });

  it('turns its cameras along the route', () => {
    const points = strak.geometry.coordinates.map(([lng, lat]): LngLat => [lng!, lat!]);
    cameras.forEach((camera, index) => {
      const target = points[index + 1] ?? points[index - 1]!;
      const bearing = trueBearingDegrees(plane, points[index]!, target);
      expect(Math.abs(camera.properties.bearingDegrees - bearing)).toBeLessThanOrEqual(0.5);
      expect(camera.properties.disclosure).toBe('exact');
    });
  });
});

describe('the places', () => {
  it('never show what a protected measure pays for', () => {
    const shown = packaged.filter(({ properties }) => properties.measureIds.includes('tjejjouren'));
    expect(shown).toEqual([]);
    expect(JSON.stringify(packaged)).not.toMatch(/tjejjour/i);
  });

  it('say how each is tied to its measure, and what is uncertain unless the document names it', () => {
    const certain = featuresOf('platser').filter(({ properties }) => !properties.provenance.uncertainty);
    expect(certain.map(({ properties }) => properties.id)).toEqual(['vallby-friluftsmuseum']);
  });
});
