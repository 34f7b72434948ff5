import { changePlan, type LivePlan, livePlan } from '../../../src/analysis/lightAndSight/livePlan.ts';
import { planSteps } from '../../../src/analysis/lightAndSight/livePlanSteps.ts';
import type {
  Entry,
  EntryChange,
  Ground,
  Report,
  Role,
} from '../../../src/analysis/lightAndSight/question.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/analysis/lightAndSight/question.ts';
import type { PlanFeature } from '../../../src/domain/proposal.ts';
import { type LngLat, planeOf } from '../../../src/geometry/plane.ts';

/** A metric plane around a made-up place, its origin in the middle. */
export const PROJ4 = '+proj=tmerc +lat_0=59.6 +lon_0=16.5 +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs';
export const plane = planeOf(PROJ4);
const at = (east: number, north: number): number[] => [...plane.toLngLat([east, north])];

const name = { sv: 'x', en: 'x', fi: 'x' };
const common = (id: string) => ({
  id,
  name,
  measureIds: [],
  namndId: 'namnd',
  status: 'foreslagen' as const,
});

export const light = (id: string, east: number, north: number, more: object = {}): PlanFeature =>
  ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at(east, north) },
    properties: { kind: 'light', ...common(id), heightMetres: 5, fluxLumens: 2000, ...more },
  }) as PlanFeature;

export const strak = (
  id: string,
  points: readonly (readonly [number, number])[],
  more: object = {},
): PlanFeature =>
  ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) },
    properties: { kind: 'strak', ...common(id), lengthMetres: 1, ...more },
  }) as PlanFeature;

export const camera = (id: string, east: number, north: number, more: object = {}): PlanFeature =>
  ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at(east, north) },
    properties: {
      kind: 'camera',
      ...common(id),
      bearingDegrees: 90,
      fieldOfViewDegrees: 60,
      rangeMetres: 40,
      disclosure: 'exact',
      ...more,
    },
  }) as PlanFeature;

export const area = (id: string, ring: readonly (readonly [number, number])[]): PlanFeature =>
  ({
    type: 'Feature',
    geometry: {
      type: 'Polygon',
      coordinates: [[...ring, ring[0] as [number, number]].map(([x, y]) => at(x, y))],
    },
    properties: { kind: 'area', ...common(id), areaKm2: 1 },
  }) as PlanFeature;

export const building = (id: string, ring: readonly (readonly [number, number])[], more: object = {}) =>
  ({
    type: 'Feature',
    geometry: {
      type: 'Polygon',
      coordinates: [[...ring, ring[0] as [number, number]].map(([x, y]) => at(x, y))],
    },
    properties: { kind: 'building', id, use: 'apartments', ...more },
  }) as Ground['buildings'][number];

export const EMPTY_GROUND: Ground = { proj4: PROJ4, buildings: [], lamps: [], paths: [] };

export const entry = (feature: PlanFeature, role: Role = 'after'): Entry => ({
  key: role === 'before' ? `before/${feature.properties.id}` : feature.properties.id,
  role,
  feature,
});

export const put = (features: readonly PlanFeature[]): EntryChange => ({
  put: features.map((feature) => entry(feature)),
  drop: [],
});

export const LISTED: Settings = { ...DEFAULT_SETTINGS, existing: 'listed' };

/** Takes everything that waits. */
export const workedOff = (plan: LivePlan): Report[] => [...planSteps(plan)].flatMap((part) => part ?? []);

/** A plan with features, everything worked out. */
export function planWith(features: readonly PlanFeature[], settings = LISTED, ground = EMPTY_GROUND) {
  const plan = livePlan(ground);
  changePlan(plan, put(features), settings);
  return { plan, reports: workedOff(plan) };
}

export const partsOf = <Kind extends Report['kind']>(reports: readonly Report[], kind: Kind) =>
  reports.filter((part): part is Extract<Report, { kind: Kind }> => part.kind === kind);

export const strakIn = (reports: readonly Report[], id: string) =>
  partsOf(reports, 'straks')
    .flatMap(({ answers }) => answers)
    .filter((answer) => answer.id === id)
    .at(-1);

export const cameraIn = (reports: readonly Report[], id: string) =>
  partsOf(reports, 'cameras')
    .flatMap(({ answers }) => answers)
    .filter((answer) => answer.id === id)
    .at(-1);

export const lngLat = (east: number, north: number): LngLat => plane.toLngLat([east, north]);
