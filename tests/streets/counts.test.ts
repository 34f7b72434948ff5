import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../../geodata/streets/collect.ts';
import { openExtract } from '../../geodata/streets/openExtract.ts';
import { countsOf } from '../../geodata/streets/writeStreets.ts';
import { EXTRACTS, fixtures } from './folders.ts';

/**
 * An independent reading: the file cut into elements by one regular expression, and each kind counted by what the
 * OpenStreetMap wiki says of its tags. It shares no code with the command.
 */
interface Block {
  type: string;
  text: string;
  has: (key: string, values?: RegExp) => boolean;
  closed: boolean;
}

function blocksOf(xml: string): Block[] {
  return [...xml.matchAll(/<(node|way|relation) [^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g)].map(([text, type = '']) => {
    const refs = [...text.matchAll(/<nd ref="(\d+)"/g)].map((match) => match[1]);
    const value = (key: string) => new RegExp(`<tag k="${key}" v="([^"]*)"`).exec(text)?.[1];
    return {
      type,
      text,
      closed: refs.length > 3 && refs[0] === refs.at(-1),
      has: (key, values = /./) => {
        const found = value(key);
        return found !== undefined && values.test(found);
      },
    };
  });
}

const PATHS = /^(footway|path|pedestrian|steps|cycleway|bridleway|track|corridor)$/;
const ROADS =
  /^(motorway|trunk|primary|secondary|tertiary|unclassified|residential|living_street|service|busway|raceway|escape|road)(_link)?$/;

const isAreaRelation = ({ type, has }: Block) =>
  type === 'relation' && has('type', /^(multipolygon|boundary)$/);
/** A ring of its own: a closed way that nothing says is a line. */
const isRing = (block: Block) => block.type === 'way' && block.closed && !block.has('area', /^no$/);
const isArea = (block: Block) => isRing(block) || isAreaRelation(block);
const isNode = ({ type }: Block) => type === 'node';
const isWay = ({ type }: Block) => type === 'way';

const COUNT: Record<string, (block: Block) => boolean> = {
  address: (b) =>
    (isNode(b) || isArea(b)) && b.has('addr:housenumber') && (b.has('addr:street') || b.has('addr:place')),
  bench: (b) => isNode(b) && b.has('amenity', /^bench$/),
  building: (b) =>
    isArea(b) &&
    (b.has('building') ? !b.has('building', /^(no|construction)$/) : b.has('building:part', /^(?!no$)/)),
  'bus-stop': (b) =>
    (isNode(b) || isWay(b) || isArea(b)) &&
    (b.has('highway', /^bus_stop$/) || (b.has('public_transport', /^platform$/) && b.has('bus', /^yes$/))),
  crossing: (b) => isNode(b) && b.has('highway', /^crossing$/),
  entrance: (b) => isNode(b) && b.has('entrance', /^(?!no$)/),
  path: (b) => isWay(b) && b.has('highway', PATHS),
  road: (b) => isWay(b) && b.has('highway', ROADS),
  'street-lamp': (b) => isNode(b) && b.has('highway', /^street_lamp$/),
  surveillance: (b) => isNode(b) && b.has('man_made', /^surveillance$/),
  tree: (b) => isNode(b) && b.has('natural', /^tree$/),
  'tree-row': (b) => isWay(b) && b.has('natural', /^tree_row$/),
  water: (b) => isArea(b) && b.has('natural', /^water$/),
};

describe.each(EXTRACTS)('%s', (name) => {
  const path = join(fixtures, name);
  const blocks = blocksOf(readFileSync(path, 'utf8'));

  it.each(Object.keys(COUNT))('keeps every %s', async (kind) => {
    const { features } = await collect([await openExtract(path)]);
    const expected = blocks.filter((block) => COUNT[kind]?.(block)).length;
    expect(countsOf(features)[kind] ?? 0).toBe(expected);
  });

  it('keeps every lit value of every path and road', async () => {
    const { features } = await collect([await openExtract(path)]);
    const kept = { yes: 0, no: 0, unknown: 0 };
    for (const { class: found } of features)
      if (found.kind === 'path' || found.kind === 'road') kept[found.lit]++;
    const ways = blocks.filter((b) => isWay(b) && (b.has('highway', PATHS) || b.has('highway', ROADS)));
    expect(kept).toEqual({
      yes: ways.filter(({ has }) => has('lit', /^(yes|automatic|24\/7)$/)).length,
      no: ways.filter(({ has }) => has('lit', /^no$/)).length,
      unknown: ways.filter(({ has }) => !has('lit')).length,
    });
  });

  it('loses none of the rest without saying so', async () => {
    const { features, notUsed, read } = await collect([await openExtract(path)]);
    expect(read).toEqual({
      nodes: blocks.filter(isNode).length,
      ways: blocks.filter(isWay).length,
      relations: blocks.filter(({ type }) => type === 'relation').length,
    });
    const usedWays = new Set([...features].filter(({ id }) => id.startsWith('w')).map(({ id }) => id)).size;
    const untagged = blocks.filter((b) => isWay(b) && !b.text.includes('<tag')).length;
    const usedRelations = new Set([...features].filter(({ id }) => id.startsWith('r')).map(({ id }) => id))
      .size;
    const said =
      notUsed.countOf('no-kind') + notUsed.countOf('degenerate') + notUsed.countOf('relation-no-outer');
    expect(usedWays + untagged + usedRelations + said).toBe(read.ways + read.relations);
  });
});
