/*
 * Question  Which ring around a measure area would feel what moved away from it?
 * Method    Cells whose centre lies within the distance of the area, traced along their sides; the area itself is the hole.
 *           Stepped by an eighth of the distance, which is finer than the ring is known to be right.
 * Source    100 to 400 m are usual: Bowers & Johnson (2003), J. Quantitative Criminology 19:275–301.
 * Units     metres. O(cells · sides).
 */
import type { PlanePoint } from '../../geometry/plane.ts';
import { boxAround, isInPolygon, sidesOf } from '../../geometry/ring.ts';
import type { Segment } from '../../geometry/segment.ts';
import { cellAreas } from '../hotspots/cellAreas.ts';
import type { Grid } from '../hotspots/grid.ts';

const CELLS_PER_DISTANCE = 8;

function distanceTo([[ax, ay], [bx, by]]: Segment, [x, y]: PlanePoint): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** The ring around an outer ring: a polygon of closed rings; undefined where the area has no extent. */
export function bufferRing(area: readonly PlanePoint[], metres: number): PlanePoint[][] | undefined {
  const box = boxAround(area);
  if (!box || !(metres > 0)) return undefined;
  const cellMetres = metres / CELLS_PER_DISTANCE;
  const [west, south, east, north] = box;
  const grid: Grid = {
    westMetres: west - metres - cellMetres,
    southMetres: south - metres - cellMetres,
    cellMetres,
    columns: Math.ceil((east - west + 2 * metres) / cellMetres) + 2,
    rows: Math.ceil((north - south + 2 * metres) / cellMetres) + 2,
  };
  const sides = sidesOf(area);
  const near = new Uint8Array(grid.columns * grid.rows).map((_, cell) => {
    const centre: PlanePoint = [
      grid.westMetres + ((cell % grid.columns) + 0.5) * cellMetres,
      grid.southMetres + (Math.floor(cell / grid.columns) + 0.5) * cellMetres,
    ];
    return sides.some((side) => distanceTo(side, centre) <= metres) || isInPolygon([area], centre) ? 1 : 0;
  });
  const outer = cellAreas(grid, (cell) => near[cell] === 1)[0]?.rings[0];
  const [first] = area;
  const last = area[area.length - 1];
  const hole = first && (first[0] !== last?.[0] || first[1] !== last[1]) ? [...area, first] : [...area];
  return outer && [[...outer], hole];
}
