import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, Geometry } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { rankOf } from '../../src/map/order.ts';
import type { Basemap, Flavour, Scene } from '../../src/map/scene.ts';
import { sourceIdsOf, sourcesOf } from '../../src/map/sources.ts';
import { type StyleAssets, styleIngredientsOf, styleOf } from '../../src/map/style.ts';
import { aScene } from './sceneBuilder.ts';

const fontFaces = {
  'Noto Sans Regular': [{ url: 'http://localhost/regular.woff2', 'unicode-range': ['U+0000-00FF'] }],
  'Noto Sans SemiBold': [{ url: 'http://localhost/semibold.woff2', 'unicode-range': ['U+0000-00FF'] }],
  'Noto Sans Italic': [{ url: 'http://localhost/italic.woff2', 'unicode-range': ['U+0000-00FF'] }],
};
const foreign: StyleSpecification = {
  version: 8,
  glyphs: 'http://localhost/{fontstack}/{range}.pbf',
  sources: { tiles: { type: 'vector', url: 'http://localhost/tiles.json' } },
  layers: [
    { id: 'land', type: 'background', paint: { 'background-color': '#EEEEEE' } },
    { id: 'roads', type: 'line', source: 'tiles', 'source-layer': 'roads' },
  ],
};
const BASEMAPS: readonly Basemap[] = [
  { kind: 'overview' },
  { kind: 'pmtiles', url: 'http://localhost/streets.pmtiles', attribution: 'Streets' },
  {
    kind: 'pmtiles',
    url: 'http://localhost/own.pmtiles',
    attribution: 'Own',
    attributionUrl: 'https://localhost/copyright',
    bounds: [16, 59, 16.1, 59.1],
  },
  { kind: 'style', url: 'http://localhost/style.json', attribution: 'Style' },
];
const assetsFor = ({ kind }: Basemap): StyleAssets => ({ fontFaces, ...(kind === 'style' && { foreign }) });
const overlayFeature = (geometry: Geometry, properties = {}): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});
const aPoint: Geometry = { type: 'Point', coordinates: [16, 59] };
const aLine: Geometry = {
  type: 'LineString',
  coordinates: [
    [16, 59],
    [16.1, 59.1],
  ],
};
const anOutline: Geometry = { type: 'Polygon', coordinates: [[...aLine.coordinates, [16, 59.1], [16, 59]]] };
const overlayOf = (...features: Feature[]) => [
  { id: 'result', data: { type: 'FeatureCollection' as const, features } },
];
const overlays: Scene['overlays'] = overlayOf(
  overlayFeature(aPoint, { symbol: 'dot', label: 'A' }),
  overlayFeature(aPoint, { colour: '#123456' }),
  overlayFeature(anOutline, { line: 'dashed' }),
);
const images: Scene['images'] = [
  {
    id: 'lux',
    url: 'http://localhost/lux.png',
    corners: [
      [16, 59.1],
      [16.1, 59.1],
      [16.1, 59],
      [16, 59],
    ],
    opacity: 0.7,
  },
];
const problems = (style: StyleSpecification) =>
  validateStyleMin(style as never).map(({ message }) => message);

describe('the style', () => {
  for (const flavour of ['light', 'night'] as const satisfies readonly Flavour[])
    for (const language of ['sv', 'en', 'fi'] as const)
      for (const basemap of BASEMAPS)
        it(`is valid by the specification: ${flavour}, ${language}, ${basemap.kind}`, () => {
          const scene = aScene({ flavour, language, basemap, overlays, images });
          expect(problems(styleOf(scene, assetsFor(basemap)))).toEqual([]);
        });

  it('is valid with the data of the scene in its sources', () => {
    const scene = aScene({ selectedIds: new Set(['west', 'strak', 'museum']), marker: [16, 59], overlays });
    const style = styleOf(scene, { fontFaces });
    for (const [id, data] of Object.entries(sourcesOf(scene))) {
      expect(Object.keys(style.sources)).toContain(id);
      style.sources[id] = { type: 'geojson', promoteId: 'id', data };
    }
    expect(problems(style)).toEqual([]);
  });

  it('is valid for a city without programmes', () => {
    const scene = aScene();
    expect(problems(styleOf({ ...scene, city: { ...scene.city, programmes: [] } }, { fontFaces }))).toEqual(
      [],
    );
  });

  it('needs few shader programs: whatever is drawn from afar takes its colour from the features, and nothing else', () => {
    const { layers } = styleOf(aScene(), { fontFaces });
    const programs = layers
      .filter(({ minzoom = 0 }) => minzoom < 11)
      .map(({ type, paint = {} }) => {
        const fromFeatures = Object.entries(paint)
          .filter(([name, value]) => !name.endsWith('pattern') && /"(get|has)"/.test(JSON.stringify(value)))
          .map(([name]) => name);
        const kind = ['line-dasharray', 'fill-pattern'].find((name) => name in paint) ?? type;
        return `${kind} ${fromFeatures}`;
      });
    expect([...new Set(programs)].sort()).toEqual([
      'background ',
      'circle ',
      'fill fill-color',
      'fill-pattern ',
      'line line-color',
      'line-dasharray line-color',
      'symbol ',
      'symbol text-color',
    ]);
  });

  it('holds no data: every source of the scene starts empty and promotes the feature id', () => {
    const scene = aScene({ overlays });
    const { sources } = styleOf(scene, { fontFaces });
    for (const id of sourceIdsOf(scene))
      expect(sources[id]).toMatchObject({
        type: 'geojson',
        promoteId: 'id',
        data: { type: 'FeatureCollection', features: [] },
      });
  });

  it('makes only the layers and values that an overlay asks for', () => {
    const layersFor = (...features: Feature[]) =>
      styleOf(aScene({ overlays: overlayOf(...features) }), { fontFaces }).layers.filter(({ id }) =>
        id.startsWith('overlay-'),
      );
    const ids = (...features: Feature[]) => layersFor(...features).map(({ id }) => id.split(':')[0]);
    expect(ids()).toEqual([]);
    expect(ids(overlayFeature(aLine))).toEqual(['overlay-line']);
    expect(ids(overlayFeature(anOutline))).toEqual(['overlay-fill', 'overlay-line']);
    expect(ids(overlayFeature(aPoint, { symbol: 'dot', label: 'A' }))).toEqual([
      'overlay-symbol',
      'overlay-label',
    ]);
    expect(layersFor(overlayFeature(aPoint))[0]?.paint).toMatchObject({ 'circle-radius': 6 });
    expect(layersFor(overlayFeature(aPoint, { radiusPixels: 9 }))[0]?.paint).toMatchObject({
      'circle-radius': ['coalesce', ['get', 'radiusPixels'], 6],
    });
    const crowd = layersFor(...Array.from({ length: 20_000 }, () => overlayFeature(aPoint)));
    expect(crowd[0]?.paint).toMatchObject({ 'circle-radius': 4 });
    expect(crowd[0]?.paint).not.toHaveProperty('circle-stroke-width');
  });

  it('changes when the data of an overlay ask for something else', () => {
    const parts = (...features: Feature[]) =>
      styleIngredientsOf(aScene({ overlays: overlayOf(...features) }));
    expect(parts(overlayFeature(aLine))).toEqual(parts(overlayFeature(aLine), overlayFeature(aLine)));
    expect(parts(overlayFeature(aLine))).not.toEqual(parts(overlayFeature(aPoint)));
  });

  it('draws its layers in the order of the one list', () => {
    for (const basemap of BASEMAPS) {
      const { layers } = styleOf(aScene({ basemap, overlays, images }), assetsFor(basemap));
      const ranks = layers.map(({ id }) => rankOf(id));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    }
  });

  it('puts a foreign style between the background and everything of ours, under names of its own', () => {
    const scene = aScene({ basemap: BASEMAPS[3] as Basemap });
    const { layers, sources, glyphs } = styleOf(scene, { fontFaces, foreign });
    expect(layers.slice(0, 3).map(({ id }) => id)).toEqual(['background', 'basemap:land', 'basemap:roads']);
    expect(layers[2]).toMatchObject({ source: 'basemap:tiles' });
    expect(sources['basemap:tiles']).toEqual(foreign.sources.tiles);
    expect(glyphs).toBe(foreign.glyphs);
    expect(layers.map(({ id }) => id)).not.toContain('built-up');
  });

  it('asks for no glyph server and no sprite of its own', () => {
    expect(styleOf(aScene(), { fontFaces })).not.toHaveProperty('glyphs');
    expect(styleOf(aScene(), { fontFaces })).not.toHaveProperty('sprite');
  });

  it('writes labels only in the shipped fonts', () => {
    const { layers } = styleOf(aScene({ overlays }), { fontFaces });
    const fonts = layers.flatMap((layer) =>
      layer.type === 'symbol' && layer.layout?.['text-field'] ? (layer.layout['text-font'] as string[]) : [],
    );
    expect(fonts.length).toBeGreaterThan(5);
    for (const font of fonts) expect(Object.keys(fontFaces)).toContain(font);
  });

  it('takes programme colours from the city, in the flavour of the scene', () => {
    const light = JSON.stringify(styleOf(aScene(), { fontFaces }).layers);
    const night = JSON.stringify(styleOf(aScene({ flavour: 'night' }), { fontFaces }).layers);
    expect(light).toContain('#2F66AD');
    expect(light).not.toContain('#7FB0F2');
    expect(night).toContain('#7FB0F2');
    expect(night).not.toContain('#2F66AD');
  });

  it('depends only on its ingredients: selection, language and data leave it alone', () => {
    const scene = aScene();
    const other = {
      ...scene,
      language: 'fi' as const,
      selectedIds: new Set(['west']),
      features: [],
      marker: null,
    };
    expect(styleIngredientsOf(other)).toEqual(styleIngredientsOf(scene));
    expect(styleOf(other, { fontFaces })).toEqual(styleOf(scene, { fontFaces }));
    expect(styleIngredientsOf({ ...scene, flavour: 'night' })).not.toEqual(styleIngredientsOf(scene));
  });
});

describe('the drawing order', () => {
  it('refuses a layer nobody placed', () => {
    expect(() => rankOf('area-fil')).toThrow('unknown layer "area-fil"');
    expect(() => rankOf('overlay:result')).toThrow();
  });

  it('knows overlay layers by what stands before the colon', () => {
    expect(rankOf('overlay-line:result')).toBe(rankOf('overlay-line'));
  });

  it('keeps symbols and names of the package above the names of what lies behind', () => {
    expect(rankOf('neighbourhood-label')).toBeLessThan(rankOf('area-label'));
    expect(rankOf('area-fill')).toBeLessThan(rankOf('area-line-solid'));
    expect(rankOf('marker')).toBeGreaterThan(rankOf('selection-point-ring'));
  });
});
