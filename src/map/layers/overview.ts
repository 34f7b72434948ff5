import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { ContextKind } from '../../domain/feature.ts';
import type { Palette } from '../palette.ts';
import { symbolId } from '../symbols/symbols.ts';
import { perFeature } from './perFeature.ts';
import { byZoom } from './zoom.ts';

const only = (...kinds: readonly ContextKind[]): FilterSpecification => [
  'in',
  ['get', 'context'],
  ['literal', [...kinds]],
];

/** The ground: three quiet tints. `covers` is false where a street map lies below and must show through. */
export function overviewLayers(palette: Palette, covers: boolean): LayerSpecification[] {
  return covers
    ? [...groundLayers(palette), ...trafficLayers(palette), ...boundaryLayers(palette)]
    : boundaryLayers(palette);
}

/** The same ground below a street map, for where that does not reach: seen only beyond its edge. */
export function farLayers(palette: Palette): LayerSpecification[] {
  return [...groundLayers(palette), ...trafficLayers(palette)].map((layer) => ({
    ...layer,
    id: `far-${layer.id}`,
  }));
}

function groundLayers(palette: Palette): LayerSpecification[] {
  const source = 'context';
  const fill = (id: string, kind: ContextKind, colour: string): LayerSpecification => ({
    id,
    type: 'fill',
    source,
    filter: only(kind),
    paint: { 'fill-color': perFeature(colour), 'fill-antialias': false },
  });
  return [
    fill('municipality', 'municipality', palette.paper),
    fill('built-up', 'built-up', palette.built),
    fill('lake', 'lake', palette.water),
    {
      id: 'lake-shore',
      type: 'line',
      source,
      filter: only('lake'),
      paint: { 'line-color': perFeature(palette.stream), 'line-width': byZoom(9, 0.5, 14, 1.25) },
    },
    {
      id: 'stream',
      type: 'line',
      source,
      filter: only('stream'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': perFeature(palette.stream), 'line-width': byZoom(9, 0.6, 13, 2, 16, 4) },
    },
  ];
}

function boundaryLayers(palette: Palette): LayerSpecification[] {
  const source = 'context';
  return [
    {
      id: 'statistical-line',
      type: 'line',
      source,
      minzoom: 11,
      filter: only('boundary-line'),
      paint: { 'line-color': perFeature(palette.statistical), 'line-width': 0.75 },
    },
    {
      id: 'neighbourhood-line',
      type: 'line',
      source,
      minzoom: 10,
      filter: only('neighbourhood'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': perFeature(palette.neighbourhood),
        'line-width': byZoom(10, 0.5, 13, 1, 16, 1.5),
      },
    },
    {
      id: 'municipality-line',
      type: 'line',
      source,
      filter: only('municipality'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': perFeature(palette.railway),
        'line-width': 1,
        'line-dasharray': [4, 2, 1, 2],
        'line-opacity': 0.7,
      },
    },
  ];
}

function trafficLayers(palette: Palette): LayerSpecification[] {
  const source = 'context';
  const line = { 'line-cap': 'butt', 'line-join': 'round' } as const;
  return [
    {
      id: 'motorway-casing',
      type: 'line',
      source,
      filter: only('motorway'),
      layout: line,
      paint: { 'line-color': perFeature(palette.railway), 'line-width': byZoom(9, 2, 13, 4.5, 16, 9) },
    },
    {
      id: 'motorway',
      type: 'line',
      source,
      filter: only('motorway'),
      layout: line,
      paint: { 'line-color': perFeature(palette.road), 'line-width': byZoom(9, 1, 13, 2.5, 16, 6.5) },
    },
    {
      id: 'railway',
      type: 'line',
      source,
      filter: only('railway'),
      layout: line,
      paint: { 'line-color': perFeature(palette.railway), 'line-width': byZoom(9, 0.75, 13, 1.25) },
    },
    {
      id: 'railway-ties',
      type: 'line',
      source,
      minzoom: 11,
      filter: only('railway'),
      layout: line,
      paint: {
        'line-pattern': symbolId({
          shape: 'ties',
          variant: 'plain',
          accuracy: 'derived',
          colour: palette.railway,
          flavour: palette.flavour,
        }),
        'line-width': 7,
      },
    },
  ];
}
