import type { Geometry, Position } from 'geojson';
import type { Crs } from '../../domain/city.ts';
import { coordinateRoleOf } from '../csv/headers.ts';
import { type CsvColumn, type CsvStyle, type CsvValue, EXCEL_SEMICOLON, toCsv } from '../csv/write.ts';
import type { ExportFeature } from './disclosure.ts';
import { roundDegrees } from './geojson.ts';
import { plainText } from './xml.ts';

/**
 * Points as two columns (latitude and longitude, or N and E of a plane system), everything else as well-known text;
 * then one column per property. Coordinates are already in the wanted system.
 */
export function writeCsv(
  features: readonly ExportFeature[],
  { crs, style = EXCEL_SEMICOLON }: { readonly crs?: Crs; readonly style?: CsvStyle },
): string {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  // A property called "x" or "lat" would be taken for the position when the file is read again; text leaves no doubt.
  const plain =
    features.every(({ geometry }) => geometry.type === 'Point' && geometry.coordinates.length === 2) &&
    names.every((name) => coordinateRoleOf(name) === undefined);
  const columns: CsvColumn<ExportFeature>[] = [
    ...(plain ? pointColumns(crs) : [wktColumn(crs)]),
    ...names.map((name) => ({
      header: name,
      value: ({ properties }: ExportFeature) => cellValue(properties[name]),
    })),
  ];
  return toCsv(features, columns, style);
}

const cellValue = (value: unknown): CsvValue =>
  typeof value === 'number' || typeof value === 'boolean' ? value : plainText(value);

function pointColumns(crs: Crs | undefined): CsvColumn<ExportFeature>[] {
  const at =
    (axis: 0 | 1) =>
    ({ geometry }: ExportFeature): number | undefined =>
      geometry.type === 'Point' ? rounded(geometry.coordinates[axis] ?? 0, crs) : undefined;
  return [
    { header: crs ? 'N' : 'latitud', value: at(1) },
    { header: crs ? 'E' : 'longitud', value: at(0) },
  ];
}

/** A tenth of a millimetre in metres. */
const rounded = (value: number, crs: Crs | undefined): number =>
  crs ? Math.round(value * 1e4) / 1e4 : roundDegrees(value);

function wktColumn(crs: Crs | undefined): CsvColumn<ExportFeature> {
  const srid = crs ? `SRID=${crs.code.replace('EPSG:', '')};` : '';
  return { header: 'wkt', value: ({ geometry }) => srid + wktOf(geometry, crs) };
}

function wktOf(geometry: Geometry, crs: Crs | undefined): string {
  if (geometry.type === 'GeometryCollection')
    return `GEOMETRYCOLLECTION(${geometry.geometries.map((member) => wktOf(member, crs)).join(',')})`;
  const tuple = ([x = 0, y = 0, z]: Position): string =>
    [rounded(x, crs), rounded(y, crs), ...(z === undefined ? [] : [z])].join(' ');
  const nested = (value: Position | Position[] | Position[][] | Position[][][]): string =>
    typeof value[0] === 'number'
      ? tuple(value as Position)
      : `(${(value as Position[][][]).map((part) => nested(part)).join(',')})`;
  const body = nested(geometry.coordinates);
  return `${geometry.type.toUpperCase()}${geometry.type === 'Point' ? `(${body})` : body}`;
}
