import type { Geometry } from 'geojson';
import type { Crs } from '../domain/city.ts';
import type { Format, PropertyValue, Where } from './importResult.ts';
import type { OsmBackground } from './osm/osmClass.ts';
import type { Pace } from './pace.ts';
import type { Problems } from './problems.ts';

/** A feature in the file's own coordinates, before its coordinate system is known. */
export interface RawFeature {
  readonly geometry: Geometry;
  readonly properties: Record<string, PropertyValue>;
  readonly where: Omit<Where, 'file'>;
}

/** What a file says about its coordinate system. */
export type DeclaredCrs =
  /** The format allows only WGS 84 longitude, latitude. */
  | { readonly kind: 'wgs84' }
  | { readonly kind: 'declared'; readonly text: string }
  | { readonly kind: 'none' };

export interface RawLayer {
  readonly name?: string;
  readonly crs: DeclaredCrs;
  readonly features: readonly RawFeature[];
}

export interface RawRead {
  readonly format: Format;
  readonly layers: readonly RawLayer[];
  readonly background?: OsmBackground;
}

export interface ReadContext {
  readonly problems: Problems;
  readonly pace: Pace;
  readonly crsChoices: readonly Crs[];
}

/** A reader of one format. @throws FatalProblem where nothing can be imported */
export type Reader = (bytes: Uint8Array, context: ReadContext) => Promise<RawRead>;
