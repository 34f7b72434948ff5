import type { ContextCollection, PackageFeature } from '../domain/feature.ts';
import { type Atlas, belongsToBoard, isOtherReading } from './atlas.ts';
import type { LayerState } from './store.ts';
import type { View } from './view.ts';

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

/** Who made the map's data, each once, as their licences and courtesy ask. */
export function creditsOf({ city }: Atlas): string {
  return [...new Set(city.sources.flatMap((source) => source.attribution ?? []))].join(' · ');
}
