import type { Geometry, Position } from 'geojson';
import { childOf, childrenOf, type XmlElement } from '../xml/elements.ts';

const SHAPES = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'Track',
  'MultiTrack',
  'Model',
]);

/** The geometry of a Placemark; undefined where it has none, `broken` where its coordinates are no coordinates. */
export function kmlGeometry(placemark: XmlElement): Geometry | 'broken' | undefined {
  const shapes = placemark.children.filter(({ name }) => SHAPES.has(name));
  const [only] = shapes;
  if (!only) return undefined;
  return shapes.length === 1 ? shapeOf(only) : together(shapes);
}

function shapeOf(shape: XmlElement): Geometry | 'broken' | undefined {
  switch (shape.name) {
    case 'Point': {
      const [position] = positionsOf(shape) ?? [];
      return position ? { type: 'Point', coordinates: position } : 'broken';
    }
    case 'LineString':
    case 'LinearRing':
      return lineOf(positionsOf(shape));
    case 'Polygon':
      return polygonOf(shape);
    case 'Track':
      return lineOf(trackPositions(shape));
    case 'MultiGeometry':
    case 'MultiTrack':
      return together(shape.children.filter(({ name }) => SHAPES.has(name)));
    default:
      return undefined;
  }
}

function lineOf(positions: Position[] | undefined): Geometry | 'broken' {
  return positions && positions.length >= 2 ? { type: 'LineString', coordinates: positions } : 'broken';
}

function polygonOf(shape: XmlElement): Geometry | 'broken' {
  const boundaries = [childOf(shape, 'outerBoundaryIs'), ...childrenOf(shape, 'innerBoundaryIs')];
  const rings = boundaries.flatMap((boundary) => childrenOf(boundary, 'LinearRing')).map(positionsOf);
  const closed: Position[][] = [];
  for (const ring of rings) {
    const [first, last] = [ring?.[0], ring?.at(-1)];
    if (!ring || !first || !last || ring.length < 3) return 'broken';
    const isClosed = first[0] === last[0] && first[1] === last[1];
    closed.push(isClosed ? ring : [...ring, [...first]]);
  }
  return closed.length > 0 ? { type: 'Polygon', coordinates: closed } : 'broken';
}

/** Several shapes of one kind become one Multi-geometry, mixed ones a collection. */
function together(shapes: readonly XmlElement[]): Geometry | 'broken' | undefined {
  const geometries: Geometry[] = [];
  for (const shape of shapes) {
    const geometry = shapeOf(shape);
    if (geometry === 'broken') return 'broken';
    if (geometry) geometries.push(geometry);
  }
  const [only] = geometries;
  if (!only || geometries.length === 1) return only;
  const points = geometries.flatMap((one) => (one.type === 'Point' ? [one.coordinates] : []));
  if (points.length === geometries.length) return { type: 'MultiPoint', coordinates: points };
  const lines = geometries.flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : []));
  if (lines.length === geometries.length) return { type: 'MultiLineString', coordinates: lines };
  const polygons = geometries.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : []));
  if (polygons.length === geometries.length) return { type: 'MultiPolygon', coordinates: polygons };
  return { type: 'GeometryCollection', geometries };
}

/** "lng,lat[,height] lng,lat …"; spaces after commas are common and harmless to accept. */
function positionsOf(shape: XmlElement): Position[] | undefined {
  const text =
    childOf(shape, 'coordinates')
      ?.text.trim()
      .replace(/\s*,\s*/g, ',') ?? '';
  if (text === '') return undefined;
  return numbersOf(text.split(/\s+/).map((tuple) => tuple.split(',')));
}

const trackPositions = (shape: XmlElement): Position[] | undefined =>
  numbersOf(childrenOf(shape, 'coord').map(({ text }) => text.trim().split(/\s+/)));

function numbersOf(tuples: readonly string[][]): Position[] | undefined {
  const positions: Position[] = [];
  for (const tuple of tuples) {
    const [x, y, z] = tuple.map((part) => (part === '' ? Number.NaN : Number(part)));
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
    positions.push(z !== undefined && Number.isFinite(z) ? [x, y, z] : [x, y]);
  }
  return positions;
}
