/**
 * Question: which poles stand too close to the edge of a path?
 * Method: distance from the pole to the nearest centre line minus half that path's width, over an index of segments.
 * Source of the limit: municipal lighting handbooks (Uppsala, Flen): at least 0.5 m behind the edge. Where a path's
 * width is unknown 2.5 m is assumed, the width Göteborg's handbook gives a lit free-standing foot and cycle path;
 * the finding says that it was assumed.
 * Units: metres. Complexity: O((segments + lights) log segments).
 */
import Flatbush from 'flatbush';
import type { LineString } from 'geojson';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { PlanePoint } from '../../geometry/plane.ts';
import type { Finding } from '../finding.ts';
import { chainageOf, lngLatOf, nearestOnSegment } from '../measure.ts';
import { poleInPlane } from './poles.ts';
import type { Surroundings } from './surroundings.ts';

export const LEAST_CLEARANCE_METRES = 0.5;
export const ASSUMED_PATH_WIDTH_METRES = 2.5;

interface Segment {
  readonly from: PlanePoint;
  readonly to: PlanePoint;
  readonly halfWidthMetres: number;
  readonly width: 'stated' | 'assumed';
}

function segmentsOf(
  geometry: LineString,
  widthMetres: number | undefined,
  { plane }: Surroundings,
): Segment[] {
  const { points } = chainageOf(geometry, plane);
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from
      ? {
          from,
          to,
          halfWidthMetres: (widthMetres ?? ASSUMED_PATH_WIDTH_METRES) / 2,
          width: widthMetres === undefined ? ('assumed' as const) : ('stated' as const),
        }
      : [];
  });
}

/** Lights closer to a path's edge than the least clearance; below zero the pole stands on the path. */
export function lightClearance(features: readonly PlanFeature[], around: Surroundings): Finding[] {
  const segments = [
    ...features.flatMap(({ geometry, properties }) =>
      properties.kind === 'strak' && geometry.type === 'LineString'
        ? segmentsOf(geometry, properties.widthMetres, around)
        : [],
    ),
    ...around.paths.flatMap(({ geometry, widthMetres }) => segmentsOf(geometry, widthMetres, around)),
  ];
  if (segments.length === 0) return [];
  const index = new Flatbush(segments.length);
  let widest = 0;
  for (const { from, to, halfWidthMetres } of segments) {
    widest = Math.max(widest, halfWidthMetres);
    index.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    );
  }
  index.finish();
  const reach = widest + LEAST_CLEARANCE_METRES;
  return features.flatMap((feature): Finding[] => {
    if (feature.properties.kind !== 'light' || feature.geometry.type !== 'Point') return [];
    const place = lngLatOf(feature.geometry.coordinates);
    const pole = poleInPlane(feature.geometry, around.plane);
    const near = index.search(pole[0] - reach, pole[1] - reach, pole[0] + reach, pole[1] + reach);
    const worst = closest(
      pole,
      near.flatMap((at) => segments[at] ?? []),
    );
    // A hundredth of a millimetre forgives the way over the globe and back.
    if (!worst || worst.clearanceMetres >= LEAST_CLEARANCE_METRES - 1e-5) return [];
    return [
      {
        code: 'light-near-path-edge',
        severity: 'warning',
        ids: [feature.properties.id],
        place,
        params: {
          clearanceMetres: Math.round(worst.clearanceMetres * 100) / 100,
          leastMetres: LEAST_CLEARANCE_METRES,
          pathWidth: worst.segment.width,
        },
      },
    ];
  });
}

function closest(
  pole: PlanePoint,
  segments: readonly Segment[],
): { clearanceMetres: number; segment: Segment } | undefined {
  let best: { clearanceMetres: number; segment: Segment } | undefined;
  for (const segment of segments) {
    const { distanceMetres } = nearestOnSegment(pole, segment.from, segment.to);
    const clearanceMetres = distanceMetres - segment.halfWidthMetres;
    if (!best || clearanceMetres < best.clearanceMetres) best = { clearanceMetres, segment };
  }
  return best;
}
