import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { areaLayers } from './layers/areas.ts';
import { contextLabelLayers } from './layers/contextLabels.ts';
import { imageLayer, imageSourceId, overlayLayers } from './layers/overlays.ts';
import { traitsKey } from './layers/overlayTraits.ts';
import { overviewLayers } from './layers/overview.ts';
import { cameraLayers, lightLayers, placeLayers } from './layers/points.ts';
import { brushOf } from './layers/programmeColour.ts';
import { selectionLayers } from './layers/selection.ts';
import { strakLayers } from './layers/strak.ts';
import {
  STREETS_FROM_ZOOM,
  STREETS_GROUND_SOURCE,
  STREETS_SOURCE,
  type StreetKnowledge,
} from './layers/streetSource.ts';
import { groundOf, streetLayers } from './layers/streets.ts';
import type { FontFaces } from './layers/text.ts';
import { FOREIGN_PREFIX, inDrawingOrder } from './order.ts';
import { PALETTES } from './palette.ts';
import type { Basemap, Scene } from './scene.ts';
import { sourceIdsOf } from './sources.ts';

type Pmtiles = Extract<Basemap, { kind: 'pmtiles' }>;

/** What the style needs from outside the scene. */
export interface StyleAssets {
  readonly fontFaces: FontFaces;
  /** The deployer's own style, fetched and checked, when the scene's basemap is of kind `style`. */
  readonly foreign?: StyleSpecification;
}

/**
 * How a scene looks, without its data: every GeoJSON source is empty and gets its features from `sourcesOf`,
 * so that a new look never moves data. Depends on flavour, programmes, basemap, overlay ids and images, and
 * over streets on whether the neighbourhoods are named already.
 */
export function styleOf(scene: Scene, assets: StyleAssets): StyleSpecification {
  const palette = PALETTES[scene.flavour];
  const brush = brushOf(scene, palette);
  const overlays = scene.overlays ?? [];
  const images = scene.images ?? [];
  const { foreign } = assets;
  const layers: LayerSpecification[] = [
    {
      id: 'background',
      type: 'background',
      paint: { 'background-color': scene.basemap.kind === 'overview' ? palette.beyond : palette.paper },
    },
    ...(foreign ? foreign.layers.map(asForeign) : []),
    ...(scene.basemap.kind === 'pmtiles' ? streetLayers(palette, knowledgeOf(scene, scene.basemap)) : []),
    ...overviewLayers(palette, scene.basemap.kind === 'overview'),
    ...contextLabelLayers(palette).flatMap((layer) => labelOver(scene.basemap, layer)),
    ...areaLayers(brush),
    ...strakLayers(brush),
    ...lightLayers(brush),
    ...cameraLayers(brush),
    ...placeLayers(brush),
    ...images.map(imageLayer),
    ...overlays.flatMap((overlay) => overlayLayers(overlay, palette)),
    ...selectionLayers(palette),
  ];
  return {
    version: 8,
    'font-faces': { ...foreign?.['font-faces'], ...assets.fontFaces },
    ...(foreign?.glyphs && { glyphs: foreign.glyphs }),
    ...(foreign?.sprite && { sprite: foreign.sprite }),
    sources: { ...foreignSources(foreign), ...ownSources(scene) },
    layers: inDrawingOrder(layers),
  };
}

/** A street map names its own roads and water; where it does not begin yet, the overview's names stay. */
function labelOver({ kind }: Basemap, layer: SymbolLayerSpecification): SymbolLayerSpecification[] {
  if (kind === 'overview' || layer.id === 'neighbourhood-label') return [layer];
  const far = layer.id === 'town-label' || layer.id === 'lake-label';
  return kind === 'pmtiles' && far ? [{ ...layer, maxzoom: STREETS_FROM_ZOOM }] : [];
}

const knowledgeOf = ({ context }: Scene, { bounds }: Pmtiles): StreetKnowledge => ({
  hasBounds: bounds !== undefined,
  namesNeighbourhoods: namesNeighbourhoods(context),
});

const namesNeighbourhoods = (context: Scene['context']): boolean =>
  context.some(({ features: [first] }) => first?.properties.context === 'neighbourhood-label');

/** The parts of a scene its style is made of: when they are the same, so is the style. */
export function styleIngredientsOf({
  flavour,
  city,
  basemap,
  context,
  overlays,
  images,
}: Scene): readonly unknown[] {
  const ids = (overlays ?? []).map(traitsKey);
  const pictures = (images ?? []).map(
    ({ id, url, opacity, corners }) => `${id} ${url} ${opacity} ${corners}`,
  );
  const named = basemap.kind === 'pmtiles' && namesNeighbourhoods(context);
  return [flavour, city.programmes, JSON.stringify(basemap), named, ids.join(), pictures.join()];
}

function ownSources({ basemap, overlays = [], images = [] }: Scene): Record<string, SourceSpecification> {
  const empty = (): SourceSpecification => ({
    type: 'geojson',
    promoteId: 'id',
    // wide enough that a glow or a ring never shows where a tile was cut
    buffer: 256,
    data: { type: 'FeatureCollection', features: [] },
  });
  return {
    ...Object.fromEntries(sourceIdsOf({ overlays }).map((id) => [id, empty()])),
    ...Object.fromEntries(
      images.map(({ id, url, corners }) => [
        imageSourceId(id),
        {
          type: 'image',
          ...(url !== undefined && { url }),
          coordinates: corners.map(([lng, lat]) => [lng, lat]),
        } as SourceSpecification,
      ]),
    ),
    ...(basemap.kind === 'pmtiles' && {
      [STREETS_SOURCE]: { type: 'vector', url: `pmtiles://${basemap.url}` } as SourceSpecification,
      ...(basemap.bounds && { [STREETS_GROUND_SOURCE]: groundOf(basemap.bounds) }),
    }),
  };
}

function asForeign(layer: LayerSpecification): LayerSpecification {
  const id = `${FOREIGN_PREFIX}${layer.id}`;
  return 'source' in layer ? { ...layer, id, source: `${FOREIGN_PREFIX}${layer.source}` } : { ...layer, id };
}

function foreignSources(foreign: StyleSpecification | undefined): Record<string, SourceSpecification> {
  return Object.fromEntries(
    Object.entries(foreign?.sources ?? {}).map(([id, source]) => [`${FOREIGN_PREFIX}${id}`, source]),
  );
}
