/**
 * Question: where inside a polygon does a name stand best?
 * Method: the pole of inaccessibility (the inner point farthest from every edge), by refining a grid of cells and
 *   dropping those whose best possible distance cannot beat the best found. V. Agafonkin, "A new algorithm for finding
 *   a visual center of a polygon", Mapbox 2016.
 * Units: degrees, longitude scaled by cos(latitude), so that "far" means the same in both directions.
 * Complexity: O(cells × vertices), with a few hundred cells for the shapes of a city.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly distance: number;
}

type Rings = readonly (readonly Position[])[];

const SQRT2 = Math.SQRT2;
/** A name does not need better than this share of the polygon's smaller side. */
const PRECISION = 0.02;

type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * The point [lng, lat] where the name of a polygon (of its largest part) stands best.
 * @param within look only inside this box, in degrees
 */
export function labelPoint(geometry: Polygon | MultiPolygon, within?: Box): [lng: number, lat: number] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const largest = parts.reduce((best, part) => (boxArea(part) > boxArea(best) ? part : best));
  const latitude = largest[0]?.[0]?.[1] ?? 0;
  const stretch = Math.cos((latitude * Math.PI) / 180);
  const rings = largest.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng * stretch, lat]));
  const box = within && ([within[0] * stretch, within[1], within[2] * stretch, within[3]] as const);
  const [x, y] = poleOf(rings, box ?? boxOf(rings));
  return [x / stretch, y];
}

function boxOf(rings: Rings): Box {
  const outer = rings[0] ?? [];
  const xs = outer.map(([x = 0]) => x);
  const ys = outer.map(([, y = 0]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function boxArea(rings: Rings): number {
  const [west, south, east, north] = boxOf(rings);
  return (east - west) * (north - south);
}

function poleOf(rings: Rings, [west, south, east, north]: Box): [number, number] {
  const size = Math.min(east - west, north - south);
  if (!(size > 0)) return [west, south];
  const edges = edgesOf(rings);
  const cellAt = (x: number, y: number, half: number): Cell => ({
    x,
    y,
    half,
    distance: signedDistance(x, y, edges),
  });

  // cover the box with square cells
  const half = size / 2;
  let open: Cell[] = [];
  for (let x = west; x < east; x += size)
    for (let y = south; y < north; y += size) open.push(cellAt(x + half, y + half, half));
  let best = open.reduce((one, other) => (other.distance > one.distance ? other : one));

  // split every cell that may still hold a better point
  while (open.length > 0) {
    const hopeful: Cell[] = open.filter(
      (cell) => cell.distance + cell.half * SQRT2 - best.distance > PRECISION * size,
    );
    open = hopeful.flatMap(({ x, y, half: whole }) => {
      const quarter = whole / 2;
      return [
        cellAt(x - quarter, y - quarter, quarter),
        cellAt(x + quarter, y - quarter, quarter),
        cellAt(x - quarter, y + quarter, quarter),
        cellAt(x + quarter, y + quarter, quarter),
      ];
    });
    for (const cell of open) if (cell.distance > best.distance) best = cell;
  }
  return [best.x, best.y];
}

/** The box of a polygon (of its largest part) in degrees. */
export function boundingBox(geometry: Polygon | MultiPolygon): Box {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return boxOf(parts.reduce((best, part) => (boxArea(part) > boxArea(best) ? part : best)));
}

/** The edges of all rings as x1, y1, x2, y2 one after the other: what is asked about each of many cells. */
function edgesOf(rings: Rings): Float64Array {
  const edges = rings.flatMap((ring) =>
    ring.flatMap(([ax = 0, ay = 0], i) => {
      const [bx = 0, by = 0] = ring[i === 0 ? ring.length - 1 : i - 1] ?? [];
      return [ax, ay, bx, by];
    }),
  );
  return Float64Array.from(edges);
}

/** Distance to the nearest edge, negative outside. */
function signedDistance(px: number, py: number, edges: Float64Array): number {
  let inside = false;
  let nearestSquared = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 3 < edges.length; i += 4) {
    const ax = edges[i] as number;
    const ay = edges[i + 1] as number;
    const dx = (edges[i + 2] as number) - ax;
    const dy = (edges[i + 3] as number) - ay;
    if (ay > py !== ay + dy > py && px < (dx * (py - ay)) / dy + ax) inside = !inside;
    const lengthSquared = dx * dx + dy * dy;
    const along = lengthSquared === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / lengthSquared;
    const share = Math.max(0, Math.min(1, along));
    const x = px - ax - share * dx;
    const y = py - ay - share * dy;
    const squared = x * x + y * y;
    if (squared < nearestSquared) nearestSquared = squared;
  }
  const nearest = Math.sqrt(nearestSquared);
  return inside ? nearest : -nearest;
}
