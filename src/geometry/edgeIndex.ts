/**
 * Question: which sides of many polygons lie near a place, and in which polygons does a point lie?
 * Method: all sides in flat arrays, sorted into one packed R-tree (flatbush) and the polygons' boxes into another. Rings are
 *   turned so that the polygon's surface is always on the left of a side.
 * Units: metres.
 * Complexity: O(n log n) to build, O(log n + found) to ask.
 */
import Flatbush from 'flatbush';
import type { PlanePoint } from './plane.ts';
import {
  boxAround,
  isSimpleRing,
  openRing,
  type PlaneBox,
  type PlanePolygon,
  placeInPolygon,
  type Ring,
  sidesOf,
  signedAreaSquareMetres,
} from './ring.ts';

/** The sides of many polygons, found by place. */
export interface EdgeIndex {
  polygons: readonly PlanePolygon[];
  edgeCount: number;
  /** Start east, start north, end east, end north of each side. */
  ends: Float64Array;
  /** The polygon of each side, as an index into `polygons`. */
  owner: Uint32Array;
  /** 1 where the polygon's surface surely lies on the left of the side; 0 for outlines that cross themselves. */
  facing: Uint8Array;
  edgeTree: Flatbush | undefined;
  polygonTree: Flatbush | undefined;
}

/** Outlines longer than this are not checked for crossings (O(n²)) and are trusted on neither side. */
const MAX_CHECKED_CORNERS = 1000;

function turned(ring: Ring, isHole: boolean): Ring {
  const isLeft = signedAreaSquareMetres(ring) > 0;
  return isLeft === isHole ? [...openRing(ring)].reverse() : openRing(ring);
}

/** Builds the index; polygons without sides are kept but never found. */
export function edgeIndexOf(polygons: readonly PlanePolygon[]): EdgeIndex {
  const ends: number[] = [];
  const owner: number[] = [];
  const facing: number[] = [];
  polygons.forEach((polygon, polygonIndex) => {
    polygon.forEach((ring, ringIndex) => {
      const isTrusted = ring.length <= MAX_CHECKED_CORNERS && isSimpleRing(ring);
      for (const [a, b] of sidesOf(turned(ring, ringIndex > 0))) {
        ends.push(a[0], a[1], b[0], b[1]);
        owner.push(polygonIndex);
        facing.push(isTrusted ? 1 : 0);
      }
    });
  });
  const edgeCount = owner.length;
  return {
    polygons,
    edgeCount,
    ends: Float64Array.from(ends),
    owner: Uint32Array.from(owner),
    facing: Uint8Array.from(facing),
    edgeTree: treeOf(edgeCount, (i) => boxOfEnds(ends, i)),
    polygonTree: treeOf(polygons.length, (i) => boxAround((polygons[i] ?? []).flat())),
  };
}

function boxOfEnds(ends: readonly number[], index: number): PlaneBox {
  const [ax = 0, ay = 0, bx = 0, by = 0] = ends.slice(4 * index, 4 * index + 4);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function treeOf(count: number, boxOf: (index: number) => PlaneBox | undefined): Flatbush | undefined {
  if (count === 0) return undefined;
  const tree = new Flatbush(count);
  // The tree wants a box for every index; a polygon without points stands where its predecessor does.
  let box: PlaneBox = Array.from({ length: count }, (_, i) => boxOf(i)).find(Boolean) ?? [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    box = boxOf(i) ?? box;
    tree.add(...box);
  }
  tree.finish();
  return tree;
}

/** The sides whose boxes meet a box. */
export const edgesIn = ({ edgeTree }: EdgeIndex, box: PlaneBox): number[] => edgeTree?.search(...box) ?? [];

/** The polygons whose boxes meet a box. */
export const polygonsNear = ({ polygonTree }: EdgeIndex, box: PlaneBox): number[] =>
  polygonTree?.search(...box) ?? [];

/** The polygons that hold a point strictly inside. */
export const polygonsHolding = (index: EdgeIndex, point: PlanePoint): number[] =>
  polygonsNear(index, [point[0], point[1], point[0], point[1]]).filter(
    (i) => placeInPolygon(index.polygons[i] ?? [], point) === 'inside',
  );
