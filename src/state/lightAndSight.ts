import { create } from 'zustand';
import type { LngLat } from '../geometry/plane.ts';

interface Results {
  /** Drawn over the plan; shaped like the map's overlays. */
  readonly overlays: readonly { readonly id: string; readonly data: GeoJSON.FeatureCollection }[];
  /** Pictures laid on the ground; shaped like the map's images. */
  readonly images: readonly {
    readonly id: string;
    readonly url: string;
    readonly corners: readonly [LngLat, LngLat, LngLat, LngLat];
    readonly opacity: number;
  }[];
}

/** What the light and sight calculations have found for the open proposal. */
export const useResults = create<Results>(() => ({ overlays: [], images: [] }));
