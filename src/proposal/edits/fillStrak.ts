/**
 * Question: where do the poles of a row along a stråk stand?
 * Method: poles at equal distances along the centre line, exactly the chosen spacing apart, the row centred so that
 * both ends are left the same rest; each set off sideways along the line's normal; poles within the clearance of a
 * junction are left out, never moved, so that the spacing between the others stays what was chosen.
 * single: all on one side. zig-zag: every other pole on the other side. opposite: one on each side at every place.
 * Units: metres in the city's plane; side and bearing seen in the line's own direction.
 * Complexity: O(poles × (vertices + junctions)).
 */
import type { PlanFeature, PlanLightFeature, PlanStrakFeature, Proposal } from '../../domain/proposal.ts';
import type { LngLat, Plane, PlanePoint } from '../../geometry/plane.ts';
import { type Chainage, chainageOf, nearestAlong, pointAlong, trueBearingDegrees } from '../measure.ts';
import { addFeatures } from './addFeatures.ts';

export const ARRANGEMENTS = ['single', 'zig-zag', 'opposite'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];
export type Side = 'left' | 'right';

/** What every light of the row has in common. */
export type LightPattern = Omit<
  PlanLightFeature['properties'],
  'kind' | 'id' | 'strakId' | 'rotationDegrees' | 'status'
>;

export interface Row {
  readonly strak: PlanStrakFeature;
  readonly plane: Plane;
  readonly spacingMetres: number;
  /** From the centre line to the pole. */
  readonly offsetMetres: number;
  readonly arrangement: Arrangement;
  /** Where a single row stands, and a zig-zag row begins. */
  readonly side: Side;
  /** Places along the stråk to keep free, and how far to either side of them. */
  readonly junctions?: readonly LngLat[];
  readonly junctionClearanceMetres?: number;
}

/** One place for a pole: where, and the true bearing towards the path. */
export interface PolePlace {
  readonly at: LngLat;
  readonly rotationDegrees: number;
  readonly alongMetres: number;
  readonly side: Side;
}

const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Distances along a line of a centred row with exact spacing. @throws RangeError unless spacing is above zero */
export function rowChainages(lengthMetres: number, spacingMetres: number): number[] {
  if (!(spacingMetres > 0)) throw new RangeError(`Spacing must be above 0 m, was ${spacingMetres}.`);
  // A thousandth of a millimetre forgives a length that rounding has made a hair too short for the last pole.
  const gaps = Math.floor((lengthMetres + 1e-6) / spacingMetres);
  const rest = Math.max(0, lengthMetres - gaps * spacingMetres);
  return Array.from({ length: gaps + 1 }, (_, index) => rest / 2 + index * spacingMetres);
}

function sidesAt(row: Row, index: number): Side[] {
  switch (row.arrangement) {
    case 'single':
      return [row.side];
    case 'zig-zag':
      return [index % 2 === 0 ? row.side : otherSide(row.side)];
    case 'opposite':
      return ['left', 'right'];
  }
}

function poleAt(line: Chainage, row: Row, spot: { alongMetres: number; side: Side }): PolePlace | undefined {
  const found = pointAlong(line, spot.alongMetres);
  if (!found) return undefined;
  const { at, direction } = found;
  const sign = spot.side === 'left' ? 1 : -1;
  const outwards: PlanePoint = [-direction[1] * sign, direction[0] * sign];
  const pole: PlanePoint = [at[0] + outwards[0] * row.offsetMetres, at[1] + outwards[1] * row.offsetMetres];
  return {
    ...spot,
    at: row.plane.toLngLat(pole),
    rotationDegrees: trueBearingDegrees([-outwards[0], -outwards[1]], pole, row.plane),
  };
}

/** Where the poles of a row stand: the preview and the edit ask the same function. */
export function polePlaces(row: Row): PolePlace[] {
  const line = chainageOf(row.strak.geometry, row.plane);
  const clearance = row.junctionClearanceMetres ?? 0;
  const kept = (row.junctions ?? [])
    .map((junction) => nearestAlong(line, row.plane.toPlane(junction)))
    // A junction of other paths, farther away than the clearance, is none of this stråk's.
    .filter(({ distanceMetres }) => distanceMetres <= clearance)
    .map(({ alongMetres }) => alongMetres);
  return rowChainages(line.lengthMetres, row.spacingMetres).flatMap((alongMetres, index) =>
    kept.some((junction) => Math.abs(junction - alongMetres) < clearance)
      ? []
      : sidesAt(row, index).flatMap((side) => poleAt(line, row, { alongMetres, side }) ?? []),
  );
}

/** Fills a stråk with lights. Their order along the stråk is the order in which they are added. */
export function fillStrak(
  proposal: Proposal,
  row: Row,
  { pattern, newId }: { readonly pattern: LightPattern; readonly newId: () => string },
): Proposal {
  const lights = polePlaces(row).map(
    ({ at, rotationDegrees }): PlanFeature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...at] },
      properties: {
        ...pattern,
        kind: 'light',
        id: newId(),
        status: 'foreslagen',
        strakId: row.strak.properties.id,
        rotationDegrees,
      },
    }),
  );
  return addFeatures(proposal, lights);
}
