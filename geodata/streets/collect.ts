/**
 * Question: what in these extracts belongs on the city's street map?
 * Method: nodes first, then ways, then relations. Of the nodes only those inside the box are kept; of the ways those
 * that touch it; of the multipolygons those with such a way. What these still lack (ways and nodes outside the box) is
 * read in at most two more passes. So memory follows the size of the city, not of the file.
 * A file whose elements come in another order (Overpass writes nodes last) is read once per kind of element.
 * Complexity: O(elements · log nodes); 16 bytes a node in the box.
 */
import { classify, shapeOf } from '../../src/exchange/osm/classify.ts';
import { Refused } from '../refusal.ts';
import { buildFeatures, type HeldRelation } from './buildFeatures.ts';
import { ClassTable } from './classTable.ts';
import { FeatureStore } from './featureStore.ts';
import { NodeStore } from './nodeStore.ts';
import { NotUsed } from './notUsed.ts';
import type { Extract } from './openExtract.ts';
import { type BoxE7, isInBox, type OsmMember, type OsmVisitor, type Wanted } from './osmElement.ts';
import type { FeatureList } from './streetFeature.ts';
import { WayStore } from './wayStore.ts';

export interface CollectOptions {
  /** Undefined: everything in the extracts. */
  readonly box?: BoxE7 | undefined;
  readonly signal?: AbortSignal;
  readonly progress?: (done: { pass: string; file: string; bytes: number; ofBytes: number }) => void;
  /** Above this many nodes in the box the extract is refused. */
  readonly mostNodes?: number;
  readonly mostWays?: number;
}

export interface Collected {
  /** Sorted by element and kind, whatever the order of the files. */
  readonly features: FeatureList;
  readonly notUsed: NotUsed;
  readonly read: { readonly nodes: number; readonly ways: number; readonly relations: number };
  /** Around all nodes of the extracts. */
  readonly extent: BoxE7;
  readonly headerDate: string | undefined;
  readonly newestElement: string | undefined;
}

/** What 2 GB hold where every way is kept, and every one a house with an address. A whole country wants a box. */
const MOST_NODES = 20_000_000;
const MOST_WAYS = 2_600_000;

const ALL: Wanted = { nodes: true, ways: true, relations: true };
const NODES: Wanted = { nodes: true, ways: false, relations: false };
const WAYS: Wanted = { nodes: false, ways: true, relations: false };
const RELATIONS: Wanted = { nodes: false, ways: false, relations: true };

const NODE = { type: 'node', closed: false, tags: {} } as const;

/** Thrown when a node comes after a way, or a way after a relation. */
class OutOfOrder extends Error {}

const AREA_RELATIONS = new Set(['multipolygon', 'boundary']);

class Collection implements OsmVisitor {
  readonly nodes = new NodeStore();
  private readonly classes = new ClassTable();
  readonly features = new FeatureStore(this.classes);
  readonly ways = new WayStore(this.classes);
  readonly relations = new Map<number, HeldRelation>();
  readonly notUsed = new NotUsed();
  readonly read = { nodes: 0, ways: 0, relations: 0 };
  readonly extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  private readonly tagged = new Set<number>();
  headerDates: string[] = [];
  newest = '';
  private stage = 0;

  constructor(
    private readonly options: CollectOptions,
    readonly inOrder: boolean,
  ) {}

  node(id: number, lngE7: number, latE7: number, tags: Record<string, string> | undefined): void {
    this.enter(0);
    this.read.nodes++;
    const { extent } = this;
    if (lngE7 < extent[0]) extent[0] = lngE7;
    if (latE7 < extent[1]) extent[1] = latE7;
    if (lngE7 > extent[2]) extent[2] = lngE7;
    if (latE7 > extent[3]) extent[3] = latE7;
    const inside = !this.options.box || isInBox(lngE7, latE7, this.options.box);
    if (inside) this.nodes.add(id, lngE7, latE7);
    if (this.nodes.size > (this.options.mostNodes ?? MOST_NODES)) throw tooMany(this.nodes.size, 'nodes');
    if (tags) this.taggedNode(id, [lngE7, latE7], { tags, inside });
  }

  way(id: number, refs: number[], tags: Record<string, string>): void {
    this.enter(1);
    this.read.ways++;
    if (this.ways.isSomething(id) || (this.ways.has(id) && Object.keys(tags).length === 0)) {
      this.notUsed.add('repeated', `w${id}`);
      return;
    }
    const classes = classify(tags);
    const touches = !this.options.box || refs.some((ref) => this.nodes.find(ref) >= 0);
    if (touches) this.ways.set(id, { refs, classes, area: tags.area });
    if (this.ways.size > (this.options.mostWays ?? MOST_WAYS)) throw tooMany(this.ways.size, 'ways');
    if (!touches && classes.length > 0) this.notUsed.add('outside', `w${id}`);
    if (touches && classes.length === 0 && Object.keys(tags).length > 0)
      this.notUsed.add('no-kind', `w${id}`);
  }

  relation(id: number, members: OsmMember[], tags: Record<string, string>): void {
    this.enter(2);
    this.read.relations++;
    const classes = AREA_RELATIONS.has(tags.type ?? '') ? classify(tags) : [];
    const ways = members.filter(({ type }) => type === 'way');
    const outside = this.options.box && !ways.some(({ ref }) => this.ways.has(ref));
    if (this.relations.has(id)) this.notUsed.add('repeated', `r${id}`);
    else if (classes.length === 0) this.notUsed.add('no-kind', `r${id}`);
    else if (outside) this.notUsed.add('outside', `r${id}`);
    else this.relations.set(id, { classes, members: ways });
  }

  headerDate(iso: string): void {
    this.headerDates.push(iso);
  }

  elementDate(iso: string): void {
    if (iso > this.newest) this.newest = iso;
  }

  broken(what: string): void {
    this.notUsed.add('broken', what);
  }

  private taggedNode(
    id: number,
    at: [number, number],
    { tags, inside }: { tags: Record<string, string>; inside: boolean },
  ): void {
    const classes = classify(tags);
    if (classes.length === 0) return;
    if (!inside || this.tagged.has(id)) {
      this.notUsed.add(inside ? 'repeated' : 'outside', `n${id}`);
      return;
    }
    this.tagged.add(id);
    const fitting = classes.filter(({ kind }) => shapeOf(kind, NODE) === 'point');
    for (let lost = classes.length - fitting.length; lost > 0; lost--)
      this.notUsed.add('wrong-shape', `n${id}`);
    this.features.add('n', id, { classes: fitting, geometry: { shape: 'point', at } });
  }

  private enter(stage: number): void {
    if (stage < this.stage && this.inOrder) throw new OutOfOrder();
    this.stage = stage;
  }
}

const tooMany = (count: number, what: string): Refused =>
  new Refused([
    {
      file: '(extracts)',
      feature: '(all)',
      reason: `more than ${count - 1} ${what}; give --bbox, or cut the extract down first (osmium extract)`,
    },
  ]);

class Passes {
  constructor(
    private readonly extracts: readonly Extract[],
    private readonly options: CollectOptions,
  ) {}

  async run(name: string, visitor: OsmVisitor, wanted: Wanted): Promise<void> {
    const { signal, progress } = this.options;
    for (const { path, file, bytes: ofBytes, read } of this.extracts)
      await read(path, visitor, {
        wanted,
        ...(signal && { signal }),
        ...(progress && { progress: (bytes: number) => progress({ pass: name, file, bytes, ofBytes }) }),
      });
  }
}

async function firstPasses(passes: Passes, options: CollectOptions, inOrder: boolean): Promise<Collection> {
  const collection = new Collection(options, inOrder);
  if (inOrder) {
    await passes.run('elements', collection, ALL);
    return collection;
  }
  await passes.run('nodes', collection, NODES);
  await passes.run(
    'ways',
    { ...ignoring, ...delegating(collection), way: collection.way.bind(collection) },
    WAYS,
  );
  await passes.run(
    'relations',
    { ...ignoring, ...delegating(collection), relation: collection.relation.bind(collection) },
    RELATIONS,
  );
  return collection;
}

const ignoring: OsmVisitor = { node: () => {}, way: () => {}, relation: () => {} };
const delegating = (collection: Collection): Pick<OsmVisitor, 'elementDate'> => ({
  elementDate: (iso) => collection.elementDate(iso),
});

/** Reads ways outside the box that kept relations need, then the nodes outside the box that kept ways need. */
async function complete(passes: Passes, { ways, relations, nodes }: Collection): Promise<void> {
  const wantedWays = new Set<number>();
  for (const { members } of relations.values())
    for (const { ref } of members) if (!ways.has(ref)) wantedWays.add(ref);
  const way: OsmVisitor['way'] = (id, refs) => {
    if (wantedWays.has(id)) ways.set(id, { refs, classes: [], area: undefined });
  };
  if (wantedWays.size > 0) await passes.run('ways outside', { ...ignoring, way }, WAYS);
  const needed = neededNodes(ways, relations, nodes);
  const found: [number, number, number][] = [];
  const node: OsmVisitor['node'] = (id, lngE7, latE7) => {
    if (needed.delete(id)) found.push([id, lngE7, latE7]);
  };
  if (needed.size > 0) await passes.run('nodes outside', { ...ignoring, node }, NODES);
  for (const [id, lngE7, latE7] of found) nodes.add(id, lngE7, latE7);
}

function neededNodes(
  ways: WayStore,
  relations: ReadonlyMap<number, HeldRelation>,
  nodes: NodeStore,
): Set<number> {
  const members = new Set(
    [...relations.values()].flatMap((relation) => relation.members.map(({ ref }) => ref)),
  );
  const needed = new Set<number>();
  for (const [id, { refs, classes }] of ways) {
    if (classes.length === 0 && !members.has(id)) continue;
    for (const ref of refs) if (nodes.find(ref) < 0) needed.add(ref);
  }
  return needed;
}

/**
 * Reads the extracts and makes features of everything that is kept.
 * @throws Refused when a file is broken, holds nothing, or lies in another part of the world than the box
 */
export async function collect(
  extracts: readonly Extract[],
  options: CollectOptions = {},
): Promise<Collected> {
  const passes = new Passes(extracts, options);
  const inOrder = extracts.length === 1 && extracts[0]?.format !== 'overpass-json';
  let collection: Collection;
  try {
    collection = await firstPasses(passes, options, inOrder);
  } catch (error) {
    if (!(error instanceof OutOfOrder)) throw error;
    collection = await firstPasses(passes, options, false);
  }
  refuseForeign(collection, options.box);
  if (options.box) await complete(passes, collection);
  const { read, notUsed, extent, headerDates, newest } = collection;
  const { signal, progress } = options;
  const features = await buildFeatures(collection, {
    signal,
    progress:
      progress &&
      ((done, of) => progress({ pass: 'putting together', file: 'features', bytes: done, ofBytes: of })),
  });
  return {
    features,
    notUsed,
    read,
    extent,
    headerDate: headerDates.sort().at(-1),
    newestElement: newest === '' ? undefined : newest,
  };
}

function refuseForeign({ nodes, extent }: Collection, box: BoxE7 | undefined): void {
  if (nodes.size > 0) return;
  const degrees = (e7: readonly number[]) => e7.map((value) => (value / 1e7).toFixed(3)).join(',');
  const reason =
    extent[0] > extent[2]
      ? 'no node with a position in it'
      : `lies elsewhere: its nodes are within ${degrees(extent)}, none within ${degrees(box ?? [])}`;
  throw new Refused([{ file: '(extracts)', feature: '(all)', reason }]);
}
