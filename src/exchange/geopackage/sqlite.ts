import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { FatalProblem } from '../problems.ts';

let loading: Promise<Sqlite3Static> | undefined;

/** SQLite is fetched when the first GeoPackage is read or written, not before. */
async function sqlite(): Promise<Sqlite3Static> {
  loading ??= import('@sqlite.org/sqlite-wasm').then(({ default: init }) => init());
  return loading;
}

/** An empty database in memory. The caller closes it. */
export async function newDatabase(): Promise<Database> {
  const { oo1 } = await sqlite();
  return new oo1.DB(':memory:');
}

/** The bytes of a database file in memory. */
export async function bytesOfDatabase(database: Database): Promise<Uint8Array> {
  const { capi } = await sqlite();
  return capi.sqlite3_js_db_export(database);
}

/** Opens a file's bytes read only; nothing in its schema is trusted. The caller closes it. @throws FatalProblem */
export async function openDatabase(bytes: Uint8Array): Promise<Database> {
  const { oo1, capi, wasm } = await sqlite();
  const database = new oo1.DB(':memory:');
  try {
    const pointer = wasm.alloc(bytes.length);
    // A file in write-ahead mode has no log beside it here; bytes 18 and 19 of the header say so.
    const start = Number(pointer);
    wasm.heap8u().set(bytes, start);
    wasm.heap8u().fill(1, start + 18, start + 20);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
    const handle = database.pointer;
    if (handle === undefined) throw new FatalProblem('database-broken');
    database.checkRc(capi.sqlite3_deserialize(handle, 'main', pointer, bytes.length, bytes.length, flags));
    database.exec(
      'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; SELECT count(*) FROM sqlite_schema',
    );
    return database;
  } catch (error) {
    database.close();
    throw databaseProblem(error);
  }
}

/** What SQLite says about a broken file, as a problem of ours. */
export const databaseProblem = (error: unknown): FatalProblem =>
  error instanceof FatalProblem
    ? error
    : new FatalProblem('database-broken', {
        message: error instanceof Error ? error.message.slice(0, 150) : '',
      });

/** An identifier as SQL text, whatever characters it has. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
