import { type EdgeIndex, edgesIn } from '../../geometry/edgeIndex.ts';
import type { LightSource, Occlusion, Shadow } from './luminaire.ts';

/**
 * Question: which points does a lamp not reach because a building stands between?
 * Method: 2.5-D. A wall rises from the ground to its building's height (without a known height it hides everything).
 * The ray from lamp to point passes the wall at height z = h + (z_p − h)·s; it is stopped where z is below the wall's
 * top. Walls near the lamp are sorted once into 512 directions, so a point asks only the walls in its direction.
 * A lamp within 0.10 m of a wall hangs on it: its light starts 0.10 m out, on the side it points to.
 * Units: metres. Cost: O(log walls + walls near) a lamp, O(walls in one direction) a point.
 */

const DIRECTIONS = 512;
const ON_WALL_METRES = 0.1;
/** Walls are sorted this far at first, to the whole reach only when a point beyond is asked about. */
const NEAR_METRES = 64;
/** A point on the wall's own face is lit; this share of the ray keeps rounding from hiding it. */
const AT_WALL = 1 - 1e-9;

/** Angle in 0…DIRECTIONS that rises with the true one but needs no arctangent. */
function direction(x: number, y: number): number {
  const share = y / (Math.abs(x) + Math.abs(y));
  const quarter = x < 0 ? 2 - share : y < 0 ? 4 + share : share;
  return (quarter * DIRECTIONS) / 4;
}

/** The walls of one direction as x1, y1, x2, y2, top; relative to the light. */
type Bucket = number[];
type Buckets = readonly (Bucket | undefined)[];

function addWall(
  buckets: (Bucket | undefined)[],
  wall: readonly [number, number, number, number, number],
): void {
  const [x1, y1, x2, y2, top] = wall;
  let from = direction(x1, y1);
  let to = direction(x2, y2);
  if (Number.isNaN(from) || Number.isNaN(to)) return;
  if (x1 * y2 - y1 * x2 < 0) [from, to] = [to, from];
  if (to < from) to += DIRECTIONS;
  for (let i = Math.floor(from); i <= to; i += 1) {
    const bucket = buckets[i % DIRECTIONS] ?? [];
    buckets[i % DIRECTIONS] = bucket;
    bucket.push(x1, y1, x2, y2, top);
  }
}

function endsOf({ ends }: EdgeIndex, edge: number): readonly [number, number, number, number] {
  const at = 4 * edge;
  return [ends[at] as number, ends[at + 1] as number, ends[at + 2] as number, ends[at + 3] as number];
}

/** Moves the light off a wall it hangs on. */
function lightPosition(edges: EdgeIndex, source: LightSource): readonly [number, number] {
  const { eastMetres: x, northMetres: y } = source;
  const r = ON_WALL_METRES;
  for (const edge of edgesIn(edges, [x - r, y - r, x + r, y + r])) {
    const [x1, y1, x2, y2] = endsOf(edges, edge);
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    const t = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (length * length)));
    const [footX, footY] = [x1 + t * dx, y1 + t * dy];
    if (Math.hypot(x - footX, y - footY) >= r) continue;
    const bearing = (source.bearingDegrees * Math.PI) / 180;
    const isLeft = -dy * Math.sin(bearing) + dx * Math.cos(bearing) >= 0;
    const out = ((isLeft ? 1 : -1) * r) / length;
    return [footX - dy * out, footY + dx * out];
  }
  return [x, y];
}

interface Around {
  readonly at: readonly [number, number];
  readonly withinMetres: number;
  readonly heightMetres: (polygonIndex: number) => number | undefined;
}

function wallsAround(edges: EdgeIndex, { at: [x, y], withinMetres: r, heightMetres }: Around): Buckets {
  const buckets: (Bucket | undefined)[] = Array.from({ length: DIRECTIONS });
  for (const edge of edgesIn(edges, [x - r, y - r, x + r, y + r])) {
    const [x1, y1, x2, y2] = endsOf(edges, edge);
    const top = heightMetres(edges.owner[edge] as number) ?? Number.POSITIVE_INFINITY;
    addWall(buckets, [x1 - x, y1 - y, x2 - x, y2 - y, top]);
  }
  return buckets;
}

/**
 * Buildings as an obstacle to light.
 * @param heightMetres height of each polygon of the index above the path; unknown heights hide everything
 */
export function buildingOcclusion(
  edges: EdgeIndex,
  heightMetres: (polygonIndex: number) => number | undefined,
): Occlusion {
  return (source, reachMetres): Shadow => {
    const [x, y] = lightPosition(edges, source);
    const h = source.heightMetres;
    let sorted: Buckets = [];
    let sortedMetres = 0;
    return (east, north, up) => {
      // Only walls nearer than the point can hide it, and most points asked about are near.
      const distance = Math.max(Math.abs(east - x), Math.abs(north - y));
      if (distance > sortedMetres && sortedMetres < reachMetres) {
        sortedMetres = distance <= NEAR_METRES ? Math.min(NEAR_METRES, reachMetres) : reachMetres;
        sorted = wallsAround(edges, { at: [x, y], withinMetres: sortedMetres, heightMetres });
      }
      return isHidden(sorted, [east - x, north - y], [h, up]);
    };
  };
}

function isHidden(
  buckets: Buckets,
  [px, py]: readonly [number, number],
  [lightHeight, pointHeight]: readonly [number, number],
): boolean {
  if (px === 0 && py === 0) return false;
  const bucket = buckets[Math.floor(direction(px, py)) % DIRECTIONS];
  if (bucket === undefined) return false;
  for (let i = 0; i < bucket.length; i += 5) {
    const x1 = bucket[i] as number;
    const y1 = bucket[i + 1] as number;
    const dx = (bucket[i + 2] as number) - x1;
    const dy = (bucket[i + 3] as number) - y1;
    const across = px * dy - py * dx;
    if (across === 0) continue;
    // Share of the ray and of the wall at which they cross.
    const ray = (x1 * dy - y1 * dx) / across;
    const wall = (x1 * py - y1 * px) / across;
    if (ray <= 0 || ray >= AT_WALL || wall < 0 || wall > 1) continue;
    if (lightHeight + (pointHeight - lightHeight) * ray < (bucket[i + 4] as number)) return true;
  }
  return false;
}
