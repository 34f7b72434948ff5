import type { PlanFeature } from '../domain/proposal.ts';
import { aimCamera } from '../proposal/edits/aimCamera.ts';
import { changeProperties } from '../proposal/edits/changeProperties.ts';
import { duplicateFeatures } from '../proposal/edits/duplicateFeatures.ts';
import { moveFeatures } from '../proposal/edits/moveFeatures.ts';
import { removeFeatures } from '../proposal/edits/removeFeatures.ts';
import { reshape } from '../proposal/edits/reshape.ts';
import { lngLatOf } from '../proposal/measure.ts';
import type { Atlas } from '../state/atlas.ts';
import { newId } from '../state/papers.ts';
import { chooseCorner, chooseIds, planOf, say, usePlanning } from '../state/planning.ts';
import { chosenFeatures, type Desk, deskOf, keep } from './desk.ts';
import { aimWords } from './stage/carry.ts';
import { cornersOfShape, withCorner, withoutCorner } from './stage/corners.ts';
import { stepOf } from './words.ts';

/** A copy stands beside what it is a copy of, so that both are seen. */
const COPY_BY_METRES = [3, -3] as const;
const TURN_DEGREES = 5;

/** Copies what is chosen a little to the side, and chooses the copies. */
export function copyChosen(atlas: Atlas): void {
  const desk = deskOf(atlas);
  const features = desk ? chosenFeatures(desk) : [];
  if (!desk || features.length === 0) return;
  const ids: string[] = [];
  const after = duplicateFeatures(desk.plan, {
    ids: features.map(({ properties }) => properties.id),
    by: COPY_BY_METRES,
    plane: desk.plane,
    newId: () => {
      const id = newId();
      ids.push(id);
      return id;
    },
  });
  keep(stepOf('planner.step.copy', features), after);
  chooseIds(ids);
}

/** The one chosen line or outline with the corner that keys work on; null when no corner is chosen. */
function chosenCorner(features: readonly PlanFeature[]) {
  const { cornerIndex } = usePlanning.getState();
  const [feature] = features;
  if (!feature || features.length > 1 || cornerIndex === null) return null;
  const corner = cornersOfShape(feature.geometry)?.[cornerIndex];
  return corner ? { feature, index: cornerIndex, corner } : null;
}

/** Removes the chosen corner, or else what is chosen. */
export function removeChosen(atlas: Atlas): void {
  const desk = deskOf(atlas);
  const features = desk ? chosenFeatures(desk) : [];
  if (!desk || features.length === 0) return;
  const at = chosenCorner(features);
  if (at) {
    removeCorner(desk, at);
    return;
  }
  const ids = features.map(({ properties }) => properties.id);
  keep(stepOf('planner.step.remove', features), removeFeatures(desk.proposal, ids));
  chooseIds([]);
}

function removeCorner(desk: Desk, { feature, index }: { feature: PlanFeature; index: number }): void {
  const geometry = withoutCorner(feature.geometry, index);
  if (!geometry) {
    say({ key: 'planner.said.lastCorners' });
    return;
  }
  chooseCorner(null);
  const { id } = feature.properties;
  keep(stepOf('planner.step.reshape', [feature]), reshape(desk.plan, { id, geometry, plane: desk.plane }));
}

/** Moves the chosen corner, or else what is chosen, by metres east and north. */
export function nudgeChosen(atlas: Atlas, by: readonly [east: number, north: number]): void {
  const desk = deskOf(atlas);
  const features = desk ? chosenFeatures(desk) : [];
  if (!desk || features.length === 0) return;
  const { plan, plane } = desk;
  const metres = Math.hypot(...by);
  const at = chosenCorner(features);
  if (at) {
    const [east, north] = plane.toPlane(lngLatOf(at.corner));
    const to = plane.toLngLat([east + by[0], north + by[1]]);
    const geometry = withCorner(at.feature.geometry, at.index, to);
    const { id } = at.feature.properties;
    const said = { key: 'planner.said.cornerMoved', params: { metres } };
    if (geometry)
      keep(stepOf('planner.step.reshape', [at.feature]), reshape(plan, { id, geometry, plane }), said);
    return;
  }
  const ids = features.map(({ properties }) => properties.id);
  const after = moveFeatures(plan, { ids, by, plane });
  keep(stepOf('planner.step.move', features), after, stepOf('planner.said.moved', features, { metres }));
}

/** Turns the chosen cameras and lights. */
export function turnChosen(atlas: Atlas, sign: 1 | -1): void {
  const desk = deskOf(atlas);
  const features = desk ? chosenFeatures(desk) : [];
  const turned = features.filter(({ properties: { kind } }) => kind === 'camera' || kind === 'light');
  const [first] = turned;
  if (!desk || !first) return;
  const after = turned.reduce((proposal, { properties }) => {
    const { id } = properties;
    if (properties.kind === 'camera')
      return aimCamera(planOf(proposal, atlas.features), {
        id,
        bearingDegrees: properties.bearingDegrees + sign * TURN_DEGREES,
      });
    const before = properties.kind === 'light' ? (properties.rotationDegrees ?? 0) : 0;
    const rotationDegrees = (before + sign * TURN_DEGREES + 360) % 360;
    return changeProperties(proposal, { ids: [id], patch: { rotationDegrees } });
  }, desk.proposal);
  const key = first.properties.kind === 'camera' ? 'planner.step.aim' : 'planner.step.turn';
  keep(stepOf(key, turned), after, aimWords(desk, first.properties.id, after));
}

/** Goes from corner to corner of the one chosen line or outline. */
export function nextCorner(atlas: Atlas, sign: 1 | -1): void {
  const desk = deskOf(atlas);
  const features = desk ? chosenFeatures(desk) : [];
  const [feature] = features;
  const corners = feature && features.length === 1 ? cornersOfShape(feature.geometry) : null;
  if (!corners) return;
  const { cornerIndex } = usePlanning.getState();
  const start = cornerIndex ?? (sign === 1 ? -1 : corners.length);
  const index = (start + sign + corners.length) % corners.length;
  chooseCorner(index);
  say({ key: 'planner.said.cornerChosen', params: { number: index + 1, count: corners.length } });
}
