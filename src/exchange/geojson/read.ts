import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import type { DeclaredCrs, RawFeature, ReadContext, Reader } from '../rawRead.ts';
import { parseJson } from '../text/json.ts';
import { readGeometry } from './geometry.ts';
import { readProperties } from './properties.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads GeoJSON: a collection, one feature, a bare geometry, or one of those per line (RFC 8142 and ndjson). */
export const readGeoJson: Reader = async (bytes, context) => readGeoJsonValue(parseJson(bytes), context);

/** As {@link readGeoJson}, of a value that is already parsed. */
export async function readGeoJsonValue(root: unknown, context: ReadContext): ReturnType<Reader> {
  if (!isObject(root)) throw new FatalProblem('json-not-geojson');
  const entries = entriesOf(root);
  if (entries.length > LIMITS.features)
    throw new FatalProblem('too-many-features', { count: entries.length });
  const features: RawFeature[] = [];
  for (const [index, entry] of entries.entries()) {
    const feature = readEntry(entry, index + 1, context);
    if (feature) features.push(feature);
    await context.pace.step(index / entries.length);
  }
  return { format: 'geojson', layers: [{ crs: declaredCrs(root.crs), features }] };
}

function entriesOf(root: Record<string, unknown>): readonly unknown[] {
  if (root.type === 'FeatureCollection') {
    if (!Array.isArray(root.features)) throw new FatalProblem('json-not-geojson');
    return root.features;
  }
  if (root.type === 'Feature') return [root];
  if (readGeometry(root).ok) return [{ type: 'Feature', geometry: root, properties: {} }];
  throw new FatalProblem('json-not-geojson');
}

function readEntry(entry: unknown, number: number, { problems }: ReadContext): RawFeature | undefined {
  const where = { feature: number };
  if (!isObject(entry) || entry.type !== 'Feature') {
    problems.skip('geometry-broken', where);
    return undefined;
  }
  const reading = readGeometry(entry.geometry);
  if (!reading.ok) {
    problems.skip(reading.fault, where);
    return undefined;
  }
  const properties = readProperties(entry.properties);
  if ((typeof entry.id === 'string' || typeof entry.id === 'number') && properties.id === undefined)
    properties.id = entry.id;
  return { geometry: reading.geometry, properties, where };
}

/** GeoJSON before RFC 7946 could name its system in a `crs` member; without one it is WGS 84, if it looks like it. */
function declaredCrs(crs: unknown): DeclaredCrs {
  if (!isObject(crs)) return { kind: 'none' };
  const properties = isObject(crs.properties) ? crs.properties : {};
  if (typeof properties.name === 'string') return { kind: 'declared', text: properties.name };
  const code = properties.code;
  if (crs.type === 'EPSG' && (typeof code === 'number' || typeof code === 'string'))
    return { kind: 'declared', text: `EPSG:${code}` };
  return { kind: 'declared', text: JSON.stringify(crs).slice(0, 200) };
}
