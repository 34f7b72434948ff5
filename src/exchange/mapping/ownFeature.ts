import * as v from 'valibot';
import {
  PlanAreaSchema,
  PlanCameraSchema,
  type PlanFeature,
  PlanFeatureSchema,
  type PlanKind,
  PlanLightSchema,
  PlanPlaceSchema,
  PlanStrakSchema,
} from '../../domain/proposal.ts';
import { numberFrom } from '../csv/number.ts';
import type { ImportedFeature, PropertyValue } from '../importResult.ts';
import { partsOf } from './parts.ts';

const KEYS: Readonly<Record<PlanKind, readonly string[]>> = {
  area: Object.keys(PlanAreaSchema.entries),
  strak: Object.keys(PlanStrakSchema.entries),
  light: Object.keys(PlanLightSchema.entries),
  camera: Object.keys(PlanCameraSchema.entries),
  place: Object.keys(PlanPlaceSchema.entries),
};
/** Values that tables and KML hold as JSON text. */
const NESTED: ReadonlySet<string> = new Set(['name', 'measureIds', 'provenance', 'record', 'reading']);
/** Texts that are all digits come back from a table as numbers. */
const TEXTS: ReadonlySet<string> = new Set(['id', 'namndId', 'strakId', 'opticId', 'priceItemId', 'note']);
/** Keys that say a unit hold numbers, which a table brings as texts. */
const NUMBERS = /(Metres|Millimetres|Degrees|Lumens|Watts|Pixels|Sek|Km2|Factor|population)$/;

/**
 * A feature that this application has exported, read back as it was; undefined for any other feature.
 * Keys that are not ours (styles, a database's row numbers) are left out.
 */
export function ownFeature({
  geometry,
  properties,
}: Pick<ImportedFeature, 'geometry' | 'properties'>): PlanFeature | undefined {
  const { kind } = properties;
  if (typeof kind !== 'string' || !Object.hasOwn(KEYS, kind)) return undefined;
  const restored: Record<string, unknown> = {};
  for (const key of KEYS[kind as PlanKind]) {
    const value = properties[key];
    if (value === undefined || value === null || value === '') continue;
    restored[key] = restoredValue(key, value);
  }
  const [part, ...more] = partsOf(geometry);
  if (!part || more.length > 0) return undefined;
  const parsed = v.safeParse(PlanFeatureSchema, {
    type: 'Feature',
    geometry: part,
    properties: restored,
  });
  return parsed.success ? parsed.output : undefined;
}

function restoredValue(key: string, value: PropertyValue): unknown {
  if (TEXTS.has(key)) return typeof value === 'object' ? value : String(value);
  if (typeof value === 'string' && NUMBERS.test(key)) return numberFrom(value) ?? value;
  if (!NESTED.has(key) || typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
