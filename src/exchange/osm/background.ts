import type { Geometry } from 'geojson';
import type { LngLat } from '../../geometry/plane.ts';
import type { Pace } from '../pace.ts';
import type { Problems } from '../problems.ts';
import { classify, shapeOf } from './classify.ts';
import type { OsmEntities, OsmMember, OsmRelation, OsmWay } from './entities.ts';
import { assembleMultipolygon } from './multipolygon.ts';
import type { OsmBackground, OsmFeature, OsmKind } from './osmClass.ts';
import type { OsmTags } from './tagValues.ts';

/** Geometry of a way as far as the file knows it. */
interface WayLine {
  readonly positions: LngLat[];
  /** The pieces between missing nodes: a gap is never bridged. */
  readonly pieces: LngLat[][];
  readonly missing: number;
}

/** Turns entities into features; what is missing in the file is told per element. O(n log n). */
export async function backgroundOf(
  entities: OsmEntities,
  { problems, pace }: { problems: Problems; pace: Pace },
): Promise<OsmBackground> {
  const features: OsmFeature[] = [];
  for (const { id, lngLat, tags } of entities.taggedNodes) {
    for (const is of classify(tags)) {
      if (shapeOf(is.kind, { type: 'node', closed: false, tags }) === undefined) continue;
      features.push({ element: `node/${id}`, is, geometry: { type: 'Point', coordinates: [...lngLat] } });
    }
    await pace.step(0.9);
  }
  for (const way of entities.ways.values()) {
    features.push(...wayFeatures(way, entities, problems));
    await pace.step(0.93);
  }
  for (const relation of entities.relations) {
    features.push(...relationFeatures(relation, entities, problems));
    await pace.step(0.97);
  }
  const counts: Partial<Record<OsmKind, number>> = {};
  for (const { is } of features) counts[is.kind] = (counts[is.kind] ?? 0) + 1;
  const elements = {
    nodes: entities.positions.size,
    ways: entities.ways.size,
    relations: entities.relations.length,
  };
  return { features, counts, elements };
}

function lineOf(way: Pick<OsmWay, 'nodeIds' | 'positions'>, entities: OsmEntities): WayLine {
  const all = way.positions ?? way.nodeIds.map((id) => entities.positions.get(id) ?? null);
  const pieces: LngLat[][] = [[]];
  for (const position of all) {
    if (position) pieces.at(-1)?.push(position);
    else if (pieces.at(-1)?.length) pieces.push([]);
  }
  const positions = pieces.flat();
  return { positions, pieces, missing: all.length - positions.length };
}

function wayFeatures(way: OsmWay, entities: OsmEntities, problems: Problems): OsmFeature[] {
  const classes = classify(way.tags);
  if (classes.length === 0) return [];
  const element = `way/${way.id}`;
  const where = { feature: way.id, layer: 'way' };
  const { positions, pieces, missing } = lineOf(way, entities);
  const closed = missing === 0 && positions.length >= 4 && isClosed(positions);
  const features: OsmFeature[] = [];
  for (const is of classes) {
    const shape = shapeOf(is.kind, { type: 'way', closed, tags: way.tags });
    const geometry = shape === undefined ? undefined : wayGeometry(shape, pieces);
    if (geometry) features.push({ element, is, geometry });
  }
  if (missing > 0 && features.length > 0) problems.note('osm-missing-node', where, { count: missing });
  else if (missing > 0) problems.skip('osm-missing-node', where, { count: missing });
  return features;
}

const isClosed = (positions: readonly LngLat[]): boolean => {
  const [first, last] = [positions[0], positions.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

function wayGeometry(shape: 'point' | 'line' | 'area', pieces: readonly LngLat[][]): Geometry | undefined {
  if (shape === 'area') {
    const { polygons } = assembleMultipolygon([{ role: 'outer', positions: pieces[0] }]);
    return areaGeometry(polygons);
  }
  const lines = pieces
    .filter(({ length }) => length >= 2)
    .map((piece) => piece.map(([lng, lat]) => [lng, lat]));
  const [only] = lines;
  if (shape === 'point' || !only) return undefined;
  return lines.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: lines };
}

function areaGeometry(polygons: [number, number][][][]): Geometry | undefined {
  const [only] = polygons;
  if (!only) return undefined;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Multipolygons, and buildings modelled as a relation of outline and parts (whose parts are ways of their own). */
const AREA_TYPES = new Set(['multipolygon', 'boundary', 'building']);

function relationFeatures(relation: OsmRelation, entities: OsmEntities, problems: Problems): OsmFeature[] {
  const { tags, id } = relation;
  if (!AREA_TYPES.has(tags.type ?? '')) return [];
  const shaped = classify(tags).filter(
    ({ kind }) => shapeOf(kind, { type: 'relation', closed: true, tags }) !== undefined,
  );
  // A `type=building` relation repeats what its outline way says; only an untagged outline needs the relation.
  if (shaped.length === 0 || (tags.type === 'building' && outlineIsTagged(relation, entities))) return [];
  const { polygons, problems: faults } = assembleMultipolygon(
    relation.members
      .filter(({ type }) => type === 'way')
      .map((member) => ({
        role: member.role === 'outline' ? 'outer' : member.role,
        wayId: member.ref,
        positions: memberPositions(member, entities),
      })),
  );
  const geometry = areaGeometry(polygons);
  const where = { feature: id, layer: 'relation' };
  for (const fault of faults) {
    if (fault.code === 'no-outer-ring') problems.skip('osm-open-ring', where);
    else if (fault.code === 'missing-member')
      problems.note('osm-missing-member', where, { count: fault.count });
    else problems.note('osm-open-ring', where, { count: fault.count });
  }
  return geometry ? shaped.map((is) => ({ element: `relation/${id}`, is, geometry })) : [];
}

function memberPositions(member: OsmMember, entities: OsmEntities): LngLat[] | undefined {
  const way = member.positions ? { nodeIds: [], positions: member.positions } : entities.ways.get(member.ref);
  const line = way && lineOf(way, entities);
  return line && line.missing === 0 ? line.positions : undefined;
}

function outlineIsTagged({ members }: OsmRelation, entities: OsmEntities): boolean {
  const outline = members.find(({ role, type }) => type === 'way' && role === 'outline');
  const tags: OsmTags = (outline && entities.ways.get(outline.ref)?.tags) ?? {};
  return tags.building !== undefined || outline === undefined;
}
