import type { Feature, LineString, MultiPolygon, Point, Polygon } from 'geojson';

/** What lies on the ground around a plan, from a street extract or a file: to snap to and to compute with. */
interface BackgroundEntries {
  /** Unique in its origin, and the same when the object is met again in another tile or file. */
  readonly id: string;
  readonly name?: string;
}

/** Where the map does not say whether a path is lit, that is a third answer and not a no. */
export type Lit = 'yes' | 'no' | 'unknown';

export type BackgroundPath = Feature<
  LineString,
  BackgroundEntries & {
    readonly kind: 'path';
    /** The source's own word for the kind of way. */
    readonly way: string;
    readonly lit: Lit;
    readonly widthMetres?: number;
    readonly surface?: string;
    readonly tunnel?: true;
    readonly bridge?: true;
  }
>;
export type BackgroundBuilding = Feature<
  Polygon | MultiPolygon,
  BackgroundEntries & {
    readonly kind: 'building';
    /** The source's own word for the kind of building; `yes` says only that it is one. */
    readonly use: string;
    readonly heightMetres?: number;
    /** Where a part begins above the ground. */
    readonly minHeightMetres?: number;
  }
>;
export type BackgroundLamp = Feature<
  Point,
  BackgroundEntries & { readonly kind: 'lamp'; readonly heightMetres?: number }
>;
export type BackgroundCamera = Feature<
  Point,
  BackgroundEntries & {
    readonly kind: 'camera';
    readonly bearingDegrees?: number;
    readonly fieldOfViewDegrees?: number;
    readonly heightMetres?: number;
  }
>;
export type BackgroundFeature = BackgroundPath | BackgroundBuilding | BackgroundLamp | BackgroundCamera;
export type BackgroundKind = BackgroundFeature['properties']['kind'];
