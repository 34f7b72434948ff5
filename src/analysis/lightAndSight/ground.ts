/** What stands around a plan, in the plane and indexed: obstacles, lamps of unknown strength, homes and sensitive places. */
import type { BackgroundBuilding } from '../../domain/background.ts';
import { type LngLat, type Plane, type PlanePoint, planeOf } from '../../geometry/plane.ts';
import { boxAround, centroidOf, type PlaneBox, type PlanePolygon } from '../../geometry/ring.ts';
import { buildingOcclusion } from '../light/buildingShadow.ts';
import type { UnknownLamp } from '../light/lightKnowledge.ts';
import type { Occlusion } from '../light/luminaire.ts';
import { type Obstacles, obstaclesOf } from '../sight/obstacles.ts';
import type { SensitivePlace } from '../sight/privacy.ts';
import type { Ground } from './question.ts';

/** Homes, by the source's own word for the use of a building. */
const DWELLINGS = new Set([
  ...['apartments', 'house', 'detached', 'semidetached_house', 'terrace', 'residential', 'bungalow'],
  ...['dormitory', 'cabin', 'farm', 'static_caravan', 'houseboat', 'hut'],
]);
/** Places where being filmed weighs heavily. */
const SENSITIVE = new Set([
  ...['school', 'kindergarten', 'hospital', 'clinic', 'church', 'mosque', 'synagogue', 'temple', 'chapel'],
  ...['religious', 'cathedral', 'social_facility', 'nursing_home', 'civic'],
]);
/** Words that say only that it is a building. */
const UNKNOWN_USE = new Set(['yes', '']);

export const DWELLING = 'dwelling';
export const UNKNOWN = 'unknown';

export interface PlaneGround {
  readonly plane: Plane;
  readonly obstacles: Obstacles;
  /** Absent where no building is known: then nothing is in the way. */
  readonly occlusion: Occlusion | undefined;
  readonly unknownLamps: readonly UnknownLamp[];
  readonly paths: readonly { readonly line: readonly PlanePoint[]; readonly box: PlaneBox }[];
  readonly places: readonly SensitivePlace[];
  readonly names: ReadonlyMap<string, string>;
}

export const lngLatOf = (position: readonly number[]): LngLat => [position[0] ?? 0, position[1] ?? 0];

export const polygonsOf = (geometry: BackgroundBuilding['geometry'], plane: Plane): PlanePolygon[] => {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.map((rings) => rings.map((ring) => ring.map((position) => plane.toPlane(lngLatOf(position)))));
};

const categoryOf = (use: string): string | undefined =>
  DWELLINGS.has(use) ? DWELLING : SENSITIVE.has(use) ? use : UNKNOWN_USE.has(use) ? UNKNOWN : undefined;

/** Prepares what stands around the plan. O(n log n). */
export function planeGround(ground: Ground): PlaneGround {
  const plane = planeOf(ground.proj4);
  const shapes = ground.buildings.flatMap(({ geometry, properties }) =>
    polygonsOf(geometry, plane).map((footprint) => ({ footprint, properties })),
  );
  // A part that begins above the ground (a passage, a balcony) is not in the way below.
  const solid = shapes.filter(({ properties }) => (properties.minHeightMetres ?? 0) < 2.5);
  const obstacles = obstaclesOf(
    solid.map(({ footprint, properties: { heightMetres } }) => ({
      footprint,
      ...(heightMetres !== undefined && { roofHeightMetres: heightMetres }),
    })),
  );
  return {
    plane,
    obstacles,
    occlusion:
      solid.length === 0
        ? undefined
        : buildingOcclusion(obstacles.index, (i) => solid[i]?.properties.heightMetres),
    unknownLamps: ground.lamps.map(({ geometry, properties: { id } }) => {
      const [eastMetres, northMetres] = plane.toPlane(lngLatOf(geometry.coordinates));
      return { id, eastMetres, northMetres };
    }),
    paths: ground.paths.flatMap(({ geometry }) => {
      const line = geometry.coordinates.map((position) => plane.toPlane(lngLatOf(position)));
      const box = boxAround(line);
      return box ? [{ line, box }] : [];
    }),
    places: shapes.flatMap(({ footprint, properties: { id, use } }) => {
      const category = categoryOf(use);
      const at = centroidOf(footprint[0] ?? []);
      return category && at ? [{ id, category, at, footprint }] : [];
    }),
    names: new Map(ground.buildings.map(({ properties: { id, name } }) => [id, name ?? ''])),
  };
}
