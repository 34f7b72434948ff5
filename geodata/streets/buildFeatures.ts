import { shapeOf } from '../../src/exchange/osm/classify.ts';
import { assembleMultipolygon, type MultipolygonMember } from '../../src/exchange/osm/multipolygon.ts';
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';
import type { FeatureStore } from './featureStore.ts';
import type { NodeStore } from './nodeStore.ts';
import type { NotUsed } from './notUsed.ts';
import type { OsmMember } from './osmElement.ts';
import { Pauses, type Watch } from './pauses.ts';
import type { FlatE7, StreetGeometry } from './streetFeature.ts';
import type { HeldWay, WayStore } from './wayStore.ts';

export interface HeldRelation {
  readonly classes: readonly OsmClass[];
  readonly members: readonly OsmMember[];
}

export interface Parts {
  readonly nodes: NodeStore;
  readonly ways: WayStore;
  readonly relations: ReadonlyMap<number, HeldRelation>;
  /** Holds the points already. */
  readonly features: FeatureStore;
  readonly notUsed: NotUsed;
}
/** Puts nodes, ways and relations together to features; says in `notUsed` what could not be. */
export async function buildFeatures(parts: Parts, watch: Watch = {}): Promise<FeatureStore> {
  const pauses = new Pauses(parts.ways.size + parts.relations.size, watch);
  for (const [id, way] of parts.ways) {
    buildWay(id, way, parts);
    if (pauses.isDue()) await pauses.rest();
  }
  for (const [id, relation] of parts.relations) {
    buildRelation(id, relation, parts);
    if (pauses.isDue()) await pauses.rest();
  }
  parts.features.sort();
  return parts.features;
}

function buildWay(id: number, { refs, classes, area }: HeldWay, parts: Parts): void {
  if (classes.length === 0) return;
  const pieces = piecesOf(refs, parts.nodes);
  const whole = pieces.length === 1 && pieces[0]?.length === refs.length * 2;
  const closed = refs.length > 3 && refs[0] === refs.at(-1);
  const tags = area === undefined ? {} : { area };
  const shaped = { area: [] as OsmClass[], line: [] as OsmClass[] };
  for (const found of classes) {
    const shape = shapeOf(found.kind, { type: 'way', closed, tags });
    if (shape === 'area' || shape === 'line') shaped[shape].push(found);
    else parts.notUsed.add('wrong-shape', `w${id}`);
  }
  if (shaped.area.length > 0)
    buildArea(id, { classes: shaped.area, ring: whole ? pieces[0] : undefined }, parts);
  if (shaped.line.length > 0) buildLine(id, { classes: shaped.line, pieces, whole }, parts);
}

function buildArea(
  id: number,
  { classes, ring }: { classes: readonly OsmClass[]; ring: readonly number[] | undefined },
  { features, notUsed }: Parts,
): void {
  const geometry = ring && areaOf(ring);
  if (geometry) features.add('w', id, { classes, geometry });
  else for (const _ of classes) notUsed.add(ring ? 'degenerate' : 'missing-nodes', `w${id}`);
}

function buildLine(
  id: number,
  { classes, pieces, whole }: { classes: readonly OsmClass[]; pieces: readonly number[][]; whole: boolean },
  { features, notUsed }: Parts,
): void {
  const lines = pieces.map(withoutRepeats).filter((line) => line.length >= 4);
  for (const _ of classes) {
    if (!whole && lines.length > 0) notUsed.add('missing-nodes-cut', `w${id}`);
    if (lines.length === 0) notUsed.add(whole ? 'degenerate' : 'missing-nodes', `w${id}`);
  }
  if (lines.length > 0) features.add('w', id, { classes, geometry: { shape: 'line', lines } });
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
  flat.filter((_, i) => {
    const pair = i - (i % 2);
    return pair === 0 || flat[pair] !== flat[pair - 2] || flat[pair + 1] !== flat[pair - 1];
  });

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
  return turned;
}

function buildRelation(id: number, relation: HeldRelation, parts: Parts): void {
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
  if (polygons.length > 0) parts.features.add('r', id, { classes: areas, geometry });
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
