import type { Polygon, Position } from 'geojson';
import type { ContextCollection } from '../domain/feature.ts';
import { type CouncilPlace, placeEntries } from '../domain/hotspot.ts';
import type { Text } from '../i18n/TextProvider.tsx';
import type { Flavour, Overlay, OverlayImage, OverlayProperties, Scene } from '../map/scene.ts';
import { mapWords } from '../map/words.ts';
import { type Atlas, featuresOfSelection } from '../state/atlas.ts';
import { creditsOf, type Shown } from '../state/shown.ts';
import type { View } from '../state/view.ts';

/** The council's own colour: ink, because its places are neither a programme nor a fault. */
const PLACE_OVERLAY = 'council-places';
const DRAFT_OVERLAY = 'council-draft';

interface PlacesOnMap {
  readonly places: readonly CouncilPlace[];
  readonly chosenId: string | null;
}

/** The council's places as soft, coarse shapes; closed ones dotted and pale. */
export function placesOverlay({ places, chosenId }: PlacesOnMap): Overlay {
  const features = places.flatMap((place) => {
    const outline = placeEntries(place, 'outline').at(-1)?.outline;
    if (!outline) return [];
    const isClosed = placeEntries(place, 'close').length > 0;
    const isChosen = place.id === chosenId;
    const properties: OverlayProperties = {
      id: place.id,
      opacity: isChosen ? 0.1 : isClosed ? 0.03 : 0.08,
      widthPixels: isChosen ? 4 : isClosed ? 1.25 : 2.25,
      line: isClosed ? 'dotted' : 'solid',
      label: placeEntries(place, 'name').at(-1)?.text ?? '',
    };
    return [{ type: 'Feature' as const, geometry: softened(outline), properties: { ...properties } }];
  });
  return { id: PLACE_OVERLAY, data: { type: 'FeatureCollection', features } };
}

/** More corners than this are an area of the city's own, which is drawn as it is. */
const MOST_CORNERS = 8;

/** Corners cut twice (Chaikin 1974), the first time sparingly: a hexagon that does not look like a boundary. */
function softened({ type, coordinates }: Polygon): Polygon {
  return {
    type,
    coordinates: coordinates.map((ring) =>
      ring.length > MOST_CORNERS + 1 ? ring : cutCorners(cutCorners(ring, 0.12), 0.25),
    ),
  };
}

/** A closed ring with each corner cut off at a share of its two sides. */
function cutCorners(ring: readonly Position[], share: number): Position[] {
  const open = ring.slice(0, -1);
  const corners = open.flatMap((a, i): Position[] => {
    const b = open[(i + 1) % open.length] ?? a;
    const at = (along: number): Position =>
      [0, 1].map((axis) => (a[axis] ?? 0) * (1 - along) + (b[axis] ?? 0) * along);
    return [at(share), at(1 - share)];
  });
  return [...corners, ...corners.slice(0, 1)];
}

/** The place that is being drawn. */
export function draftOverlay(outline: Polygon | null): Overlay {
  const properties: OverlayProperties = { opacity: 0.15, widthPixels: 2.5, line: 'dashed' };
  const features = outline
    ? [{ type: 'Feature' as const, geometry: softened(outline), properties: { ...properties } }]
    : [];
  return { id: DRAFT_OVERLAY, data: { type: 'FeatureCollection', features } };
}

interface SceneParts {
  readonly atlas: Atlas;
  readonly shown: Shown;
  readonly context: readonly ContextCollection[];
  readonly view: Pick<View, 'language' | 'selection'>;
  readonly basemap: Scene['basemap'];
  readonly flavour: Flavour;
  readonly text: Text;
  readonly overlays: readonly Overlay[];
  readonly images: readonly OverlayImage[];
}

/** The council's map as a plain value. */
export function councilScene({
  atlas,
  shown,
  context,
  view,
  basemap,
  flavour,
  text,
  overlays,
  images,
}: SceneParts): Scene {
  return {
    flavour,
    language: view.language,
    city: atlas.city,
    basemap,
    context,
    features: shown.features,
    ghosts: shown.ghosts,
    selectedIds: new Set(featuresOfSelection(atlas, view.selection).map((feature) => feature.properties.id)),
    marker: null,
    overlays,
    images,
    attribution: creditsOf(atlas),
    words: mapWords(text),
  };
}
