import { numberFrom } from '../csv/number.ts';
import type { ImportedFeature, ImportProblem, PropertyValue } from '../importResult.ts';
import { bearingDegreesOf } from '../osm/tagValues.ts';
import { RULES, TARGETS, type Target, UNITS } from './fields.ts';
import type { FieldChoice, FieldMapping } from './suggest.ts';

/** What a file says about one light or camera, in the units of the names. Absent where it says nothing usable. */
export type MappedValues = { readonly name?: string; readonly note?: string } & {
  readonly [Key in Exclude<Target, 'name' | 'note'>]?: number;
};

export interface Mapped {
  readonly values: MappedValues;
  /** Values that are there but cannot be meant; the feature is imported without them. */
  readonly problems: readonly ImportProblem[];
}

/** Reads a feature's properties through a mapping. A range of an angle is brought to 0 ≤ bearing < 360. */
export function applyMapping(
  { properties, where }: Pick<ImportedFeature, 'properties' | 'where'>,
  { kind, fields }: FieldMapping,
): Mapped {
  const values: Partial<Record<Target, string | number>> = {};
  const problems: ImportProblem[] = [];
  for (const target of TARGETS[kind]) {
    const choice = fields[target];
    const raw = choice && Object.hasOwn(properties, choice.field) ? properties[choice.field] : undefined;
    if (!choice || raw === undefined || raw === null || raw === '') continue;
    const value = RULES[target].quantity === 'text' ? textOf(raw) : numberOf(raw, target, choice);
    if (value !== undefined) values[target] = value;
    else {
      const params = { field: choice.field, value: textOf(raw).slice(0, 60), target };
      problems.push({ severity: 'note', code: 'value-not-a-number', params, where });
    }
  }
  return { values: values as MappedValues, problems };
}

const textOf = (value: PropertyValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

function numberOf(raw: PropertyValue, target: Target, { unit }: FieldChoice): number | undefined {
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' ? spoken(raw, target) : undefined;
  if (number === undefined) return undefined;
  const rule = RULES[target];
  // Rounded, because a factor such as 0.01 makes 4.5 of 450 only nearly.
  const value = Number(((number * UNITS[unit].factor) / UNITS[rule.unit].factor).toPrecision(12));
  if (!Number.isFinite(value) || value < rule.range[0] || value > rule.range[1]) return undefined;
  if (target === 'bearingDegrees' || target === 'rotationDegrees') return ((value % 360) + 360) % 360;
  return rule.quantity === 'pixels' ? Math.round(value) : value;
}

/** "6,5 m" is 6.5, "SSE" is a bearing. */
function spoken(text: string, target: Target): number | undefined {
  const bearing =
    target === 'bearingDegrees' || target === 'rotationDegrees' ? bearingDegreesOf(text) : undefined;
  return bearing ?? numberFrom(text.replace(/\s*(m|cm|mm|w|lm|px|°|grader)\.?\s*$/i, ''));
}
