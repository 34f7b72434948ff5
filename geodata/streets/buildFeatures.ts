import { shapeOf } from '../../src/exchange/osm/classify.ts';
import { assembleMultipolygon, type MultipolygonMember } from '../../src/exchange/osm/multipolygon.ts';
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';
import type { NodeStore } from './nodeStore.ts';
import type { NotUsed } from './notUsed.ts';
import type { OsmMember } from './osmElement.ts';
import type { FlatE7, StreetFeature, StreetGeometry } from './streetFeature.ts';

/** A way between reading and building: its tags are already read into classes. */
export interface HeldWay {
  readonly refs: readonly number[];
  readonly classes: readonly OsmClass[];
  /** The tag `area`, which decides what a closed way is. */
  readonly area: string | undefined;
}
export interface HeldRelation {
  readonly classes: readonly OsmClass[];
  readonly members: readonly OsmMember[];
}

export interface Parts {
  readonly nodes: NodeStore;
  readonly points: readonly StreetFeature[];
  readonly ways: Map<number, HeldWay>;
  readonly relations: ReadonlyMap<number, HeldRelation>;
  readonly notUsed: NotUsed;
}

const ORDER = { n: 0, w: 1, r: 2 } as const;
const rankOf = (id: string): number => ORDER[id[0] as keyof typeof ORDER];

/** By element, then kind: the same features in the same order from any file that holds the same data. */
function compare(one: StreetFeature, other: StreetFeature): number {
  if (one.id === other.id) return one.class.kind < other.class.kind ? -1 : 1;
  return rankOf(one.id) - rankOf(other.id) || Number(one.id.slice(1)) - Number(other.id.slice(1));
}

/** Puts nodes, ways and relations together to features; says in `notUsed` what could not be. */
export function buildFeatures(parts: Parts): StreetFeature[] {
  const features: StreetFeature[] = [];
  for (const point of parts.points) {
    const fits = shapeOf(point.class.kind, { type: 'node', closed: false, tags: {} }) === 'point';
    if (fits) features.push(point);
    else parts.notUsed.add('wrong-shape', point.id);
  }
  for (const [id, relation] of parts.relations) buildRelation(id, relation, { parts, features });
  for (const [id, way] of parts.ways) {
    buildWay(id, way, { parts, features });
    // Let go as we go: a city's ways and its features need not be in memory together.
    parts.ways.delete(id);
  }
  return features.sort(compare);
}

interface Building {
  readonly parts: Parts;
  readonly features: StreetFeature[];
}

function buildWay(id: number, { refs, classes, area }: HeldWay, { parts, features }: Building): void {
  const name = `w${id}`;
  const pieces = classes.length > 0 ? piecesOf(refs, parts.nodes) : [];
  const whole = pieces.length === 1 && pieces[0]?.length === refs.length * 2;
  const closed = refs.length > 3 && refs[0] === refs.at(-1);
  const tags = area === undefined ? {} : { area };
  for (const found of classes) {
    const shape = shapeOf(found.kind, { type: 'way', closed, tags });
    if (shape === undefined || shape === 'point') parts.notUsed.add('wrong-shape', name);
    else if (shape === 'area') {
      if (!whole) parts.notUsed.add('missing-nodes', name);
      else push(features, { id: name, class: found, geometry: areaOf(pieces[0] ?? []) }, parts.notUsed);
    } else {
      const lines = pieces.map(withoutRepeats).filter((line) => line.length >= 4);
      if (!whole && lines.length > 0) parts.notUsed.add('missing-nodes-cut', name);
      if (lines.length === 0) parts.notUsed.add(whole ? 'degenerate' : 'missing-nodes', name);
      else features.push({ id: name, class: found, geometry: { shape: 'line', lines: lines.slice() } });
    }
  }
}

function push(
  features: StreetFeature[],
  { id, class: found, geometry }: { id: string; class: OsmClass; geometry: StreetGeometry | undefined },
  notUsed: NotUsed,
): void {
  if (geometry) features.push({ id, class: found, geometry });
  else notUsed.add('degenerate', id);
}

/** The way cut where a node is missing: never drawn straight across the gap. */
function piecesOf(refs: readonly number[], nodes: NodeStore): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (const ref of refs) {
    const place = nodes.find(ref);
    if (place >= 0) piece.push(nodes.lngE7(place), nodes.latE7(place));
    else {
      if (piece.length > 0) pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

const withoutRepeats = (flat: readonly number[]): number[] =>
  exactly(
    flat.filter((_, i) => {
      const pair = i - (i % 2);
      return pair === 0 || flat[pair] !== flat[pair - 2] || flat[pair + 1] !== flat[pair - 1];
    }),
  );

/** A list that grew keeps room for more; a copy has none, and a city has millions of lists. */
const exactly = (grown: readonly number[]): number[] => grown.slice();

/** Twice the area of a closed ring, positive when anticlockwise. Exact enough: the sums stay below 2^53 for a city. */
function twiceAreaOf(ring: FlatE7): number {
  const [x0 = 0, y0 = 0] = ring;
  let twice = 0;
  for (let i = 2; i + 1 < ring.length; i += 2) {
    const [x1, y1] = [(ring[i - 2] ?? 0) - x0, (ring[i - 1] ?? 0) - y0];
    const [x2, y2] = [(ring[i] ?? 0) - x0, (ring[i + 1] ?? 0) - y0];
    twice += x1 * y2 - x2 * y1;
  }
  return twice;
}

function areaOf(closed: readonly number[]): StreetGeometry | undefined {
  const ring = withoutRepeats(closed);
  const twice = twiceAreaOf(ring);
  if (ring.length < 8 || twice === 0) return undefined;
  return { shape: 'area', polygons: [[twice > 0 ? ring : reversed(ring)]] };
}

function reversed(flat: FlatE7): number[] {
  const turned: number[] = [];
  for (let i = flat.length - 2; i >= 0; i -= 2) turned.push(flat[i] ?? 0, flat[i + 1] ?? 0);
  return exactly(turned);
}

function buildRelation(id: number, relation: HeldRelation, { parts, features }: Building): void {
  const name = `r${id}`;
  const areas = relation.classes.filter(({ kind }) => {
    const fits = shapeOf(kind, { type: 'relation', closed: true, tags: {} }) === 'area';
    if (!fits) parts.notUsed.add('wrong-shape', name);
    return fits;
  });
  if (areas.length === 0) return;
  const members = relation.members.map((member) => memberOf(member, parts));
  // The assembler takes whatever unit it is given; whole numbers keep equal places equal.
  const { polygons, problems } = assembleMultipolygon(members);
  if (polygons.length === 0) parts.notUsed.add('relation-no-outer', name);
  else if (problems.length > 0) parts.notUsed.add('relation-incomplete', name);
  const geometry: StreetGeometry = {
    shape: 'area',
    polygons: polygons.map((rings) => rings.map((ring) => ring.flat())),
  };
  if (polygons.length > 0) for (const found of areas) features.push({ id: name, class: found, geometry });
}

function memberOf({ ref, role }: OsmMember, { ways, nodes }: Parts): MultipolygonMember {
  const way = ways.get(ref);
  const pieces = way ? piecesOf(way.refs, nodes) : [];
  const [piece] = pieces;
  if (!way || !piece || pieces.length > 1 || piece.length !== way.refs.length * 2)
    return { role, wayId: ref, positions: undefined };
  const positions: [number, number][] = [];
  for (let i = 0; i + 1 < piece.length; i += 2) positions.push([piece[i] ?? 0, piece[i + 1] ?? 0]);
  return { role, wayId: ref, positions };
}
