import type { Position } from 'geojson';
import type { ContextCollection, ContextProperties, PackageFeature } from '../domain/feature.ts';
import { nearestOnLine } from '../geometry/line.ts';
import { polygonInPlane } from '../geometry/measure.ts';
import { type LngLat, type Plane, planeOf } from '../geometry/plane.ts';
import { isInPolygon } from '../geometry/ring.ts';
import { distanceMetres } from '../geometry/segment.ts';
import type { Atlas, FundedMeasure } from '../state/atlas.ts';

/** A feature and how far away its nearest part is. */
export interface Near {
  readonly feature: PackageFeature;
  readonly distanceMetres: number;
}

/** What applies at one point. */
export interface PointAnswer {
  readonly isInside: boolean;
  /** The smallest named neighbourhood around the point, if any. */
  readonly neighbourhood: ContextProperties | null;
  /** Package areas the point lies in, other readings included. */
  readonly areas: readonly PackageFeature[];
  /** Measures that reach the point: through an area it lies in, or because they reach everyone. */
  readonly measures: readonly FundedMeasure[];
  readonly nearest: {
    readonly strak: Near | null;
    readonly light: Near | null;
    readonly camera: Near | null;
    readonly place: Near | null;
  };
}

const asLngLat = (position: Position): LngLat => [position[0] ?? 0, position[1] ?? 0];

function isWithin(plane: Plane, geometry: GeoJSON.Geometry, point: LngLat): boolean {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const at = plane.toPlane(point);
  return polygons.some((rings) =>
    isInPolygon(
      polygonInPlane(
        plane,
        rings.map((ring) => ring.map(asLngLat)),
      ),
      at,
    ),
  );
}

function metresTo(plane: Plane, { geometry }: PackageFeature, point: LngLat): number {
  const at = plane.toPlane(point);
  if (geometry.type === 'Point') return distanceMetres(at, plane.toPlane(asLngLat(geometry.coordinates)));
  if (geometry.type === 'LineString') {
    const line = geometry.coordinates.map((position) => plane.toPlane(asLngLat(position)));
    const nearest = nearestOnLine(line, at);
    return nearest ? Math.abs(nearest.offsetMetres) : Number.POSITIVE_INFINITY;
  }
  return isWithin(plane, geometry, point) ? 0 : Number.POSITIVE_INFINITY;
}

function nearestOf(plane: Plane, features: readonly PackageFeature[], point: LngLat): Near | null {
  let best: Near | null = null;
  for (const feature of features) {
    const metres = metresTo(plane, feature, point);
    if (Number.isFinite(metres) && (!best || metres < best.distanceMetres))
      best = { feature, distanceMetres: metres };
  }
  return best;
}

/**
 * What applies at a point: areas, measures and the nearest objects, measured in the city's own metric plane.
 * @param point longitude and latitude in degrees
 * @param context the loaded context layers; the municipality and the neighbourhoods are looked up in them
 */
export function pointAnswer(atlas: Atlas, context: readonly ContextCollection[], point: LngLat): PointAnswer {
  const plane = planeOf(atlas.city.metricCrs.proj4);
  const around = (kind: ContextProperties['context']): ContextProperties[] =>
    context
      .flatMap((collection) => collection.features)
      .filter(({ properties, geometry }) => properties.context === kind && isWithin(plane, geometry, point))
      .map(({ properties }) => properties);
  const areas = atlas.features.filter(
    (feature) => feature.properties.kind === 'area' && isWithin(plane, feature.geometry, point),
  );
  const reaching = new Set(areas.flatMap((area) => area.properties.measureIds));
  const isInside = around('municipality').length > 0;
  const measures = [...atlas.measures.values()].filter(
    ({ measure }) => reaching.has(measure.id) || (isInside && measure.reach.kind === 'municipality'),
  );
  const near = (kind: PackageFeature['properties']['kind']): Near | null =>
    nearestOf(
      plane,
      atlas.features.filter(({ properties }) => properties.kind === kind),
      point,
    );
  return {
    isInside,
    neighbourhood: around('neighbourhood')[0] ?? null,
    areas,
    measures,
    nearest: { strak: near('strak'), light: near('light'), camera: near('camera'), place: near('place') },
  };
}

/** Metres from a point to each feature; infinite for areas the point is outside of. */
export function distancesFrom(atlas: Atlas, point: LngLat): ReadonlyMap<string, number> {
  const plane = planeOf(atlas.city.metricCrs.proj4);
  return new Map(atlas.features.map((feature) => [feature.properties.id, metresTo(plane, feature, point)]));
}
