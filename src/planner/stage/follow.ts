import type { MapEvent } from '../../map/scene.ts';
import type { Atlas } from '../../state/atlas.ts';
import { pointAt } from '../../state/lightAndSight.ts';
import { addMeasured, pointerAt, useMeasuring } from '../../state/measuring.ts';
import { chooseCorner, chooseIds, say, toggleIds, usePlanning } from '../../state/planning.ts';
import { sketchRing } from '../../state/sketch.ts';
import { addNotice, changeView, mapCannotBeDrawn } from '../../state/store.ts';
import { deskOf } from '../desk.ts';
import { drag, drop, grab, release } from './carry.ts';
import { drawCorner, hover, type KindName, place } from './draw.ts';
import { gripTarget } from './grips.ts';
import { featuresWithin } from './sweep.ts';

/** Does what the user did on the map. */
export function follow(event: MapEvent, atlas: Atlas, kindName: KindName): void {
  if (event.kind === 'pointer') pointerAt(event.lngLat);
  if (useMeasuring.getState().kind !== null && (event.kind === 'point' || event.kind === 'select')) {
    addMeasured(event.lngLat);
    return;
  }
  switch (event.kind) {
    case 'move':
      changeView({ position: event.viewport });
      return;
    case 'problem':
      if (event.problem === 'no-webgl') mapCannotBeDrawn(event.detail);
      else addNotice({ kind: 'basemap', detail: event.detail });
      return;
    case 'select':
      pointAt(event.lngLat);
      (event.isAdding ? toggleIds : chooseIds)([event.featureId]);
      return;
    case 'grip': {
      const target = gripTarget(event.gripId);
      if (target.kind === 'corner') chooseCorner(target.index);
      return;
    }
    case 'drag':
      drag(event.lngLat, event.isFree);
      return;
    case 'drop':
      drop(event.lngLat, event.isFree);
      return;
    case 'release':
      release();
      return;
    case 'moving':
    case 'idle':
      return;
    case 'grab': {
      const desk = deskOf(atlas);
      if (desk) grab(desk, event.held, event.lngLat);
      return;
    }
    case 'point':
    case 'pointer':
    case 'sweep':
      work(event, atlas, kindName);
  }
}

type Work = Extract<MapEvent, { kind: 'point' | 'pointer' | 'sweep' }>;

/** What needs the open proposal. */
function work(event: Work, atlas: Atlas, kindName: KindName): void {
  const { tool } = usePlanning.getState();
  const desk = deskOf(atlas);
  if (!desk) {
    if (event.kind === 'point') chooseIds([]);
    return;
  }
  switch (event.kind) {
    case 'pointer':
      pointAt(event.lngLat);
      hover(desk, tool, event.lngLat, event.isFree);
      return;
    case 'sweep': {
      sketchRing(event.isDone ? [] : event.ring);
      if (!event.isDone) return;
      const found = featuresWithin(desk, event.ring).map(({ properties }) => properties.id);
      const { chosenIds } = usePlanning.getState();
      chooseIds(event.isAdding ? [...chosenIds, ...found] : found);
      say({ key: 'planner.said.chosen', params: { count: usePlanning.getState().chosenIds.size } });
      return;
    }
    case 'point':
      // a finger and a key have no pointer that could rest there
      pointAt(event.lngLat);
      if (tool === 'light' || tool === 'camera') place(desk, tool, event.lngLat, kindName);
      else if (tool === 'strak' || tool === 'area')
        drawCorner(desk, tool, {
          at: event.lngLat,
          isFree: event.isFree ?? false,
          isKey: event.isKey ?? false,
          kindName,
        });
      else if (!event.isAdding) chooseIds([]);
  }
}
