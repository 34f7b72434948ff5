import * as v from 'valibot';
import type { City } from '../src/domain/city.ts';
import {
  ContextPropertiesSchema,
  FeaturePropertiesSchema,
  type PackageFeature,
} from '../src/domain/feature.ts';
import { brokenLinks } from '../src/domain/link.ts';
import { areaInPlaneSquareMetres, lengthInPlaneMetres } from '../src/geometry/measure.ts';
import { type LngLat, type Plane, planeOf } from '../src/geometry/plane.ts';
import { geometryFault } from './checkGeometry.ts';
import type { Draft } from './recipe.ts';
import type { Refusal } from './refusal.ts';
import { issuesText, type SourceGeometry } from './sourceFile.ts';

/** One layer's drafts with the name that refusals use for where they come from. */
export interface DraftLayer {
  id: string;
  role: 'package' | 'context';
  /** The source files, then the layer: "points.geojson (layer places)". */
  from: string;
  drafts: readonly Draft[];
}

const GEOMETRY_OF: Record<string, readonly string[]> = {
  area: ['Polygon', 'MultiPolygon'],
  strak: ['LineString'],
  light: ['Point'],
  camera: ['Point'],
  place: ['Point'],
};

const labelOf = (draft: Draft, index: number): string => {
  const { id } = draft.properties as { id?: unknown };
  return typeof id === 'string' ? id : `feature ${index + 1}`;
};

/** How far a stated size may lie from the geometry's own: sources round, and measure in other planes. */
const SIZE_TOLERANCE = 0.02;

const lngLatOf = ([lng = Number.NaN, lat = Number.NaN]: readonly number[]): LngLat => [lng, lat];

function areaKm2Of(polygons: readonly (readonly (readonly (readonly number[])[])[])[], plane: Plane): number {
  const each = polygons.map((rings) =>
    areaInPlaneSquareMetres(
      plane,
      rings.map((ring) => ring.map(lngLatOf)),
    ),
  );
  return each.reduce((sum, area) => sum + area, 0) / 1e6;
}

/** Whether the stated length or area is that of the geometry, measured in the city's own plane. */
function sizeFault({ properties, geometry }: Draft, city: City): string | undefined {
  const plane = planeOf(city.metricCrs.proj4);
  const differs = (stated: number, measured: number) =>
    Math.abs(stated - measured) > measured * SIZE_TOLERANCE;
  if (properties.kind === 'strak' && geometry.type === 'LineString') {
    const metres = lengthInPlaneMetres(plane, geometry.coordinates.map(lngLatOf));
    if (differs(properties.lengthMetres, metres))
      return `lengthMetres says ${properties.lengthMetres}, but the line is ${Math.round(metres)} m long`;
  }
  if (properties.kind === 'area' && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const km2 = areaKm2Of(polygons, plane);
    if (differs(properties.areaKm2, km2))
      return `areaKm2 says ${properties.areaKm2}, but the area is ${km2.toFixed(3)} km²`;
  }
  return undefined;
}

function draftFaults(draft: Draft, layer: DraftLayer, city: City): string[] {
  const schema = layer.role === 'package' ? FeaturePropertiesSchema : ContextPropertiesSchema;
  const parsed = v.safeParse(schema, draft.properties);
  if (!parsed.success) return [issuesText(parsed.issues)];
  const allowed = GEOMETRY_OF[draft.properties.kind];
  if (allowed && !allowed.includes(draft.geometry.type))
    return [`a ${draft.properties.kind} cannot be a ${draft.geometry.type}`];
  const fault = geometryFault(draft.geometry as SourceGeometry, city) ?? sizeFault(draft, city);
  return fault ? [fault] : [];
}

function duplicateLayerFaults(layers: readonly DraftLayer[]): Refusal[] {
  const ids = layers.map(({ id }) => id);
  return layers
    .filter(({ id }, index) => ids.indexOf(id) !== index)
    .map(({ id, from }) => ({ file: from, feature: '(layer)', reason: `duplicate layer id "${id}"` }));
}

function duplicateFaults(layers: readonly DraftLayer[]): Refusal[] {
  const first = new Map<string, string>();
  return layers.flatMap(({ from, drafts }) =>
    drafts.flatMap((draft): Refusal[] => {
      const { id } = draft.properties;
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, from);
        return [];
      }
      return [{ file: from, feature: id, reason: `duplicate id: it is already used in ${earlier}` }];
    }),
  );
}

/** Everything wrong with the layers, each fault naming file, feature and reason. */
export function layerFaults(layers: readonly DraftLayer[], city: City): Refusal[] {
  const own = layers.flatMap((layer) =>
    layer.drafts.flatMap((draft, index) =>
      draftFaults(draft, layer, city).map((reason) => ({
        file: layer.from,
        feature: labelOf(draft, index),
        reason,
      })),
    ),
  );
  // The ties below read parsed properties, so they wait until every feature has the right shape.
  if (own.length > 0) return own;
  const packaged = layers.filter(({ role }) => role === 'package');
  const fileOf = new Map(
    packaged.flatMap(({ from, drafts }) => drafts.map((d) => [d.properties.id, from] as const)),
  );
  const features = packaged.flatMap(({ drafts }) => drafts) as PackageFeature[];
  const ties = brokenLinks(city, features).map(({ featureId, message }) => ({
    file: (featureId && fileOf.get(featureId)) ?? 'city',
    feature: featureId ?? '(measure)',
    reason: message,
  }));
  return [...duplicateLayerFaults(layers), ...duplicateFaults(layers), ...ties];
}
