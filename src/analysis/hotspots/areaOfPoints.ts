/*
 * Question  In which of many areas does each point lie?
 * Method    A box first, then crossing parity with the even-odd rule, for each area in turn; the first that holds the
 *           point has it. Areas that share a border never share a point.
 * Units     any one plane, also degrees: the sides are straight in the numbers given, as GeoJSON has them.
 *           O(points · areas + points in boxes · corners).
 */

/** Polygons of rings, as a GeoJSON MultiPolygon has them; closing points are optional. */
export type AreaOutlines = readonly (readonly (readonly (readonly number[])[])[])[];

interface BoxedArea {
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly outlines: AreaOutlines;
}

function boxed(outlines: AreaOutlines): BoxedArea {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of outlines)
    for (const [x = 0, y = 0] of outer) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  return { box, outlines };
}

/** Whether a point lies in any of the polygons; in a hole is outside. */
export function holdsPoint(outlines: AreaOutlines, x: number, y: number): boolean {
  let isInside = false;
  for (const polygon of outlines)
    for (const ring of polygon) {
      let [px = 0, py = 0] = ring[ring.length - 1] ?? [];
      for (const [qx = 0, qy = 0] of ring) {
        if (py > y !== qy > y && x < px + ((y - py) / (qy - py)) * (qx - px)) isInside = !isInside;
        [px, py] = [qx, qy];
      }
    }
  return isInside;
}

/** The index of each point's area; -1 where none holds it. */
export function areaOfPoints(
  points: { readonly x: Float64Array; readonly y: Float64Array },
  areas: readonly AreaOutlines[],
): Int32Array {
  const known = areas.map(boxed);
  return Int32Array.from(points.x, (x, i) => {
    const y = points.y[i] as number;
    return known.findIndex(
      ({ box: [west, south, east, north], outlines }) =>
        x >= west && x <= east && y >= south && y <= north && holdsPoint(outlines, x, y),
    );
  });
}
