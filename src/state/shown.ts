import type { CameraView, ComputedFeature } from '../domain/computed.ts';
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

/** What the build has worked out, as far as it is loaded. */
export const computedIn = (layers: Layers): readonly ComputedFeature[] =>
  Object.values(layers).flatMap((layer) =>
    layer.state === 'ready' && layer.content.role === 'computed' ? layer.content.features : [],
  );

/** What each camera sees of the ground, by the camera's id. */
export const viewsIn = (layers: Layers): ReadonlyMap<string, CameraView['geometry']> =>
  new Map(
    computedIn(layers).flatMap((feature) =>
      feature.properties.kind === 'camera-view'
        ? [[feature.properties.cameraId, (feature as CameraView).geometry] as const]
        : [],
    ),
  );

/** Who made the map's data, each once, as their licences and courtesy ask. */
export function creditsOf({ city }: Atlas): string {
  return [...new Set(city.sources.flatMap((source) => source.attribution ?? []))].join(' · ');
}
