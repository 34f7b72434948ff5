import { create } from 'zustand';
import type { Bounds } from '../domain/city.ts';
import { trueBearingDegrees } from '../geometry/bearing.ts';
import { areaInPlaneSquareMetres, lengthInPlaneMetres } from '../geometry/measure.ts';
import type { LngLat, Plane } from '../geometry/plane.ts';

export type MeasuredKind = 'length' | 'area';

interface Measuring {
  /** Under the pointer, or null when it is not over the map. */
  readonly pointer: LngLat | null;
  /** What the map is asked to show. Counts up, so that the same place can be gone to twice. */
  readonly goal: { readonly bounds: Bounds; readonly nth: number } | null;
  readonly kind: MeasuredKind | null;
  readonly points: readonly LngLat[];
}

/** Positions asked about on the planner's map. Changed only through the functions below. */
export const useMeasuring = create<Measuring>(() => ({
  pointer: null,
  goal: null,
  kind: null,
  points: [],
}));
const set = useMeasuring.setState;

export function pointerAt(pointer: LngLat | null): void {
  set({ pointer });
}

/** Asks the map to show a box. */
export function showBounds(bounds: Bounds): void {
  set(({ goal }) => ({ goal: { bounds, nth: (goal?.nth ?? 0) + 1 } }));
}

/** Begins to measure; presses on the map are then points of what is measured. Null ends it. */
export function measure(kind: MeasuredKind | null): void {
  set({ kind, points: [] });
}

export function addMeasured(point: LngLat): void {
  set(({ points }) => ({ points: [...points, point] }));
}

export function takeBackMeasured(): void {
  set(({ points }) => ({ points: points.slice(0, -1) }));
}

export interface Measured {
  readonly lengthMetres: number;
  /** Of an area with three corners at least. */
  readonly squareMetres?: number;
  /** From the last point but one to the last, clockwise from true north. */
  readonly bearingDegrees?: number;
}

/** What lies between the points, in the city's plane; an area's length is its outline's. */
export function measuredOf(plane: Plane, kind: MeasuredKind, points: readonly LngLat[]): Measured {
  const [first] = points;
  const isClosed = kind === 'area' && first !== undefined && points.length >= 3;
  const line = isClosed ? [...points, first] : points;
  const [from, to] = points.slice(-2);
  return {
    lengthMetres: lengthInPlaneMetres(plane, line),
    ...(isClosed && { squareMetres: areaInPlaneSquareMetres(plane, [line]) }),
    ...(from && to && { bearingDegrees: trueBearingDegrees(plane, from, to) }),
  };
}
