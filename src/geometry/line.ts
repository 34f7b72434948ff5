/** Lines measured by chainage: metres along the line from its start. */
import { gridBearingDegrees } from './bearing.ts';
import type { PlanePoint } from './plane.ts';
import { distanceMetres, nearestShare, pointBetween, type Segment } from './segment.ts';

/** At least two points joined by straight pieces. */
export type Line = readonly PlanePoint[];

/** The pieces of a line, those without length left out. */
export function piecesOf(line: Line): Segment[] {
  const pieces: Segment[] = [];
  for (let i = 1; i < line.length; i++) {
    const [start, end] = [line[i - 1] as PlanePoint, line[i] as PlanePoint];
    if (distanceMetres(start, end) > 0) pieces.push([start, end]);
  }
  return pieces;
}

/** Length in metres. */
export const lineLengthMetres = (line: Line): number =>
  piecesOf(line).reduce((length, [start, end]) => length + distanceMetres(start, end), 0);

/** A place on or beside a line. */
export interface LinePlace {
  point: PlanePoint;
  chainageMetres: number;
  /** The line's direction there, in degrees clockwise from grid north. */
  bearingDegrees: number;
}

/** The nearest place on a line, and where the asker stands against it. */
export interface NearestOnLine extends LinePlace {
  /** Positive to the left of the line's direction, negative to the right. */
  offsetMetres: number;
  side: 'left' | 'right' | 'on';
}

/** The place of a line nearest to a point; the first of equals. Undefined when the line has no length. O(n). */
export function nearestOnLine(line: Line, point: PlanePoint): NearestOnLine | undefined {
  let best: NearestOnLine | undefined;
  let passed = 0;
  for (const piece of piecesOf(line)) {
    const [a, b] = piece;
    const length = distanceMetres(a, b);
    const share = nearestShare(piece, point);
    const foot = pointBetween(piece, share);
    const distance = distanceMetres(foot, point);
    if (best === undefined || distance < Math.abs(best.offsetMetres)) {
      const cross = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
      best = {
        point: foot,
        chainageMetres: passed + share * length,
        bearingDegrees: gridBearingDegrees(a, b),
        offsetMetres: cross < 0 ? -distance : distance,
        side: distance === 0 ? 'on' : cross < 0 ? 'right' : 'left',
      };
    }
    passed += length;
  }
  return best;
}

/** The place at a chainage, held within the line. Undefined when the line has no length. O(n). */
export function placeAtChainage(line: Line, chainageMetres: number): LinePlace | undefined {
  return placesAtChainages(line, [Math.max(0, chainageMetres)])[0];
}

/** The places at rising chainages, each held within the line; none when the line has no length. O(n + m). */
export function placesAtChainages(line: Line, chainages: readonly number[]): LinePlace[] {
  const pieces = piecesOf(line);
  const places: LinePlace[] = [];
  let index = 0;
  let passed = 0;
  for (const chainageMetres of chainages) {
    for (; index < pieces.length; index++) {
      const piece = pieces[index] as Segment;
      const length = distanceMetres(...piece);
      if (chainageMetres <= passed + length || index === pieces.length - 1) {
        const along = Math.min(length, Math.max(0, chainageMetres - passed));
        const bearingDegrees = gridBearingDegrees(...piece);
        places.push({
          point: pointBetween(piece, along / length),
          chainageMetres: passed + along,
          bearingDegrees,
        });
        break;
      }
      passed += length;
    }
  }
  return places;
}

/** How `placesAlong` steps. */
export interface Steps {
  spacingMetres: number;
  /** Chainage of the first place; default 0. */
  fromMetres?: number;
  /** Metres to the left of the line (negative: right); default 0. */
  offsetMetres?: number;
}

/**
 * Places along a line at an even spacing, moved sideways from the line. A place at a bend is moved across the
 * piece that it ends, so on a curve the moved places are spaced unevenly.
 */
export function placesAlong(
  line: Line,
  { spacingMetres, fromMetres = 0, offsetMetres = 0 }: Steps,
): LinePlace[] {
  if (!(spacingMetres > 0)) throw new RangeError(`spacing must be above 0 m, was ${spacingMetres}`);
  // A length of 29.999 999 999 must still give the place at 30.
  const count = Math.floor((lineLengthMetres(line) - fromMetres) / spacingMetres + 1e-9) + 1;
  const chainages = Array.from({ length: Math.max(0, count) }, (_, i) => fromMetres + i * spacingMetres);
  return placesAtChainages(line, chainages).map((place) => ({
    ...place,
    point: besides(place, offsetMetres),
  }));
}

/** The point so many metres to the left of a place's direction. */
export function besides({ point, bearingDegrees }: LinePlace, offsetMetres: number): PlanePoint {
  const radians = (bearingDegrees * Math.PI) / 180;
  return [point[0] - Math.cos(radians) * offsetMetres, point[1] + Math.sin(radians) * offsetMetres];
}
