import type { Position } from 'geojson';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { Grip, LngLatPair } from '../../map/scene.ts';
import { destination } from '../../map/sector.ts';
import { type Run, runsOf } from './corners.ts';

/** More corners than this at a time would hide the feature they belong to: then the nearest to the map's middle. */
const MOST_CORNERS = 400;

/** What a grip moves, read from its id. */
export type GripTarget =
  | { readonly kind: 'corner' | 'middle'; readonly index: number }
  | { readonly kind: 'aim' | 'first-edge' | 'last-edge' | 'rotation' };

const pair = (position: Position | undefined): LngLatPair => [position?.[0] ?? 0, position?.[1] ?? 0];

/** Which part of a feature a grip stands for. */
export function gripTarget(gripId: string): GripTarget {
  const [kind = '', index = ''] = gripId.split(':');
  return kind === 'corner' || kind === 'middle'
    ? { kind, index: Number(index) }
    : { kind: kind as 'aim' | 'first-edge' | 'last-edge' | 'rotation' };
}

/** A light has no length of its own to turn it by: its handle stands so far from it. */
const ROTATION_REACH_METRES = 8;

export interface GripsQuestion {
  readonly chosenCorner: number | null;
  /** The middle of the map; of very many corners those nearest to it are shown. */
  readonly middle: LngLatPair | null;
}

/** The handles of one chosen feature: corners of a line or an outline, aim and angle of a camera, direction of a light. */
export function gripsOf(feature: PlanFeature, question: GripsQuestion): readonly Grip[] {
  const { geometry, properties } = feature;
  switch (properties.kind) {
    case 'strak':
    case 'area':
      return cornersOf(runsOf(geometry) ?? [], question);
    case 'camera': {
      const at = pair(geometry.coordinates as Position);
      const { bearingDegrees, fieldOfViewDegrees, rangeMetres } = properties;
      const edge = Math.min(fieldOfViewDegrees, 359) / 2;
      const turn = (id: string, bearing: number): Grip => ({
        id,
        at: destination(at, bearing, rangeMetres),
        look: id === 'aim' ? 'turn' : 'corner',
      });
      return [
        turn('aim', bearingDegrees),
        turn('first-edge', bearingDegrees - edge),
        turn('last-edge', bearingDegrees + edge),
      ];
    }
    case 'light': {
      const at = pair(geometry.coordinates as Position);
      const bearing = properties.rotationDegrees;
      return bearing === undefined
        ? []
        : [{ id: 'rotation', at: destination(at, bearing, ROTATION_REACH_METRES), look: 'turn' }];
    }
    case 'place':
      return [];
  }
}

/** Every corner, and between them the places where a new one can be pulled out. */
function cornersOf(runs: readonly Run[], { chosenCorner, middle }: GripsQuestion): readonly Grip[] {
  const corners = runs.flatMap(({ corners, first }) =>
    corners.map(
      (position, index): Grip => ({
        id: `corner:${first + index}`,
        at: pair(position),
        look: 'corner',
        ...(first + index === chosenCorner && { isChosen: true }),
      }),
    ),
  );
  if (corners.length > MOST_CORNERS) return nearest(corners, middle);
  const middles = runs.flatMap(({ corners, first, isRing }) =>
    corners.slice(0, isRing ? undefined : -1).map((position, index): Grip => {
      const [a, b] = [pair(position), pair(corners[(index + 1) % corners.length])];
      return { id: `middle:${first + index}`, at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], look: 'middle' };
    }),
  );
  return [...corners, ...middles];
}

function nearest(grips: readonly Grip[], middle: LngLatPair | null): readonly Grip[] {
  const [lng, lat] = middle ?? grips[0]?.at ?? [0, 0];
  const shrink = Math.cos((lat * Math.PI) / 180);
  const away = ({ at }: Grip): number => Math.hypot((at[0] - lng) * shrink, at[1] - lat);
  return grips.toSorted((a, b) => away(a) - away(b)).slice(0, MOST_CORNERS);
}
