import * as v from 'valibot';
import type { City } from '../src/domain/city.ts';
import {
  ContextPropertiesSchema,
  FeaturePropertiesSchema,
  type PackageFeature,
} from '../src/domain/feature.ts';
import { brokenLinks } from '../src/domain/link.ts';
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

function draftFaults(draft: Draft, layer: DraftLayer, city: City): string[] {
  const schema = layer.role === 'package' ? FeaturePropertiesSchema : ContextPropertiesSchema;
  const parsed = v.safeParse(schema, draft.properties);
  if (!parsed.success) return [issuesText(parsed.issues)];
  const allowed = GEOMETRY_OF[draft.properties.kind];
  if (allowed && !allowed.includes(draft.geometry.type))
    return [`a ${draft.properties.kind} cannot be a ${draft.geometry.type}`];
  const fault = geometryFault(draft.geometry as SourceGeometry, city);
  return fault ? [fault] : [];
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
  return [...duplicateFaults(layers), ...ties];
}
