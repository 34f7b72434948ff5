import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OsmKind } from '../../../src/exchange/osm/osmClass.ts';
import { read } from '../city.ts';

/** An independent reading of an extract: one regular expression per element, no XML parser. */
function elementsOf(text: string): { type: string; body: string; tags: Map<string, string> }[] {
  const found = text.matchAll(/<(node|way|relation) [^>]*?(?:\/>|>([\s\S]*?)<\/\1>)/g);
  return [...found].map(([body, type, inside = '']) => ({
    type: type!,
    body,
    tags: new Map([...inside.matchAll(/<tag k="([^"]*)" v="([^"]*)"/g)].map(([, k, v]) => [k!, v!])),
  }));
}

const FOOT = /^(footway|path|pedestrian|steps|cycleway|bridleway|track|corridor)$/;
const ROAD =
  /^(motorway|trunk|primary|secondary|tertiary|unclassified|residential|living_street|service|busway|raceway|escape|road)(_link)?$/;

describe.each(['berlin-siegessaeule', 'laufamholz'])('%s', (name) => {
  const bytes = readFileSync(new URL(`../../fixtures/osm/${name}.osm`, import.meta.url));
  const elements = elementsOf(bytes.toString('utf8'));
  const count = (type: string, test: (tags: Map<string, string>) => boolean): number =>
    elements.filter((element) => element.type === type && test(element.tags)).length;
  const imported = read(`${name}.osm`, bytes);

  it('holds every element that the file holds', async () => {
    const { background } = await imported;
    expect(background?.elements).toEqual({
      nodes: count('node', () => true),
      ways: count('way', () => true),
      relations: count('relation', () => true),
    });
  });

  it('brings every path, road, building, lamp, camera, entrance, crossing, tree and bench', async () => {
    const { counts } = (await imported).background!;
    const closed = (body: string): boolean => {
      const refs = [...body.matchAll(/<nd ref="(\d+)"/g)].map(([, ref]) => ref);
      return refs.length >= 4 && refs[0] === refs.at(-1);
    };
    const ways = (test: (tags: Map<string, string>) => boolean): number => count('way', (tags) => test(tags));
    const buildings = elements.filter(
      ({ type, tags, body }) =>
        type === 'way' &&
        (tags.has('building') || tags.has('building:part')) &&
        tags.get('building') !== 'no' &&
        closed(body),
    ).length;
    const buildingRelations = count(
      'relation',
      (tags) => tags.get('type') === 'multipolygon' && (tags.has('building') || tags.has('building:part')),
    );
    const expected: Partial<Record<OsmKind, number>> = {
      path: ways((tags) => FOOT.test(tags.get('highway') ?? '')),
      road: ways((tags) => ROAD.test(tags.get('highway') ?? '')),
      building: buildings + buildingRelations,
      'street-lamp': count('node', (tags) => tags.get('highway') === 'street_lamp'),
      surveillance: count('node', (tags) => tags.get('man_made') === 'surveillance'),
      entrance: count('node', (tags) => tags.has('entrance')),
      crossing: count('node', (tags) => tags.get('highway') === 'crossing'),
      tree: count('node', (tags) => tags.get('natural') === 'tree'),
    };
    for (const [kind, number] of Object.entries(expected))
      expect(`${kind} ${counts[kind as OsmKind] ?? 0}`).toBe(`${kind} ${number}`);
  });

  it('tells lit, unlit and unknown apart', async () => {
    const features = (await imported).background!.features;
    const lit = (value: string): number =>
      features.filter(({ is }) => (is.kind === 'path' || is.kind === 'road') && is.lit === value).length;
    const way = (test: (value: string | undefined) => boolean): number =>
      count('way', (tags) => {
        const highway = tags.get('highway') ?? '';
        return (FOOT.test(highway) || ROAD.test(highway)) && test(tags.get('lit'));
      });
    expect(lit('yes')).toBe(way((value) => value === 'yes' || value === 'automatic' || value === '24/7'));
    expect(lit('no')).toBe(way((value) => value === 'no'));
    expect(lit('unknown')).toBe(way((value) => value === undefined));
    expect(lit('unknown')).toBeGreaterThan(0);
  });

  it('loses nothing silently', async () => {
    const { problems, summary, features, background } = await imported;
    expect(problems.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    expect(features.length).toBe(background!.features.length);
    expect(summary.outsideCount).toBe(features.length);
    // The extracts are cut out of the world: relations that reach over the edge say what is missing.
    expect(new Set(problems.map(({ severity, code }) => `${severity} ${code}`))).toEqual(
      new Set(['note osm-missing-member', 'note outside-surroundings']),
    );
    expect(summary.skippedCount).toBe(0);
  });
});
