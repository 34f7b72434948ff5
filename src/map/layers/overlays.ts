import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import type { Overlay, OverlayImage } from '../scene.ts';
import { overlaySourceId } from '../sources.ts';
import { type OverlayTraits, traitsOf } from './overlayTraits.ts';
import { halo, REGULAR } from './text.ts';

const drawnAs = (type: string): ExpressionSpecification => ['in', type, ['geometry-type']];
const isPoint = drawnAs('Point');
const opacityOr = (fallback: number): ExpressionSpecification => ['coalesce', ['get', 'opacity'], fallback];
const colourOr = (fallback: string): ExpressionSpecification => ['to-color', ['get', 'colour'], fallback];

/** Computed results and drawings: each feature says how it looks, see `OverlayProperties`. */
export function overlayLayers(overlay: Overlay, palette: Palette): LayerSpecification[] {
  const traits = traitsOf(overlay);
  const { id } = overlay;
  return [
    ...(traits.surfaces ? [surfaces(id, palette)] : []),
    ...(traits.lines ? [lines(id, palette)] : []),
    ...(traits.discs ? [discs(id, palette, traits)] : []),
    ...(traits.symbols ? [symbols(id)] : []),
    ...(traits.labels ? [labels(id, palette)] : []),
  ];
}

const surfaces = (id: string, palette: Palette): LayerSpecification => ({
  id: `overlay-fill:${id}`,
  type: 'fill',
  source: overlaySourceId(id),
  filter: drawnAs('Polygon') as FilterSpecification,
  paint: { 'fill-color': colourOr(palette.ink), 'fill-opacity': opacityOr(0.15) },
});

const lines = (id: string, palette: Palette): LayerSpecification => ({
  id: `overlay-line:${id}`,
  type: 'line',
  source: overlaySourceId(id),
  filter: ['!', isPoint] as FilterSpecification,
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': colourOr(palette.ink),
    'line-width': ['coalesce', ['get', 'widthPixels'], 2],
    'line-dasharray': [
      'match',
      ['get', 'line'],
      'dashed',
      ['literal', [4, 2.5]],
      'dotted',
      ['literal', [1, 1.5]],
      ['literal', [1, 0]],
    ],
  },
});

/** Points: discs with a ring of paper around them; a crowd of them small and without one. */
function discs(id: string, palette: Palette, { variedDiscs, isCrowd }: OverlayTraits): LayerSpecification {
  const radius = isCrowd ? 4 : 6;
  return {
    id: `overlay-point:${id}`,
    type: 'circle',
    source: overlaySourceId(id),
    filter: ['all', isPoint, ['!', ['has', 'symbol']]] as FilterSpecification,
    paint: {
      'circle-color': variedDiscs ? colourOr(palette.ink) : palette.ink,
      'circle-opacity': variedDiscs ? opacityOr(1) : 1,
      'circle-radius': variedDiscs ? ['coalesce', ['get', 'radiusPixels'], radius] : radius,
      ...(!isCrowd && { 'circle-stroke-color': palette.panel, 'circle-stroke-width': 1.5 }),
    },
  };
}

const symbols = (id: string): LayerSpecification => ({
  id: `overlay-symbol:${id}`,
  type: 'symbol',
  source: overlaySourceId(id),
  filter: ['all', isPoint, ['has', 'symbol']] as FilterSpecification,
  layout: {
    'icon-image': ['get', 'symbol'],
    'icon-rotate': ['coalesce', ['get', 'rotationDegrees'], 0],
    'icon-rotation-alignment': 'map',
    'icon-overlap': 'always',
  },
  paint: { 'icon-opacity': opacityOr(1) },
});

const labels = (id: string, palette: Palette): LayerSpecification => ({
  id: `overlay-label:${id}`,
  type: 'symbol',
  source: overlaySourceId(id),
  filter: ['has', 'label'],
  layout: {
    'text-field': ['get', 'label'],
    'text-font': [REGULAR],
    'text-size': 12.5,
    'text-max-width': 9,
    'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
    'text-radial-offset': 1.1,
    'text-justify': 'auto',
  },
  paint: { 'text-color': palette.ink, ...halo(palette, 1.75) },
});

export const imageSourceId = (imageId: string): string => `overlay-image:${imageId}`;

/** A computed picture laid on the ground. */
export function imageLayer({ id, opacity }: OverlayImage): LayerSpecification {
  return {
    id: `overlay-image:${id}`,
    type: 'raster',
    source: imageSourceId(id),
    paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0, 'raster-resampling': 'linear' },
  };
}
