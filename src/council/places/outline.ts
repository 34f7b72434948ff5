/**
 * Question: which coarse shape stands for a place that someone pointed at?
 * Method: the point is drawn to the middle of a square grid and becomes a regular hexagon, so that the shape never says more
 * than "about here". Units: metres in the city's plane. Complexity: constant.
 */
import type { Polygon } from 'geojson';
import type { PackageFeature } from '../../domain/feature.ts';
import type { LngLat, Plane, PlanePoint } from '../../geometry/plane.ts';
import { isInPolygon, type PlanePolygon, polygonAreaSquareMetres } from '../../geometry/ring.ts';

/** Radii that can be chosen: a corner, a square, a block, a neighbourhood. */
export const RADII_METRES = [50, 100, 150, 250, 400] as const;
/** Points are drawn to this grid. */
const COARSE_METRES = 25;
/** Corners are written to about a decimetre: six decimals of a degree. */
const DECIMALS = 6;

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** The coarse hexagon around a point, its flat sides north and south, closed as GeoJSON asks. */
export function coarseHexagon(plane: Plane, at: LngLat, radiusMetres: number): Polygon {
  const coarse = (metres: number): number => (Math.floor(metres / COARSE_METRES) + 0.5) * COARSE_METRES;
  const [east, north] = plane.toPlane(at);
  const ring = Array.from({ length: 6 }, (_, corner): [number, number] => {
    const angle = (corner * Math.PI) / 3;
    const [lng, lat] = plane.toLngLat([
      coarse(east) + radiusMetres * Math.cos(angle),
      coarse(north) + radiusMetres * Math.sin(angle),
    ]);
    return [rounded(lng), rounded(lat)];
  });
  const [first] = ring;
  return { type: 'Polygon', coordinates: [first ? [...ring, first] : ring] };
}

/** An outline in the city's plane. */
export const planeOutline = (plane: Plane, { coordinates }: Polygon): PlanePolygon =>
  coordinates.map((ring) => ring.map(([lng = 0, lat = 0]): PlanePoint => plane.toPlane([lng, lat])));

/** The one of some outlines that a point lies in; of several the smallest. */
export function outlineAt<T>(
  outlines: readonly { readonly of: T; readonly polygon: PlanePolygon }[],
  point: PlanePoint,
): T | undefined {
  return outlines
    .filter(({ polygon }) => isInPolygon(polygon, point))
    .sort((a, b) => polygonAreaSquareMetres(a.polygon) - polygonAreaSquareMetres(b.polygon))
    .at(0)?.of;
}

/** The outer outline of an area, of several parts the largest; undefined for what has no surface. */
export function outlineOfFeature({ geometry }: PackageFeature): Polygon | undefined {
  if (geometry.type === 'Polygon') return outer(geometry.coordinates);
  if (geometry.type !== 'MultiPolygon') return undefined;
  const largest = [...geometry.coordinates].sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0];
  return largest && outer(largest);
}

const outer = ([ring = []]: Polygon['coordinates']): Polygon => ({
  type: 'Polygon',
  coordinates: [ring.map(([lng = 0, lat = 0]) => [rounded(lng), rounded(lat)])],
});

interface DraftParts {
  readonly plane: Plane;
  readonly at: LngLat | null;
  readonly radiusMetres: number;
  /** Something of the map that the place is taken from. */
  readonly feature: PackageFeature | undefined;
}

/** An area keeps its own shape; everything else, and every press on the map, becomes a coarse hexagon. */
export const draftOutline = ({ plane, at, radiusMetres, feature }: DraftParts): Polygon | null =>
  (feature && outlineOfFeature(feature)) ?? (at && coarseHexagon(plane, at, radiusMetres));
