import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { NUDGES } from '../sharedSpots.ts';
import type { Brush } from './programmeColour.ts';
import { halo, nameWithNote, SEMI_BOLD } from './text.ts';
import { byZoom } from './zoom.ts';

/** From here a camera's field of view is drawn at its true length. */
const TRUE_LENGTH_ZOOM = 15;
const LIGHTS_FROM_ZOOM = 14.5;
const CAMERAS_FROM_ZOOM = 13;

const illustrative: FilterSpecification = ['==', ['get', 'accuracy'], 'illustrative'];

/** Lights: a small disc whose halo grows with its flux. */
export function lightLayers({ palette, programmeColour, symbol }: Brush): LayerSpecification[] {
  const source = 'lights';
  // area follows flux, so the radius follows its root; 3 000 lm where unknown
  const flux: ExpressionSpecification = ['sqrt', ['/', ['coalesce', ['get', 'fluxLumens'], 3000], 3000]];
  const atNight = palette.flavour === 'night';
  return [
    {
      id: 'light-halo',
      type: 'circle',
      source,
      minzoom: LIGHTS_FROM_ZOOM,
      paint: {
        'circle-color': programmeColour,
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          13,
          ['*', 3, flux],
          16,
          ['*', 13, flux],
          19,
          ['*', 48, flux],
        ],
        'circle-blur': 0.9,
        'circle-opacity': atNight ? 0.45 : 0.22,
      },
    },
    {
      id: 'light-disc',
      type: 'circle',
      source,
      minzoom: LIGHTS_FROM_ZOOM,
      filter: ['!', illustrative] as FilterSpecification,
      paint: {
        'circle-color': programmeColour,
        'circle-radius': byZoom(13, 1.5, 16, atNight ? 3.5 : 5),
        'circle-stroke-color': palette.panel,
        'circle-stroke-width': byZoom(13, 0, 15, 1.5),
      },
    },
    {
      id: 'light-illustrative',
      type: 'symbol',
      source,
      minzoom: LIGHTS_FROM_ZOOM,
      filter: illustrative,
      layout: {
        'icon-image': symbol('light', 'plain'),
        // By night the light itself is the picture and the lamp only a pin.
        'icon-size': atNight ? byZoom(14.5, 0.3, 16, 0.5, 18, 0.7) : byZoom(14.5, 0.4, 16, 0.75, 18, 1),
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
      },
    },
  ];
}

/** Cameras: a disc with a lens, and where it looks. */
export function cameraLayers({ programmeColour, symbol }: Brush): LayerSpecification[] {
  const sectors = { source: 'camera-sectors', minzoom: TRUE_LENGTH_ZOOM };
  return [
    {
      id: 'camera-sector-fill',
      type: 'fill',
      ...sectors,
      paint: { 'fill-color': programmeColour, 'fill-opacity': 0.18 },
    },
    {
      id: 'camera-sector-line',
      type: 'line',
      ...sectors,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': programmeColour,
        'line-width': ['match', ['get', 'accuracy'], 'illustrative', 2, 1.25],
        'line-dasharray': [
          'match',
          ['get', 'accuracy'],
          'illustrative',
          ['literal', [0.01, 2.2]],
          'approximate',
          ['literal', [4, 2.5]],
          ['literal', [1, 0]],
        ],
      },
    },
    {
      id: 'camera-wedge',
      type: 'symbol',
      source: 'cameras',
      minzoom: CAMERAS_FROM_ZOOM,
      maxzoom: TRUE_LENGTH_ZOOM,
      layout: {
        'icon-image': symbol('camera-wedge', ['to-string', ['get', 'opening']]),
        'icon-rotate': ['get', 'bearing'],
        'icon-rotation-alignment': 'map',
        'icon-size': byZoom(13, 0.6, 15, 0.9),
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'camera',
      type: 'symbol',
      source: 'cameras',
      minzoom: CAMERAS_FROM_ZOOM,
      layout: {
        'icon-image': symbol('camera', 'plain'),
        'icon-size': byZoom(13, 0.6, 15, 0.85, 17, 1),
        'icon-overlap': 'always',
      },
    },
  ];
}

/** A place's square with a little air beside it, and its size by zoom. */
export const PLACE_PIXELS = 30;
export const PLACE_SIZES = [8, 0.4, 11, 0.6, 13, 0.9, 15, 1] as const;

/** Places: a rounded square with the pictogram of its category. */
export function placeLayers({ palette, programmeColour, symbol }: Brush): LayerSpecification[] {
  return [
    {
      id: 'place',
      type: 'symbol',
      source: 'places',
      layout: {
        'icon-image': symbol('place', ['get', 'category']),
        'icon-size': byZoom(...PLACE_SIZES),
        'icon-offset': [
          'match',
          // a branch must be a whole number
          ['*', 2, ['coalesce', ['get', 'nudge'], 0]],
          ...NUDGES.flatMap((nudge) => [nudge * 2, ['literal', [nudge * PLACE_PIXELS, 0]]]),
          ['literal', [0, 0]],
        ] as unknown as ExpressionSpecification,
        'icon-overlap': 'always',
      },
    },
    {
      id: 'place-label',
      type: 'symbol',
      source: 'places',
      minzoom: 12,
      layout: {
        'text-field': nameWithNote,
        'text-font': [SEMI_BOLD],
        'text-size': byZoom(12, 11.5, 15, 13.5),
        'text-line-height': 1.15,
        'text-max-width': 8,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        // clear of the feature's own square, which is placed first
        'text-radial-offset': 2,
        'text-justify': 'auto',
        'text-padding': 1,
      },
      paint: { 'text-color': programmeColour, ...halo(palette, 1.75) },
    },
  ];
}
