/**
 * The corners of lines and outlines, numbered through all parts of a shape and the holes in them: first those of the
 * first part's outer ring, then its holes, then the next part. A ring's repeated first corner has no number.
 */
import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { LngLat } from '../../geometry/plane.ts';

type Shape = LineString | Polygon | MultiPolygon;

/** One line or ring of a shape: its corners, and the number of the first of them. */
export interface Run {
  readonly corners: readonly Position[];
  readonly first: number;
  readonly isRing: boolean;
}

/** The lines and rings of a shape; null for what has no corners. */
export function runsOf(geometry: PlanFeature['geometry']): readonly Run[] | null {
  if (geometry.type === 'Point') return null;
  if (geometry.type === 'LineString') return [{ corners: geometry.coordinates, first: 0, isRing: false }];
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let first = 0;
  return rings.map((ring): Run => {
    const run = { corners: ring.slice(0, -1), first, isRing: true };
    first += run.corners.length;
    return run;
  });
}

/** All corners of a line or an outline, by their numbers; null for what has none. */
export function cornersOfShape(geometry: PlanFeature['geometry']): readonly Position[] | null {
  return runsOf(geometry)?.flatMap(({ corners }) => corners) ?? null;
}

const closed = (corners: readonly Position[]): Position[] => {
  const [first] = corners;
  return first ? [...corners, first] : [];
};

/** The shape with other corners in the run that a number belongs to; null when there is no such corner. */
function withRun(
  geometry: PlanFeature['geometry'],
  number: number,
  change: (run: Run, index: number) => readonly Position[] | null,
): Shape | null {
  const runs = runsOf(geometry);
  if (!runs || geometry.type === 'Point') return null;
  const run = runs.find(({ first, corners }) => number >= first && number < first + corners.length);
  const corners = run && change(run, number - run.first);
  if (!corners) return null;
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: [...corners] };
  let nth = 0;
  const ringsFor = (rings: readonly Position[][]): Position[][] =>
    rings.map((ring) => (runs[nth++] === run ? closed(corners) : ring));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: ringsFor(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(ringsFor) };
}

/** The shape with one corner elsewhere. */
export const withCorner = (geometry: PlanFeature['geometry'], number: number, at: LngLat): Shape | null =>
  withRun(geometry, number, ({ corners }, index) => corners.with(index, [...at]));

/** The shape with a new corner after the one with this number. */
export const withNewCorner = (geometry: PlanFeature['geometry'], number: number, at: LngLat): Shape | null =>
  withRun(geometry, number, ({ corners }, index) => corners.toSpliced(index + 1, 0, [...at]));

/** The shape without one corner; null when too few would be left of its line or ring. */
export const withoutCorner = (geometry: PlanFeature['geometry'], number: number): Shape | null =>
  withRun(geometry, number, ({ corners, isRing }, index) =>
    corners.length <= (isRing ? 3 : 2) ? null : corners.toSpliced(index, 1),
  );
