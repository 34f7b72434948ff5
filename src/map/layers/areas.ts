import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { perFeature } from './perFeature.ts';
import type { Brush } from './programmeColour.ts';
import { halo, ITALIC, nameWithNote, SEMI_BOLD } from './text.ts';
import { byZoom } from './zoom.ts';

export const GHOST_UNDER_POINTER = 'ghost-under-pointer';

/** Which ghost outline the pointer is on: the one with this id, or none. */
export const ghostUnderPointer = (id: string | null): FilterSpecification => ['==', ['get', 'id'], id ?? ''];

/** Areas: how sure the boundary is decides the line and the fill. */
export function areaLayers(brush: Brush): LayerSpecification[] {
  return [...surfaces(brush), ...outlines(brush), ...names(brush)];
}

/** A colour with an opacity of its own: a fill's opacity, taken per feature as well, would ask for one more program. */
const faded = (
  colour: ExpressionSpecification,
  opacity: ExpressionSpecification,
): ExpressionSpecification => [
  'let',
  'channels',
  ['to-rgba', colour],
  [
    'rgba',
    ['at', 0, ['var', 'channels']],
    ['at', 1, ['var', 'channels']],
    ['at', 2, ['var', 'channels']],
    opacity,
  ],
];

function surfaces({ programmeColour, symbol }: Brush): LayerSpecification[] {
  const source = 'areas';
  return [
    {
      // the soft outer edge of what we only know roughly; negative offsets of a polygon's line go outwards
      id: 'area-glow',
      type: 'line',
      source,
      filter: ['==', ['get', 'accuracy'], 'approximate'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': programmeColour,
        'line-width': byZoom(9, 5, 13, 14),
        'line-blur': byZoom(9, 5, 13, 13),
        'line-offset': byZoom(9, -2, 13, -5),
        'line-opacity': 0.5,
      },
    },
    {
      id: 'area-fill',
      type: 'fill',
      source,
      paint: {
        'fill-color': faded(programmeColour, [
          'match',
          ['get', 'accuracy'],
          'surveyed',
          0.18,
          'derived',
          0.14,
          'approximate',
          0.06,
          0.02,
        ]),
        'fill-antialias': false,
      },
    },
    {
      id: 'area-hatch',
      type: 'fill',
      source,
      filter: ['==', ['get', 'accuracy'], 'approximate'],
      // close up the lines are many: they step back behind what lies in the area
      paint: {
        'fill-pattern': symbol('hatch', 'plain'),
        'fill-antialias': false,
        'fill-opacity': byZoom(12, 0.6, 16, 0.35),
      },
    },
  ];
}

function outlines({ programmeColour, palette }: Brush): LayerSpecification[] {
  const source = 'areas';
  const join = { 'line-join': 'round' } as const;
  return [
    {
      id: 'area-line-firm',
      type: 'line',
      source,
      filter: ['==', ['get', 'accuracy'], 'surveyed'],
      layout: join,
      paint: { 'line-color': programmeColour, 'line-width': 2 },
    },
    {
      id: 'area-line-solid',
      type: 'line',
      source,
      filter: ['==', ['get', 'accuracy'], 'derived'],
      layout: join,
      paint: { 'line-color': programmeColour, 'line-width': 1.25 },
    },
    {
      id: 'area-line-dashed',
      type: 'line',
      source,
      filter: ['==', ['get', 'accuracy'], 'approximate'],
      layout: join,
      paint: { 'line-color': programmeColour, 'line-width': 2, 'line-dasharray': [4, 2.5] },
    },
    {
      id: 'area-line-dotted',
      type: 'line',
      source,
      filter: ['==', ['get', 'accuracy'], 'illustrative'],
      layout: { ...join, 'line-cap': 'round' },
      paint: { 'line-color': programmeColour, 'line-width': 2.5, 'line-dasharray': [0.01, 2.2] },
    },
    {
      id: 'ghost-line',
      type: 'line',
      source: 'ghosts',
      layout: join,
      paint: { 'line-color': perFeature(palette.muted), 'line-width': 1, 'line-opacity': 0.7 },
    },
    {
      id: GHOST_UNDER_POINTER,
      type: 'line',
      source: 'ghosts',
      filter: ghostUnderPointer(null),
      layout: join,
      paint: { 'line-color': perFeature(palette.muted), 'line-width': 2.5 },
    },
    {
      id: 'ghost-label',
      type: 'symbol',
      source: 'ghosts',
      minzoom: 11.5,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 900,
        'text-field': ['get', 'label'],
        'text-font': [ITALIC],
        'text-size': 11.5,
        'text-offset': [0, 0.8],
        'text-max-angle': 30,
      },
      paint: { 'text-color': perFeature(palette.muted), ...halo(palette) },
    },
  ];
}

/** From here a small area is large enough on the screen to carry its name inside. */
const INSIDE_FROM_ZOOM = 15;

function names({ programmeColour, palette }: Brush): SymbolLayerSpecification[] {
  const paint = { 'text-color': programmeColour, ...halo(palette, 2) };
  const text = {
    'text-field': nameWithNote,
    'text-font': [SEMI_BOLD],
    'text-line-height': 1.2,
    'text-max-width': 9,
    'text-padding': 4,
    'symbol-sort-key': ['-', 0, ['get', 'areaKm2']],
  } satisfies SymbolLayerSpecification['layout'];
  const isInside: ExpressionSpecification = ['==', ['get', 'spot'], 'inside'];
  return [
    {
      id: 'area-label',
      type: 'symbol',
      source: 'names',
      minzoom: 8.5,
      filter: ['all', isInside, ['any', ['get', 'district'], ['>=', ['zoom'], INSIDE_FROM_ZOOM]]],
      layout: {
        ...text,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          12,
          11,
          ['case', ['get', 'district'], 14.5, 13],
          13,
          ['case', ['get', 'district'], 19, 14],
        ],
        'text-variable-anchor-offset': ['center', [0, 0], 'bottom', [0, -1.5], 'top', [0, 1.5]],
      },
      paint,
    },
    {
      id: 'area-label-edge',
      type: 'symbol',
      source: 'names',
      minzoom: 10.5,
      maxzoom: INSIDE_FROM_ZOOM,
      filter: ['in', ['get', 'spot'], ['literal', ['above', 'below']]],
      layout: {
        ...text,
        'text-size': byZoom(10.5, 12, 13, 14),
        'text-variable-anchor-offset': [
          'match',
          ['get', 'spot'],
          'above',
          ['literal', ['bottom', [0, -0.9], 'bottom-left', [0.3, -0.9], 'bottom-right', [-0.3, -0.9]]],
          ['literal', ['top', [0, 0.9], 'top-left', [0.3, 0.9], 'top-right', [-0.3, 0.9]]],
        ],
        'text-justify': 'auto',
      },
      paint,
    },
  ];
}
