import { useEffect, useMemo, useRef } from 'react';
import type { Bounds } from '../domain/city.ts';
import { type CouncilPlace, placeEntries } from '../domain/hotspot.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { MapPane, type MapPaneHandle } from '../map/MapPane.tsx';
import type { Flavour, MapEvent } from '../map/scene.ts';
import { addCorner, useAreaDrawing } from '../state/areaDrawing.ts';
import { type Atlas, featuresOfSelection } from '../state/atlas.ts';
import { useBasemap } from '../state/basemap.ts';
import { useCouncilData, usePatterns } from '../state/councilData.ts';
import { putDraft, useCouncilDraft } from '../state/councilDraft.ts';
import { useCouncilPapers } from '../state/councilPapers.ts';
import { useGroundOffer } from '../state/groundOffer.ts';
import { readNote, useNotesOnMap } from '../state/notesOnMap.ts';
import { planeOfCity } from '../state/plane.ts';
import { contextOf, shownFeatures } from '../state/shown.ts';
import { addNotice, changeView, mapCannotBeDrawn, mapTakesPictures, useOpen } from '../state/store.ts';
import { noteAt, notesOf, type WalkNote } from '../state/walkNotes.ts';
import { boundsAround, boundsOfGeometries, boundsOfPoints } from './bounds.ts';
import { areaDraftOverlay, notesOverlay } from './drawnOverlays.ts';
import { draftOutline, outlineAt, planeOutline } from './places/outline.ts';
import { councilScene, draftOverlay, placesOverlay } from './scene.ts';

const outlineOf = (place: CouncilPlace) => placeEntries(place, 'outline').at(-1)?.outline;

/** Everything the council's map shows, from the papers, the patterns and the draft. */
function useCouncilScene(atlas: Atlas, flavour: Flavour) {
  const text = useText();
  const view = useOpen((state) => state.view);
  const layers = useOpen((state) => state.layers);
  const basemap = useBasemap();
  const { places } = useCouncilPapers();
  const patterns = usePatterns();
  const notes = useShownNotes(atlas);
  const { dataSetId: walkId, row } = useNotesOnMap();
  const { corners } = useAreaDrawing();
  const { at, radiusMetres, featureId } = useCouncilDraft();
  const { hiddenLayerIds, readings, language, selection, paperId, desk } = view;
  // The package's areas would lie over what is being looked at.
  const isMeasuring = desk === 'patterns' || desk === 'evaluation';
  const shown = useMemo(() => {
    const all = shownFeatures(atlas, layers, { boardId: null, hiddenLayerIds, readings });
    if (!isMeasuring) return all;
    return { features: all.features.filter(({ properties }) => properties.kind !== 'area'), ghosts: [] };
  }, [atlas, layers, hiddenLayerIds, readings, isMeasuring]);
  const context = useMemo(() => contextOf(layers, hiddenLayerIds), [layers, hiddenLayerIds]);
  const placesNow = useMemo(() => placesOverlay({ places, chosenId: paperId }), [places, paperId]);
  const draft = useMemo(() => {
    const feature = featureId ? atlas.featureById.get(featureId) : undefined;
    return draftOverlay(draftOutline({ plane: planeOfCity(atlas.city), at, radiusMetres, feature }));
  }, [atlas, at, radiusMetres, featureId]);
  const area = useMemo(() => areaDraftOverlay(corners), [corners]);
  const walk = useMemo(
    () => notesOverlay(walkId === null ? [] : notes, row, flavour),
    [notes, walkId, row, flavour],
  );
  return useMemo(
    () =>
      councilScene({
        ...{ atlas, shown, context, view: { language, selection }, basemap, flavour, text },
        overlays: [...patterns.overlays, placesNow, draft, area, walk],
        images: patterns.images,
      }),
    [
      atlas,
      shown,
      context,
      language,
      selection,
      basemap,
      flavour,
      text,
      patterns,
      placesNow,
      draft,
      area,
      walk,
    ],
  );
}

const NO_NOTES: readonly WalkNote[] = [];

/** The notes that are on the map: only where the data are looked after. */
function useShownNotes(atlas: Atlas): readonly WalkNote[] {
  const { dataSetId } = useNotesOnMap();
  const isHere = useOpen((state) => state.view.desk === 'data');
  const dataSet = useCouncilData((state) => state.dataSets?.find(({ id }) => id === dataSetId));
  return isHere && dataSet ? notesOf(dataSet, atlas.city) : NO_NOTES;
}

/** How many metres of ground a finger covers. */
function reachMetresAt(lat: number, zoom: number): number {
  const metresPerPixel = (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
  return REACH_PIXELS * metresPerPixel;
}
const REACH_PIXELS = 22;
/** Where the address does not say how far in the map is. */
const HOME_ZOOM = 12;

/** Where the map goes when something is chosen: the note that is read, all notes, a place or a feature. */
function useGoal(atlas: Atlas, notes: readonly WalkNote[]): Bounds | null {
  const { places } = useCouncilPapers();
  const { selection, paperId } = useOpen((state) => state.view);
  const { row } = useNotesOnMap();
  const chosen = places.find(({ id }) => id === paperId);
  return useMemo((): Bounds | null => {
    const noted = notes.find((note) => note.row === row)?.at;
    if (noted) return boundsAround(noted);
    if (notes.length > 0) return boundsOfPoints(notes.flatMap(({ at }) => (at ? [at] : [])));
    const outline = chosen && outlineOf(chosen);
    if (outline) return boundsOfGeometries([outline]);
    return boundsOfGeometries(featuresOfSelection(atlas, selection).map(({ geometry }) => geometry));
  }, [chosen, atlas, selection, notes, row]);
}

/** The council's map: a press chooses a place or a feature, or puts the place that is being drawn. */
export default function CouncilStage({ atlas, flavour }: { atlas: Atlas; flavour: Flavour }) {
  const { t, local } = useText();
  const scene = useCouncilScene(atlas, flavour);
  const { places } = useCouncilPapers();
  const view = useOpen((state) => state.view);
  const pane = useRef<MapPaneHandle>(null);
  const plane = planeOfCity(atlas.city);
  const notes = useShownNotes(atlas);

  const press = (lngLat: readonly [number, number], featureId: string | null): void => {
    if (useCouncilDraft.getState().isPlacing) {
      putDraft(lngLat);
      return;
    }
    if (useAreaDrawing.getState().role) {
      addCorner(lngLat);
      return;
    }
    const note = noteAt(notes, lngLat, reachMetresAt(lngLat[1], view.position?.zoom ?? HOME_ZOOM));
    if (note) {
      readNote(note.row);
      return;
    }
    const outlines = places.flatMap((place) => {
      const outline = outlineOf(place);
      return outline ? [{ of: place.id, polygon: planeOutline(plane, outline) }] : [];
    });
    const placeId = outlineAt(outlines, plane.toPlane(lngLat));
    const isSmall = featureId !== null && atlas.featureById.get(featureId)?.properties.kind !== 'area';
    if (placeId && !isSmall) changeView({ desk: null, paperId: placeId, selection: null });
    else if (featureId)
      changeView({ desk: null, paperId: null, selection: { kind: 'feature', id: featureId } });
  };

  const follow = (event: MapEvent): void => {
    if (event.kind === 'select') press(event.lngLat, event.featureId);
    else if (event.kind === 'point') press(event.lngLat, null);
    else if (event.kind === 'move') changeView({ position: event.viewport });
    else if (event.kind === 'problem' && event.problem === 'no-webgl') mapCannotBeDrawn(event.detail);
    else if (event.kind === 'problem') addNotice({ kind: 'basemap', detail: event.detail });
  };

  const goal = useGoal(atlas, notes);
  const goalText = goal?.join() ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map moves when another thing is chosen, not when it is redrawn
  useEffect(() => {
    if (goal) pane.current?.show(goal);
  }, [goalText]);

  useEffect(() => {
    mapTakesPictures(() => pane.current?.picture() ?? Promise.reject(new Error('the map is gone')));
    return () => mapTakesPictures(null);
  }, []);

  return (
    <MapPane
      ref={pane}
      scene={scene}
      viewport={view.position ?? { bounds: atlas.city.homeBounds }}
      label={t('map.label', { city: local(atlas.city.name) })}
      words={{
        zoomIn: t('map.zoomIn'),
        zoomOut: t('map.zoomOut'),
        home: t('map.home'),
        overview: t('map.overview'),
      }}
      home={atlas.city.homeBounds}
      ground={useGroundOffer()}
      onEvent={follow}
    />
  );
}
