import type { Crs } from '../../domain/city.ts';
import { planeOf } from '../../geometry/plane.ts';
import type { CsvStyle } from '../csv/write.ts';
import { mapPositions } from '../geojson/geometry.ts';
import { writeCsv } from './csv.ts';
import { disclosed, type ExportFeature } from './disclosure.ts';
import { writeGeoJson } from './geojson.ts';
import { writeGeoPackage } from './geopackage.ts';
import { writeGpx } from './gpx.ts';
import { writeKml } from './kml.ts';

export type ExportRequest = {
  /** File name without ending; also the title inside the file. */
  readonly name: string;
  /** Exact positions of cameras that are not public. Off unless the user chose it for this very export. */
  readonly includeSecret?: boolean;
} & (
  | { readonly format: 'geojson' | 'kml' | 'gpx' }
  /** Formats that can hold another system than WGS 84. */
  | { readonly format: 'geopackage'; readonly crs?: Crs }
  | { readonly format: 'csv'; readonly crs?: Crs; readonly style?: CsvStyle }
);

export interface ExportResult {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
  readonly featureCount: number;
  /** Left out because their position is secret. */
  readonly secretCount: number;
  /** Shown as an area instead of a point. */
  readonly generalisedCount: number;
  /** Left out because the format cannot hold their geometry. */
  readonly unsupportedCount: number;
}

const MEDIA: Record<ExportRequest['format'], { ending: string; mediaType: string }> = {
  geojson: { ending: 'geojson', mediaType: 'application/geo+json' },
  kml: { ending: 'kml', mediaType: 'application/vnd.google-earth.kml+xml' },
  gpx: { ending: 'gpx', mediaType: 'application/gpx+xml' },
  csv: { ending: 'csv', mediaType: 'text/csv;charset=utf-8' },
  geopackage: { ending: 'gpkg', mediaType: 'application/geopackage+sqlite3' },
};

/** Writes features (WGS 84) as a file of the wanted format; cameras are disclosed as each of them allows. */
export async function exportFile(
  features: Iterable<ExportFeature>,
  request: ExportRequest,
): Promise<ExportResult> {
  const {
    features: shown,
    secretCount,
    generalisedCount,
  } = disclosed(features, request.includeSecret === true);
  const { content, written } = await contentOf(shown, request);
  const { ending, mediaType } = MEDIA[request.format];
  return {
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    fileName: `${fileNameOf(request.name)}.${ending}`,
    mediaType,
    featureCount: written,
    secretCount,
    generalisedCount,
    unsupportedCount: shown.length - written,
  };
}

async function contentOf(
  features: readonly ExportFeature[],
  request: ExportRequest,
): Promise<{ content: string | Uint8Array; written: number }> {
  const written = features.length;
  switch (request.format) {
    case 'geojson':
      return { content: writeGeoJson(features), written };
    case 'kml':
      return { content: writeKml(features, request.name), written };
    case 'gpx':
      return writeGpx(features, request.name);
    case 'csv':
      return { content: writeCsv(inCrs(features, request.crs), request), written };
    case 'geopackage':
      return { content: await writeGeoPackage(inCrs(features, request.crs), request.crs), written };
  }
}

function inCrs(features: readonly ExportFeature[], crs: Crs | undefined): readonly ExportFeature[] {
  if (!crs) return features;
  const plane = planeOf(crs.proj4);
  return features.map((feature) => ({
    ...feature,
    geometry: mapPositions(feature.geometry, (lng, lat) => plane.toPlane([lng, lat])),
  }));
}

/** A name that every file system takes. */
function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  return plain === '' ? 'export' : plain;
}
