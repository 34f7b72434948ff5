/**
 * GeoPackage 1.3 (OGC 12-128r18): one feature table per geometry type, as QGIS and GDAL open them. Coordinates are
 * already in the wanted system. No spatial index is written: it is optional, and a proposal is small.
 */
import type { Database } from '@sqlite.org/sqlite-wasm';
import type { Geometry } from 'geojson';
import type { Crs } from '../../domain/city.ts';
import { eachPosition } from '../geojson/geometry.ts';
import { bytesOfDatabase, identifier, newDatabase } from '../geopackage/sqlite.ts';
import { writeWkb } from '../geopackage/wkb.ts';
import { wktOfCrs } from './crsWkt.ts';
import type { ExportFeature } from './disclosure.ts';
import { plainText } from './xml.ts';

const TABLES: Record<Geometry['type'], string> = {
  Point: 'points',
  MultiPoint: 'multi_points',
  LineString: 'lines',
  MultiLineString: 'multi_lines',
  Polygon: 'areas',
  MultiPolygon: 'multi_areas',
  GeometryCollection: 'collections',
};
const WGS84_WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The bytes of a GeoPackage. */
export async function writeGeoPackage(
  features: readonly ExportFeature[],
  crs: Crs | undefined,
): Promise<Uint8Array> {
  const database = await newDatabase();
  try {
    database.exec('BEGIN');
    const srsId = writeFrame(database, crs);
    const byType = new Map<Geometry['type'], ExportFeature[]>();
    for (const feature of features) {
      const group = byType.get(feature.geometry.type);
      if (group) group.push(feature);
      else byType.set(feature.geometry.type, [feature]);
    }
    for (const [type, group] of byType) writeTable(database, { type, group, srsId });
    database.exec('COMMIT');
    return await bytesOfDatabase(database);
  } finally {
    database.close();
  }
}

function writeFrame(database: Database, crs: Crs | undefined): number {
  // "GPKG" and version 1.3.0, as the format's own marks.
  database.exec(`PRAGMA application_id = ${0x47504b47}; PRAGMA user_version = 10300;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);`);
  const insert = (name: string, id: number, definition: string): void => {
    const sql = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)";
    database.exec({ sql, bind: [name, id, id, definition] });
  };
  insert('WGS 84', 4326, WGS84_WKT);
  if (!crs) return 4326;
  const id = Number(crs.code.replace('EPSG:', ''));
  insert(crs.name, id, wktOfCrs(crs));
  return id;
}

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'TEXT';
}

function writeTable(
  database: Database,
  { type, group, srsId }: { type: Geometry['type']; group: readonly ExportFeature[]; srsId: number },
): void {
  const table = TABLES[type];
  const columns = columnsOf(group);
  const definitions = columns.map((column) => `, ${identifier(column.name)} ${column.type}`).join('');
  database.exec(
    `CREATE TABLE ${table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${type.toUpperCase()}${definitions})`,
  );
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  let hasZ = false;
  const names = ['geom', ...columns.map(({ name }) => name)].map(identifier).join(', ');
  const statement = database.prepare(
    `INSERT INTO ${table} (${names}) VALUES (${['geom', ...columns].map(() => '?').join(', ')})`,
  );
  try {
    for (const { geometry, properties } of group) {
      eachPosition(geometry, ([x = 0, y = 0, z]) => {
        hasZ ||= z !== undefined;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      });
      statement.bind([
        geometryBlob(geometry, srsId),
        ...columns.map((column) => cellOf(properties[column.property], column)),
      ]);
      statement.stepReset();
    }
  } finally {
    statement.finalize();
  }
  database.exec({
    sql: "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?)",
    bind: [table, table, ...box, srsId],
  });
  database.exec({
    sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, ?, 0)",
    bind: [table, type.toUpperCase(), srsId, hasZ ? 2 : 0],
  });
}

/** SQLite tells no upper case from lower in column names: a second "Namn" gets a number. */
function columnsOf(features: readonly ExportFeature[]): Column[] {
  const types = new Map<string, Column['type']>();
  for (const { properties } of features) {
    for (const [property, value] of Object.entries(properties)) {
      if (value === null || value === undefined) continue;
      const type = typeOf(value);
      const known = types.get(property) ?? type;
      types.set(property, known === type ? type : widest(known, type));
    }
  }
  const taken = new Set(['fid', 'geom']);
  return [...types].map(([property, type]) => {
    let name = property === '' ? '1' : property;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${property}_${n}`;
    taken.add(name.toLowerCase());
    return { property, name, type };
  });
}

function typeOf(value: unknown): Column['type'] {
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value !== 'number') return 'TEXT';
  return Number.isSafeInteger(value) ? 'INTEGER' : 'DOUBLE';
}

const widest = (one: Column['type'], other: Column['type']): Column['type'] =>
  [one, other].every((type) => type === 'INTEGER' || type === 'DOUBLE') ? 'DOUBLE' : 'TEXT';

function cellOf(value: unknown, { type }: Column): string | number | null {
  if (value === null || value === undefined) return null;
  if (type === 'TEXT') return plainText(value);
  return Number(value);
}

/** The format's header: "GP", version 0, little-endian without envelope, the system's number. */
function geometryBlob(geometry: Geometry, srsId: number): Uint8Array {
  const wkb = writeWkb(geometry);
  const blob = new Uint8Array(8 + wkb.length);
  blob.set([0x47, 0x50, 0, 1]);
  new DataView(blob.buffer).setInt32(4, srsId, true);
  blob.set(wkb, 8);
  return blob;
}
