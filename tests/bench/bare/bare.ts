import 'maplibre-gl/dist/maplibre-gl.css';
import { type LayerSpecification, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** The baseline: MapLibre alone, with the same layers, the plainest style, and nothing else on the page. */
setWorkerUrl(workerUrl);
const manifest = await (await fetch('layers/manifest.json')).json();
const ids: string[] = manifest.layers.map((layer: { id: string }) => layer.id);
const paint = (id: string): LayerSpecification[] => [
  {
    id: `${id}-fill`,
    type: 'fill',
    source: id,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': '#88a', 'fill-opacity': 0.1 },
  },
  {
    id: `${id}-line`,
    type: 'line',
    source: id,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': '#447' },
  },
  {
    id: `${id}-point`,
    type: 'circle',
    source: id,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 4, 'circle-color': '#a40' },
  },
];
const map = new MapLibreMap({
  container: 'map',
  fadeDuration: 0,
  bounds: [16.4, 59.58, 16.6, 59.74],
  style: {
    version: 8,
    sources: Object.fromEntries(
      manifest.layers.map((layer: { id: string; file: string }) => [
        layer.id,
        { type: 'geojson', data: `layers/${layer.file}` },
      ]),
    ),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#fbfaf7' } },
      ...ids.flatMap(paint),
    ],
  },
});
map.once('idle', () => document.getElementById('map')?.setAttribute('data-idle', 'true'));
Object.assign(window, {
  addPoints: (data: GeoJSON.FeatureCollection) => {
    map.addSource('many', { type: 'geojson', data });
    map.addLayer({
      id: 'many',
      type: 'circle',
      source: 'many',
      paint: { 'circle-radius': 4, 'circle-color': '#235' },
    });
  },
});
map.on('idle', () => document.getElementById('map')?.setAttribute('data-idle', 'true'));
map.on('dataloading', () => document.getElementById('map')?.removeAttribute('data-idle'));
