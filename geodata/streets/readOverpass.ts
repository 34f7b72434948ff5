/**
 * Question: which nodes, ways and relations does an Overpass answer in JSON hold?
 * Method: the text is cut into the objects of the "elements" array by counting braces outside strings, and only one
 * object at a time is parsed. `out geom` (positions inside ways and relations) is understood as well.
 * Source: https://wiki.openstreetmap.org/wiki/OSM_JSON. Complexity: O(bytes) time, memory of one element and one chunk.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { Refused } from '../refusal.ts';
import { degreesE7, type OsmVisitor, type ReadOptions } from './osmElement.ts';

const IdSchema = v.pipe(v.number(), v.safeInteger());
const PositionSchema = v.object({ lat: v.number(), lon: v.number() });
const GeometrySchema = v.optional(v.array(v.nullable(PositionSchema)));
const TagsSchema = v.optional(v.record(v.string(), v.string()));
const dated = { id: IdSchema, tags: TagsSchema, timestamp: v.optional(v.string()) };
const ElementSchema = v.variant('type', [
  v.object({ type: v.literal('node'), ...dated, lat: v.number(), lon: v.number() }),
  v.object({
    type: v.literal('way'),
    ...dated,
    nodes: v.optional(v.array(IdSchema)),
    geometry: GeometrySchema,
  }),
  v.object({
    type: v.literal('relation'),
    ...dated,
    members: v.optional(
      v.array(
        v.object({
          type: v.picklist(['node', 'way', 'relation']),
          ref: IdSchema,
          role: v.string(),
          geometry: GeometrySchema,
        }),
      ),
    ),
  }),
]);
type Element = v.InferOutput<typeof ElementSchema>;

const HeadSchema = v.object({
  osm3s: v.optional(v.object({ timestamp_osm_base: v.optional(v.string()) })),
  remark: v.optional(v.string()),
});
/** No element of OpenStreetMap is longer; beyond this the text is something else. */
const LONGEST_ELEMENT = 1 << 26;

/** Where the object that begins at `start` ends, or -1 where the text ends first. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      i = endOfString(text, i);
      if (i < 0) return -1;
    } else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return i + 1;
  }
  return -1;
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x22) return i;
  }
  return -1;
}

/** Cuts a JSON text into the objects of its "elements" array and the shell around them, chunk by chunk. */
class ElementCutter {
  private phase: 'before' | 'inside' | 'after' = 'before';
  private pending = '';
  private shell = '';

  constructor(private readonly onElement: (text: string) => void) {}

  push(chunk: string): void {
    this.pending += chunk;
    if (this.phase === 'before') this.lookForElements();
    if (this.phase === 'inside') this.cut();
    if (this.phase === 'after') {
      this.shell += this.pending;
      this.pending = '';
    }
    if (this.pending.length > LONGEST_ELEMENT) throw new SyntaxError('no end of an element in sight');
  }

  /** The text without its elements; cut short where the file is. */
  finish(): string {
    return this.shell + this.pending;
  }

  private lookForElements(): void {
    const match = /"elements"\s*:\s*\[/.exec(this.pending);
    if (!match) return;
    const end = match.index + match[0].length;
    this.shell = this.pending.slice(0, end);
    this.pending = this.pending.slice(end);
    this.phase = 'inside';
  }

  private cut(): void {
    let from = 0;
    for (;;) {
      const next = /[^\s,]/g;
      next.lastIndex = from;
      const at = next.exec(this.pending)?.index ?? -1;
      if (at < 0) break;
      if (this.pending[at] === ']') {
        from = at;
        this.phase = 'after';
        break;
      }
      const end = endOfObject(this.pending, at);
      if (end < 0) break;
      this.onElement(this.pending.slice(at, end));
      from = end;
    }
    this.pending = this.pending.slice(from);
  }
}

/** Hands one parsed element on; positions that stand inside ways and members become nodes. */
class ElementHandler {
  /** Places that have no node id (`out geom` of a relation): the same place, the same made-up negative id. */
  private readonly madeUp = new Map<string, number>();

  constructor(
    private readonly visitor: OsmVisitor,
    private readonly wanted: ReadOptions['wanted'],
  ) {}

  handle(element: Element): void {
    if (element.timestamp !== undefined) this.visitor.elementDate?.(element.timestamp);
    if (element.type === 'node') {
      if (this.wanted.nodes) this.node(element.id, element, element.tags);
    } else if (element.type === 'way') this.way(element);
    else this.relation(element);
  }

  private node(
    id: number,
    { lat, lon }: { lat: number; lon: number },
    tags: Record<string, string> | undefined,
  ): void {
    const lngE7 = degreesE7(lon, 180);
    const latE7 = degreesE7(lat, 90);
    if (lngE7 === undefined || latE7 === undefined) this.visitor.broken?.(`node ${id} off the globe`);
    else this.visitor.node(id, lngE7, latE7, tags);
  }

  private way({ id, nodes, geometry, tags }: Extract<Element, { type: 'way' }>): void {
    const refs = nodes ?? this.refsOf(geometry ?? []);
    if (this.wanted.nodes)
      geometry?.forEach((position, index) => {
        const ref = refs[index];
        if (position && ref !== undefined) this.node(ref, position, undefined);
      });
    if (this.wanted.ways) this.visitor.way(id, [...refs], tags ?? {});
  }

  private relation({ id, members = [], tags }: Extract<Element, { type: 'relation' }>): void {
    for (const { type, ref, geometry } of members)
      if (type === 'way' && geometry) this.way({ type: 'way', id: ref, geometry });
    if (this.wanted.relations) this.visitor.relation(id, members, tags ?? {});
  }

  private refsOf(geometry: readonly (v.InferOutput<typeof PositionSchema> | null)[]): number[] {
    return geometry.map((position) => {
      if (!position) return Number.NaN;
      const key = `${position.lon} ${position.lat}`;
      const ref = this.madeUp.get(key) ?? -1 - this.madeUp.size;
      this.madeUp.set(key, ref);
      return ref;
    });
  }
}

function readHead(shell: string, visitor: OsmVisitor): void {
  const head = v.parse(HeadSchema, JSON.parse(shell));
  if (head.remark !== undefined) throw new SyntaxError(`the server stopped before the end: ${head.remark}`);
  if (!/"elements"\s*:\s*\[/.test(shell)) throw new SyntaxError('no "elements"');
  const date = head.osm3s?.timestamp_osm_base;
  if (date !== undefined) visitor.headerDate?.(date);
}

/** Reads an Overpass answer in JSON. @throws Refused when it is truncated, malformed or stopped by the server */
export async function readOverpass(path: string, visitor: OsmVisitor, options: ReadOptions): Promise<void> {
  const handler = new ElementHandler(visitor, options.wanted);
  const cutter = new ElementCutter((text) => {
    const element = v.safeParse(ElementSchema, JSON.parse(text));
    if (element.success) handler.handle(element.output);
    else visitor.broken?.(`element ${text.slice(0, 60)}`);
  });
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
  try {
    for await (const chunk of stream) {
      options.signal?.throwIfAborted();
      cutter.push(chunk as string);
      options.progress?.(stream.bytesRead);
    }
    readHead(cutter.finish(), visitor);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof v.ValiError)) throw error;
    const reason = `is truncated or malformed JSON: ${error.message}`;
    throw new Refused([{ file: basename(path), feature: '(whole file)', reason }]);
  }
}
