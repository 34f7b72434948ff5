import type { PackageFeature } from '../domain/feature.ts';
import { type CsvColumn, toCsv } from '../exchange/csv/write.ts';
import { offerFile } from './offerFile.ts';

const offer = (name: string, type: string, content: string): void =>
  offerFile(name, new Blob([content], { type }));

/** Rows as a CSV file that Excel in Sweden opens by double click. */
export function downloadCsv<Row>(
  name: string,
  rows: readonly Row[],
  columns: readonly CsvColumn<Row>[],
): void {
  offer(`${name}.csv`, 'text/csv;charset=utf-8', toCsv(rows, columns));
}

/** Public features as GeoJSON (RFC 7946), as they stand in the built layers. */
export function downloadGeoJson(name: string, features: readonly PackageFeature[]): void {
  offer(
    `${name}.geojson`,
    'application/geo+json',
    JSON.stringify({ type: 'FeatureCollection', features }, null, 1),
  );
}
