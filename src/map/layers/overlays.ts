import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import type { Overlay, OverlayImage } from '../scene.ts';
import { overlaySourceId } from '../sources.ts';
import { halo, REGULAR } from './text.ts';

/** Computed results and drawings: each feature says how it looks, see `OverlayProperties`. */
export function overlayLayers({ id }: Pick<Overlay, 'id'>, palette: Palette): LayerSpecification[] {
  const source = overlaySourceId(id);
  const colour: ExpressionSpecification = ['to-color', ['get', 'colour'], palette.ink];
  const opacity = (fallback: number): ExpressionSpecification => ['coalesce', ['get', 'opacity'], fallback];
  const drawnAs = (type: string): ExpressionSpecification => ['in', type, ['geometry-type']];
  const point = drawnAs('Point');
  return [
    {
      id: `overlay-fill:${id}`,
      type: 'fill',
      source,
      filter: drawnAs('Polygon') as FilterSpecification,
      paint: { 'fill-color': colour, 'fill-opacity': opacity(0.15) },
    },
    {
      id: `overlay-line:${id}`,
      type: 'line',
      source,
      filter: ['!', point] as FilterSpecification,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
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
    },
    {
      id: `overlay-point:${id}`,
      type: 'circle',
      source,
      filter: ['all', point, ['!', ['has', 'symbol']]] as FilterSpecification,
      paint: {
        'circle-color': colour,
        'circle-opacity': opacity(1),
        'circle-radius': ['coalesce', ['get', 'radiusPixels'], 6],
        'circle-stroke-color': palette.panel,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: `overlay-symbol:${id}`,
      type: 'symbol',
      source,
      filter: ['all', point, ['has', 'symbol']] as FilterSpecification,
      layout: {
        'icon-image': ['get', 'symbol'],
        'icon-rotate': ['coalesce', ['get', 'rotationDegrees'], 0],
        'icon-rotation-alignment': 'map',
        'icon-overlap': 'always',
      },
      paint: { 'icon-opacity': opacity(1) },
    },
    {
      id: `overlay-label:${id}`,
      type: 'symbol',
      source,
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
    },
  ];
}

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
