import { describe, expect, it } from 'vitest';
import {
  ingredientsOf,
  SOURCE_IDS,
  sameParts,
  sourceIdsOf,
  sourceOf,
  sourcesOf,
} from '../../src/map/sources.ts';
import { aLight, anArea, aPlace, aScene, aStrak, TINY_CITY } from './sceneBuilder.ts';

const propertiesIn = (scene: ReturnType<typeof aScene>, source: string) =>
  sourceOf(scene, source).features.map(({ properties }) => properties);

describe('the sources', () => {
  it('draw what a camera sees as it was worked out, and else its plain sector', () => {
    const view: GeoJSON.Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [16.5, 59.6],
          [16.6, 59.6],
          [16.5, 59.7],
          [16.5, 59.6],
        ],
      ],
    };
    const sector = sourceOf(aScene(), 'camera-sectors').features[0];
    const scene = { ...aScene(), views: new Map([['camera', view]]) };
    const seen = sourceOf(scene, 'camera-sectors').features[0];
    expect(seen?.geometry).toEqual(view);
    expect(seen?.properties).toEqual(sector?.properties);
    expect(sector?.geometry).not.toEqual(view);
    expect(sameParts(ingredientsOf(aScene(), 'camera-sectors'), ingredientsOf(scene, 'camera-sectors'))).toBe(
      false,
    );
  });

  it('strip a feature to what the style reads', () => {
    expect(propertiesIn(aScene(), 'places')).toEqual([
      {
        id: 'museum',
        kind: 'place',
        programme: 'p-blue',
        accuracy: 'surveyed',
        label: 'museum',
        category: 'museum',
      },
    ]);
    expect(propertiesIn(aScene(), 'cameras')).toEqual([
      {
        id: 'camera',
        kind: 'camera',
        programme: 'p-gold',
        accuracy: 'illustrative',
        label: 'camera',
        note: 'Illustration',
        bearing: 90,
        opening: 60,
      },
    ]);
  });

  it('find the programme through measure and grant', () => {
    const programmes = propertiesIn(aScene(), 'areas').map((properties) => properties?.programme);
    expect(programmes).toEqual(['p-blue', 'p-blue']);
    expect(propertiesIn(aScene(), 'lights')[0]).toMatchObject({ programme: 'p-gold', fluxLumens: 6000 });
    const orphaned = aScene({ city: { ...TINY_CITY, measures: [] } });
    expect(propertiesIn(orphaned, 'lights')[0]).toMatchObject({ programme: '' });
  });

  it('write names in the language of the scene', () => {
    expect(propertiesIn(aScene({ language: 'fi' }), 'places')[0]).toMatchObject({ label: 'museum (fi)' });
    expect(propertiesIn(aScene({ language: 'en' }), 'ghosts')[0]).toMatchObject({ label: 'Vid (en)' });
  });

  it('admit what is uncertain: illustration, no published boundary, roughly drawn', () => {
    const notes = propertiesIn(aScene(), 'names').map((properties) => [properties?.id, properties?.note]);
    expect(notes).toContainEqual(['west', 'utan publicerad gräns']);
    expect(notes).toContainEqual(['park', 'ungefärlig yta']);
    expect(notes).toContainEqual(['strak', 'Illustration']);
    expect(propertiesIn(aScene({ features: [anArea('sure', 'surveyed')] }), 'names')[0]).not.toHaveProperty(
      'note',
    );
  });

  it('never draw a package feature twice, and every one once', () => {
    const scene = aScene();
    const drawn = ['areas', 'strak', 'lights', 'cameras', 'places'].flatMap((id) => propertiesIn(scene, id));
    expect(drawn.map((properties) => properties?.id).sort()).toEqual(
      scene.features.map(({ properties }) => properties.id).sort(),
    );
  });

  it('select exactly the selected, ghosts included', () => {
    const scene = aScene({ selectedIds: new Set(['strak', 'west-wide', 'nowhere']) });
    expect(propertiesIn(scene, 'selection').map((properties) => properties?.id)).toEqual([
      'strak',
      'west-wide',
    ]);
    expect(propertiesIn(aScene(), 'selection')).toEqual([]);
  });

  it('write the two names of a shared neighbourhood below each other', () => {
    const labels = propertiesIn(aScene(), 'context').map((properties) => properties?.label);
    expect(labels).toContain('Väster\nSjö-tomten');
  });

  it('put the marker where the user asked, or nowhere', () => {
    expect(sourceOf(aScene({ marker: [16.5, 59.6] }), 'marker').features[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [16.5, 59.6],
    });
    expect(sourceOf(aScene(), 'marker').features).toEqual([]);
  });

  it('hand overlays through untouched and refuse what the scene does not have', () => {
    const data = { type: 'FeatureCollection' as const, features: [] };
    const scene = aScene({ overlays: [{ id: 'result', data }] });
    expect(sourcesOf(scene)['overlay:result']).toBe(data);
    expect(sourceIdsOf(scene)).toEqual([...SOURCE_IDS, 'overlay:result']);
    expect(() => sourceOf(scene, 'overlay:other')).toThrow('unknown source');
  });
});

describe('what a source is made of', () => {
  const changed = (before: ReturnType<typeof aScene>, after: ReturnType<typeof aScene>) =>
    sourceIdsOf(after).filter((id) => !sameParts(ingredientsOf(before, id), ingredientsOf(after, id)));

  it('is the same for the same scene', () =>
    expect(changed(aScene(), { ...aScene() })).not.toContain('marker'));

  it('moves only the sources whose data change', () => {
    const scene = aScene();
    expect(changed(scene, { ...scene })).toEqual([]);
    expect(changed(scene, { ...scene, selectedIds: new Set(['strak']) })).toEqual(['selection']);
    expect(changed(scene, { ...scene, marker: [16, 59] })).toEqual(['marker']);
    expect(changed(scene, { ...scene, flavour: 'night' })).toEqual([]);
    expect(changed(scene, { ...scene, ghosts: [] })).toEqual(['ghosts', 'selection']);
    const withoutLight = scene.features.filter((feature) => feature !== aLight);
    expect(changed(scene, { ...scene, features: withoutLight })).toEqual(['lights', 'selection']);
  });

  it('names a changed language everywhere the map writes or repeats a name, but not in the context', () => {
    const scene = aScene();
    const moved = changed(scene, { ...scene, language: 'en' });
    expect(moved).toContain('names');
    expect(moved).toContain('places');
    expect(moved).not.toContain('context');
  });

  it('gives different data only when ingredients differ', () => {
    const scene = aScene();
    const after = { ...scene, features: [aPlace, aStrak], language: 'fi' as const };
    const same = sourceIdsOf(scene).filter((id) => !changed(scene, after).includes(id));
    expect(same.length).toBeGreaterThan(0);
    for (const id of same) expect(sourceOf(after, id)).toEqual(sourceOf(scene, id));
  });
});
