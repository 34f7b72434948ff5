import { useEffect, useMemo, useRef } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { MapPane, type MapPaneHandle } from '../../map/MapPane.tsx';
import { PALETTES } from '../../map/palette.ts';
import type { Flavour } from '../../map/scene.ts';
import { effectiveFeature } from '../../proposal/apply.ts';
import type { Atlas } from '../../state/atlas.ts';
import { type BackgroundByKind, backgroundByKind, useBackground } from '../../state/background.ts';
import { useBasemap } from '../../state/basemap.ts';
import { useGroundOffer } from '../../state/groundOffer.ts';
import { useResults } from '../../state/lightAndSight.ts';
import { useMeasuring } from '../../state/measuring.ts';
import { planFeatures, planOf, usePlanning } from '../../state/planning.ts';
import { contextOf } from '../../state/shown.ts';
import { useSketch } from '../../state/sketch.ts';
import { mapTakesPictures, useOpen } from '../../state/store.ts';
import { differenceOverlay } from '../compare/overlay.ts';
import { useExtraOverlays } from '../coordinates/useExtraOverlays.ts';
import { drawnPlan, plannerScene } from '../scene.ts';
import { follow } from './follow.ts';
import { backgroundOverlay, gripsOverlay, heldOverlay, removedOverlay } from './overlays.ts';
import { sketchOverlay } from './sketchOverlay.ts';
import { useHand } from './useHand.ts';

/** Parts of the background that come from the street map's own tiles. */
const STREETS_PREFIX = 'streets:';
/** Close enough to tell one pole from the next. */
const PLACE_ZOOM = 17;

/** The map with the plan on it, and the hand that works there. */
export default function MapStage({ atlas, flavour }: { atlas: Atlas; flavour: Flavour }) {
  const text = useText();
  const { t } = text;
  const pane = useRef<MapPaneHandle>(null);
  const { language, position, readings, hiddenLayerIds, point } = useOpen((state) => state.view);
  const layers = useOpen((state) => state.layers);
  const basemap = useBasemap();
  const { committed, chosenIds, heldIds } = usePlanning();
  const features = useMemo(() => planFeatures(committed, atlas.features), [committed, atlas]);
  const plan = useMemo(
    () => drawnPlan(atlas, features, { readings, heldIds }),
    [atlas, features, readings, heldIds],
  );
  const context = useMemo(() => contextOf(layers, hiddenLayerIds), [layers, hiddenLayerIds]);
  const images = useResults((state) => state.images);
  const hand = useHand(atlas, features);
  const overlays = useOverlays(atlas, flavour, hand.grips);
  const attribution = useAttribution();
  const scene = useMemo(
    () =>
      plannerScene({
        ...{ atlas, plan, context, chosenIds, overlays, images, hand, attribution, basemap, flavour, text },
        ...{ language, marker: point },
      }),
    [
      atlas,
      plan,
      context,
      chosenIds,
      overlays,
      images,
      hand,
      attribution,
      basemap,
      flavour,
      text,
      language,
      point,
    ],
  );
  useEffect(() => {
    mapTakesPictures(() => pane.current?.picture() ?? Promise.reject(new Error('the map is gone')));
    return () => mapTakesPictures(null);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place pointed out elsewhere is brought into view, once
  useEffect(() => {
    if (point) pane.current?.reveal(point);
  }, [point?.join()]);
  const goal = useMeasuring((state) => state.goal);
  useEffect(() => {
    if (goal) pane.current?.show(goal.bounds);
  }, [goal]);
  return (
    <MapPane
      ref={pane}
      scene={scene}
      viewport={position ?? { bounds: atlas.city.homeBounds }}
      label={t('planner.map.label', { city: text.local(atlas.city.name) })}
      words={{
        zoomIn: t('map.zoomIn'),
        zoomOut: t('map.zoomOut'),
        home: t('map.home'),
        overview: t('map.overview'),
      }}
      home={atlas.city.homeBounds}
      ground={useGroundOffer()}
      pointZoom={PLACE_ZOOM}
      onEvent={(event) => follow(event, atlas, (kind) => t(`kind.${kind}`))}
    />
  );
}

function useOverlays(atlas: Atlas, flavour: Flavour, grips: ReturnType<typeof useHand>['grips']) {
  const { proposal, committed, compared, heldIds } = usePlanning();
  const parts = useBackground((state) => state.parts);
  const results = useResults((state) => state.overlays);
  const ground = useBasemap().kind;
  const background = useMemo(
    () => backgroundOverlay(aroundToDraw(parts, ground), flavour),
    [parts, ground, flavour],
  );
  const removed = useMemo(() => {
    const ids = Object.keys(committed?.removed ?? {});
    return removedOverlay(
      ids.flatMap((id) => atlas.featureById.get(id) ?? []),
      flavour,
    );
  }, [committed, atlas, flavour]);
  const held = useMemo(() => {
    if (!proposal) return heldOverlay([], PALETTES[flavour].focus);
    const whole = planOf(proposal, atlas.features);
    const carried = [...heldIds].flatMap((id) => effectiveFeature(whole, id) ?? []);
    return heldOverlay(carried, PALETTES[flavour].focus);
  }, [proposal, heldIds, atlas, flavour]);
  const handles = useMemo(() => gripsOverlay(grips, flavour), [grips, flavour]);
  const extra = useExtraOverlays(flavour);
  const sketch = useSketch();
  const drawn = useMemo(() => sketchOverlay(sketch, flavour), [sketch, flavour]);
  const desk = useOpen((state) => state.view.desk);
  const first = desk === 'compare' ? compared : null;
  const difference = useMemo(
    () => differenceOverlay({ atlas, first, second: committed }, flavour),
    [atlas, first, committed, flavour],
  );
  return useMemo(
    () => [background, removed, ...results, difference, ...extra, held, drawn, handles],
    [background, removed, results, difference, extra, held, drawn, handles],
  );
}

/** What lies around, without the paths and houses that a street map below draws already. */
function aroundToDraw(
  parts: ReturnType<typeof useBackground.getState>['parts'],
  ground: ReturnType<typeof useBasemap>['kind'],
): BackgroundByKind {
  const all = backgroundByKind(parts);
  if (ground !== 'pmtiles') return all;
  const own = Object.fromEntries(Object.entries(parts).filter(([id]) => !id.startsWith(STREETS_PREFIX)));
  const { paths, buildings } = backgroundByKind(own);
  return { ...all, paths, buildings };
}

/** Who made what lies around the plan, each once. */
function useAttribution(): readonly string[] {
  const parts = useBackground((state) => state.parts);
  return useMemo(
    () => [...new Set(Object.values(parts).flatMap(({ attribution }) => attribution ?? []))],
    [parts],
  );
}
