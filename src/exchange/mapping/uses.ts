import type { Geometry } from 'geojson';
import type { FieldSummary } from '../importResult.ts';
import { RULES } from './fields.ts';
import type { FieldMapping } from './suggest.ts';
import { suggestMapping } from './suggest.ts';

/** What the features of a file become, by the shape they have. `known-…` lies under the plan: it exists already. */
export const USES = {
  point: ['light', 'camera', 'known-lamp', 'known-camera', 'leave'],
  line: ['strak', 'known-path', 'leave'],
  area: ['area', 'known-building', 'leave'],
} as const;
export type Shape = keyof typeof USES;
export type Use<Each extends Shape = Shape> = (typeof USES)[Each][number];
export type Uses = { readonly [Each in Shape]: Use<Each> };

export const DEFAULT_USES: Uses = { point: 'light', line: 'strak', area: 'area' };

/** Which mapping a use needs: existing lamps and cameras are read like new ones. */
export function mappedKindOf(use: Use): FieldMapping['kind'] | null {
  if (use === 'light' || use === 'known-lamp') return 'light';
  return use === 'camera' || use === 'known-camera' ? 'camera' : null;
}

/** The shapes a geometry has parts of. */
export function shapesOf({ type }: Pick<Geometry, 'type'>): readonly Shape[] {
  switch (type) {
    case 'Point':
    case 'MultiPoint':
      return ['point'];
    case 'LineString':
    case 'MultiLineString':
      return ['line'];
    case 'Polygon':
    case 'MultiPolygon':
      return ['area'];
    case 'GeometryCollection':
      return ['point', 'line', 'area'];
  }
}

/** Points are taken for cameras where the file's fields speak of cameras more than of lights; the user decides. */
export function likelyUses(fields: readonly FieldSummary[]): Uses {
  const told = (kind: FieldMapping['kind']): number =>
    Object.keys(suggestMapping(kind, fields).fields).filter((target) => !SHARED.has(target)).length;
  return { ...DEFAULT_USES, point: told('camera') > told('light') ? 'camera' : 'light' };
}
const SHARED: ReadonlySet<string> = new Set(['name', 'note', 'heightMetres', 'tiltDegrees']);

/** The field that most likely holds a name, for features without a mapping. */
export function nameFieldOf(fields: readonly FieldSummary[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();
  for (const spelling of RULES.name.spellings) {
    const found = fields.find(({ name }) => plain(name) === spelling);
    if (found) return found.name;
  }
  return undefined;
}
