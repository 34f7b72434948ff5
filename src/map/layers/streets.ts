import type {
  ExpressionSpecification,
  LayerSpecification,
  LineLayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { Bounds } from '../../domain/city.ts';
import type { Palette } from '../palette.ts';
import { farLayers } from './overview.ts';
import { streetNames } from './streetNames.ts';
import {
  isArea,
  isLine,
  kindIn,
  STREETS_FROM_ZOOM,
  STREETS_GROUND_SOURCE,
  STREETS_SOURCE,
  type StreetKnowledge,
} from './streetSource.ts';
import { byZoom } from './zoom.ts';

/** The street map of a vector archive with the layers landuse, water, buildings, rail, roads, paths and places. */
export function streetLayers(palette: Palette, knowledge: StreetKnowledge): LayerSpecification[] {
  return [
    ...(knowledge.hasBounds ? [...farLayers(palette), paper(palette)] : []),
    ...grounds(palette),
    ...footways(palette),
    ...rails(palette),
    ...roads(palette),
    ...streetNames(palette, knowledge),
  ];
}

/** The sheet of paper that the archive is drawn on: it covers the overview where the streets know better. */
export function groundOf([west, south, east, north]: Bounds): SourceSpecification {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'geojson',
    data: { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [corners] } },
  };
}

function paper(palette: Palette): LayerSpecification {
  return {
    id: 'streets-ground',
    type: 'fill',
    source: STREETS_GROUND_SOURCE,
    minzoom: STREETS_FROM_ZOOM,
    paint: { 'fill-color': palette.paper, 'fill-antialias': false },
  };
}

const source = STREETS_SOURCE;
const inTunnel: ExpressionSpecification = ['==', ['get', 'tunnel'], true];
/** What lies below the ground is hinted at. */
const fadedInTunnel: ExpressionSpecification = ['case', inTunnel, 0.35, 1];

function grounds(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'streets-landuse',
      type: 'fill',
      source,
      'source-layer': 'landuse',
      paint: {
        'fill-antialias': false,
        'fill-color': ['match', ['get', 'ground'], 'green', palette.green, palette.built],
      },
    },
    {
      id: 'streets-water',
      type: 'fill',
      source,
      'source-layer': 'water',
      filter: isArea,
      paint: { 'fill-color': palette.water },
    },
    {
      id: 'streets-waterway',
      type: 'line',
      source,
      'source-layer': 'water',
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.stream,
        'line-width': [
          'interpolate',
          ['exponential', 1.6],
          ['zoom'],
          10,
          ['match', ['get', 'kind'], ['river', 'canal'], 1, 0.5],
          18,
          ['match', ['get', 'kind'], ['river', 'canal'], 16, 'stream', 6, 3],
        ],
      },
    },
    {
      id: 'streets-squares',
      type: 'fill',
      source,
      'source-layer': 'paths',
      minzoom: 14,
      filter: isArea,
      paint: { 'fill-color': palette.road, 'fill-opacity': 0.7 },
    },
    {
      id: 'streets-buildings',
      type: 'fill',
      source,
      'source-layer': 'buildings',
      minzoom: 13,
      // a block's parts lie on the block
      filter: ['!=', ['get', 'part'], true],
      paint: {
        'fill-color': palette.building,
        'fill-outline-color': palette.buildingEdge,
        'fill-opacity': byZoom(13, 0.6, 15, 1),
      },
    },
  ];
}

/** Foot- and cycleways: quiet lines told apart by their dashes; those known to be lit have a shine beside them. */
function footways(palette: Palette): LayerSpecification[] {
  const paths = { type: 'line', source, 'source-layer': 'paths' } as const;
  const rounded = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const colour = { 'line-color': palette.path, 'line-opacity': fadedInTunnel };
  return [
    {
      id: 'streets-path-lit',
      ...paths,
      minzoom: 14,
      filter: ['all', isLine, ['==', ['get', 'lit'], 'yes']],
      layout: rounded,
      paint: {
        'line-color': palette.litPath,
        'line-width': byZoom(14, 2.5, 16, 6, 19, 16),
      },
    },
    {
      id: 'streets-paths',
      ...paths,
      minzoom: 13,
      filter: ['all', isLine, ['!', kindIn(['cycleway', 'steps'])]],
      layout: { 'line-join': 'round' },
      paint: {
        ...colour,
        'line-width': byZoom(13, 0.75, 16, 1.25, 19, 3),
        'line-dasharray': [3, 1.5],
      },
    },
    {
      id: 'streets-cycleways',
      ...paths,
      minzoom: 12,
      filter: ['all', isLine, kindIn(['cycleway'])],
      layout: rounded,
      paint: { ...colour, 'line-width': byZoom(12, 0.6, 16, 1.6, 19, 4) },
    },
    {
      id: 'streets-steps',
      ...paths,
      minzoom: 14,
      filter: ['all', isLine, kindIn(['steps'])],
      paint: { ...colour, 'line-width': byZoom(14, 1.5, 19, 8), 'line-dasharray': [0.35, 0.35] },
    },
  ];
}

function rails(palette: Palette): LayerSpecification[] {
  const rail = { type: 'line', source, 'source-layer': 'rail', filter: isLine } as const;
  return [
    {
      id: 'streets-rail',
      ...rail,
      paint: {
        'line-color': palette.railway,
        'line-width': byZoom(10, 0.75, 14, 1.25, 18, 2.5),
        'line-opacity': fadedInTunnel,
      },
    },
    {
      id: 'streets-rail-ties',
      ...rail,
      minzoom: 14,
      paint: {
        'line-color': palette.railway,
        'line-width': byZoom(14, 3.5, 18, 8),
        'line-dasharray': [0.2, 2],
        'line-opacity': fadedInTunnel,
      },
    },
  ];
}

/** The importance of a road by its kind, as the archive takes it over from its source. */
const MAJOR = ['motorway', 'trunk', 'primary'];
const MIDDLE = ['secondary', 'tertiary', 'motorway_link', 'trunk_link', 'primary_link'];
const SMALL = ['service', 'track', 'busway'];

/** Metres would be truer, but a road has to be seen before it can be measured: pixels by importance and zoom. */
function roadWidth(casing: number): ExpressionSpecification {
  const at = (major: number, middle: number, minor: number, small: number): ExpressionSpecification => [
    'match',
    ['get', 'kind'],
    MAJOR,
    major + casing,
    MIDDLE,
    middle + casing,
    SMALL,
    small === 0 ? 0 : small + casing,
    minor === 0 ? 0 : minor + casing,
  ];
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    10,
    at(1.6, 0.8, 0, 0),
    12,
    at(2.6, 1.6, 0.7, 0),
    14,
    at(5, 3.6, 2.2, 1),
    16,
    at(11, 9, 7, 3.5),
    19,
    at(40, 34, 28, 14),
  ];
}

function roads(palette: Palette): LayerSpecification[] {
  const level: ExpressionSpecification = ['coalesce', ['get', 'level'], 0];
  const layout: LineLayerSpecification['layout'] = {
    'line-cap': 'round',
    'line-join': 'round',
    'line-sort-key': level,
  };
  const onGround: ExpressionSpecification = ['all', isLine, ['!=', ['get', 'bridge'], true]];
  const onBridge: ExpressionSpecification = ['all', isLine, ['==', ['get', 'bridge'], true]];
  const road = { type: 'line', source, 'source-layer': 'roads' } as const;
  const casing = (id: string, filter: ExpressionSpecification): LayerSpecification => ({
    id,
    ...road,
    minzoom: 10,
    filter,
    layout: { ...layout, 'line-cap': id === 'streets-bridge-casing' ? 'butt' : 'round' },
    paint: {
      'line-color': palette.roadCasing,
      'line-width': roadWidth(1.6),
      'line-opacity': fadedInTunnel,
    },
  });
  const surface = (id: string, filter: ExpressionSpecification): LayerSpecification => ({
    id,
    ...road,
    filter,
    layout,
    paint: { 'line-color': palette.road, 'line-width': roadWidth(0), 'line-opacity': fadedInTunnel },
  });
  return [
    casing('streets-road-casing', onGround),
    surface('streets-roads', onGround),
    casing('streets-bridge-casing', onBridge),
    surface('streets-bridges', onBridge),
  ];
}
