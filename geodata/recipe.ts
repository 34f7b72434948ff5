import type { Geometry } from 'geojson';
import type { City } from '../src/domain/city.ts';
import type { ContextProperties, FeatureProperties } from '../src/domain/feature.ts';
import type { LocalText } from '../src/domain/text.ts';
import { Refused } from './refusal.ts';
import type { SourceFeature } from './sourceFile.ts';

/** A built feature before it is checked against the domain's schema, and the source features it was made of. */
export interface Draft<P = FeatureProperties | ContextProperties> {
  type: 'Feature';
  properties: P;
  geometry: Geometry;
  from: readonly SourceFeature[];
}
/** Something a file brought that the layer does not show, and why. */
export interface Dropped {
  from: SourceFeature;
  reason: string;
}
export interface Made {
  features: readonly Draft[];
  dropped: readonly Dropped[];
}
/** What a recipe may ask for: the features of a source file, and the city it builds for. */
export interface Kitchen {
  city: City;
  /** The features of a file that the layer shows: each must end in a draft or be dropped with a reason. */
  read(file: string): readonly SourceFeature[];
  /** The features of a file that the layer only looks things up in. */
  consult(file: string): readonly SourceFeature[];
}
/** How one layer is made from its source files. */
export interface Recipe {
  id: string;
  role: 'package' | 'context';
  title: LocalText;
  description: LocalText;
  sourceIds: readonly string[];
  /** Nothing of it is seen while the map shows the whole city. */
  isLate?: true;
  make(kitchen: Kitchen): Made;
}
/** A city as a folder: what `--city` names. */
export interface CityModule {
  city: City;
  layers: readonly Recipe[];
  /** The folder that source files are named from. */
  sourcesRoot: string;
  /**
   * Source files with the outlines of buildings, which hide what is behind them from the cameras. `heightMetres` says how
   * high one is; without it, it hides everything. They are shown nowhere.
   */
  buildings?: readonly string[];
}

/** Turns every source feature into a draft, or says why not: leaving one out without a reason does not type-check. */
export function convert(
  features: readonly SourceFeature[],
  each: (feature: SourceFeature, index: number) => Omit<Draft, 'type' | 'from'> | { drop: string },
): Made {
  const drafts: Draft[] = [];
  const dropped: Dropped[] = [];
  features.forEach((from, index) => {
    const result = each(from, index);
    if ('drop' in result) dropped.push({ from, reason: result.drop });
    else drafts.push({ type: 'Feature', ...result, from: [from] });
  });
  return { features: drafts, dropped };
}

/** Everything of a file that no draft was made of, dropped for one reason. */
export function dropRest(all: readonly SourceFeature[], drafts: readonly Draft[], reason: string): Dropped[] {
  const used = new Set(drafts.flatMap(({ from }) => from));
  return all.filter((feature) => !used.has(feature)).map((from) => ({ from, reason }));
}

/** A text property that a recipe relies on. Refuses the file when it is missing. */
export function textOf(feature: SourceFeature, key: string): string {
  const value = feature.properties[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refused([{ file: feature.file, feature: feature.label, reason: `property "${key}" is missing` }]);
}

/** A number property that a recipe relies on. Refuses the file when it is missing. */
export function numberOf(feature: SourceFeature, key: string): number {
  const value = feature.properties[key];
  if (typeof value === 'number') return value;
  throw new Refused([
    { file: feature.file, feature: feature.label, reason: `property "${key}" is no number` },
  ]);
}

/** The one feature of a file that has this value, or a refusal. */
export function theOne(features: readonly SourceFeature[], key: string, value: string): SourceFeature {
  const found = features.filter((feature) => feature.properties[key] === value);
  if (found.length === 1) return found[0] as SourceFeature;
  const file = features[0]?.file ?? '(empty file)';
  throw new Refused([{ file, feature: value, reason: `${found.length} features have ${key} = "${value}"` }]);
}

/** A name as an id: å and ä become a, ö becomes o, all else that is no letter or digit becomes a hyphen. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
