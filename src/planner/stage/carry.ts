import type { PlanFeature, Proposal } from '../../domain/proposal.ts';
import type { LngLat } from '../../geometry/plane.ts';
import type { Held } from '../../map/scene.ts';
import { effectiveFeature } from '../../proposal/apply.ts';
import { aimCamera } from '../../proposal/edits/aimCamera.ts';
import { changeProperties } from '../../proposal/edits/changeProperties.ts';
import { moveFeatures } from '../../proposal/edits/moveFeatures.ts';
import { reshape } from '../../proposal/edits/reshape.ts';
import { lngLatOf, trueBearingDegrees } from '../../proposal/measure.ts';
import { chooseIds, dropGesture, showGesture, usePlanning } from '../../state/planning.ts';
import { type Desk, keep } from '../desk.ts';
import { type NamedStep, stepOf } from '../words.ts';
import { withCorner, withNewCorner } from './corners.ts';
import { type GripTarget, gripTarget } from './grips.ts';
import { reachMetres, snapWorld } from './reach.ts';
import { snappedCorner } from './snapping.ts';

/** One thing being carried: how the proposal looks with the pointer at a place, and what the step is called. */
interface Carried {
  readonly desk: Desk;
  readonly ids: ReadonlySet<string>;
  readonly after: (pointer: LngLat, isFree: boolean) => Proposal;
  readonly step: (pointer: LngLat) => { readonly step: NamedStep; readonly said: NamedStep };
}

let carried: Carried | null = null;

/** Takes hold of a feature (with all others that are chosen with it) or of a grip. */
export function grab(desk: Desk, held: Held, from: LngLat): void {
  carried = held.kind === 'feature' ? features(desk, held.id, from) : grip(desk, held.id);
}

/** Shows how it would be to let go here. */
export function drag(pointer: LngLat, isFree: boolean): void {
  if (carried) showGesture(carried.after(pointer, isFree), carried.ids);
}

/** Lets go: one step. */
export function drop(pointer: LngLat, isFree: boolean): void {
  if (!carried) return;
  const { step, said } = carried.step(pointer);
  keep(step, carried.after(pointer, isFree), said);
  carried = null;
}

/** Puts everything back. */
export function release(): void {
  carried = null;
  dropGesture();
}

function features(desk: Desk, id: string, from: LngLat): Carried | null {
  const { chosenIds } = usePlanning.getState();
  const ids: ReadonlySet<string> = chosenIds.has(id) ? chosenIds : new Set([id]);
  if (ids !== chosenIds) chooseIds(ids);
  const moved = [...ids].flatMap((each) => effectiveFeature(desk.plan, each) ?? []);
  if (moved.length === 0) return null;
  const start = desk.plane.toPlane(from);
  const by = (pointer: LngLat): readonly [number, number] => {
    const [east, north] = desk.plane.toPlane(pointer);
    return [east - start[0], north - start[1]];
  };
  return {
    desk,
    ids,
    after: (pointer) => moveFeatures(desk.plan, { ids, by: by(pointer), plane: desk.plane }),
    step: (pointer) => ({
      step: stepOf('planner.step.move', moved),
      said: stepOf('planner.said.moved', moved, { metres: rounded(Math.hypot(...by(pointer))) }),
    }),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function grip(desk: Desk, gripId: string): Carried | null {
  const [id] = usePlanning.getState().chosenIds;
  const feature = id === undefined ? undefined : effectiveFeature(desk.plan, id);
  if (!feature) return null;
  const target = gripTarget(gripId);
  const { kind } = feature.properties;
  if (target.kind === 'corner' || target.kind === 'middle')
    return corner(desk, feature, { kind: target.kind, index: target.index });
  return kind === 'camera' || kind === 'light' ? turn(desk, feature, target.kind) : null;
}

function corner(
  desk: Desk,
  feature: PlanFeature,
  { kind, index }: { kind: 'corner' | 'middle'; index: number },
): Carried {
  const { id } = feature.properties;
  const after = (pointer: LngLat, isFree: boolean): Proposal => {
    const world = snapWorld(desk);
    const { at } = snappedCorner(pointer, {
      ...{ plane: desk.plane, world, reachMetres: reachMetres(), withoutId: id, isFree },
    });
    const geometry = (kind === 'corner' ? withCorner : withNewCorner)(feature.geometry, index, at);
    return geometry ? reshape(desk.plan, { id, geometry, plane: desk.plane }) : desk.proposal;
  };
  const step = stepOf('planner.step.reshape', [feature]);
  return { desk, ids: new Set([id]), after, step: () => ({ step, said: step }) };
}

/** How far the pointer is from a point, and in which true direction. */
function bearingTo(desk: Desk, feature: PlanFeature, pointer: LngLat): { bearing: number; metres: number } {
  const at = desk.plane.toPlane(lngLatOf(feature.geometry.coordinates as number[]));
  const to = desk.plane.toPlane(pointer);
  const direction = [to[0] - at[0], to[1] - at[1]] as const;
  return { bearing: trueBearingDegrees(direction, at, desk.plane), metres: Math.hypot(...direction) };
}

function turn(desk: Desk, feature: PlanFeature, target: GripTarget['kind']): Carried {
  const { properties } = feature;
  const { id } = properties;
  const aimed = (pointer: LngLat) => {
    const { bearing, metres } = bearingTo(desk, feature, pointer);
    const middle = properties.kind === 'camera' ? properties.bearingDegrees : 0;
    const off = Math.abs(((bearing - middle + 540) % 360) - 180);
    const range = rounded(Math.max(1, metres));
    return target === 'aim'
      ? { bearingDegrees: rounded(bearing) % 360, rangeMetres: range }
      : { fieldOfViewDegrees: rounded(Math.min(360, Math.max(2, 2 * off))) };
  };
  const after = (pointer: LngLat): Proposal =>
    properties.kind === 'camera'
      ? aimCamera(desk.plan, { id, ...aimed(pointer) })
      : changeProperties(desk.proposal, {
          ids: [id],
          patch: { rotationDegrees: rounded(bearingTo(desk, feature, pointer).bearing) % 360 },
        });
  const step = stepOf(properties.kind === 'camera' ? 'planner.step.aim' : 'planner.step.turn', [feature]);
  return {
    desk,
    ids: new Set([id]),
    after,
    step: (pointer) => ({ step, said: aimWords(desk, id, after(pointer)) }),
  };
}

/** What a camera or a light looks at after it has been turned, in numbers. */
export function aimWords(desk: Desk, id: string, after: Proposal): NamedStep {
  const properties = effectiveFeature({ city: desk.plan.city, proposal: after }, id)?.properties;
  if (properties?.kind === 'camera')
    return {
      key: 'planner.said.aimed',
      params: {
        bearing: Math.round(properties.bearingDegrees),
        view: Math.round(properties.fieldOfViewDegrees),
        range: Math.round(properties.rangeMetres),
      },
    };
  const rotation = properties?.kind === 'light' ? (properties.rotationDegrees ?? 0) : 0;
  return { key: 'planner.said.turned', params: { bearing: Math.round(rotation) } };
}
