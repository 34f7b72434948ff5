import './inView/inView.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { MapPane, type MapPaneHandle } from '../map/MapPane.tsx';
import type { Flavour, MapEvent } from '../map/scene.ts';
import { type Atlas, featuresOfSelection } from '../state/atlas.ts';
import { useBasemap } from '../state/basemap.ts';
import { contextOf, shownFeatures, viewsIn } from '../state/shown.ts';
import {
  addNotice,
  askAbout,
  changeView,
  mapCannotBeDrawn,
  mapTakesPictures,
  pageHasStarted,
  useOpen,
} from '../state/store.ts';
import { boundsOf } from './bounds.ts';
import { MapKeys } from './inView/MapKeys.tsx';
import { residentScene } from './scene.ts';

/** The map with the page's selection, filters and viewport; loaded after the panel can be read. */
export default function MapStage({ atlas, flavour }: { atlas: Atlas; flavour: Flavour }) {
  const text = useText();
  const { t } = text;
  const view = useOpen((state) => state.view);
  const layers = useOpen((state) => state.layers);
  const basemap = useBasemap();
  const pane = useRef<MapPaneHandle>(null);
  const cameFromMap = useRef<string | null>(null);
  const atRest = useRef(() => {});
  const [previewId, setPreviewId] = useState<string | null>(null);
  const { boardId, hiddenLayerIds, readings, language, selection, point } = view;
  const shown = useMemo(
    () => shownFeatures(atlas, layers, { boardId, hiddenLayerIds, readings }),
    [atlas, layers, boardId, hiddenLayerIds, readings],
  );
  const context = useMemo(() => contextOf(layers, hiddenLayerIds), [layers, hiddenLayerIds]);
  const views = useMemo(() => viewsIn(layers), [layers]);
  const scene = useMemo(() => {
    const asked = { language, selection, point };
    return residentScene({ atlas, shown, context, views, view: asked, basemap, flavour, text });
  }, [atlas, shown, context, views, language, selection, point, basemap, flavour, text]);
  const drawn = useMemo(
    () => (previewId === null ? scene : { ...scene, selectedIds: new Set([previewId]) }),
    [scene, previewId],
  );

  const follow = (event: MapEvent): void => {
    switch (event.kind) {
      case 'select':
        cameFromMap.current = event.featureId;
        changeView({ selection: { kind: 'feature', id: event.featureId }, point: event.lngLat });
        break;
      case 'move':
        changeView({ position: event.viewport });
        break;
      case 'problem':
        if (event.problem === 'no-webgl') mapCannotBeDrawn(event.detail);
        else addNotice({ kind: 'basemap', detail: event.detail });
        break;
      case 'point':
        askAbout(event.lngLat);
        break;
      case 'idle':
        atRest.current();
        pageHasStarted();
        break;
    }
  };

  const isLoaded = Object.values(layers).every((layer) => layer.state !== 'loading');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the map, not every new atlas
  useEffect(() => {
    if (!selection || !isLoaded) return;
    if (selection.kind === 'feature' && cameFromMap.current === selection.id) return;
    const bounds = boundsOf(featuresOfSelection(atlas, selection));
    if (bounds) pane.current?.show(bounds);
  }, [selection?.kind, selection?.id, isLoaded]);

  useEffect(() => {
    mapTakesPictures(() => pane.current?.picture() ?? Promise.reject(new Error('the map is gone')));
    return () => mapTakesPictures(null);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a point found by name is shown; one tapped on the map is in view
  useEffect(() => {
    if (point && !selection) pane.current?.reveal(point);
  }, [point?.join()]);

  return (
    <>
      <MapKeys
        atlas={atlas}
        pane={pane}
        atRest={atRest}
        onPreview={setPreviewId}
        onChoose={(id) => {
          // It is in view already: the map stays where its reader knows it.
          cameFromMap.current = id;
          changeView({ selection: { kind: 'feature', id } });
        }}
      />
      <MapPane
        ref={pane}
        scene={drawn}
        viewport={view.position ?? { bounds: atlas.city.homeBounds }}
        label={t('map.label', { city: text.local(atlas.city.name) })}
        words={{
          zoomIn: t('map.zoomIn'),
          zoomOut: t('map.zoomOut'),
          home: t('map.home'),
          overview: t('map.overview'),
        }}
        home={atlas.city.homeBounds}
        onEvent={follow}
      />
    </>
  );
}
