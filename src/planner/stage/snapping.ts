/**
 * Question: to what does a point being drawn belong: a corner that is there, a line that is there, or a right angle?
 * Method: within reach on the screen a corner wins over a line. Otherwise, where the new side stands within a few
 * degrees of straight on or square to the side before, it is turned to be exactly so. Lines come from an index of boxes.
 * Units: metres in the city's plane; the reach follows the zoom. Complexity: O(log segments) for each asking.
 */
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import type { BackgroundPath } from '../../domain/background.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { LngLat, Plane, PlanePoint } from '../../geometry/plane.ts';
import { nearestShare, pointBetween, type Segment } from '../../geometry/segment.ts';
import type { SnapKind } from '../../state/sketch.ts';

/** A side this close to square or straight is meant to be. */
const SQUARE_WITHIN_DEGREES = 6;

export interface Snapped {
  readonly at: PlanePoint;
  readonly kind: SnapKind;
}

interface NamedSegment {
  readonly segment: Segment;
  readonly ownerId: string;
}

/** Everything that can be snapped to. */
export interface SnapWorld {
  nearest(point: PlanePoint, question: { reachMetres: number; withoutId?: string }): Snapped | null;
}

const linesOf = ({ geometry }: PlanFeature | BackgroundPath): readonly (readonly Position[])[] => {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'Point':
      return [];
  }
};

/** Builds the index of stråk, area outlines and background paths. */
export function snapWorldOf(
  features: readonly PlanFeature[],
  paths: readonly BackgroundPath[],
  plane: Plane,
): SnapWorld {
  const segments: NamedSegment[] = [...features, ...paths].flatMap((feature) =>
    linesOf(feature).flatMap((line) => {
      const points = line.map(([lng = 0, lat = 0]) => plane.toPlane([lng, lat]));
      return points.slice(1).flatMap((end, index): NamedSegment[] => {
        const start = points[index];
        return start ? [{ segment: [start, end], ownerId: feature.properties.id }] : [];
      });
    }),
  );
  if (segments.length === 0) return { nearest: () => null };
  const index = new Flatbush(segments.length);
  for (const {
    segment: [a, b],
  } of segments)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  index.finish();
  return {
    nearest(point, { reachMetres, withoutId }) {
      const [x, y] = point;
      const near = index
        .search(x - reachMetres, y - reachMetres, x + reachMetres, y + reachMetres)
        .flatMap((found) => segments[found] ?? [])
        .filter(({ ownerId }) => ownerId !== withoutId);
      const corners = near.flatMap(({ segment }) => segment);
      const onLines = near.map(({ segment }) => pointBetween(segment, nearestShare(segment, point)));
      const corner = closest(corners, point, reachMetres);
      if (corner) return { at: corner, kind: 'vertex' };
      const onLine = closest(onLines, point, reachMetres);
      return onLine && { at: onLine, kind: 'line' };
    },
  };
}

function closest(points: readonly PlanePoint[], to: PlanePoint, reachMetres: number): PlanePoint | null {
  let best: PlanePoint | null = null;
  let bestAway = reachMetres;
  for (const point of points) {
    const away = Math.hypot(point[0] - to[0], point[1] - to[1]);
    if (away > bestAway) continue;
    best = point;
    bestAway = away;
  }
  return best;
}

/** The next corner turned square or straight to the side before, where it nearly is. */
export function squared(before: PlanePoint, last: PlanePoint, point: PlanePoint): Snapped | null {
  const side = [last[0] - before[0], last[1] - before[1]] as const;
  const sideLength = Math.hypot(...side);
  if (sideLength === 0) return null;
  const east = [side[0] / sideLength, side[1] / sideLength] as const;
  const next = [point[0] - last[0], point[1] - last[1]] as const;
  const along = next[0] * east[0] + next[1] * east[1];
  const across = -next[0] * east[1] + next[1] * east[0];
  const off =
    (Math.atan2(Math.min(Math.abs(along), Math.abs(across)), Math.max(Math.abs(along), Math.abs(across))) *
      180) /
    Math.PI;
  if (off > SQUARE_WITHIN_DEGREES) return null;
  const isStraight = Math.abs(along) > Math.abs(across);
  return {
    at: isStraight
      ? [last[0] + along * east[0], last[1] + along * east[1]]
      : [last[0] - across * east[1], last[1] + across * east[0]],
    kind: 'angle',
  };
}

/** Where a drawn point lands. `free` switches snapping off. */
export function snappedCorner(
  pointer: LngLat,
  question: {
    readonly plane: Plane;
    readonly world: SnapWorld;
    readonly reachMetres: number;
    readonly corners?: readonly LngLat[];
    readonly withoutId?: string;
    readonly isFree: boolean;
  },
): { readonly at: LngLat; readonly kind: SnapKind } {
  const { plane, world, reachMetres, corners = [], withoutId, isFree } = question;
  if (isFree) return { at: pointer, kind: 'free' };
  const point = plane.toPlane(pointer);
  const own = corners.map((corner) => plane.toPlane(corner));
  const ownCorner = closest(own, point, reachMetres);
  // the very corner, not one that has been to the plane and back: whoever closes a line compares them
  const same = ownCorner && corners[own.indexOf(ownCorner)];
  if (same) return { at: same, kind: 'vertex' };
  const found = world.nearest(point, { reachMetres, ...(withoutId !== undefined && { withoutId }) });
  const [before, last] = own.slice(-2);
  const square = !found && before && last ? squared(before, last, point) : null;
  const landed = found ?? square;
  return landed ? { at: plane.toLngLat(landed.at), kind: landed.kind } : { at: pointer, kind: 'free' };
}
