import type { OsmTags } from '../../src/exchange/osm/tagValues.ts';

/** West, south, east, north in ten-millionths of a degree: the whole numbers that OpenStreetMap stores. */
export type BoxE7 = readonly [west: number, south: number, east: number, north: number];

export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly ref: number;
  readonly role: string;
}

/** What a reader hands on, element by element, so that a file is never in memory as a whole. */
export interface OsmVisitor {
  node(id: number, lngE7: number, latE7: number, tags: OsmTags | undefined): void;
  way(id: number, refs: number[], tags: OsmTags): void;
  relation(id: number, members: OsmMember[], tags: OsmTags): void;
  /** The date that the file states for its data. */
  headerDate?(iso: string): void;
  /** When an element was last changed, where the file says so. */
  elementDate?(iso: string): void;
  /** An element that is there but makes no sense (no id, no number, off the globe). */
  broken?(what: string): void;
}

/** Which elements are wanted in this pass; the reader may skip the others cheaply. */
export interface Wanted {
  readonly nodes: boolean;
  readonly ways: boolean;
  readonly relations: boolean;
}

export interface ReadOptions {
  readonly wanted: Wanted;
  readonly signal?: AbortSignal;
  /** Called now and then with the bytes read so far. */
  readonly progress?: (bytes: number) => void;
}

/** Reads one file from beginning to end. @throws Refused when the file is not whole or not what it claims to be */
export type OsmReader = (path: string, visitor: OsmVisitor, options: ReadOptions) => Promise<void>;

const E7 = 10_000_000;

/** Whole ten-millionths of a degree, or undefined where the text or number is no place on the globe. */
export function degreesE7(degrees: string | number | undefined, limitDegrees: 90 | 180): number | undefined {
  const value = typeof degrees === 'number' ? degrees : Number(degrees === '' ? Number.NaN : degrees);
  return Number.isFinite(value) && Math.abs(value) <= limitDegrees ? Math.round(value * E7) : undefined;
}

/** True where a position in ten-millionths lies in the box, edges included. */
export const isInBox = (lngE7: number, latE7: number, box: BoxE7): boolean =>
  lngE7 >= box[0] && lngE7 <= box[2] && latE7 >= box[1] && latE7 <= box[3];
