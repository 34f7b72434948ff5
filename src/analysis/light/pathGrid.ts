import {
  besides,
  type Line,
  lineLengthMetres,
  nearestOnLine,
  placesAtChainages,
} from '../../geometry/line.ts';
import { cellMiddles, pointsAcross, pointsAlong } from './fieldGrid.ts';
import type { MountedLuminaire } from './luminaire.ts';

/**
 * Question: at which points is a real, bending path judged?
 * Method: EN 13201-3 speaks of straight rows only. Here the lamps beside the path are set on its chainage; each span
 * between neighbours (and the ends before the first and after the last) gets the standard's own points along and
 * across, laid along the centre line. On the inner side of a bend points draw together; that is where the path is
 * narrower too. Units: metres. Cost: O(lamps · pieces + points).
 */

/** Lamps further than this many mounting heights beside the path light it but do not divide it into spans. */
const ROW_MOUNTING_HEIGHTS = 2;
/** Poles nearer each other along the path than this (a pair, a double arm) are one. */
const SAME_POLE_METRES = 1;

export interface Path {
  readonly line: Line;
  readonly widthMetres: number;
}

/** Chainages of the lamps that stand along the path, rising, pairs taken as one. */
export function poleChainages(path: Path, lamps: readonly MountedLuminaire[]): number[] {
  const chainages: number[] = [];
  for (const lamp of lamps) {
    const near = nearestOnLine(path.line, [lamp.eastMetres, lamp.northMetres]);
    const limit = path.widthMetres / 2 + ROW_MOUNTING_HEIGHTS * lamp.heightMetres;
    if (near !== undefined && Math.abs(near.offsetMetres) <= limit) chainages.push(near.chainageMetres);
  }
  chainages.sort((a, b) => a - b);
  return chainages.filter((chainage, i) => i === 0 || chainage - (chainages[i - 1] ?? 0) >= SAME_POLE_METRES);
}

export interface Span {
  readonly startMetres: number;
  readonly endMetres: number;
}

/** The stretches between neighbouring poles, and from the path's ends to the nearest pole. Together the whole path. */
export function spansOf(path: Path, lamps: readonly MountedLuminaire[]): Span[] {
  const length = lineLengthMetres(path.line);
  const inside = poleChainages(path, lamps).filter(
    (chainage) => chainage >= SAME_POLE_METRES && chainage <= length - SAME_POLE_METRES,
  );
  const marks = [0, ...inside, length];
  return marks.slice(1).flatMap((endMetres, i) => {
    const startMetres = marks[i] as number;
    return endMetres > startMetres ? [{ startMetres, endMetres }] : [];
  });
}

export interface GridPoint {
  readonly eastMetres: number;
  readonly northMetres: number;
  readonly chainageMetres: number;
  /** Positive to the left of the path's direction. */
  readonly offsetMetres: number;
  readonly bearingDegrees: number;
}

/** The judged points of one span, station by station, from right to left. */
export function spanGrid(path: Path, span: Span): GridPoint[] {
  const length = span.endMetres - span.startMetres;
  const chainages = cellMiddles(length, pointsAlong(length), span.startMetres);
  const { widthMetres } = path;
  const offsets = cellMiddles(widthMetres, pointsAcross(widthMetres), -widthMetres / 2);
  return placesAtChainages(path.line, chainages).flatMap((place) =>
    offsets.map((offsetMetres) => {
      const [eastMetres, northMetres] = besides(place, offsetMetres);
      const { chainageMetres, bearingDegrees } = place;
      return { eastMetres, northMetres, chainageMetres, offsetMetres, bearingDegrees };
    }),
  );
}
