import type { BackgroundFeature } from '../domain/background.ts';
import type { ExportFeature } from './export/disclosure.ts';
import type { ExportRequest, ExportResult } from './export/exportFile.ts';
import type { ImportedFeature, ImportOptions, ImportResult } from './importResult.ts';
import type { OsmBackground } from './osm/osmClass.ts';

/** What a reading needs besides the file; it can be sent to a worker. */
export type ReadingOptions = Omit<ImportOptions, 'signal' | 'onProgress'>;

/** A file as the page gets it: of OpenStreetMap only what a plan can use, with the count of everything. */
export interface Reading extends Omit<ImportResult, 'background'> {
  readonly background?: Pick<OsmBackground, 'counts' | 'elements'> & {
    readonly features: readonly BackgroundFeature[];
  };
}

export type WorkerRequest =
  | { readonly kind: 'read'; readonly name: string; readonly file: Blob; readonly options: ReadingOptions }
  | {
      readonly kind: 'export';
      readonly features: readonly ExportFeature[];
      readonly request: ExportRequest;
    };

/** Features come in batches, so that receiving them never holds the page up. */
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'features'; readonly features: readonly ImportedFeature[] }
  | { readonly kind: 'background'; readonly features: readonly BackgroundFeature[] }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'exported'; readonly result: ExportResult }
  | { readonly kind: 'failed'; readonly message: string };
