import type { FeatureChange, Proposal } from '../../domain/proposal.ts';
import { effectiveFeature, type Plan } from '../apply.ts';
import { withChanges } from '../change.ts';
import { normalBearing } from '../measure.ts';

export interface Aim {
  readonly id: string;
  /** True bearing of the optical axis. */
  readonly bearingDegrees?: number;
  /** Horizontal field of view. Zooming keeps the sensor and changes the focal length. */
  readonly fieldOfViewDegrees?: number;
  readonly focalLengthMillimetres?: number;
  readonly tiltDegrees?: number;
  readonly rangeMetres?: number;
}

const toDegrees = 180 / Math.PI;

/** Horizontal field of view of a pinhole camera: 2·atan(w / 2f). */
export const fieldOfViewDegrees = (sensorWidthMillimetres: number, focalLengthMillimetres: number): number =>
  2 * Math.atan(sensorWidthMillimetres / (2 * focalLengthMillimetres)) * toDegrees;

/** The focal length that gives a field of view; none for 180° and more, which no plane sensor has. */
export const focalLengthMillimetres = (
  sensorWidthMillimetres: number,
  viewDegrees: number,
): number | undefined =>
  viewDegrees > 0 && viewDegrees < 180
    ? sensorWidthMillimetres / (2 * Math.tan(viewDegrees / 2 / toDegrees))
    : undefined;

/** Turns, tilts or zooms a camera. Field of view and focal length are kept in agreement when the sensor is known. */
export function aimCamera(plan: Plan, aim: Aim): Proposal {
  const camera = effectiveFeature(plan, aim.id)?.properties;
  if (camera?.kind !== 'camera') return plan.proposal;
  const change: FeatureChange = {
    ...(aim.bearingDegrees !== undefined && { bearingDegrees: normalBearing(aim.bearingDegrees) }),
    ...(aim.tiltDegrees !== undefined && { tiltDegrees: Math.min(90, Math.max(-90, aim.tiltDegrees)) }),
    ...(aim.rangeMetres !== undefined && { rangeMetres: Math.max(1, aim.rangeMetres) }),
    ...zoom(aim, camera.sensorWidthMillimetres),
  };
  return withChanges(plan.proposal, [[aim.id, change]]);
}

function zoom(aim: Aim, sensorWidthMillimetres: number | undefined): FeatureChange {
  if (aim.focalLengthMillimetres !== undefined) {
    const focal = aim.focalLengthMillimetres;
    return {
      focalLengthMillimetres: focal,
      ...(sensorWidthMillimetres !== undefined && {
        fieldOfViewDegrees: fieldOfViewDegrees(sensorWidthMillimetres, focal),
      }),
    };
  }
  if (aim.fieldOfViewDegrees === undefined) return {};
  const view = Math.min(360, Math.max(1, aim.fieldOfViewDegrees));
  const focal =
    sensorWidthMillimetres === undefined ? undefined : focalLengthMillimetres(sensorWidthMillimetres, view);
  return { fieldOfViewDegrees: view, ...(focal !== undefined && { focalLengthMillimetres: focal }) };
}
