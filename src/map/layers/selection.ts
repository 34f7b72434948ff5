import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { NUDGES } from '../sharedSpots.ts';
import { symbolId } from '../symbols/symbols.ts';
import { perFeature } from './perFeature.ts';
import { PLACE_PIXELS, PLACE_SIZES } from './points.ts';
import { halo, nameWithNote, SEMI_BOLD } from './text.ts';

const drawnAs = (...types: readonly string[]): FilterSpecification => [
  'in',
  ['geometry-type'],
  ['literal', [...types]],
];

/** The selected: a paper-coloured gap and an ink ring, the same for every kind. */
export function selectionLayers(palette: Palette): LayerSpecification[] {
  return [...lineRings(palette), ...pointRings(palette)];
}

function lineRings(palette: Palette): LayerSpecification[] {
  const source = 'selection';
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const area = drawnAs('Polygon', 'MultiPolygon');
  const strak = drawnAs('LineString', 'MultiLineString');
  return [
    {
      id: 'selection-area-gap',
      type: 'line',
      source,
      filter: area,
      layout,
      paint: { 'line-color': perFeature(palette.paper), 'line-width': 3, 'line-offset': -2.5 },
    },
    {
      id: 'selection-area-ring',
      type: 'line',
      source,
      filter: area,
      layout,
      paint: { 'line-color': perFeature(palette.ink), 'line-width': 2.25, 'line-offset': -5 },
    },
    {
      id: 'selection-strak-gap',
      type: 'line',
      source,
      filter: strak,
      layout,
      paint: { 'line-color': perFeature(palette.paper), 'line-width': 3, 'line-gap-width': 11 },
    },
    {
      id: 'selection-strak-ring',
      type: 'line',
      source,
      filter: strak,
      layout,
      paint: { 'line-color': perFeature(palette.ink), 'line-width': 2.25, 'line-gap-width': 16 },
    },
  ];
}

/** The ring around a point; a place that is drawn aside has it there. */
function ringsAt(nudge: number, palette: Palette): LayerSpecification[] {
  const ring = (
    id: string,
    radius: number,
    stroke: { colour: string; width: number },
  ): LayerSpecification => ({
    id: nudge === 0 ? id : `${id}:${nudge}`,
    type: 'circle',
    source: 'selection',
    filter: [
      'all',
      drawnAs('Point'),
      ['==', ['coalesce', ['get', 'nudge'], 0], nudge],
    ] as FilterSpecification,
    paint: {
      'circle-radius': radius,
      'circle-opacity': 0,
      'circle-stroke-color': stroke.colour,
      'circle-stroke-width': stroke.width,
      ...(nudge !== 0 && { 'circle-translate': asidePixels(nudge) }),
    },
  });
  return [
    ring('selection-point-gap', 18, { colour: palette.paper, width: 3 }),
    ring('selection-point-ring', 20.5, { colour: palette.ink, width: 2.5 }),
  ];
}

/** How far aside, at every zoom that the size of a place is given for. */
function asidePixels(nudge: number): ExpressionSpecification {
  const stops = PLACE_SIZES.map((value, index): unknown =>
    index % 2 === 0 ? value : ['literal', [value * nudge * PLACE_PIXELS, 0]],
  );
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

function pointRings(palette: Palette): LayerSpecification[] {
  const source = 'selection';
  const point = drawnAs('Point');
  return [
    ...[0, ...NUDGES].flatMap((nudge) => ringsAt(nudge, palette)),
    {
      id: 'selection-label',
      type: 'symbol',
      source,
      filter: point,
      layout: {
        'text-field': nameWithNote,
        'text-font': [SEMI_BOLD],
        'text-size': 14,
        'text-max-width': 9,
        'text-anchor': 'top',
        'text-offset': [0, 1.8],
        // placed before all others, so it always shows; of many selected only those that have room
        'text-overlap': 'never',
      },
      paint: { 'text-color': perFeature(palette.ink), ...halo(palette, 2.5) },
    },
    {
      id: 'marker',
      type: 'symbol',
      source: 'marker',
      layout: {
        'icon-image': symbolId({
          shape: 'marker',
          variant: 'plain',
          accuracy: 'surveyed',
          colour: palette.ink,
          flavour: palette.flavour,
        }),
        'icon-anchor': 'bottom',
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
      },
    },
  ];
}
