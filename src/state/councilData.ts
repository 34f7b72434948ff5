import { create } from 'zustand';

/** What the council's patterns lay on the map; the shapes are those of the map's scene. */
interface Patterns {
  readonly overlays: readonly { readonly id: string; readonly data: GeoJSON.FeatureCollection }[];
  readonly images: readonly {
    readonly id: string;
    readonly url: string;
    readonly corners: readonly [Corner, Corner, Corner, Corner];
    readonly opacity: number;
  }[];
}
type Corner = readonly [lng: number, lat: number];

export const usePatterns = create<Patterns>(() => ({ overlays: [], images: [] }));
