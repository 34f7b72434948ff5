import type { Geometry, Position } from 'geojson';
import { LIMITS } from '../limits.ts';

/** Well-known binary (OGC 06-103r4, and the ISO and EWKB ways of saying Z and M). */

const TYPES = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const;

/** Reads one geometry; undefined where the bytes are none, or an empty one. */
export function readWkb(bytes: Uint8Array): Geometry | undefined {
  try {
    return new WkbReader(bytes).geometry(0);
  } catch (error) {
    // DataView says RangeError where the bytes end too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class WkbReader {
  private readonly view: DataView;
  private at = 0;
  private little = true;
  private dimensions = 2;
  private hasZ = false;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth: number): Geometry | undefined {
    if (depth > LIMITS.nestingDepth) return undefined;
    this.little = this.view.getUint8(this.at++) === 1;
    const code = this.uint();
    if ((code & 0x20000000) !== 0) this.uint();
    const base = code & 0x0fffffff;
    const iso = Math.floor(base / 1000);
    this.hasZ = (code & 0x80000000) !== 0 || iso === 1 || iso === 3;
    const hasM = (code & 0x40000000) !== 0 || iso === 2 || iso === 3;
    this.dimensions = 2 + (this.hasZ ? 1 : 0) + (hasM ? 1 : 0);
    const type = TYPES[(base % 1000) - 1];
    return type && this.body(type, depth);
  }

  private body(type: (typeof TYPES)[number], depth: number): Geometry | undefined {
    switch (type) {
      case 'Point': {
        const coordinates = this.position();
        return Number.isFinite(coordinates[0]) && Number.isFinite(coordinates[1])
          ? { type, coordinates }
          : undefined;
      }
      case 'LineString': {
        const coordinates = this.positions();
        return coordinates.length >= 2 ? { type, coordinates } : undefined;
      }
      case 'Polygon': {
        const coordinates = this.list(() => this.positions());
        return coordinates[0] && coordinates[0].length >= 4 ? { type, coordinates } : undefined;
      }
      case 'GeometryCollection': {
        const geometries = this.list(() => this.geometry(depth + 1)).filter((one) => one !== undefined);
        return geometries.length > 0 ? { type, geometries } : undefined;
      }
      default:
        return this.multi(type, depth);
    }
  }

  private multi(
    type: 'MultiPoint' | 'MultiLineString' | 'MultiPolygon',
    depth: number,
  ): Geometry | undefined {
    const member = type.slice('Multi'.length);
    const coordinates: unknown[] = [];
    for (const one of this.list(() => this.geometry(depth + 1))) {
      if (!one || one.type !== member || one.type === 'GeometryCollection') return undefined;
      coordinates.push(one.coordinates);
    }
    return coordinates.length > 0 ? ({ type, coordinates } as Geometry) : undefined;
  }

  private uint(): number {
    const value = this.view.getUint32(this.at, this.little);
    this.at += 4;
    return value;
  }

  private position(): Position {
    const numbers: number[] = [];
    for (let i = 0; i < this.dimensions; i++, this.at += 8)
      numbers.push(this.view.getFloat64(this.at, this.little));
    return numbers.slice(0, this.hasZ ? 3 : 2);
  }

  private positions(): Position[] {
    return this.list(() => this.position());
  }

  private list<T>(read: () => T): T[] {
    const count = this.uint();
    // A count that the bytes cannot hold would only fill memory before it fails.
    if (count > (this.view.byteLength - this.at) / 4) throw new RangeError('count');
    return Array.from({ length: count }, read);
  }
}

/** One geometry as little-endian ISO WKB, with Z where its first position has a height. */
export function writeWkb(geometry: Geometry): Uint8Array {
  const writer = new WkbWriter();
  writer.geometry(geometry);
  return writer.bytes();
}

class WkbWriter {
  private buffer = new DataView(new ArrayBuffer(1024));
  private at = 0;

  bytes(): Uint8Array {
    return new Uint8Array(this.buffer.buffer, 0, this.at);
  }

  geometry(geometry: Geometry): void {
    const hasZ = firstPosition(geometry).length > 2;
    this.room(5);
    this.buffer.setUint8(this.at++, 1);
    this.uint(TYPES.indexOf(geometry.type) + 1 + (hasZ ? 1000 : 0));
    this.body(geometry, hasZ);
  }

  private body(geometry: Geometry, hasZ: boolean): void {
    switch (geometry.type) {
      case 'Point':
        this.position(geometry.coordinates, hasZ);
        break;
      case 'LineString':
        this.line(geometry.coordinates, hasZ);
        break;
      case 'Polygon':
        this.list(geometry.coordinates, (ring) => this.line(ring, hasZ));
        break;
      case 'MultiPoint':
        this.list(geometry.coordinates, (coordinates) => this.geometry({ type: 'Point', coordinates }));
        break;
      case 'MultiLineString':
        this.list(geometry.coordinates, (coordinates) => this.geometry({ type: 'LineString', coordinates }));
        break;
      case 'MultiPolygon':
        this.list(geometry.coordinates, (coordinates) => this.geometry({ type: 'Polygon', coordinates }));
        break;
      case 'GeometryCollection':
        this.list(geometry.geometries, (member) => this.geometry(member));
    }
  }

  private list<T>(items: readonly T[], write: (item: T) => void): void {
    this.uint(items.length);
    for (const item of items) write(item);
  }

  private line(positions: readonly Position[], hasZ: boolean): void {
    this.list(positions, (position) => this.position(position, hasZ));
  }

  private position([x = 0, y = 0, z = 0]: Position, hasZ: boolean): void {
    this.room(24);
    for (const value of hasZ ? [x, y, z] : [x, y]) {
      this.buffer.setFloat64(this.at, value, true);
      this.at += 8;
    }
  }

  private uint(value: number): void {
    this.room(4);
    this.buffer.setUint32(this.at, value, true);
    this.at += 4;
  }

  private room(bytes: number): void {
    if (this.at + bytes <= this.buffer.byteLength) return;
    const larger = new Uint8Array(this.buffer.byteLength * 2 + bytes);
    larger.set(new Uint8Array(this.buffer.buffer));
    this.buffer = new DataView(larger.buffer);
  }
}

function firstPosition(geometry: Geometry): Position {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries[0] ? firstPosition(geometry.geometries[0]) : [];
  let value: unknown = geometry.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  return Array.isArray(value) ? (value as Position) : [];
}
