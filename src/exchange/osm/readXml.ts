import type { LngLat } from '../../geometry/plane.ts';
import type { Pace } from '../pace.ts';
import { FatalProblem, type Problems } from '../problems.ts';
import type { Reader } from '../rawRead.ts';
import { childrenOf, readElements, type XmlElement } from '../xml/elements.ts';
import { rawReadOf } from './asRawRead.ts';
import { OsmEntities, type OsmEntity, type OsmMember } from './entities.ts';
import type { OsmTags } from './tagValues.ts';

/** Reads OpenStreetMap XML (planet, API and Overpass `out xml`) in one streaming pass. */
export const readOsmXml: Reader = async (bytes, { problems, pace }) =>
  rawReadOf('osm-xml', await entitiesOfXml(bytes, { problems, pace }), { problems, pace });

const WANTED = new Set(['node', 'way', 'relation']);

/** The entities of an OpenStreetMap XML file. @throws FatalProblem */
export async function entitiesOfXml(
  bytes: Uint8Array,
  { problems, pace }: { problems: Problems; pace: Pace },
): Promise<OsmEntities> {
  const entities = new OsmEntities();
  await readElements(
    bytes,
    {
      wanted: WANTED,
      onRoot: (name) => {
        if (name !== 'osm') throw new FatalProblem('xml-unknown-root', { root: name });
      },
      onElement: (element) => {
        const entity = entityOf(element);
        if (entity === 'deleted') return;
        if (entity) entities.add(entity);
        else problems.skip('value-not-a-number', { line: element.line, layer: element.name });
      },
    },
    { step: (share) => pace.step(share * 0.9) },
  );
  return entities;
}

function entityOf(element: XmlElement): OsmEntity | 'deleted' | undefined {
  const { name, attributes } = element;
  if (attributes.visible === 'false' || attributes.action === 'delete') return 'deleted';
  const id = integer(attributes.id);
  if (id === undefined) return undefined;
  const tags = tagsOf(element);
  if (name === 'node') {
    const lngLat = lngLatOf(attributes);
    return lngLat && { type: 'node', id, lngLat, tags };
  }
  if (name === 'way') {
    const nodes = childrenOf(element, 'nd');
    const nodeIds = nodes.map(({ attributes: { ref } }) => integer(ref) ?? Number.NaN);
    const own = nodes.some(({ attributes: { lat } }) => lat !== undefined);
    const positions = own ? { positions: nodes.map((node) => lngLatOf(node.attributes) ?? null) } : {};
    return { type: 'way', id, nodeIds, tags, ...positions };
  }
  return { type: 'relation', id, tags, members: childrenOf(element, 'member').flatMap(memberOf) };
}

function memberOf(element: XmlElement): OsmMember[] {
  const { type, ref, role = '' } = element.attributes;
  const id = integer(ref);
  if (id === undefined || (type !== 'node' && type !== 'way' && type !== 'relation')) return [];
  const nodes = childrenOf(element, 'nd');
  const positions = nodes.length > 0 ? { positions: nodes.map((nd) => lngLatOf(nd.attributes) ?? null) } : {};
  return [{ type, ref: id, role, ...positions }];
}

function tagsOf(element: XmlElement): OsmTags {
  const tags: Record<string, string> = Object.create(null);
  for (const { name, attributes } of element.children)
    if (name === 'tag' && attributes.k !== undefined && attributes.v !== undefined)
      tags[attributes.k] = attributes.v;
  return tags;
}

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;

function lngLatOf({ lon, lat }: Readonly<Record<string, string>>): LngLat | undefined {
  const [lng, latitude] = [degrees(lon, 180), degrees(lat, 90)];
  return lng === undefined || latitude === undefined ? undefined : [lng, latitude];
}

function degrees(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^[-+]?\d+(\.\d*)?(e-?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= most ? value : undefined;
}
