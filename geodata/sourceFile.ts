import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import * as v from 'valibot';
import { Refused } from './refusal.ts';

const PositionSchema = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2));
const LineSchema = v.pipe(v.array(PositionSchema), v.minLength(2));
const RingsSchema = v.pipe(v.array(v.array(PositionSchema)), v.minLength(1));
const GeometrySchema = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: PositionSchema }),
  v.object({ type: v.literal('LineString'), coordinates: LineSchema }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(LineSchema) }),
  v.object({ type: v.literal('Polygon'), coordinates: RingsSchema }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(RingsSchema) }),
]);
const FeatureSchema = v.object({
  type: v.literal('Feature'),
  id: v.optional(v.union([v.string(), v.number()])),
  properties: v.nullable(v.record(v.string(), v.unknown())),
  geometry: GeometrySchema,
});
const CollectionSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.unknown()),
});

export type SourceGeometry = v.InferOutput<typeof GeometrySchema>;
/** Every position of a geometry, in order. */
export function positionsOf(geometry: SourceGeometry): (readonly number[])[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return geometry.coordinates.flat(1);
}

/** A feature as received: its geometry is known to be one of ours, its properties are anybody's. */
export interface SourceFeature {
  file: string;
  /** How a refusal names it: its own id or name, else its number in the file. */
  label: string;
  /** The file gave heights too; nothing here uses them. */
  hasHeights: boolean;
  properties: Record<string, unknown>;
  geometry: SourceGeometry;
}

function labelOf(feature: unknown, index: number): string {
  const { id, properties } = (feature ?? {}) as { id?: unknown; properties?: Record<string, unknown> | null };
  const own = [properties?.id, id, properties?.name].find((candidate) => typeof candidate === 'string');
  return typeof own === 'string' ? own : `feature ${index + 1}`;
}

/** The text of a KML or GPX file as GeoJSON; the parser throws at the first fault instead of guessing on. */
function fromXml(text: string, extension: string): unknown {
  const fail = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  const parsed = new DOMParser({ onError: fail }).parseFromString(text, 'text/xml');
  // xmldom implements the part of the DOM that togeojson walks, but declares types of its own.
  const document = parsed as unknown as Document;
  return extension === '.kml' ? kml(document) : gpx(document);
}

/**
 * The features of a file's text. GeoJSON, KML and GPX, told apart by the name's ending.
 * @throws Refused when the text is malformed, naming the file and, where it can, the feature
 */
export function parseSource(file: string, text: string): SourceFeature[] {
  const extension = extname(file).toLowerCase();
  let content: unknown;
  try {
    content = extension === '.kml' || extension === '.gpx' ? fromXml(text, extension) : JSON.parse(text);
  } catch (error) {
    const reason = `malformed ${extension.slice(1).toUpperCase() || 'file'}: ${(error as Error).message}`;
    throw new Refused([{ file, feature: '(whole file)', reason }]);
  }
  const collection = v.safeParse(CollectionSchema, content);
  if (!collection.success)
    throw new Refused([{ file, feature: '(whole file)', reason: 'is not a GeoJSON FeatureCollection' }]);
  return collection.output.features.map((raw, index) => {
    const label = labelOf(raw, index);
    const feature = v.safeParse(FeatureSchema, raw);
    if (!feature.success) throw new Refused([{ file, feature: label, reason: issuesText(feature.issues) }]);
    const { properties, geometry } = feature.output;
    const hasHeights = positionsOf(geometry).some((position) => position.length > 2);
    return { file, label, hasHeights, properties: properties ?? {}, geometry };
  });
}

/** Where a schema was broken and how, in one line. */
export function issuesText(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? '(feature)'}: ${issue.message}`).join('; ');
}

/** Reads and parses one source file. `name` is what refusals call it. */
export function readSource(path: string, name: string): SourceFeature[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refused([
      { file: name, feature: '(whole file)', reason: `cannot be read: ${(error as Error).message}` },
    ]);
  }
  return parseSource(name, text);
}
