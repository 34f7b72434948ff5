/**
 * Lengths, areas, chainage and true bearings in the city's metric plane.
 * Source: shoelace formula for area; grid convergence taken numerically from the plane itself.
 */
import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { PlanFeature } from '../domain/proposal.ts';
import type { LngLat, Plane, PlanePoint } from '../geometry/plane.ts';

/** A GeoJSON position without its height. */
export const lngLatOf = (position: Position): LngLat => [position[0] ?? 0, position[1] ?? 0];

const planeLine = (positions: readonly Position[], plane: Plane): PlanePoint[] =>
  positions.map((position) => plane.toPlane(lngLatOf(position)));

/** A line's points in the plane without repeated ones, and the distance along it to each. */
export interface Chainage {
  readonly points: readonly PlanePoint[];
  readonly metres: readonly number[];
  readonly lengthMetres: number;
}

/** The chainage of a line. */
export function chainageOf(line: LineString, plane: Plane): Chainage {
  const points: PlanePoint[] = [];
  const metres: number[] = [];
  let along = 0;
  for (const point of planeLine(line.coordinates, plane)) {
    const last = points.at(-1);
    const step = last ? Math.hypot(point[0] - last[0], point[1] - last[1]) : 0;
    if (last && step === 0) continue;
    along += step;
    points.push(point);
    metres.push(along);
  }
  return { points, metres, lengthMetres: along };
}

/** The point at a distance along a line, and the unit direction of the line there. */
export function pointAlong(
  { points, metres }: Chainage,
  alongMetres: number,
): { at: PlanePoint; direction: PlanePoint } | undefined {
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    const start = metres[index - 1] ?? 0;
    const end = metres[index] ?? 0;
    if (!from || !to || (alongMetres > end && index < points.length - 1)) continue;
    const share = Math.min(1, Math.max(0, (alongMetres - start) / (end - start)));
    const direction: PlanePoint = [(to[0] - from[0]) / (end - start), (to[1] - from[1]) / (end - start)];
    return {
      at: [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])],
      direction,
    };
  }
  return undefined;
}

/** Where on a segment a point is nearest: the share along it, and the distance. */
export function nearestOnSegment(
  point: PlanePoint,
  from: PlanePoint,
  to: PlanePoint,
): { share: number; distanceMetres: number } {
  const [east, north] = [to[0] - from[0], to[1] - from[1]];
  const squared = east * east + north * north;
  const along = squared === 0 ? 0 : ((point[0] - from[0]) * east + (point[1] - from[1]) * north) / squared;
  const share = Math.min(1, Math.max(0, along));
  return {
    share,
    distanceMetres: Math.hypot(point[0] - from[0] - share * east, point[1] - from[1] - share * north),
  };
}

/** Distance along a line to the place nearest a point, and how far from the line the point lies. */
export function nearestAlong(
  { points, metres }: Chainage,
  point: PlanePoint,
): { alongMetres: number; distanceMetres: number } {
  let best = { alongMetres: 0, distanceMetres: Number.POSITIVE_INFINITY };
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (!from || !to) continue;
    const { share, distanceMetres } = nearestOnSegment(point, from, to);
    if (distanceMetres >= best.distanceMetres) continue;
    const start = metres[index - 1] ?? 0;
    best = { alongMetres: start + share * ((metres[index] ?? 0) - start), distanceMetres };
  }
  return best;
}

function ringSquareMetres(ring: readonly Position[], plane: Plane): number {
  const points = planeLine(ring, plane);
  const origin = points[0];
  if (!origin) return 0;
  let twice = 0;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b) continue;
    // Measured from the first corner: the plane's coordinates are millions of metres and would eat the decimals.
    twice += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }
  return Math.abs(twice) / 2;
}

/** Area of a polygon without its holes. */
export function areaSquareMetres(geometry: Polygon | MultiPolygon, plane: Plane): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.reduce((sum, [outer, ...holes]) => {
    const inside = holes.reduce((gone, hole) => gone + ringSquareMetres(hole, plane), 0);
    return sum + (outer ? ringSquareMetres(outer, plane) : 0) - inside;
  }, 0);
}

/** A bearing in 0 ≤ b < 360. Rounded to a millionth of a degree, so that 360 − 1e-14 does not become 360. */
export const normalBearing = (degrees: number): number => {
  const rounded = Math.round((((degrees % 360) + 360) % 360) * 1e6) / 1e6;
  return rounded >= 360 ? 0 : rounded;
};

/** True bearing, in degrees clockwise from geographic north, of a direction in the plane at a place. */
export function trueBearingDegrees(direction: PlanePoint, at: PlanePoint, plane: Plane): number {
  const [lng, lat] = plane.toLngLat(at);
  const north = plane.toPlane([lng, lat + 1e-4]);
  const gridNorth = Math.atan2(north[0] - at[0], north[1] - at[1]);
  return normalBearing(((Math.atan2(direction[0], direction[1]) - gridNorth) * 180) / Math.PI);
}

/** A place to point at: the first position of a geometry. */
export function placeOf(geometry: PlanFeature['geometry']): LngLat | undefined {
  const nested = geometry.coordinates as unknown;
  let at = nested;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) ? lngLatOf(at as Position) : undefined;
}
