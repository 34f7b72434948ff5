import type { Bounds } from '../domain/city.ts';
import { numberFrom } from './csv/number.ts';
import { eachPosition } from './geojson/geometry.ts';
import type { FieldSummary, ImportedFeature, ImportSummary } from './importResult.ts';
import type { Problems } from './problems.ts';

const MOST_FIELDS = 200;
const MOST_SAMPLES = 5;

/** What a preview shows of an import. O(features × fields). */
export function summaryOf(
  features: readonly ImportedFeature[],
  outsideCount: number,
  problems: Problems,
): ImportSummary {
  const byGeometry: Record<string, number> = {};
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    byGeometry[geometry.type] = (byGeometry[geometry.type] ?? 0) + 1;
    eachPosition(geometry, ([lng = 0, lat = 0]) => {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    });
  }
  const bounds: Bounds = [west, south, east, north];
  return {
    featureCount: features.length,
    byGeometry,
    skippedCount: problems.skipped,
    outsideCount,
    ...(features.length > 0 && { bounds }),
    fields: fieldsOf(features),
    problemsLeftOut: problems.leftOut,
  };
}

/** Which fields the features have, in order of appearance, with what is in them. */
export function fieldsOf(features: Iterable<Pick<ImportedFeature, 'properties'>>): FieldSummary[] {
  const fields = new Map<string, { filled: number; numeric: number; samples: Set<string> }>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === null || value === '') continue;
      let field = fields.get(name);
      if (!field) {
        if (fields.size >= MOST_FIELDS) continue;
        field = { filled: 0, numeric: 0, samples: new Set() };
        fields.set(name, field);
      }
      field.filled++;
      if (typeof value === 'number' || (typeof value === 'string' && numberFrom(value) !== undefined))
        field.numeric++;
      if (field.samples.size < MOST_SAMPLES && typeof value !== 'object')
        field.samples.add(String(value).slice(0, 80));
    }
  }
  return [...fields].map(([name, { filled, numeric, samples }]) => ({
    name,
    filled,
    numeric,
    samples: [...samples],
  }));
}
