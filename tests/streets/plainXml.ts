import { DOMParser } from '@xmldom/xmldom';
import type { PlainOsm } from './encodePbf.ts';

/** An independent reading of OSM XML: a general XML parser, the whole document in memory. */
export function plainXml(text: string): PlainOsm {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const all = (name: string) => Array.from(document.getElementsByTagName(name));
  type Element = ReturnType<typeof all>[number];
  const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';
  const below = (element: Element, name: string) => Array.from(element.getElementsByTagName(name));
  const tags = (element: Element) =>
    Object.fromEntries(below(element, 'tag').map((tag) => [attribute(tag, 'k'), attribute(tag, 'v')]));
  const id = (element: Element) => Number(attribute(element, 'id'));
  // "52.5146732" → 525146732 by its digits, not by arithmetic.
  const e7 = (decimal: string) => {
    const [whole = '', fraction = ''] = decimal.split('.');
    return Number(`${whole}${fraction.padEnd(7, '0').slice(0, 7)}`);
  };
  return {
    nodes: all('node').map((node) => ({
      id: id(node),
      lngE7: e7(attribute(node, 'lon')),
      latE7: e7(attribute(node, 'lat')),
      tags: tags(node),
    })),
    ways: all('way').map((way) => ({
      id: id(way),
      refs: below(way, 'nd').map((nd) => Number(attribute(nd, 'ref'))),
      tags: tags(way),
    })),
    relations: all('relation').map((relation) => ({
      id: id(relation),
      members: below(relation, 'member').map((member) => ({
        type: attribute(member, 'type') as 'node' | 'way' | 'relation',
        ref: Number(attribute(member, 'ref')),
        role: attribute(member, 'role'),
      })),
      tags: tags(relation),
    })),
  };
}

/** OSM XML as Overpass answers in JSON: nodes last, as `out body; >; out skel qt;` writes them. */
export function asOverpass(osm: PlainOsm, head: Record<string, unknown> = {}): string {
  const elements = [
    ...osm.relations.map((relation) => ({ type: 'relation', ...relation })),
    ...osm.ways.map(({ id, refs, tags }) => ({ type: 'way', id, nodes: refs, tags })),
    ...osm.nodes.map(({ id, lngE7, latE7, tags }) => ({
      type: 'node',
      id,
      lat: latE7 / 1e7,
      lon: lngE7 / 1e7,
      ...(Object.keys(tags).length > 0 && { tags }),
    })),
  ];
  return JSON.stringify({ version: 0.6, generator: 'Overpass API', osm3s: {}, elements, ...head }, null, 2);
}
