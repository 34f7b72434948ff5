/**
 * Question: does the extract know a better outline for an area that we drew by hand?
 * Method: areas of the same name within {@link NEAR_METRES}; of several the one that overlaps most, then the nearest.
 * Compared by the area both share (Jaccard index: 1 is the same outline, 0 none in common) and by how far their
 * centroids lie apart. A name that is only part of ours is reported, never proposed.
 * Units: metres in the city's own plane. Complexity: O(ours · theirs) names, then polygon clipping of the matches.
 */
import { featureCollection, intersect, multiPolygon } from '@turf/turf';
import { decodePositions, type NamedAreas } from '../../src/domain/streets.ts';
import { trueBearingDegrees } from '../../src/geometry/bearing.ts';
import { areaInPlaneSquareMetres } from '../../src/geometry/measure.ts';
import type { LngLat, Plane, PlanePoint } from '../../src/geometry/plane.ts';
import { centroidOf, signedAreaSquareMetres } from '../../src/geometry/ring.ts';
import { distanceMetres } from '../../src/geometry/segment.ts';

/** A town may have one Vasa Park, the next town another. */
const NEAR_METRES = 3000;
/** Below this a shared word ("city", "park") says nothing. */
const SHORTEST_PART = 6;

export type Polygons = readonly (readonly (readonly LngLat[])[])[];

/** One of ours whose place is only approximately known. */
export interface ApproximateFeature {
  readonly id: string;
  readonly layerId: string;
  readonly names: readonly string[];
  /** An area, or a point as one position. */
  readonly polygons: Polygons | undefined;
  readonly point: LngLat | undefined;
}

export interface AreaMatch {
  readonly osmId: string;
  readonly name: string;
  readonly kind: string;
  readonly match: 'same-name' | 'part-of-name';
  readonly polygons: Polygons;
  readonly areaSquareMetres: number;
  readonly shiftMetres: number;
  /** True bearing from ours to theirs. */
  readonly shiftBearingDegrees: number;
  /** Only where ours is an area. */
  readonly overlap?: {
    readonly oursSquareMetres: number;
    readonly sharedSquareMetres: number;
    readonly jaccard: number;
  };
}

/** Small letters, no brackets with their content, one space between words. */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function nameMatch(ours: readonly string[], theirs: string): AreaMatch['match'] | undefined {
  const their = plainName(theirs);
  const own = ours.map(plainName);
  if (own.includes(their)) return 'same-name';
  const isPart = their.length >= SHORTEST_PART && own.some((name) => ` ${name} `.includes(` ${their} `));
  return isPart ? 'part-of-name' : undefined;
}

const areaOf = (plane: Plane, polygons: Polygons): number =>
  polygons.reduce((sum, rings) => sum + areaInPlaneSquareMetres(plane, rings), 0);

/** The centroid of the outer rings, weighted by their areas. */
function middleOf(plane: Plane, polygons: Polygons): PlanePoint | undefined {
  let [east, north, weight] = [0, 0, 0];
  for (const [outer = []] of polygons) {
    const ring = outer.map((position) => plane.toPlane(position));
    const centre = centroidOf(ring);
    const area = Math.abs(signedAreaSquareMetres(ring));
    if (!centre) continue;
    east += centre[0] * area;
    north += centre[1] * area;
    weight += area;
  }
  return weight > 0 ? [east / weight, north / weight] : undefined;
}

const asTurf = (polygons: Polygons) =>
  multiPolygon(polygons.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => [lng, lat]))));

function sharedSquareMetres(plane: Plane, one: Polygons, other: Polygons): number {
  const shared = intersect(featureCollection([asTurf(one), asTurf(other)]));
  if (!shared) return 0;
  const { geometry } = shared;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return areaOf(plane, polygons as unknown as Polygons);
}

function compared(
  plane: Plane,
  ours: ApproximateFeature,
  theirs: { area: NamedAreas['areas'][number]; match: AreaMatch['match'] },
): AreaMatch | undefined {
  const { id: osmId, name, kind } = theirs.area;
  const polygons = theirs.area.polygons.map((rings) => rings.map(decodePositions));
  const to = middleOf(plane, polygons);
  const from = ours.point ? plane.toPlane(ours.point) : ours.polygons && middleOf(plane, ours.polygons);
  if (!to || !from || distanceMetres(from, to) > NEAR_METRES) return undefined;
  const areaSquareMetres = areaOf(plane, polygons);
  const shiftBearingDegrees = trueBearingDegrees(plane, plane.toLngLat(from), plane.toLngLat(to));
  const base = { osmId, name, kind, match: theirs.match, polygons, areaSquareMetres, shiftBearingDegrees };
  const match = { ...base, shiftMetres: distanceMetres(from, to) };
  if (!ours.polygons) return match;
  const oursSquareMetres = areaOf(plane, ours.polygons);
  const shared = sharedSquareMetres(plane, ours.polygons, polygons);
  const jaccard = shared / (oursSquareMetres + areaSquareMetres - shared);
  return { ...match, overlap: { oursSquareMetres, sharedSquareMetres: shared, jaccard } };
}

/** What the extract knows under the name of one of ours, best first; empty where nothing. */
export function matchesFor(plane: Plane, ours: ApproximateFeature, known: NamedAreas): AreaMatch[] {
  const found = known.areas.flatMap((area) => {
    const match = nameMatch(ours.names, area.name);
    return (match && compared(plane, ours, { area, match })) ?? [];
  });
  const rank = ({ match }: AreaMatch) => (match === 'same-name' ? 0 : 1);
  return found.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.overlap?.jaccard ?? 0) - (a.overlap?.jaccard ?? 0) ||
      a.shiftMetres - b.shiftMetres,
  );
}
