import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as vasteras from '../../geodata/vasteras.ts';
import type { ContextCollection, Manifest, PackageFeature } from '../../src/domain/feature.ts';
import { compassOf, sightOf } from '../../src/resident/inView/inView.ts';
import { atlasOf } from '../../src/state/atlas.ts';

const manifest: Manifest = JSON.parse(readFileSync('public/layers/manifest.json', 'utf8'));
const read = (role: string) =>
  manifest.layers
    .filter((entry) => entry.role === role)
    .map((entry) => JSON.parse(readFileSync(`public/layers/${entry.file}`, 'utf8')));
const features: PackageFeature[] = read('package').flatMap((collection) => collection.features);
const context: ContextCollection[] = read('context');
const atlas = atlasOf(vasteras.city, features);
const ids = features.map(({ properties }) => properties.id);
const camera = features.find(({ properties }) => properties.kind === 'camera');
if (camera?.geometry.type !== 'Point') throw new Error('no camera');
const [lng = 0, lat = 0] = camera.geometry.coordinates;

describe('the eighths of the compass', () => {
  it.each([
    [0, 'n'],
    [22, 'n'],
    [23, 'ne'],
    [90, 'e'],
    [180, 's'],
    [270, 'w'],
    [337, 'nw'],
    [338, 'n'],
  ])('%i degrees is %s', (bearing, name) => expect(compassOf(bearing)).toBe(name));
});

describe('what is in view', () => {
  // A hundred metres south of the camera: one degree of latitude is about 111 400 m here.
  const south: [number, number] = [lng, lat - 100 / 111_400];
  const sight = sightOf({ atlas, context, ids, center: south });

  it('has every feature once, areas first, and counts them', () => {
    expect(sight.features.map(({ feature }) => feature.properties.id).sort()).toEqual([...ids].sort());
    expect(sight.features[0]?.feature.properties.kind).toBe('area');
    expect(Object.values(sight.counts).reduce((a, b) => a + b)).toBe(ids.length);
    expect(sightOf({ atlas, context, ids: [...ids, ...ids], center: south }).features).toHaveLength(
      ids.length,
    );
  });
  it('says how far a point is and where to look', () => {
    const seen = sight.features.find(({ feature }) => feature === camera);
    expect(seen?.distanceMetres).toBeGreaterThan(98);
    expect(seen?.distanceMetres).toBeLessThan(102);
    expect(seen?.direction).toBe('n');
  });
  it('gives no direction to what lies in the very middle', () => {
    const seen = sightOf({ atlas, context, ids, center: [lng, lat] }).features.find(
      ({ feature }) => feature === camera,
    );
    expect(seen?.direction).toBeNull();
  });
  it('names what the middle lies in, and is silent about a lake', () => {
    expect(sight.middle.neighbourhood).not.toBeNull();
    const lake = sightOf({ atlas, context, ids: [], center: [16.6, 59.5] });
    expect(lake.middle.neighbourhood).toBeNull();
    expect(lake.features).toEqual([]);
    expect(lake.measureCount).toBe(0);
  });
  it('leaves out ids that the city does not have', () => {
    expect(sightOf({ atlas, context, ids: ['nope'], center: south }).features).toEqual([]);
  });
});
