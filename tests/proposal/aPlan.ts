import type {
  PlanCameraFeature,
  PlanFeature,
  PlanLightFeature,
  Proposal,
} from '../../src/domain/proposal.ts';
import { type PlanePoint, planeOf } from '../../src/geometry/plane.ts';
import { cityFeaturesOf, type Plan } from '../../src/proposal/apply.ts';
import { newProposal } from '../../src/proposal/newProposal.ts';

export const plane = planeOf(
  '+proj=tmerc +lat_0=0 +lon_0=16.5 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
);
/** A local origin: tests speak of metres east and north of here. */
export const ORIGIN: PlanePoint = [152_000, 6_610_000];
export const at = (east: number, north: number): [number, number] => [
  ...plane.toLngLat([ORIGIN[0] + east, ORIGIN[1] + north]),
];
/** Metres east and north of the origin of a position. */
export const metresOf = (position: readonly number[]): [number, number] => {
  const [east, north] = plane.toPlane([position[0]!, position[1]!]);
  return [east - ORIGIN[0], north - ORIGIN[1]];
};

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const named = (name: string) => ({ sv: name, en: name, fi: name });
const common = (id: string) => ({
  id,
  name: named(id),
  measureIds: ['battre-belysning'],
  namndId: 'n1',
  status: 'foreslagen' as const,
});

export const aLight = (
  id: string,
  place: [number, number],
  more: Partial<PlanLightFeature['properties']> = {},
): PlanLightFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: at(...place) },
  properties: { kind: 'light', ...common(id), ...more },
});
export const aCamera = (
  id: string,
  place: [number, number],
  more: Partial<PlanCameraFeature['properties']> = {},
): PlanCameraFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: at(...place) },
  properties: {
    kind: 'camera',
    ...common(id),
    bearingDegrees: 0,
    fieldOfViewDegrees: 60,
    rangeMetres: 30,
    disclosure: 'exact',
    ...more,
  },
});
export const aStrak = (
  id: string,
  places: [number, number][],
  more: { widthMetres?: number; lengthMetres?: number } = {},
): Extract<PlanFeature, { properties: { kind: 'strak' } }> => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: places.map((place) => at(...place)) },
  properties: { kind: 'strak', ...common(id), lengthMetres: 100, ...more },
});
export const square = (west: number, south: number, side: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      at(west, south),
      at(west + side, south),
      at(west + side, south + side),
      at(west, south + side),
      at(west, south),
    ],
  ],
});

export const aProposal = (id = 'p1'): Proposal =>
  newProposal({
    id,
    name: 'Alternativ A',
    basedOn: { manifestSha256: 'a'.repeat(64), date: '2026-11-01' },
    budgetSek: 2_000_000,
    grantId: 'g1',
    at: '2026-11-22T12:00:00.000Z',
  });

export const aPlan = (features: PlanFeature[] = [], proposal = aProposal()): Plan =>
  frozen({ city: cityFeaturesOf(features), proposal });

export const counter = (prefix: string): (() => string) => {
  let count = 0;
  return () => `${prefix}-${++count}`;
};

export const LAWFUL = {
  address: 'Parken, norra ingången',
  placeType: 'park',
  purpose: 'Förebygga våldsbrott',
  sound: 'none',
  technique: 'none',
  assessmentDate: '2026-05-01',
} as const;
