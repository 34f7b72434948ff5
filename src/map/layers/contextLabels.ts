import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { perFeature } from './perFeature.ts';
import { halo, ITALIC, REGULAR, SEMI_BOLD } from './text.ts';

/** Names of what lies behind: quieter than the package's own, and they give way to it. */
export function contextLabelLayers(palette: Palette): SymbolLayerSpecification[] {
  const source = 'context';
  const water = {
    'text-color': perFeature(palette.waterInk),
    'text-halo-color': palette.water,
    'text-halo-width': 1,
  };
  return [
    {
      id: 'lake-label',
      type: 'symbol',
      source,
      filter: ['==', ['get', 'context'], 'lake-name'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [SEMI_BOLD],
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.25,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 13, 14],
        'text-padding': 8,
      },
      paint: water,
    },
    {
      id: 'stream-label',
      type: 'symbol',
      source,
      minzoom: 12,
      filter: ['==', ['get', 'context'], 'stream'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 500,
        'text-field': ['get', 'label'],
        'text-font': [ITALIC],
        'text-size': 12,
        'text-letter-spacing': 0.05,
        'text-offset': [0, -0.7],
      },
      paint: { 'text-color': perFeature(palette.waterInk), ...halo(palette) },
    },
    {
      id: 'motorway-shield',
      type: 'symbol',
      source,
      minzoom: 9.5,
      filter: ['==', ['get', 'context'], 'motorway'],
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'label'],
        'text-font': [SEMI_BOLD],
        'text-size': 11.5,
        'text-rotation-alignment': 'viewport',
        'text-padding': 12,
      },
      paint: { 'text-color': perFeature(palette.muted), ...halo(palette, 2) },
    },
    {
      id: 'neighbourhood-label',
      type: 'symbol',
      source,
      minzoom: 11.75,
      filter: ['==', ['get', 'context'], 'neighbourhood-label'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [REGULAR],
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 11, 13, 12.5, 16, 15],
        'text-line-height': 1.15,
        'text-max-width': 9,
        'text-padding': 6,
      },
      paint: { 'text-color': perFeature(palette.muted), ...halo(palette) },
    },
    {
      id: 'town-label',
      type: 'symbol',
      source,
      minzoom: 8.5,
      maxzoom: 12.25,
      filter: ['==', ['get', 'context'], 'town'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [SEMI_BOLD],
        'text-size': ['case', ['==', ['get', 'rank'], 0], 15, 12],
        // the largest town finds room beside what stands in its middle; the others give way
        'text-variable-anchor-offset': [
          'case',
          ['==', ['get', 'rank'], 0],
          ['literal', ['center', [0, 0], 'bottom', [0, -2.5], 'top', [0, 2.5], 'left', [2.5, 0]]],
          ['literal', ['center', [0, 0]]],
        ],
        'text-max-width': 8,
        'text-padding': 10,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': perFeature(palette.muted), ...halo(palette) },
    },
    {
      id: 'named-place-label',
      type: 'symbol',
      source,
      minzoom: 14,
      filter: ['==', ['get', 'context'], 'named-place'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [ITALIC],
        'text-size': 12,
        'text-max-width': 9,
        'text-padding': 8,
      },
      paint: { 'text-color': perFeature(palette.muted), ...halo(palette) },
    },
  ];
}
