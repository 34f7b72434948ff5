/**
 * Question: what do many cameras see together, as one shape, and how much of it how many times?
 * Method: scan lines with winding numbers (geometry/scanline.ts), because they cannot fail on the shared walls that the views
 *   of neighbouring cameras always have, where polygon booleans do.
 * Units: metres, square metres.
 * Complexity: O(s + c) for s sides and c crossings of sides with lines.
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import type { PlanePolygon } from '../../geometry/ring.ts';
import {
  areaByDepthSquareMetres,
  areaWhereSquareMetres,
  scanlinesOf,
  surfaceLeft,
} from '../../geometry/scanline.ts';
import { unionOutlines } from '../../geometry/unionOutlines.ts';
import type { SeenShape } from './outline.ts';

/** Distance between the lines: a view of 60 m is then known to about 0.1 % of its area. */
export const LINE_SPACING_METRES = 0.25;

/** What many cameras see together. */
export interface SeenTogether {
  /** Disjoint outlines for the map. */
  outlines: PlanePoint[][];
  areaSquareMetres: number;
  /** Area seen by exactly so many cameras: entry 1 one, entry 2 two … */
  areaByCameraCountSquareMetres: number[];
}

const linesOver = (shapes: readonly Pick<SeenShape, 'outlines'>[], spacingMetres: number) =>
  scanlinesOf([shapes.flatMap(({ outlines }) => outlines)], spacingMetres);

const measured = (byCount: number[]): Omit<SeenTogether, 'outlines'> => ({
  areaSquareMetres: byCount.reduce((sum, area) => sum + area, 0),
  areaByCameraCountSquareMetres: byCount,
});

/** How much cameras see together, without the outline: half the work. */
export const areaSeenTogether = (
  shapes: readonly Pick<SeenShape, 'outlines'>[],
  spacingMetres = LINE_SPACING_METRES,
): Omit<SeenTogether, 'outlines'> => measured(areaByDepthSquareMetres(linesOver(shapes, spacingMetres)));

/** The union of what cameras see. Takes shapes as seen (counter-clockwise, each disjoint in itself). */
export function seenTogether(
  shapes: readonly Pick<SeenShape, 'outlines'>[],
  spacingMetres = LINE_SPACING_METRES,
): SeenTogether {
  const lines = linesOver(shapes, spacingMetres);
  return { outlines: unionOutlines(lines), ...measured(areaByDepthSquareMetres(lines)) };
}

/** What a camera sees, parted into what it records and what it masks; both in square metres. */
export interface MaskedArea {
  seesSquareMetres: number;
  maskedSquareMetres: number;
  recordedSquareMetres: number;
}

/** Takes masked zones (which may overlap) away from what is seen. */
export function maskedAreaOf(
  { outlines }: Pick<SeenShape, 'outlines'>,
  masks: readonly PlanePolygon[],
  spacingMetres = LINE_SPACING_METRES,
): MaskedArea {
  const lines = scanlinesOf([outlines, masks.flatMap(surfaceLeft)], spacingMetres);
  const seesSquareMetres = areaWhereSquareMetres(lines, ([seen = 0]) => seen > 0);
  const maskedSquareMetres = areaWhereSquareMetres(lines, ([seen = 0, mask = 0]) => seen > 0 && mask > 0);
  return {
    seesSquareMetres,
    maskedSquareMetres,
    recordedSquareMetres: seesSquareMetres - maskedSquareMetres,
  };
}
