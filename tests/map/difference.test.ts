import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { needsFreshStart, type StyleStep, styleSteps } from '../../src/map/difference.ts';
import type { Scene } from '../../src/map/scene.ts';
import { styleOf } from '../../src/map/style.ts';
import { aScene } from './sceneBuilder.ts';

const fontFaces = {};
const collection = { type: 'FeatureCollection' as const, features: [] };
const scenes: Record<string, Scene> = {
  day: aScene(),
  night: aScene({ flavour: 'night' }),
  overlay: aScene({ overlays: [{ id: 'result', data: collection }] }),
  streets: aScene({ basemap: { kind: 'pmtiles', url: 'http://localhost/a.pmtiles', attribution: '' } }),
  otherStreets: aScene({ basemap: { kind: 'pmtiles', url: 'http://localhost/b.pmtiles', attribution: '' } }),
};

/** What a map does with the steps, refusing what MapLibre would refuse. */
function taken(style: StyleSpecification, steps: readonly StyleStep[]): StyleSpecification {
  const { sources, layers, ...rest } = structuredClone(style);
  const indexOf = (id: string) => {
    const index = layers.findIndex((layer) => layer.id === id);
    if (index < 0) throw new Error(`no layer ${id}`);
    return index;
  };
  for (const step of steps) {
    if (step.kind === 'removeLayer') layers.splice(indexOf(step.id), 1);
    else if (step.kind === 'addLayer') {
      if (layers.some(({ id }) => id === step.layer.id)) throw new Error(`twice ${step.layer.id}`);
      layers.splice(step.beforeId === undefined ? layers.length : indexOf(step.beforeId), 0, step.layer);
    } else if (step.kind === 'removeSource') {
      if (layers.some((layer) => 'source' in layer && layer.source === step.id))
        throw new Error('source in use');
      delete sources[step.id];
    } else if (step.kind === 'addSource') sources[step.id] = step.source;
    else {
      const layer = layers[indexOf(step.id)] as { paint?: object; layout?: object };
      const part = step.kind === 'setPaint' ? 'paint' : 'layout';
      const { [step.name]: _, ...others } = (layer[part] ?? {}) as Record<string, unknown>;
      layer[part] = step.value === undefined ? others : { ...others, [step.name]: step.value };
    }
  }
  return { ...rest, sources, layers };
}

describe('the steps from one style to the next', () => {
  for (const [from, before] of Object.entries(scenes))
    for (const [to, after] of Object.entries(scenes))
      it(`lead from ${from} to ${to}`, () => {
        const [one, other] = [styleOf(before, { fontFaces }), styleOf(after, { fontFaces })];
        const steps = styleSteps(one, other);
        expect(taken(one, steps)).toEqual(other);
        if (from === to) expect(steps).toEqual([]);
      });

  it('change a flavour without touching a source or a layer of data', () => {
    const steps = styleSteps(
      styleOf(scenes.day as Scene, { fontFaces }),
      styleOf(scenes.night as Scene, { fontFaces }),
    );
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['setPaint', 'setLayout']));
  });

  it('start afresh only for other fonts, glyphs or sprites', () => {
    const style = styleOf(aScene(), { fontFaces });
    expect(needsFreshStart(style, styleOf(scenes.night as Scene, { fontFaces }))).toBe(false);
    expect(needsFreshStart(style, { ...style, glyphs: 'http://localhost/{fontstack}/{range}.pbf' })).toBe(
      true,
    );
    expect(needsFreshStart(style, { ...style, sprite: 'http://localhost/sprite' })).toBe(true);
  });
});
