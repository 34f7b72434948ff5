import type { Feature, Geometry } from 'geojson';
import type { Bounds, Crs } from '../domain/city.ts';
import type { OsmBackground } from './osm/osmClass.ts';

export interface ImportInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which of the two numbers of a position comes first in the file. */
export type AxisOrder = 'east-north' | 'north-east';

export interface ImportOptions {
  /** The coordinate systems a file from this city may be in, besides WGS 84. */
  readonly crsChoices: readonly Crs[];
  /** Where the city's data lie: decides between coordinate systems, and says what is far away. */
  readonly surroundings: Bounds;
  /** The user's answer where an earlier reading asked for the coordinate system. */
  readonly crs?: { readonly code: string; readonly axisOrder: AxisOrder };
  readonly signal?: AbortSignal;
  /** Called a few times a second with the share that is done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

export const FORMATS = [
  'geojson',
  'kml',
  'kmz',
  'gpx',
  'tcx',
  'csv',
  'shapefile',
  'geopackage',
  'osm-xml',
  'overpass-json',
] as const;
export type Format = (typeof FORMATS)[number];

/** Where in a file something is; lines, rows, columns and features count from 1. */
export interface Where {
  readonly file: string;
  readonly layer?: string;
  readonly line?: number;
  readonly column?: number;
  readonly row?: number;
  readonly feature?: number;
}

/**
 * Something to tell the user. The code is translated by the user interface, the parameters fill its gaps.
 * fatal: nothing of this file was imported. skipped: this feature was not. note: it was, but look at it.
 */
export interface ImportProblem {
  readonly severity: 'fatal' | 'skipped' | 'note';
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly where: Where;
}

export const PROBLEM_CODES = [
  'empty-file',
  'unknown-format',
  'file-too-large',
  'archive-broken',
  'archive-bomb',
  'archive-without-content',
  'too-many-features',
  'too-deep',
  'unexpected-end',
  'json-broken',
  'json-not-geojson',
  'xml-broken',
  'xml-doctype-refused',
  'xml-unknown-root',
  'xml-unknown-entity',
  'csv-without-rows',
  'csv-without-coordinates',
  'csv-broken-quotes',
  'value-not-a-number',
  'value-missing',
  'geometry-missing',
  'geometry-broken',
  'geometry-unsupported',
  'coordinates-out-of-range',
  'outside-surroundings',
  'axes-swapped',
  'crs-unknown',
  'crs-from-range',
  'crs-assumed',
  'encoding-guessed',
  'file-truncated',
  'part-missing',
  'database-broken',
  'layer-unreadable',
  'osm-missing-node',
  'osm-missing-member',
  'osm-open-ring',
  'osm-missing-way',
  'reference-not-followed',
  'broken-unexpectedly',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type PropertyValue =
  | string
  | number
  | boolean
  | null
  | PropertyValue[]
  | { [key: string]: PropertyValue };

/** A feature in WGS 84 (longitude, latitude) with the place in the file that it came from. Names stay plain text. */
export interface ImportedFeature extends Feature<Geometry, Record<string, PropertyValue>> {
  where: Where;
}

export interface CrsCandidate {
  readonly code: string;
  readonly name: string;
  readonly axisOrder: AxisOrder;
  /** Share (0–1) of the sampled positions that lie in the city's surroundings in this reading. */
  readonly shareInside: number;
}

export type CrsFinding =
  | {
      readonly kind: 'recognised';
      readonly code: string;
      readonly axisOrder: AxisOrder;
      /** format: the format allows no other. declared: the file says so. range: only this one fits. chosen: by the user. */
      readonly by: 'format' | 'declared' | 'range' | 'assumed' | 'chosen';
    }
  | { readonly kind: 'ask'; readonly candidates: readonly CrsCandidate[] };

export interface FieldSummary {
  readonly name: string;
  /** How many features have a value. */
  readonly filled: number;
  /** How many values are numbers, or texts that are numbers (decimal point or comma). */
  readonly numeric: number;
  /** A few different values, as text. */
  readonly samples: readonly string[];
}

export interface ImportSummary {
  readonly featureCount: number;
  /** Features per geometry type. */
  readonly byGeometry: Readonly<Record<string, number>>;
  readonly skippedCount: number;
  /** Features that lie outside the city's surroundings. */
  readonly outsideCount: number;
  readonly bounds?: Bounds;
  readonly fields: readonly FieldSummary[];
  /** Problems that were counted but not listed one by one. */
  readonly problemsLeftOut: number;
}

export interface ImportResult {
  readonly format: Format | 'unknown';
  readonly crs: CrsFinding;
  /** Empty where the coordinate system must be asked for, or where a fatal problem is listed. */
  readonly features: readonly ImportedFeature[];
  /** OpenStreetMap files: what they hold to snap to and compute with. */
  readonly background?: OsmBackground;
  readonly problems: readonly ImportProblem[];
  readonly summary: ImportSummary;
}
