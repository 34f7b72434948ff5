import type { ContextCollection } from '../domain/feature.ts';
import type { Text } from '../i18n/TextProvider.tsx';
import type { Flavour, Scene } from '../map/scene.ts';
import { mapWords } from '../map/words.ts';
import { type Atlas, featuresOfSelection } from '../state/atlas.ts';
import { creditsOf, type Shown } from '../state/shown.ts';
import type { View } from '../state/view.ts';

interface SceneParts {
  readonly atlas: Atlas;
  readonly shown: Shown;
  readonly context: readonly ContextCollection[];
  readonly views?: NonNullable<Scene['views']>;
  readonly view: Pick<View, 'language' | 'selection' | 'point'>;
  readonly basemap: Scene['basemap'];
  readonly flavour: Flavour;
  readonly text: Text;
}

/** The public map as a plain value. Parts that did not change keep their identity, so that the map redraws little. */
export function residentScene({
  atlas,
  shown,
  context,
  views,
  view,
  basemap,
  flavour,
  text,
}: SceneParts): Scene {
  return {
    flavour,
    language: view.language,
    city: atlas.city,
    basemap,
    context,
    features: shown.features,
    ...(views && { views }),
    ghosts: shown.ghosts,
    selectedIds: new Set(featuresOfSelection(atlas, view.selection).map((feature) => feature.properties.id)),
    marker: view.point,
    attribution: creditsOf(atlas),
    words: mapWords(text),
  };
}
