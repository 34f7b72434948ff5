import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { halo, REGULAR } from './text.ts';
import { byZoom } from './zoom.ts';

export const STREETS_SOURCE = 'streets';

/** The street map of a vector archive with the layers water, landuse, roads, paths, rail, buildings and places. */
export function streetLayers(palette: Palette): LayerSpecification[] {
  return [...grounds(palette), ...ways(palette), ...names(palette)];
}

const source = STREETS_SOURCE;

function grounds(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'streets-landuse',
      type: 'fill',
      source,
      'source-layer': 'landuse',
      paint: {
        'fill-antialias': false,
        'fill-color': [
          'match',
          ['get', 'kind'],
          ['residential', 'commercial', 'industrial', 'retail', 'railway', 'construction'],
          palette.built,
          palette.green,
        ],
      },
    },
    {
      id: 'streets-water',
      type: 'fill',
      source,
      'source-layer': 'water',
      filter: ['in', 'Polygon', ['geometry-type']],
      paint: { 'fill-color': palette.water },
    },
    {
      id: 'streets-buildings',
      type: 'fill',
      source,
      'source-layer': 'buildings',
      minzoom: 13,
      paint: { 'fill-color': palette.building, 'fill-outline-color': palette.roadCasing },
    },
  ];
}

/** The importance of a road by its kind, as the archive takes it over from its source. */
const MAJOR = ['motorway', 'trunk', 'primary', 'motorway_link', 'trunk_link', 'primary_link'];
const MIDDLE = ['secondary', 'tertiary', 'secondary_link', 'tertiary_link'];

function ways(palette: Palette): LayerSpecification[] {
  const width = (zoom: number, major: number, middle: number, minor: number) => [
    zoom,
    ['match', ['get', 'kind'], MAJOR, major, MIDDLE, middle, minor],
  ];
  const roadWidth = (casing: number) =>
    [
      'interpolate',
      ['exponential', 1.6],
      ['zoom'],
      ...width(9, 1 + casing, 0.5, 0),
      ...width(13, 3 + casing, 2 + casing, 1 + casing / 2),
      ...width(17, 16 + casing, 12 + casing, 8 + casing),
    ] as never;
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const roads = { type: 'line', source, 'source-layer': 'roads', layout } as const;
  return [
    {
      id: 'streets-road-casing',
      ...roads,
      minzoom: 11,
      paint: { 'line-color': palette.roadCasing, 'line-width': roadWidth(1.5) },
    },
    { id: 'streets-roads', ...roads, paint: { 'line-color': palette.road, 'line-width': roadWidth(0) } },
    {
      id: 'streets-paths',
      type: 'line',
      source,
      'source-layer': 'paths',
      minzoom: 13.5,
      layout,
      paint: {
        'line-color': palette.roadCasing,
        'line-width': byZoom(13.5, 0.75, 17, 2),
        'line-dasharray': [2, 1.5],
      },
    },
    {
      id: 'streets-rail',
      type: 'line',
      source,
      'source-layer': 'rail',
      paint: { 'line-color': palette.railway, 'line-width': byZoom(9, 0.75, 15, 1.5) },
    },
  ];
}

function names(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'streets-label',
      type: 'symbol',
      source,
      'source-layer': 'roads',
      minzoom: 14,
      filter: ['has', 'name'],
      layout: {
        'text-font': [REGULAR],
        'text-field': ['get', 'name'],
        'symbol-placement': 'line',
        'symbol-spacing': 350,
        'text-size': byZoom(14, 10.5, 17, 13),
      },
      paint: { 'text-color': palette.muted, ...halo(palette) },
    },
    {
      id: 'streets-place-label',
      type: 'symbol',
      source,
      'source-layer': 'places',
      minzoom: 10,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [REGULAR],
        'text-size': byZoom(10, 11, 15, 13),
        'text-max-width': 8,
        'text-padding': 8,
      },
      paint: { 'text-color': palette.muted, ...halo(palette) },
    },
  ];
}
