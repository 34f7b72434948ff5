import { describe, expect, it } from 'vitest';
import { fillSource } from '../../src/map/fillSource.ts';
import { slicesOf, sourceOf } from '../../src/map/sources.ts';
import { aLight, aScene, aStrak } from './sceneBuilder.ts';

const manyLights = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...aLight,
    properties: { ...aLight.properties, id: `light-${index}` },
  })) as (typeof aLight)[];

/** A source that reads what it is given, as MapLibre's worker would. */
function aSource() {
  const given: { data: GeoJSON.GeoJSON; from: 'object' | 'file' }[] = [];
  return {
    given,
    setData: async (data: GeoJSON.GeoJSON | string) => {
      given.push(
        typeof data === 'string'
          ? { data: await (await fetch(data)).json(), from: 'file' }
          : { data, from: 'object' },
      );
    },
  };
}

describe('filling a source', () => {
  it('gives a small one its data as it is', async () => {
    const source = aSource();
    const scene = aScene();
    await fillSource(source, { scene, sourceId: 'lights', isCurrent: () => true });
    expect(source.given).toEqual([{ data: sourceOf(scene, 'lights'), from: 'object' }]);
  });

  it('gives a large one the same data through a file', async () => {
    const source = aSource();
    const scene = aScene({ features: [aStrak, ...manyLights(6001)] });
    await fillSource(source, { scene, sourceId: 'lights', isCurrent: () => true });
    expect(source.given).toEqual([{ data: sourceOf(scene, 'lights'), from: 'file' }]);
  });

  it('gives up a large one that is out of date', async () => {
    const source = aSource();
    const scene = aScene({ features: manyLights(6001) });
    let asked = 0;
    await fillSource(source, { scene, sourceId: 'lights', isCurrent: () => ++asked < 2 });
    expect(source.given).toEqual([]);
    expect(asked).toBe(2);
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
