/** The tags of one OpenStreetMap element as written by its mappers. */
export type OsmTags = Readonly<Record<string, string>>;

/** Whether a way is lit. Most ways carry no `lit` tag at all: unknown is not unlit. */
export type Lit = 'yes' | 'no' | 'unknown';

/** https://wiki.openstreetmap.org/wiki/Key:lit: every value that means there are working lamps. */
const LIT_VALUES = new Set([
  'yes',
  '24/7',
  'automatic',
  'limited',
  'interval',
  'sunset-sunrise',
  'dusk-dawn',
  'operating_times',
  'good',
  'poor',
]);
const UNLIT_VALUES = new Set(['no', 'disused', 'abandoned']);

/** Reads `lit`; a value nobody agreed on is unknown, never no. */
export function litOf(tags: OsmTags): Lit {
  const value = tags.lit?.trim().toLowerCase();
  if (value === undefined) return 'unknown';
  if (LIT_VALUES.has(value) || /^(mo|tu|we|th|fr|sa|su|\d\d:\d\d)/.test(value)) return 'yes';
  return UNLIT_VALUES.has(value) ? 'no' : 'unknown';
}

const METRES_PER: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  cm: 0.01,
  km: 1000,
  ft: 0.3048,
  "'": 0.3048,
};

/** A length in metres from an OSM value ("4", "3,5 m", "12'", "5'6\""); undefined where it is no single length. */
export function metresOf(value: string | undefined): number | undefined {
  const text = value?.trim().toLowerCase() ?? '';
  const feetAndInches = /^(\d+)'\s*(\d+(?:\.\d+)?)"$/.exec(text);
  if (feetAndInches) return Number(feetAndInches[1]) * 0.3048 + Number(feetAndInches[2]) * 0.0254;
  const match = /^~?(-?\d+(?:[.,]\d+)?)\s*(m|metres?|meter|cm|km|ft|')?$/.exec(text);
  const perUnit = METRES_PER[match?.[2] ?? ''];
  if (!match || perUnit === undefined) return undefined;
  return Number((match[1] ?? '').replace(',', '.')) * perUnit;
}

/** As {@link metresOf}, and undefined unless it is above zero. */
export function positiveMetresOf(value: string | undefined): number | undefined {
  const metres = metresOf(value);
  return metres !== undefined && metres > 0 ? metres : undefined;
}

/** A plain number from an OSM value; undefined where it is none. */
export function numberOf(value: string | undefined): number | undefined {
  const text = value?.trim().replace(',', '.') ?? '';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

const CARDINALS = 'n nne ne ene e ese se sse s ssw sw wsw w wnw nw nnw'.split(' ');

/** A bearing (degrees clockwise from true north, 0 ≤ b < 360) from "135", "-45°" or "SSE". */
export function bearingDegreesOf(value: string | undefined): number | undefined {
  const text = value?.trim().toLowerCase().replace('°', '') ?? '';
  const cardinal = CARDINALS.indexOf(text);
  if (cardinal >= 0) return cardinal * 22.5;
  const degrees = numberOf(text);
  return degrees === undefined ? undefined : ((degrees % 360) + 360) % 360;
}

/** True for a tag that says there is one ("yes", "viaduct" …), false where it is absent or says "no". */
export const isSet = (value: string | undefined): boolean => value !== undefined && value !== 'no';
