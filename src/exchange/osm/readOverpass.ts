import type { LngLat } from '../../geometry/plane.ts';
import type { Pace } from '../pace.ts';
import { FatalProblem, type Problems } from '../problems.ts';
import type { RawRead } from '../rawRead.ts';
import { rawReadOf } from './asRawRead.ts';
import { OsmEntities, type OsmEntity, type OsmMember } from './entities.ts';
import type { OsmTags } from './tagValues.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for an answer of the Overpass API in JSON. */
export const isOverpass = (root: unknown): root is { elements: unknown[] } =>
  isObject(root) && Array.isArray(root.elements);

/** Reads Overpass JSON: `out body`, `out geom` and `out center`, in any order. */
export async function readOverpass(
  root: unknown,
  tools: { problems: Problems; pace: Pace },
): Promise<RawRead> {
  return rawReadOf('overpass-json', await entitiesOfOverpass(root, tools), tools);
}

/** The entities of a parsed Overpass answer. @throws FatalProblem where it is none */
export async function entitiesOfOverpass(
  root: unknown,
  { problems, pace }: { problems: Problems; pace: Pace },
): Promise<OsmEntities> {
  if (!isOverpass(root)) throw new FatalProblem('json-not-geojson');
  const entities = new OsmEntities();
  for (const [index, element] of root.elements.entries()) {
    const entity = isObject(element) ? entityOf(element) : undefined;
    if (entity === 'ignored') continue;
    if (entity) entities.add(entity);
    else problems.skip('geometry-broken', { feature: index + 1 });
    await pace.step((index / root.elements.length) * 0.9);
  }
  return entities;
}

function entityOf(element: Json): OsmEntity | 'ignored' | undefined {
  const { type, id } = element;
  if (type === 'count' || type === 'area' || type === 'timeline') return 'ignored';
  if (!Number.isSafeInteger(id)) return undefined;
  const own = { id: id as number, tags: tagsOf(element.tags) };
  if (type === 'node') {
    const lngLat = lngLatOf(element);
    return lngLat ? { type, ...own, lngLat } : undefined;
  }
  if (type === 'way') {
    const nodeIds = Array.isArray(element.nodes) ? element.nodes.filter(Number.isSafeInteger) : [];
    return { type, ...own, nodeIds: nodeIds as number[], ...geometryOf(element.geometry) };
  }
  if (type !== 'relation') return undefined;
  const members = Array.isArray(element.members) ? element.members.flatMap(memberOf) : [];
  return { type, ...own, members };
}

function memberOf(member: unknown): OsmMember[] {
  if (!isObject(member) || !Number.isSafeInteger(member.ref)) return [];
  const { type, ref, role } = member;
  if (type !== 'node' && type !== 'way' && type !== 'relation') return [];
  return [
    { type, ref: ref as number, role: typeof role === 'string' ? role : '', ...geometryOf(member.geometry) },
  ];
}

function geometryOf(geometry: unknown): { positions?: (LngLat | null)[] } {
  if (!Array.isArray(geometry)) return {};
  return { positions: geometry.map((point) => (isObject(point) ? (lngLatOf(point) ?? null) : null)) };
}

function tagsOf(value: unknown): OsmTags {
  const tags: Record<string, string> = Object.create(null);
  if (isObject(value))
    for (const [key, text] of Object.entries(value)) if (typeof text === 'string') tags[key] = text;
  return tags;
}

function lngLatOf({ lon, lat }: Json): LngLat | undefined {
  if (typeof lon !== 'number' || typeof lat !== 'number') return undefined;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : undefined;
}
