import type { OsmClass, OsmKind } from '../../src/exchange/osm/osmClass.ts';
import type { BoxE7 } from './osmElement.ts';

/** A flat list of whole ten-millionths of a degree: lng, lat, lng, lat …. */
export type FlatE7 = readonly number[];

export type StreetGeometry =
  | { readonly shape: 'point'; readonly at: readonly [lngE7: number, latE7: number] }
  /** Several pieces where nodes in the middle are missing. */
  | { readonly shape: 'line'; readonly lines: readonly FlatE7[] }
  /** Polygons of closed rings, the first outer and anticlockwise. */
  | { readonly shape: 'area'; readonly polygons: readonly (readonly FlatE7[])[] };

/** One thing that an element of the extract is: a house that is a building and an address makes two. */
export interface StreetFeature {
  /** n, w or r and the element's number. */
  readonly id: string;
  readonly class: OsmClass;
  readonly geometry: StreetGeometry;
}

/** Features in an order; each may be made anew whenever it is asked for. */
export interface FeatureList extends Iterable<StreetFeature> {
  readonly length: number;
  at(index: number): StreetFeature | undefined;
}

export type FeatureOfKind<Kind extends OsmKind> = StreetFeature & {
  readonly class: Extract<OsmClass, { kind: Kind }>;
};

export const isOfKind = <Kind extends OsmKind>(
  feature: StreetFeature,
  kind: Kind,
): feature is FeatureOfKind<Kind> => feature.class.kind === kind;

/** Every line or ring of a geometry; a point as a list of one position. */
export function linesOf(geometry: StreetGeometry): readonly FlatE7[] {
  if (geometry.shape === 'point') return [geometry.at];
  return geometry.shape === 'line' ? geometry.lines : geometry.polygons.flat();
}

/** The box around a geometry. O(n). */
export function boxOf(geometry: StreetGeometry): BoxE7 {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of linesOf(geometry))
    for (let i = 0; i + 1 < line.length; i += 2) {
      const lng = line[i] ?? 0;
      const lat = line[i + 1] ?? 0;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  return [west, south, east, north];
}

/** The box around all features. */
export function boxOfAll(features: FeatureList): BoxE7 {
  const all: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    const own = boxOf(geometry);
    for (const side of [0, 1] as const) all[side] = Math.min(all[side], own[side]);
    for (const side of [2, 3] as const) all[side] = Math.max(all[side], own[side]);
  }
  return all;
}

/** The box around all boxes. */
export function unionOf(boxes: Iterable<BoxE7>): BoxE7 {
  const all: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    all[0] = Math.min(all[0], box[0]);
    all[1] = Math.min(all[1], box[1]);
    all[2] = Math.max(all[2], box[2]);
    all[3] = Math.max(all[3], box[3]);
  }
  return all;
}

export const doBoxesMeet = (one: BoxE7, other: BoxE7): boolean =>
  one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
