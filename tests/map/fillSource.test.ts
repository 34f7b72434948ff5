import { describe, expect, it } from 'vitest';
import { fillSource } from '../../src/map/fillSource.ts';
import { slicesOf, sourceOf } from '../../src/map/sources.ts';
import { aLight, aScene, aStrak } from './sceneBuilder.ts';

const manyLights = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...aLight,
    properties: { ...aLight.properties, id: `light-${index}` },
  })) as (typeof aLight)[];

/** A source that keeps what it is given, as MapLibre's does. */
function aSource() {
  const calls: string[] = [];
  let features: GeoJSON.Feature[] = [];
  return {
    calls,
    features: () => features,
    setData: async (data: GeoJSON.GeoJSON | string) => {
      calls.push('set');
      features = (data as GeoJSON.FeatureCollection).features;
    },
    updateData: async ({ add = [] }: { add?: GeoJSON.Feature[] }) => {
      calls.push('add');
      features = [...features, ...add];
    },
  };
}

describe('filling a source', () => {
  it('gives a small one its data in one go', async () => {
    const source = aSource();
    const scene = aScene();
    await fillSource(source, { scene, sourceId: 'lights', isCurrent: () => true });
    expect(source.calls).toEqual(['set']);
    expect(source.features()).toEqual(sourceOf(scene, 'lights').features);
  });

  it('gives a large one the same data in slices', async () => {
    const source = aSource();
    const scene = aScene({ features: [aStrak, ...manyLights(10_001)] });
    await fillSource(source, { scene, sourceId: 'lights', isCurrent: () => true });
    expect(source.calls).toEqual(['set', 'add', 'add']);
    expect(source.features()).toEqual(sourceOf(scene, 'lights').features);
  });

  it('gives up a large one that is out of date', async () => {
    const source = aSource();
    const scene = aScene({ features: manyLights(10_001) });
    let asked = 0;
    await fillSource(source, { scene, sourceId: 'lights', isCurrent: () => ++asked < 2 });
    expect(source.calls).toEqual(['set']);
  });

  it('cuts overlays and features alike, losing none', () => {
    const data = sourceOf(aScene({ features: manyLights(25) }), 'lights');
    const scene = aScene({ features: manyLights(25), overlays: [{ id: 'r', data }] });
    for (const id of ['lights', 'overlay:r']) {
      const slices = [...slicesOf(scene, id, 10)];
      expect(slices.map(({ length }) => length)).toEqual([10, 10, 5]);
      expect(slices.flat()).toEqual(data.features);
    }
    expect([...slicesOf(scene, 'names', 10)].flat()).toEqual(sourceOf(scene, 'names').features);
  });
});
