import type { Geometry } from 'geojson';
import type { Lit } from './tagValues.ts';

/** What an OpenStreetMap element can be to a planner of lights and cameras. */
export type OsmClass =
  | ({ readonly kind: 'path'; readonly path: PathKind } & WayQualities)
  | ({ readonly kind: 'road'; readonly road: RoadKind; readonly link: boolean } & WayQualities)
  | BuildingClass
  | { readonly kind: 'street-lamp'; readonly heightMetres?: number; readonly lampType?: string }
  | SurveillanceClass
  | { readonly kind: 'entrance'; readonly entrance: string }
  | { readonly kind: 'crossing'; readonly crossing: string; readonly lit: Lit }
  | { readonly kind: 'bus-stop'; readonly name?: string; readonly lit: Lit }
  | { readonly kind: 'bench' }
  | { readonly kind: 'tree'; readonly heightMetres?: number; readonly crownMetres?: number }
  | { readonly kind: 'tree-row' }
  | { readonly kind: 'barrier'; readonly barrier: string; readonly heightMetres?: number }
  | { readonly kind: 'rail'; readonly rail: string; readonly tunnel: boolean; readonly bridge: boolean }
  | { readonly kind: 'waterway'; readonly waterway: string; readonly name?: string }
  | { readonly kind: 'water'; readonly name?: string }
  | { readonly kind: 'green'; readonly green: string; readonly name?: string }
  | { readonly kind: 'land-use'; readonly landUse: string; readonly name?: string }
  | { readonly kind: 'place'; readonly place: string; readonly name: string; readonly population?: number }
  | {
      readonly kind: 'address';
      readonly street: string;
      readonly houseNumber: string;
      readonly postcode?: string;
      readonly city?: string;
    };
export type OsmKind = OsmClass['kind'];

export interface BuildingClass {
  readonly kind: 'building';
  /** whole: the outline. part: one volume of a building modelled in parts. */
  readonly extent: 'whole' | 'part';
  readonly building: string;
  readonly heightMetres?: number;
  readonly minHeightMetres?: number;
  readonly levels?: number;
  readonly minLevel?: number;
  readonly underground: boolean;
  readonly name?: string;
}

export interface SurveillanceClass {
  readonly kind: 'surveillance';
  /** camera, ALPR, guard …; `unknown` where the mapper did not say. */
  readonly device: string;
  readonly cameraType?: string;
  readonly bearingDegrees?: number;
  readonly fieldOfViewDegrees?: number;
  readonly heightMetres?: number;
  readonly zone?: string;
  readonly operator?: string;
}

export interface WayQualities {
  readonly lit: Lit;
  readonly name?: string;
  readonly surface?: string;
  readonly widthMetres?: number;
  readonly tunnel: boolean;
  readonly bridge: boolean;
  /** OSM `layer`: what lies above what; 0 is the ground. */
  readonly layer: number;
  readonly foot: 'yes' | 'no' | 'unknown';
  readonly bicycle: 'yes' | 'no' | 'unknown';
}

export const PATH_KINDS = [
  'footway',
  'path',
  'pedestrian',
  'steps',
  'cycleway',
  'bridleway',
  'track',
  'corridor',
] as const;
export type PathKind = (typeof PATH_KINDS)[number];
export const ROAD_KINDS = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'busway',
  'raceway',
  'escape',
  'road',
] as const;
export type RoadKind = (typeof ROAD_KINDS)[number];

/** One thing of an OpenStreetMap file that we know what to do with, in WGS 84. */
export interface OsmFeature {
  /** "way/123": the element it comes from; an element that is two things gives two features. */
  readonly element: string;
  readonly is: OsmClass;
  readonly geometry: Geometry;
}

/** What an OpenStreetMap file holds to snap to and compute with. */
export interface OsmBackground {
  readonly features: readonly OsmFeature[];
  readonly counts: Readonly<Partial<Record<OsmKind, number>>>;
  /** What the file holds in all, used or not. */
  readonly elements: { readonly nodes: number; readonly ways: number; readonly relations: number };
}
