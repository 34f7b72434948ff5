import type { ContextCollection, PackageFeature } from '../domain/feature.ts';
import type { Text } from '../i18n/TextProvider.tsx';
import type { Flavour, Scene } from '../map/scene.ts';
import { type Atlas, belongsToBoard, featuresOfSelection, isOtherReading } from '../state/atlas.ts';
import type { Config } from '../state/config.ts';
import type { LayerState } from '../state/store.ts';
import type { View } from '../state/view.ts';

export interface Shown {
  /** Drawn as themselves and listed. */
  readonly features: readonly PackageFeature[];
  /** Other readings of the areas shown: ghost outlines. */
  readonly ghosts: readonly PackageFeature[];
}

type Layers = Readonly<Record<string, LayerState>>;

/** What the filters leave: the same answer for the map and for the list. */
export function shownFeatures(
  atlas: Atlas,
  layers: Layers,
  view: Pick<View, 'boardId' | 'hiddenLayerIds' | 'readings'>,
): Shown {
  const hidden = new Set(view.hiddenLayerIds);
  const inView = Object.entries(layers).flatMap(([layerId, layer]) =>
    layer.state === 'ready' && layer.content.role === 'package' && !hidden.has(layerId)
      ? layer.content.features
      : [],
  );
  const ofBoard = view.boardId
    ? inView.filter((feature) => belongsToBoard(atlas, feature, view.boardId as string))
    : inView;
  return {
    features: ofBoard.filter((feature) => !isOtherReading(atlas, feature, view.readings)),
    ghosts: ofBoard.filter((feature) => isOtherReading(atlas, feature, view.readings)),
  };
}

/** The context layers loaded so far, without those switched off. */
export function contextOf(layers: Layers, hiddenLayerIds: readonly string[] = []): ContextCollection[] {
  return Object.entries(layers).flatMap(([layerId, layer]) =>
    layer.state === 'ready' && layer.content.role === 'context' && !hiddenLayerIds.includes(layerId)
      ? [layer.content.collection]
      : [],
  );
}

interface SceneParts {
  readonly atlas: Atlas;
  readonly shown: Shown;
  readonly context: readonly ContextCollection[];
  readonly view: Pick<View, 'language' | 'selection' | 'point'>;
  readonly config: Config;
  readonly flavour: Flavour;
  readonly text: Text;
}

/** The public map as a plain value. Parts that did not change keep their identity, so that the map redraws little. */
export function residentScene({ atlas, shown, context, view, config, flavour, text }: SceneParts): Scene {
  return {
    flavour,
    language: view.language,
    city: atlas.city,
    basemap: config.basemap,
    context,
    features: shown.features,
    ghosts: shown.ghosts,
    selectedIds: new Set(featuresOfSelection(atlas, view.selection).map((feature) => feature.properties.id)),
    marker: view.point,
    attribution: creditsOf(atlas),
    words: {
      illustration: text.t('map.illustration'),
      approximate: text.t('map.approximate'),
      candidate: text.t('map.candidate'),
    },
  };
}

/** Who made the map's data, each once, as their licences and courtesy ask. */
function creditsOf({ city }: Atlas): string {
  return [...new Set(city.sources.flatMap((source) => source.attribution ?? []))].join(' · ');
}
