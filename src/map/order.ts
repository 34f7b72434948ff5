import type { LayerSpecification } from 'maplibre-gl';

/** The id prefix of layers that come from a deployer's own style: above the background, below all of ours. */
export const FOREIGN_PREFIX = 'basemap:';

/**
 * Every layer of the map, bottom first. A layer that is not in this list cannot be drawn.
 * Ids of overlay layers carry the overlay's id after a colon: `overlay-line:sightlines`.
 */
export const DRAWING_ORDER = [
  'background',
  // the overview's ground where a street map does not reach
  'far-municipality',
  'far-built-up',
  'far-lake',
  'far-lake-shore',
  'far-stream',
  'far-motorway-casing',
  'far-motorway',
  'far-railway',
  'far-railway-ties',
  // streets: vector tiles
  'streets-ground',
  'streets-landuse',
  'streets-water',
  'streets-waterway',
  'streets-squares',
  'streets-buildings',
  'streets-path-lit',
  'streets-paths',
  'streets-cycleways',
  'streets-steps',
  'streets-rail',
  'streets-rail-ties',
  'streets-road-casing',
  'streets-roads',
  'streets-bridge-casing',
  'streets-bridges',
  // overview: the shipped context
  'municipality',
  'built-up',
  'statistical-line',
  'neighbourhood-line',
  // statistical areas reach out into the lake; their lines end at the shore
  'lake',
  'lake-shore',
  'stream',
  'municipality-line',
  'motorway-casing',
  'motorway',
  'railway',
  'railway-ties',
  // the package's surfaces, with computed results between tint and outline
  'area-glow',
  'area-fill',
  'area-hatch',
  'overlay-image',
  'overlay-fill',
  'ghost-line',
  'ghost-under-pointer',
  'area-line-firm',
  'area-line-solid',
  'area-line-dashed',
  'area-line-dotted',
  'selection-area-gap',
  'selection-area-ring',
  'strak-gap',
  'strak-solid',
  'strak-dashed',
  'strak-dotted',
  'selection-strak-gap',
  'selection-strak-ring',
  'overlay-line',
  'camera-sector-fill',
  'camera-sector-line',
  'light-halo',
  'light-disc',
  // names of what lies behind
  'streets-water-label',
  'streets-path-label',
  'streets-label',
  'lake-label',
  'stream-label',
  'motorway-shield',
  'named-place-label',
  'neighbourhood-label',
  'town-label',
  'streets-park-label',
  'streets-place-label',
  // the package's symbols and names: placed first, so they win collisions
  'ghost-label',
  'place-label',
  'area-label',
  'area-label-edge',
  'strak-label',
  'light-illustrative',
  'camera-wedge',
  'camera',
  'place',
  'overlay-point',
  'overlay-symbol',
  'overlay-label',
  'selection-point-gap',
  'selection-point-ring',
  'selection-label',
  'marker',
] as const;

export type BaseLayerId = (typeof DRAWING_ORDER)[number];
const FOREIGN_RANK = 0.5;
const RANK = new Map<string, number>(DRAWING_ORDER.map((id, rank) => [id, rank]));

/**
 * Where a layer stands, bottom first.
 * @throws when the id is in no list: a layer nobody placed would land on top of everything
 */
export function rankOf(layerId: string): number {
  if (layerId.startsWith(FOREIGN_PREFIX)) return FOREIGN_RANK;
  const rank = RANK.get(layerId.split(':', 1)[0] as string);
  if (rank === undefined) throw new Error(`unknown layer "${layerId}": add it to DRAWING_ORDER`);
  return rank;
}

/** Layers in drawing order; those of one rank keep the order they came in. */
export function inDrawingOrder(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers
    .map((layer, index) => ({ layer, index, rank: rankOf(layer.id) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ layer }) => layer);
}
