import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import { perFeature } from './perFeature.ts';
import type { Brush } from './programmeColour.ts';
import { halo, nameWithNote, SEMI_BOLD } from './text.ts';
import { byZoom } from './zoom.ts';

/** A kilometre is then some fifty pixels: two rails can be told apart. */
const STRAK_FROM_ZOOM = 11;

/** A stråk: a double line as on a trail map; dashed or dotted when it is not a surveyed one. */
export function strakLayers({ palette, programmeColour }: Brush): LayerSpecification[] {
  const source = 'strak';
  const rails = (
    id: string,
    accuracies: readonly string[],
    style: { dash?: [number, number]; cap: 'butt' | 'round'; width: number },
  ): LineLayerSpecification => ({
    id,
    type: 'line',
    source,
    minzoom: STRAK_FROM_ZOOM,
    filter: ['in', ['get', 'accuracy'], ['literal', [...accuracies]]],
    layout: { 'line-cap': style.cap, 'line-join': 'round' },
    paint: {
      'line-color': programmeColour,
      'line-width': style.width,
      'line-gap-width': byZoom(10, 1, 14, 3.5, 17, 6),
      ...(style.dash && { 'line-dasharray': style.dash }),
    },
  });
  return [
    {
      id: 'strak-gap',
      type: 'line',
      source,
      minzoom: STRAK_FROM_ZOOM,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': perFeature(palette.paper),
        'line-width': byZoom(10, 7, 14, 13, 17, 17),
        'line-opacity': 0.85,
      },
    },
    rails('strak-solid', ['surveyed', 'derived'], { cap: 'round', width: 2 }),
    rails('strak-dashed', ['approximate'], { dash: [3, 2], cap: 'butt', width: 2 }),
    rails('strak-dotted', ['illustrative'], { dash: [0.01, 2.1], cap: 'round', width: 3 }),
    {
      id: 'strak-label',
      type: 'symbol',
      source: 'names',
      filter: ['==', ['get', 'spot'], 'beside'],
      minzoom: 11,
      layout: {
        'text-field': nameWithNote,
        'text-font': [SEMI_BOLD],
        'text-size': byZoom(11, 12, 14, 14),
        'text-line-height': 1.2,
        'text-max-width': 13,
        'text-variable-anchor': ['right', 'left', 'top', 'bottom'],
        'text-radial-offset': 1.4,
        'text-justify': 'auto',
      },
      paint: { 'text-color': programmeColour, ...halo(palette, 2) },
    },
  ];
}
