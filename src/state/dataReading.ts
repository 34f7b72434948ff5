import type { Geometry } from 'geojson';
import type { City } from '../domain/city.ts';
import type { DataKind } from '../domain/dataset.ts';
import { readInWorker } from '../exchange/client.ts';
import { readTable } from '../exchange/csv/table.ts';
import type { AxisOrder, CrsFinding, ImportProblem, PropertyValue } from '../exchange/importResult.ts';
import { FatalProblem } from '../exchange/problems.ts';

/** One row or feature of a file, before anybody has said what its columns mean. */
export interface ReadRow {
  /** As counted in the file, for messages. */
  readonly at: number;
  readonly place: readonly [lng: number, lat: number] | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/** A file read, not yet kept. */
export interface FileReading {
  readonly name: string;
  readonly rows: readonly ReadRow[];
  readonly fields: readonly string[];
  readonly hasPlaces: boolean;
  readonly problems: readonly ImportProblem[];
  /** Set where the coordinate system must be asked for; then there are no rows. */
  readonly crs: CrsFinding;
  /** Features with a surface or a line, which were taken as their middle. */
  readonly shapes: number;
}

export interface CrsAnswer {
  readonly code: string;
  readonly axisOrder: AxisOrder;
}

const textOf = (value: PropertyValue | undefined): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** The point itself, or the middle of the corners of anything larger. */
function middleOf(geometry: Geometry): [number, number] | undefined {
  let [lng, lat, n] = [0, 0, 0];
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] === 'number') {
      lng += coordinates[0];
      lat += Number(coordinates[1]);
      n++;
    } else coordinates.forEach(visit);
  };
  if (geometry.type !== 'GeometryCollection') visit(geometry.coordinates);
  return n > 0 ? [lng / n, lat / n] : undefined;
}

/** Reads a file with or without places. Nothing leaves the device, and nothing is kept yet. */
export async function readDataFile(
  file: { readonly name: string; readonly content: Blob },
  city: City,
  asked: { readonly crs?: CrsAnswer } = {},
): Promise<FileReading> {
  const { features, problems, crs } = await readInWorker(file, {
    crsChoices: [city.metricCrs, ...city.otherCrs],
    surroundings: city.surroundings,
    ...asked,
  });
  if (problems.some(({ code }) => code === 'csv-without-coordinates'))
    return readWithoutPlaces(file.name, new Uint8Array(await file.content.arrayBuffer()), crs);
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const rows = features.map(
    ({ geometry, properties, where }, i): ReadRow => ({
      at: where.row ?? where.feature ?? i + 1,
      place: middleOf(geometry),
      values: Object.fromEntries(fields.map((field) => [field, textOf(properties[field])])),
    }),
  );
  const shapes = features.filter(({ geometry }) => geometry.type !== 'Point').length;
  return { name: file.name, rows, fields, hasPlaces: rows.length > 0, problems, crs, shapes };
}

function readWithoutPlaces(name: string, bytes: Uint8Array, crs: CrsFinding): FileReading {
  const empty: FileReading = { name, rows: [], fields: [], hasPlaces: false, problems: [], crs, shapes: 0 };
  try {
    const { headers, rows } = readTable(bytes);
    return {
      ...empty,
      crs: { kind: 'recognised', code: '', axisOrder: 'east-north', by: 'format' },
      fields: [...new Set(headers)],
      rows: rows.map(({ row, values }) => ({ at: row, place: undefined, values })),
    };
  } catch (error) {
    if (!(error instanceof FatalProblem)) throw error;
    const problem: ImportProblem = {
      severity: 'fatal',
      code: error.code,
      params: error.params,
      where: { file: name },
    };
    return { ...empty, problems: [problem] };
  }
}

/** What a column can be. */
export const COLUMN_ROLES = ['start', 'clock', 'end', 'category', 'count', 'area', 'group', 'note'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export type ColumnMapping = Readonly<Partial<Record<ColumnRole, string>>>;

/** Which roles say something for which kind. */
export const ROLES_OF: Readonly<Record<DataKind, readonly ColumnRole[]>> = {
  incidents: ['start', 'clock', 'end', 'category', 'count'],
  'survey-places': ['start', 'clock', 'category', 'count'],
  'walk-notes': ['start', 'clock', 'category', 'note'],
  'area-counts': ['area', 'start', 'end', 'category', 'count'],
  'survey-answers': ['area', 'start', 'end', 'category', 'group', 'count'],
};

const SPELLINGS: Readonly<Record<ColumnRole, RegExp>> = {
  start:
    /^(start|fran|from|datum|date|tidpunkt|tid och datum|datum och tid|handelsedatum|time ?stamp|begin|period|manad|month|ar|year|kvartal)\b/,
  clock: /^(tid|klockslag|kl|klockan|time|hour|timme)\b/,
  end: /^(slut|till|end|to|sluttid|slutdatum|senast)\b/,
  category: /^(kategori|category|typ|type|brottstyp|handelsetyp|handelse|orsak|reason|svar|answer|amne)\b/,
  count: /^(antal|count|n|number|summa|anmalda|handelser)\b/,
  area: /^(omrade|area|regso|deso|stadsdel|bostadsomrade|namn|name|kod|code|plats)\b/,
  group: /^(grupp|group|kon|sex|gender|alder|age)\b/,
  note: /^(anteckning|note|notes|beskrivning|description|kommentar|comment|text|iakttagelse)\b/,
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A first guess of what each column is; each column is used once. */
export function suggestedColumns(kind: DataKind, fields: readonly string[]): ColumnMapping {
  const mapping: Partial<Record<ColumnRole, string>> = {};
  const used = new Set<string>();
  for (const role of ROLES_OF[kind]) {
    const field = fields.find((name) => !used.has(name) && SPELLINGS[role].test(plain(name)));
    if (field === undefined) continue;
    used.add(field);
    mapping[role] = field;
  }
  return mapping;
}

/** What a file most likely holds. */
export function suggestedKind({ fields, hasPlaces }: Pick<FileReading, 'fields' | 'hasPlaces'>): DataKind {
  const says = (role: ColumnRole): boolean => fields.some((name) => SPELLINGS[role].test(plain(name)));
  if (!hasPlaces) return says('group') ? 'survey-answers' : 'area-counts';
  return says('note') && !says('count') ? 'walk-notes' : 'incidents';
}
