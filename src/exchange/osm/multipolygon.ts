/**
 * Question: which polygons does an OpenStreetMap multipolygon relation draw?
 * Method: the segment method of libosmium's area assembler. All member ways are cut into segments; a segment that
 * occurs twice cancels (two outer or two inner rings that share an edge become one). Chains that end nowhere (a member
 * is missing) are removed. At a vertex where several rings touch, the segments that bound the same inside sector are
 * joined, so rings never cross; a ring that meets itself is cut there. Depth of nesting, not the roles, says which
 * ring is a hole; the roles are used only to refuse a hole whose outer ring is missing.
 * Source: https://wiki.openstreetmap.org/wiki/Relation:multipolygon; https://osmcode.org/libosmium/ (area assembly).
 * Units: degrees in, degrees out; RFC 7946 winding (outer rings anticlockwise, holes clockwise).
 * Complexity: O(n log n + t·n + r·n) for n vertices, t vertices where rings touch, r rings (box test first).
 */
import type { LngLat } from '../../geometry/plane.ts';
import { boundingBoxOf, interiorPointOf, isInsideRing, signedAreaOf } from './rings.ts';
import { type Edge, edgesOf, removeDangling, traceRings } from './segments.ts';

/** One member way. `positions` is undefined where the extract does not hold the way (or one of its nodes). */
export interface MultipolygonMember {
  readonly role: string;
  readonly positions: readonly LngLat[] | undefined;
  /** The way's id, where known: a way listed twice by mistake counts once. */
  readonly wayId?: number;
}

export type MultipolygonProblem =
  /** Member ways that the extract does not hold. */
  | { readonly code: 'missing-member'; readonly count: number }
  /** Segments that belong to no closed ring. */
  | { readonly code: 'open-ring'; readonly count: number }
  /** Holes whose outer ring is missing. */
  | { readonly code: 'inner-without-outer'; readonly count: number }
  /** Nothing closed remained. */
  | { readonly code: 'no-outer-ring' };

export interface Multipolygon {
  /** GeoJSON MultiPolygon coordinates; empty where nothing could be closed. */
  readonly polygons: [number, number][][][];
  readonly problems: readonly MultipolygonProblem[];
}

interface Ring {
  readonly positions: LngLat[];
  readonly area: number;
  readonly onlyInner: boolean;
  readonly box: readonly [number, number, number, number];
  parent: Ring | undefined;
  depth: number;
}

/** Roles that draw a ring; anything else (label, admin_centre) is no part of the outline. */
const isRingRole = (role: string): boolean => role === '' || role === 'outer' || role === 'inner';

/** Assembles the polygons of a multipolygon relation, or of several ways that close together. */
export function assembleMultipolygon(members: readonly MultipolygonMember[]): Multipolygon {
  const seen = new Set<number>();
  const drawn = members.filter(({ role, wayId }) => {
    if (!isRingRole(role) || (wayId !== undefined && seen.has(wayId))) return false;
    if (wayId !== undefined) seen.add(wayId);
    return true;
  });
  const missing = drawn.filter(({ positions }) => positions === undefined).length;
  const edges = edgesOf(drawn);
  const { closed, removed } = removeDangling(edges);
  const { rings, open } = traceRings(closed);
  const { kept, orphans } = nest(rings.map(ringOf));
  const problems: MultipolygonProblem[] = [];
  if (missing > 0) problems.push({ code: 'missing-member', count: missing });
  if (removed + open > 0) problems.push({ code: 'open-ring', count: removed + open });
  if (orphans > 0) problems.push({ code: 'inner-without-outer', count: orphans });
  const polygons = polygonsOf(kept);
  if (polygons.length === 0) problems.push({ code: 'no-outer-ring' });
  return { polygons, problems };
}

function ringOf({ positions, edges }: { positions: LngLat[]; edges: Edge[] }): Ring {
  return {
    positions,
    area: Math.abs(signedAreaOf(positions)),
    onlyInner: edges.every((edge) => edge.role === 'inner'),
    box: boundingBoxOf(positions),
    parent: undefined,
    depth: 0,
  };
}

/** Finds for each ring the smallest ring around it; rings never cross, so one interior point decides. */
function nest(rings: Ring[]): { kept: Ring[]; orphans: number } {
  const bySize = rings.filter((ring) => ring.area > 0).sort((a, b) => b.area - a.area);
  const kept: Ring[] = [];
  let orphans = 0;
  for (const ring of bySize) {
    const [x, y] = interiorPointOf(ring.positions);
    for (let i = kept.length - 1; i >= 0 && !ring.parent; i--) {
      const larger = kept[i];
      if (larger && boxHolds(larger.box, x, y) && isInsideRing([x, y], larger.positions))
        ring.parent = larger;
    }
    ring.depth = ring.parent ? ring.parent.depth + 1 : 0;
    if (ring.depth % 2 === 0 && ring.onlyInner && !ring.parent) orphans++;
    else kept.push(ring);
  }
  return { kept, orphans };
}

const boxHolds = (box: Ring['box'], x: number, y: number): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

function polygonsOf(rings: readonly Ring[]): [number, number][][][] {
  const polygons = new Map<Ring, [number, number][][]>();
  for (const ring of rings) {
    if (ring.depth % 2 === 0) polygons.set(ring, [wound(ring.positions, 1)]);
    else if (ring.parent) polygons.get(ring.parent)?.push(wound(ring.positions, -1));
  }
  return [...polygons.values()];
}

/** The ring closed and turned: 1 anticlockwise, -1 clockwise. */
function wound(positions: readonly LngLat[], turn: 1 | -1): [number, number][] {
  const open = positions.map(([lng, lat]): [number, number] => [lng, lat]);
  if (Math.sign(signedAreaOf(positions)) !== turn) open.reverse();
  const first = open[0];
  return first ? [...open, [first[0], first[1]]] : open;
}
