import { create } from 'zustand';
import type { Bounds } from '../domain/city.ts';
import { trueBearingDegrees } from '../geometry/bearing.ts';
import { areaInPlaneSquareMetres, lengthInPlaneMetres } from '../geometry/measure.ts';
import type { LngLat, Plane } from '../geometry/plane.ts';

/** Where the map is asked to go: to see a box, or a place. */
export type Goal = { readonly bounds: Bounds } | { readonly center: LngLat; readonly zoom: number };

export type MeasuredKind = 'length' | 'area';

interface Measuring {
  /** Under the pointer, or null when it is not over the map. */
  readonly pointer: LngLat | null;
  /** Counts up, so that the same place can be gone to twice. */
  readonly goal: { readonly target: Goal; readonly nth: number } | null;
  /** A place that was asked for by its coordinates, marked until another one is. */
  readonly marked: LngLat | null;
  readonly kind: MeasuredKind | null;
  readonly points: readonly LngLat[];
}

/** Positions asked about on the planner's map. Changed only through the functions below. */
export const useMeasuring = create<Measuring>(() => ({
  pointer: null,
  goal: null,
  marked: null,
  kind: null,
  points: [],
}));
const set = useMeasuring.setState;

export function pointerAt(pointer: LngLat | null): void {
  set({ pointer });
}

/** Asks the map to go somewhere. */
export function goTo(target: Goal): void {
  set(({ goal }) => ({ goal: { target, nth: (goal?.nth ?? 0) + 1 } }));
}

export function mark(marked: LngLat | null): void {
  set({ marked });
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
