import type { Position } from 'geojson';
import type { PlanFeature } from '../../domain/proposal.ts';
import type { Grip, LngLatPair } from '../../map/scene.ts';
import { destination } from '../../map/sector.ts';

/** More corners than this would hide the feature they belong to. */
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

/**
 * The handles of one chosen feature: corners of a line or an outline, aim and angle of a camera, direction of a light.
 * An outline of several parts, and the city's own areas, are not reshaped by hand.
 */
export function gripsOf(feature: PlanFeature, chosenCorner: number | null, isOwn: boolean): readonly Grip[] {
  const { geometry, properties } = feature;
  switch (properties.kind) {
    case 'strak':
      return geometry.type === 'LineString' ? cornersOf(geometry.coordinates, chosenCorner) : [];
    case 'area':
      return geometry.type === 'Polygon' && isOwn
        ? cornersOf(geometry.coordinates[0] ?? [], chosenCorner)
        : [];
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

/** Every corner, and between them the places where a new one can be pulled out. A closed ring repeats its first. */
function cornersOf(positions: readonly Position[], chosen: number | null): readonly Grip[] {
  if (positions.length > MOST_CORNERS) return [];
  const isRing = positions.length > 3 && samePlace(positions[0], positions.at(-1));
  const count = isRing ? positions.length - 1 : positions.length;
  const corners = positions.slice(0, count).map(
    (position, index): Grip => ({
      id: `corner:${index}`,
      at: pair(position),
      look: 'corner',
      ...(index === chosen && { isChosen: true }),
    }),
  );
  const middles = positions.slice(1).map((position, index): Grip => {
    const [a, b] = [pair(positions[index]), pair(position)];
    return { id: `middle:${index}`, at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], look: 'middle' };
  });
  return [...corners, ...middles];
}

const samePlace = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
