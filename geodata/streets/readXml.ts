/**
 * Question: which nodes, ways and relations does an OSM XML file hold?
 * Method: one pass over the text in chunks; a sticky expression reads one tag with its attributes at a time, so that a
 * `>` inside an attribute does no harm. Whatever is cut off at the end of a chunk waits for the next.
 * Source: https://wiki.openstreetmap.org/wiki/OSM_XML. Complexity: O(bytes) time, memory of one element and one chunk.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Refused } from '../refusal.ts';
import { degreesE7, type OsmMember, type OsmVisitor, type ReadOptions } from './osmElement.ts';

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** The longest tag that is still believed: OpenStreetMap's values end at 255 characters. */
const LONGEST_TAG = 1 << 16;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

type Attributes = Record<string, string>;
function attributesOf(text: string): Attributes {
  const found: Attributes = {};
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text))
    found[match[1] ?? ''] = decoded(match[2] ?? match[3] ?? '');
  return found;
}

/** Puts tags together to elements and hands them to the visitor. */
class ElementBuilder {
  depth = 0;
  private root = '';
  private kind: 'node' | 'way' | 'relation' | undefined;
  private own: Attributes = {};
  private tags: Record<string, string> | undefined;
  private refs: number[] = [];
  private members: OsmMember[] = [];

  constructor(
    private readonly file: string,
    private readonly visitor: OsmVisitor,
    private readonly wanted: ReadOptions['wanted'],
  ) {}

  open(name: string, attributes: string, selfClosing: boolean): void {
    if (this.depth === 0) this.openRoot(name, attributesOf(attributes));
    else if (name === 'node' || name === 'way' || name === 'relation') this.openElement(name, attributes);
    else if (this.kind !== undefined) this.addTo(name, attributesOf(attributes));
    else if (name === 'meta' && this.depth === 1) this.header(attributesOf(attributes).osm_base);
    else if (name === 'remark') this.refuse('the server stopped before the end (it says so in a remark)');
    if (!selfClosing) this.depth++;
    else if (name === this.kind) this.closeElement();
  }

  close(name: string): void {
    this.depth--;
    if (this.depth < 0) this.refuse(`malformed XML: </${name}> closes nothing`);
    if (name === this.kind) this.closeElement();
  }

  /** The file must have begun and ended as an OSM document. */
  finish(): void {
    if (this.root === '') this.refuse('is empty or not OSM XML');
    if (this.depth > 0) this.refuse(`is truncated: </${this.root}> is missing`);
  }

  refuse(reason: string): never {
    throw new Refused([{ file: this.file, feature: '(whole file)', reason }]);
  }

  private openRoot(name: string, attributes: Attributes): void {
    if (name !== 'osm' || this.root !== '') this.refuse(`is not OSM XML: it begins with <${name}>`);
    this.root = name;
    this.header(attributes.osm_base ?? attributes.timestamp);
  }

  private header(date: string | undefined): void {
    if (date !== undefined) this.visitor.headerDate?.(date);
  }

  private openElement(kind: 'node' | 'way' | 'relation', attributes: string): void {
    this.kind = kind;
    const wanted = this.wanted[`${kind}s`];
    this.own = wanted ? attributesOf(attributes) : {};
    this.tags = undefined;
    this.refs = [];
    this.members = [];
  }

  private addTo(name: string, { k, v, ref, type, role }: Attributes): void {
    if (name === 'tag' && k !== undefined) {
      this.tags ??= {};
      this.tags[k] = v ?? '';
    } else if (name === 'nd') this.refs.push(Number(ref ?? Number.NaN));
    else if (name === 'member' && (type === 'node' || type === 'way' || type === 'relation'))
      this.members.push({ type, ref: Number(ref ?? Number.NaN), role: role ?? '' });
  }

  private closeElement(): void {
    const kind = this.kind;
    this.kind = undefined;
    if (kind === undefined || !this.wanted[`${kind}s`]) return;
    const id = Number(this.own.id ?? Number.NaN);
    if (!Number.isSafeInteger(id)) {
      this.visitor.broken?.(`${kind} without an id`);
      return;
    }
    // Change files and full histories hold elements that are no longer there.
    if (this.own.visible === 'false' || this.own.action === 'delete') return;
    if (this.own.timestamp !== undefined) this.visitor.elementDate?.(this.own.timestamp);
    if (kind === 'way') this.visitor.way(id, this.refs, this.tags ?? {});
    else if (kind === 'relation') this.visitor.relation(id, this.members, this.tags ?? {});
    else this.closeNode(id);
  }

  private closeNode(id: number): void {
    const lngE7 = degreesE7(this.own.lon, 180);
    const latE7 = degreesE7(this.own.lat, 90);
    if (lngE7 === undefined || latE7 === undefined) this.visitor.broken?.(`node ${id} without a position`);
    else this.visitor.node(id, lngE7, latE7, this.tags);
  }
}

/** Reads the whole tags of `text`; returns where the first unfinished one begins. */
function readTags(text: string, builder: ElementBuilder): number {
  let at = text.indexOf('<');
  while (at >= 0) {
    const end = skipped(text, at);
    if (end === 'unfinished') return at;
    if (end === undefined) {
      TAG.lastIndex = at;
      const match = TAG.exec(text);
      if (!match) {
        if (text.length - at > LONGEST_TAG) builder.refuse(`malformed XML near "${text.slice(at, at + 60)}"`);
        return at;
      }
      const [, closing, name = '', attributes = '', self] = match;
      if (closing === '/') builder.close(name);
      else builder.open(name, attributes, self === '/');
      at = text.indexOf('<', TAG.lastIndex);
    } else at = text.indexOf('<', end);
  }
  return text.length;
}

/** Where a comment, declaration or CDATA section beginning at `at` ends; undefined where none begins. */
function skipped(text: string, at: number): number | 'unfinished' | undefined {
  const second = text[at + 1];
  if (second === undefined) return 'unfinished';
  if (second !== '!' && second !== '?') return undefined;
  if (second === '!' && text.length < at + 9) return 'unfinished';
  const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const end = text.indexOf(closing, at);
  return end < 0 ? 'unfinished' : end + closing.length;
}

/** Reads an OSM XML file. @throws Refused when it is truncated, malformed or something else */
export async function readXml(path: string, visitor: OsmVisitor, options: ReadOptions): Promise<void> {
  const builder = new ElementBuilder(basename(path), visitor, options.wanted);
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
  let rest = '';
  for await (const chunk of stream) {
    options.signal?.throwIfAborted();
    const text = rest + (chunk as string);
    rest = text.slice(readTags(text, builder));
    options.progress?.(stream.bytesRead);
  }
  if (rest.includes('<')) builder.refuse(`is truncated or malformed near "${rest.trim().slice(0, 60)}"`);
  builder.finish();
}
