import { create } from 'zustand';
import type { LngLat } from '../geometry/plane.ts';

/** What a drawn point has been drawn to. */
export type SnapKind = 'vertex' | 'line' | 'angle' | 'free';

interface Sketch {
  /** The corners of the line or outline being drawn. */
  readonly corners: readonly LngLat[];
  /** The last corner was set by hand, not by key: Enter then finishes instead of adding one. */
  readonly isByHand: boolean;
  /** Where the next corner would land. */
  readonly cursor: LngLat | null;
  readonly snap: SnapKind;
  /** The box or lasso being swept. */
  readonly ring: readonly LngLat[];
  /** Poles shown before they are placed. */
  readonly preview: readonly LngLat[];
}

/** What is being drawn and not yet part of any proposal. */
export const useSketch = create<Sketch>(() => ({
  corners: [],
  isByHand: false,
  cursor: null,
  snap: 'free',
  ring: [],
  preview: [],
}));

const set = useSketch.setState;

export function sketchCorner(corner: LngLat, isByHand: boolean): void {
  set(({ corners }) => ({ corners: [...corners, corner], isByHand }));
}

/** Takes back the last corner. */
export function unsketchCorner(): void {
  set(({ corners }) => ({ corners: corners.slice(0, -1) }));
}

export function sketchCursor(cursor: LngLat | null, snap: SnapKind): void {
  set({ cursor, snap });
}

export function sketchRing(ring: readonly LngLat[]): void {
  set({ ring });
}

export function showPreview(preview: readonly LngLat[]): void {
  if (preview.length > 0 || useSketch.getState().preview.length > 0) set({ preview });
}

export function clearSketch(): void {
  set({ corners: [], cursor: null, snap: 'free', ring: [] });
}
