import type { FeatureCollection } from 'geojson';
import { mountMap } from '../../../src/map/mapView.ts';
import type { Scene } from '../../../src/map/scene.ts';

/** Our map as the application mounts it, with the same layers; `addPoints` hands it a scene with many more points. */
const manifest = await (await fetch('layers/manifest.json')).json();
const city = await (await fetch(`layers/${manifest.cityFile}`)).json();
const layers = await Promise.all(
  manifest.layers.map(async (entry: { role: string; file: string }) => ({
    role: entry.role,
    collection: await (await fetch(`layers/${entry.file}`)).json(),
  })),
);
const scene: Scene = {
  flavour: 'light',
  language: 'sv',
  city,
  basemap: { kind: 'overview' },
  context: layers.filter(({ role }) => role === 'context').map(({ collection }) => collection),
  features: layers.filter(({ role }) => role === 'package').flatMap(({ collection }) => collection.features),
  ghosts: [],
  selectedIds: new Set(),
  marker: null,
  words: { illustration: 'Illustration', approximate: 'ungefärligt', candidate: 'utan gräns' },
};
const container = document.getElementById('map');
if (!container) throw new Error('no #map');
const map = mountMap(container, {
  scene,
  viewport: { bounds: city.homeBounds },
  reducedMotion: true,
  labels: {},
  onEvent: () => undefined,
});
Object.assign(window, {
  addPoints: (data: FeatureCollection) => map.apply({ ...scene, overlays: [{ id: 'many', data }] }),
});
