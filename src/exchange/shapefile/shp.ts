/**
 * Question: which geometries does a .shp hold?
 * Method: record by record after ESRI's technical description (July 1998); the index file is not needed. Outer rings
 * turn clockwise, holes anticlockwise; a hole belongs to the ring around it.
 * Units: the file's own. Complexity: O(n), rings per record r: O(r² + r·n).
 */
import type { Geometry, Position } from 'geojson';
import type { LngLat } from '../../geometry/plane.ts';
import { boundingBoxOf, isInsideRing, signedAreaOf } from '../osm/rings.ts';
import { FatalProblem } from '../problems.ts';

export type ShpRecord = Geometry | 'empty' | 'broken';

const POINTS = new Set([1, 11, 21]);
const LINES = new Set([3, 13, 23]);
const AREAS = new Set([5, 15, 25]);
const MULTIPOINTS = new Set([8, 18, 28]);

/** Yields one entry per record, in order; returns whether the file ended where its last record did. */
export function* shpRecords(bytes: Uint8Array): Generator<ShpRecord, 'complete' | 'truncated'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== 9994)
    throw new FatalProblem('archive-broken', { part: '.shp' });
  const stated = view.getInt32(24) * 2;
  let at = 100;
  while (at + 8 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    if (length < 4 || start + length > bytes.length) return 'truncated';
    yield recordOf(new DataView(bytes.buffer, bytes.byteOffset + start, length));
    at = start + length;
  }
  return at < Math.min(stated, Number.MAX_SAFE_INTEGER) ? 'truncated' : 'complete';
}

function recordOf(view: DataView): ShpRecord {
  const type = view.getInt32(0, true);
  if (type === 0) return 'empty';
  try {
    if (POINTS.has(type))
      return finite([positionAt(view, 4)], ([position]) => ({ type: 'Point', coordinates: position ?? [] }));
    if (MULTIPOINTS.has(type)) {
      const positions = positionsAt(view, 40, view.getUint32(36, true));
      return finite(positions, (coordinates) => ({ type: 'MultiPoint', coordinates }));
    }
    if (LINES.has(type)) return linesOf(partsOf(view));
    if (AREAS.has(type)) return areasOf(partsOf(view));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 'broken';
}

const positionAt = (view: DataView, at: number): Position => [
  view.getFloat64(at, true),
  view.getFloat64(at + 8, true),
];

function positionsAt(view: DataView, at: number, count: number): Position[] {
  if (count * 16 > view.byteLength) throw new RangeError('count');
  return Array.from({ length: count }, (_, i) => positionAt(view, at + i * 16));
}

function finite(positions: Position[], make: (positions: Position[]) => Geometry): ShpRecord {
  const usable = positions.length > 0 && positions.every((position) => position.every(Number.isFinite));
  return usable ? make(positions) : 'broken';
}

function partsOf(view: DataView): Position[][] {
  const partCount = view.getUint32(36, true);
  const pointCount = view.getUint32(40, true);
  if (partCount * 4 > view.byteLength) throw new RangeError('count');
  const points = positionsAt(view, 44 + partCount * 4, pointCount);
  const starts = Array.from({ length: partCount }, (_, i) => view.getUint32(44 + i * 4, true));
  return starts.map((start, i) => points.slice(start, starts[i + 1] ?? pointCount));
}

function linesOf(parts: Position[][]): ShpRecord {
  const lines = parts.filter(({ length }) => length >= 2);
  const [only] = lines;
  if (!only) return 'broken';
  return finite(lines.flat(), () =>
    lines.length === 1
      ? { type: 'LineString', coordinates: only }
      : { type: 'MultiLineString', coordinates: lines },
  );
}

const asRing = (part: readonly Position[]): LngLat[] =>
  part.slice(0, -1).map(([x = 0, y = 0]): LngLat => [x, y]);

function areasOf(parts: Position[][]): ShpRecord {
  const rings = parts.filter(({ length }) => length >= 4).map((part) => ({ part, open: asRing(part) }));
  const outers = rings
    .filter(({ open }) => signedAreaOf(open) < 0)
    .map(({ part, open }) => ({ polygon: [part.toReversed()], open, box: boundingBoxOf(open) }));
  for (const { part, open } of rings) {
    if (signedAreaOf(open) < 0) continue;
    const [x, y] = open[0] ?? [0, 0];
    const around = outers.filter(
      ({ box, open: outer }) =>
        x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && isInsideRing([x, y], outer),
    );
    const smallest = around.sort(
      (a, b) => Math.abs(signedAreaOf(a.open)) - Math.abs(signedAreaOf(b.open)),
    )[0];
    // Some programs turn their only ring the wrong way: a hole in nothing is an area.
    if (smallest) smallest.polygon.push(part.toReversed());
    else outers.push({ polygon: [part], open, box: boundingBoxOf(open) });
  }
  const polygons = outers.map(({ polygon }) => polygon);
  const [only] = polygons;
  if (!only) return 'broken';
  return finite(polygons.flat(2), () =>
    polygons.length === 1
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: polygons },
  );
}
