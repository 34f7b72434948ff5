import type { Bounds, City } from '../domain/city.ts';
import type { ContextCollection, PackageFeature } from '../domain/feature.ts';
import type { Language } from '../domain/text.ts';

export type Flavour = 'light' | 'night';

/** Which picture lies below everything. `overview` is built from the shipped context layers and needs no network. */
export type Basemap =
  | { readonly kind: 'overview' }
  | {
      readonly kind: 'pmtiles';
      readonly url: string;
      readonly attribution: string;
      /** Where the words of the licence stand. */
      readonly attributionUrl?: string;
      /** What the archive covers, where that is known: beyond it the overview shows. */
      readonly bounds?: Bounds;
    }
  | { readonly kind: 'style'; readonly url: string; readonly attribution: string };

/**
 * A plain GeoJSON overlay a room computes (results, drawings), drawn by the map's overlay layers.
 * The same `data` object means the same picture. What a feature's properties may say: `OverlayProperties`.
 */
export interface Overlay {
  readonly id: string;
  readonly data: GeoJSON.FeatureCollection;
}

/** How one overlay feature looks; everything is optional. */
export interface OverlayProperties {
  readonly id?: string;
  /** `#RRGGBB`; ink where absent. */
  readonly colour?: string;
  /** Of a fill or a point, 0 to 1. */
  readonly opacity?: number;
  /** Of a line or an outline; 0 draws none. */
  readonly widthPixels?: number;
  readonly line?: 'solid' | 'dashed' | 'dotted';
  readonly radiusPixels?: number;
  /** A symbol instead of a plain disc: an id made by `symbolId`. */
  readonly symbol?: string;
  readonly rotationDegrees?: number;
  readonly label?: string;
}

/** A computed picture (for example a lux raster) laid on the map: corners clockwise from the north-west. */
export interface OverlayImage {
  readonly id: string;
  /** `data:`, `blob:` or same-origin; an address, or `pixels` for a picture that changes while somebody drags. */
  readonly url?: string;
  /** Another object is another picture; it is on the screen in the next frame. */
  readonly pixels?: ImageData;
  readonly corners: readonly [LngLatPair, LngLatPair, LngLatPair, LngLatPair];
  readonly opacity: number;
}

/** A handle drawn on the map that can be dragged. */
export interface Grip {
  readonly id: string;
  readonly at: LngLatPair;
  /** corner: a vertex. middle: where a new vertex can be pulled out. turn: what a feature is turned or sized with. */
  readonly look: 'corner' | 'middle' | 'turn';
  /** The one that keys move. */
  readonly isChosen?: boolean;
}

/** What a hand on the map may do. Without one the map is to be read: it moves, and answers what is pressed. */
export interface Hand {
  /**
   * choose: a press chooses, Shift and drag sweeps a box. point: every press is a place. box, lasso: dragging sweeps.
   */
  readonly mode: 'choose' | 'point' | 'box' | 'lasso';
  /** The features a press can take hold of. */
  readonly canGrab: (featureId: string) => boolean;
  readonly grips: readonly Grip[];
  /** Whether the arrow keys are the features' and not the map's. */
  readonly holdsArrows: boolean;
}

/** What is held: a feature, or a grip of one. */
export interface Held {
  readonly kind: 'feature' | 'grip';
  readonly id: string;
}

export type LngLatPair = readonly [lng: number, lat: number];

/**
 * Everything the map draws: a plain value. The same scene always gives the same picture.
 * What is hidden or filtered away is left out by whoever builds the scene.
 */
export interface Scene {
  readonly flavour: Flavour;
  readonly language: Language;
  readonly city: Pick<City, 'programmes' | 'grants' | 'measures' | 'readings'>;
  readonly basemap: Basemap;
  /** Context layers in view; each carries `properties.context`. */
  readonly context: readonly ContextCollection[];
  /** Package features drawn as themselves. */
  readonly features: readonly PackageFeature[];
  /** What cameras see, where it has been worked out, by id; of the others the plain sector is drawn. Kept by identity. */
  readonly views?: ReadonlyMap<string, GeoJSON.Polygon | GeoJSON.MultiPolygon>;
  /** Other readings of the same areas: thin ghost outlines. */
  readonly ghosts: readonly PackageFeature[];
  readonly selectedIds: ReadonlySet<string>;
  /** A point the user asked about, or null. */
  readonly marker: readonly [lng: number, lat: number] | null;
  readonly overlays?: readonly Overlay[];
  readonly images?: readonly OverlayImage[];
  readonly hand?: Hand;
  /** Credit line of the shipped layers; the basemap brings its own. Plain text. */
  readonly attribution?: string;
  /** Words the map itself writes, already in the user's language. */
  readonly words: { readonly illustration: string; readonly approximate: string; readonly candidate: string };
}

export interface Viewport {
  readonly center: readonly [lng: number, lat: number];
  readonly zoom: number;
}

/** What the user did on the map. Ids are those of package features. */
export type MapEvent =
  | {
      readonly kind: 'select';
      readonly featureId: string;
      readonly lngLat: readonly [number, number];
      /** Shift was held: added to what is chosen. */
      readonly isAdding?: boolean;
    }
  | {
      readonly kind: 'point';
      readonly lngLat: readonly [number, number];
      readonly isAdding?: boolean;
      /** Alt was held: no snapping. */
      readonly isFree?: boolean;
      /** Enter was pressed: the point is the middle of the map. */
      readonly isKey?: boolean;
    }
  /** Where the pointer is, at most once a frame; null when it has left the map. Only where the scene has a hand. */
  | { readonly kind: 'pointer'; readonly lngLat: LngLatPair | null; readonly isFree: boolean }
  /** Something is taken, carried and put down; at most one `drag` a frame. `release` takes it all back. */
  | {
      readonly kind: 'grab' | 'drag' | 'drop' | 'release';
      readonly held: Held;
      readonly lngLat: LngLatPair;
      readonly isFree: boolean;
    }
  /** A grip was pressed without being moved. */
  | { readonly kind: 'grip'; readonly gripId: string }
  /** A box or a lasso, while it is drawn and when it is done. */
  | {
      readonly kind: 'sweep';
      readonly ring: readonly LngLatPair[];
      readonly isDone: boolean;
      readonly isAdding: boolean;
    }
  | { readonly kind: 'move'; readonly viewport: Viewport; readonly bounds: Bounds }
  /** While a movement of the user's goes on. */
  | { readonly kind: 'moving'; readonly viewport: Viewport }
  | { readonly kind: 'idle' }
  | { readonly kind: 'problem'; readonly problem: 'no-webgl' | 'basemap'; readonly detail: string };
