import type { Database, SqlValue } from '@sqlite.org/sqlite-wasm';
import type { PropertyValue } from '../importResult.ts';
import { LIMITS } from '../limits.ts';
import { FatalProblem } from '../problems.ts';
import type { DeclaredCrs, RawFeature, RawLayer, ReadContext, Reader } from '../rawRead.ts';
import { databaseProblem, identifier, openDatabase } from './sqlite.ts';
import { readWkb } from './wkb.ts';

/** Reads the feature tables of a GeoPackage (OGC 12-128r18); tiles and attribute tables are left alone. */
export const readGeoPackage: Reader = async (bytes, context) => {
  const database = await openDatabase(bytes);
  try {
    const layers: RawLayer[] = [];
    for (const table of featureTables(database)) {
      if (isPlainTable(database, table.name)) layers.push(await readTable(database, table, context));
      else context.problems.note('layer-unreadable', { layer: table.name });
    }
    if (layers.length === 0) throw new FatalProblem('archive-without-content', { wanted: 'features' });
    return { format: 'geopackage', layers };
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw databaseProblem(error);
  } finally {
    database.close();
  }
};

interface FeatureTable {
  readonly name: string;
  readonly geometryColumn: string;
  readonly crs: DeclaredCrs;
}

function featureTables(database: Database): FeatureTable[] {
  const rows = database.selectObjects(`
    SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition, s.srs_id
    FROM gpkg_geometry_columns g JOIN gpkg_contents c USING (table_name)
    LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
    WHERE c.data_type = 'features' ORDER BY g.table_name LIMIT 1000`);
  return rows.map((row) => ({
    name: String(row.table_name),
    geometryColumn: String(row.column_name),
    crs: declaredCrs(row),
  }));
}

function declaredCrs(row: Record<string, SqlValue>): DeclaredCrs {
  // -1 and 0 are the format's words for "undefined".
  if (row.srs_id === null || Number(row.srs_id) <= 0) return { kind: 'none' };
  if (/^epsg$/i.test(String(row.organization)))
    return { kind: 'declared', text: `EPSG:${row.organization_coordsys_id}` };
  return { kind: 'declared', text: String(row.definition) };
}

/** Views and virtual tables could run any query, also one that never ends: only stored tables are read. */
function isPlainTable(database: Database, name: string): boolean {
  const sql = database.selectValue(
    "SELECT sql FROM sqlite_schema WHERE type = 'table' AND lower(name) = lower(?)",
    [name],
  );
  return (
    typeof sql === 'string' &&
    !/^\s*CREATE\s+VIRTUAL/i.test(sql) &&
    !/GENERATED\s+ALWAYS|\bAS\s*\(/i.test(sql)
  );
}

async function readTable(
  database: Database,
  { name, geometryColumn, crs }: FeatureTable,
  { problems, pace }: ReadContext,
): Promise<RawLayer> {
  const booleans = new Set<string>();
  for (const column of database.selectObjects(`PRAGMA table_info(${identifier(name)})`))
    if (/^BOOLEAN$/i.test(String(column.type))) booleans.add(String(column.name));
  const features: RawFeature[] = [];
  const total = Number(database.selectValue(`SELECT count(*) FROM ${identifier(name)}`)) || 1;
  if (total > LIMITS.features) throw new FatalProblem('too-many-features', { count: total }, { layer: name });
  const statement = database.prepare(`SELECT * FROM ${identifier(name)}`);
  try {
    for (let row = 1; statement.step(); row++) {
      const values = statement.get({}) as Record<string, SqlValue>;
      const blob = values[geometryColumn];
      const geometry = blob instanceof Uint8Array ? readGeometryBlob(blob) : undefined;
      const where = { layer: name, feature: row };
      if (geometry) {
        const properties = propertiesOf(values, { geometryColumn, booleans });
        features.push({ geometry, properties, where });
      } else problems.skip(blob === null ? 'geometry-missing' : 'geometry-broken', where);
      await pace.step(row / total);
    }
  } finally {
    statement.finalize();
  }
  return { name, crs, features };
}

function propertiesOf(
  values: Record<string, SqlValue>,
  { geometryColumn, booleans }: { geometryColumn: string; booleans: ReadonlySet<string> },
): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const [key, value] of Object.entries(values)) {
    if (key === geometryColumn || key === 'fid' || value === null || value === undefined) continue;
    if (typeof value === 'object') continue;
    const plain = typeof value === 'bigint' ? Number(value) : value;
    properties[key] = booleans.has(key) && typeof plain === 'number' ? plain !== 0 : plain;
  }
  return properties;
}

/** Bytes of the envelope by its indicator (OGC 12-128r18, 2.1.3). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

function readGeometryBlob(blob: Uint8Array): ReturnType<typeof readWkb> {
  const [g, p, , flags = 0] = blob;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (g !== 0x47 || p !== 0x50 || envelope === undefined) return undefined;
  return readWkb(blob.subarray(8 + envelope));
}
