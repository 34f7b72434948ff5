import type { PlanKind } from '../../domain/proposal.ts';
import type { TextKey } from '../../i18n/messages.ts';

/** One number of a kind of feature, as it is shown and edited. */
export interface NumberProperty {
  readonly key: string;
  readonly label: TextKey;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly isOptional?: true;
}

const METRES = 'm';
const DEGREES = '°';

/** The numbers of each kind, in the order a planner asks for them. */
export const NUMBERS: Readonly<Record<PlanKind, readonly NumberProperty[]>> = {
  light: [
    { key: 'heightMetres', label: 'planner.field.heightMetres', unit: METRES, min: 0.1, max: 60 },
    { key: 'fluxLumens', label: 'planner.field.fluxLumens', unit: 'lm', min: 1, decimals: 0 },
    { key: 'powerWatts', label: 'planner.field.powerWatts', unit: 'W', min: 0 },
    { key: 'tiltDegrees', label: 'planner.field.tiltDegrees', unit: DEGREES, min: -90, max: 90 },
    { key: 'armMetres', label: 'planner.field.armMetres', unit: METRES, min: 0, max: 20 },
    { key: 'rotationDegrees', label: 'planner.field.rotationDegrees', unit: DEGREES, min: 0, max: 359.99 },
    {
      key: 'maintenanceFactor',
      label: 'planner.field.maintenanceFactor',
      unit: '',
      min: 0.01,
      max: 1,
      decimals: 2,
    },
  ],
  camera: [
    { key: 'bearingDegrees', label: 'planner.field.bearingDegrees', unit: DEGREES, min: 0, max: 359.99 },
    { key: 'fieldOfViewDegrees', label: 'planner.field.fieldOfViewDegrees', unit: DEGREES, min: 1, max: 360 },
    { key: 'rangeMetres', label: 'planner.field.rangeMetres', unit: METRES, min: 1, max: 1000 },
    { key: 'heightMetres', label: 'planner.field.cameraHeightMetres', unit: METRES, min: 0.1, max: 200 },
    { key: 'tiltDegrees', label: 'planner.field.cameraTiltDegrees', unit: DEGREES, min: -90, max: 90 },
    {
      key: 'focalLengthMillimetres',
      label: 'planner.field.focalLengthMillimetres',
      unit: 'mm',
      min: 0.1,
      max: 2000,
      decimals: 2,
    },
    {
      key: 'sensorWidthMillimetres',
      label: 'planner.field.sensorWidthMillimetres',
      unit: 'mm',
      min: 0.1,
      max: 100,
      decimals: 2,
    },
    {
      key: 'sensorHeightMillimetres',
      label: 'planner.field.sensorHeightMillimetres',
      unit: 'mm',
      min: 0.1,
      max: 100,
      decimals: 2,
    },
    { key: 'horizontalPixels', label: 'planner.field.horizontalPixels', unit: 'px', min: 1, decimals: 0 },
    { key: 'verticalPixels', label: 'planner.field.verticalPixels', unit: 'px', min: 1, decimals: 0 },
  ],
  strak: [{ key: 'widthMetres', label: 'planner.field.widthMetres', unit: METRES, min: 0.1, max: 100 }],
  area: [],
  place: [],
};

/** Aiming goes its own way, because angle and focal length must agree. */
export const AIMING: ReadonlySet<string> = new Set([
  'bearingDegrees',
  'fieldOfViewDegrees',
  'rangeMetres',
  'focalLengthMillimetres',
]);
