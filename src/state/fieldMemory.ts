import * as v from 'valibot';
import { type MappedKind, TARGETS, UNITS, type Unit } from '../exchange/mapping/fields.ts';
import type { FieldMapping } from '../exchange/mapping/suggest.ts';

const PREFIX = 'fields:';
const ChoiceSchema = v.strictObject({
  field: v.string(),
  unit: v.picklist(Object.keys(UNITS) as [Unit, ...Unit[]]),
});

/** Files with the same headers are read the same way, in whatever order the headers come. */
const keyOf = (kind: MappedKind, headers: readonly string[]): string =>
  `${PREFIX}${kind}:${headers.toSorted().join('\u001f')}`;

/** The mapping this device last used for such a file; undefined where it has none, or keeps nothing. */
export function rememberedMapping(kind: MappedKind, headers: readonly string[]): FieldMapping | undefined {
  const targets = Object.fromEntries(TARGETS[kind].map((target) => [target, v.optional(ChoiceSchema)]));
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(kind, headers)) ?? 'null');
    const fields = v.safeParse(v.strictObject(targets), kept);
    return fields.success ? { kind, fields: fields.output as FieldMapping['fields'] } : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a mapping. A device that keeps nothing forgets it, which costs the user a moment and no data. */
export function rememberMapping({ kind, fields }: FieldMapping, headers: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(kind, headers), JSON.stringify(fields));
  } catch {
    // nothing is lost but the memory
  }
}
