import type { OsmMember, OsmVisitor, Wanted } from './osmElement.ts';
import { CorruptProtobuf, ProtobufReader, unzigzag } from './protobuf.ts';

/** What a reader must understand to read the file rightly; anything else and we would misread it. */
const UNDERSTOOD = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const NANO_PER_E7 = 100;
const LIMIT_LNG_E7 = 1_800_000_000;
const LIMIT_LAT_E7 = 900_000_000;

/** The file's header. @throws CorruptProtobuf when the file needs more than we understand (a full history, say) */
export function readHeaderBlock(content: Uint8Array): { date: string | undefined } {
  const reader = new ProtobufReader(content);
  let date: string | undefined;
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 4) {
      const feature = Buffer.from(reader.raw()).toString('utf8');
      if (!UNDERSTOOD.has(feature)) throw new CorruptProtobuf(`needs "${feature}", which is not read`);
    } else if (field === 32) date = new Date(reader.unsigned() * 1000).toISOString();
    else reader.skip();
  }
  return { date };
}

export interface BlockOptions {
  readonly wanted: Wanted;
  /** Whether to look up when each element was changed. */
  readonly datesWanted: boolean;
}

interface Block extends BlockOptions {
  readonly visitor: OsmVisitor;
  readonly text: (index: number) => string;
  granularity: number;
  dateGranularity: number;
  latOffset: number;
  lngOffset: number;
}

/** Decodes one block of elements and hands them to the visitor. */
export function readPrimitiveBlock(content: Uint8Array, visitor: OsmVisitor, options: BlockOptions): void {
  const strings: Uint8Array[] = [];
  const decoded: string[] = [];
  const text = (index: number): string => {
    const known = decoded[index];
    if (known !== undefined) return known;
    const raw = strings[index];
    if (!raw) throw new CorruptProtobuf(`string ${index} of ${strings.length}`);
    decoded[index] = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('utf8');
    return decoded[index] ?? '';
  };
  const block: Block = {
    ...options,
    visitor,
    text,
    granularity: 100,
    dateGranularity: 1000,
    latOffset: 0,
    lngOffset: 0,
  };
  const groups: ProtobufReader[] = [];
  const reader = new ProtobufReader(content);
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 1) readStrings(reader.message(), strings);
    // Groups wait: the granularity may stand after them.
    else if (field === 2) groups.push(reader.message());
    else if (field === 17) block.granularity = reader.unsigned();
    else if (field === 18) block.dateGranularity = reader.unsigned();
    else if (field === 19) block.latOffset = reader.signed();
    else if (field === 20) block.lngOffset = reader.signed();
    else reader.skip();
  }
  for (const group of groups) readGroup(group, block);
}

function readStrings(reader: ProtobufReader, into: Uint8Array[]): void {
  while (!reader.isDone) {
    if (reader.field() === 1) into.push(reader.raw());
    else reader.skip();
  }
}

function readGroup(reader: ProtobufReader, block: Block): void {
  const { nodes, ways, relations } = block.wanted;
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 1 && nodes) readNode(reader.message(), block);
    else if (field === 2 && nodes) readDenseNodes(reader.message(), block);
    else if (field === 3 && ways) readWay(reader.message(), block);
    else if (field === 4 && relations) readRelation(reader.message(), block);
    else reader.skip();
  }
}

function emitNode(block: Block, id: number, raw: { lat: number; lng: number; tags: Tags | undefined }): void {
  const lngE7 = Math.round((block.lngOffset + block.granularity * raw.lng) / NANO_PER_E7);
  const latE7 = Math.round((block.latOffset + block.granularity * raw.lat) / NANO_PER_E7);
  if (Math.abs(lngE7) > LIMIT_LNG_E7 || Math.abs(latE7) > LIMIT_LAT_E7)
    block.visitor.broken?.(`node ${id} off the globe`);
  else block.visitor.node(id, lngE7, latE7, raw.tags);
}

type Tags = Record<string, string>;

function tagsOf(keys: readonly number[], values: readonly number[], block: Block): Tags {
  const tags: Tags = {};
  keys.forEach((key, index) => {
    tags[block.text(key)] = block.text(values[index] ?? Number.NaN);
  });
  return tags;
}

/** Reads Info and says whether the element is still there. */
function isVisible(reader: ProtobufReader, block: Block): boolean {
  let visible = true;
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 2 && block.datesWanted) emitDate(block, reader.unsigned());
    else if (field === 6) visible = reader.unsigned() === 1;
    else reader.skip();
  }
  return visible;
}

const emitDate = (block: Block, ticks: number): void => {
  if (ticks > 0) block.visitor.elementDate?.(new Date(ticks * block.dateGranularity).toISOString());
};

interface RawElement {
  id: number;
  keys: number[];
  values: number[];
  visible: boolean;
}
const rawElement = (): RawElement => ({ id: 0, keys: [], values: [], visible: true });

/** The fields that nodes, ways and relations have alike; false where the field is another. */
function readShared(field: number, reader: ProtobufReader, into: RawElement, block: Block): boolean {
  if (field === 2) reader.repeated(into.keys, 'unsigned');
  else if (field === 3) reader.repeated(into.values, 'unsigned');
  else if (field === 4) into.visible = isVisible(reader.message(), block);
  else return false;
  return true;
}

function readNode(reader: ProtobufReader, block: Block): void {
  const node = rawElement();
  let lat = 0;
  let lng = 0;
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 1) node.id = reader.sint();
    else if (field === 8) lat = reader.sint();
    else if (field === 9) lng = reader.sint();
    else if (!readShared(field, reader, node, block)) reader.skip();
  }
  const tags = node.keys.length > 0 ? tagsOf(node.keys, node.values, block) : undefined;
  if (node.visible) emitNode(block, node.id, { lat, lng, tags });
}

function readDenseInfo(reader: ProtobufReader, block: Block): ProtobufReader | undefined {
  let visible: ProtobufReader | undefined;
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 6) visible = reader.message();
    else if (field === 2 && block.datesWanted) {
      const ticks = reader.message();
      let at = 0;
      let newest = 0;
      while (!ticks.isDone) {
        at += ticks.sint();
        newest = Math.max(newest, at);
      }
      emitDate(block, newest);
    } else reader.skip();
  }
  return visible;
}

function readDenseNodes(reader: ProtobufReader, block: Block): void {
  let ids = reader;
  let lats = reader;
  let lngs = reader;
  let keysValues: ProtobufReader | undefined;
  let visible: ProtobufReader | undefined;
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 1) ids = reader.message();
    else if (field === 5) visible = readDenseInfo(reader.message(), block);
    else if (field === 8) lats = reader.message();
    else if (field === 9) lngs = reader.message();
    else if (field === 10) keysValues = reader.message();
    else reader.skip();
  }
  let id = 0;
  let lat = 0;
  let lng = 0;
  while (!ids.isDone) {
    id += unzigzag(ids.unsigned());
    lat += unzigzag(lats.unsigned());
    lng += unzigzag(lngs.unsigned());
    const tags = keysValues && denseTags(keysValues, block);
    if (!visible || visible.unsigned() === 1) emitNode(block, id, { lat, lng, tags });
  }
}

/** Key and value by turns up to a 0; undefined where there are none. */
function denseTags(reader: ProtobufReader, block: Block): Tags | undefined {
  let tags: Tags | undefined;
  while (!reader.isDone) {
    const key = reader.unsigned();
    if (key === 0) return tags;
    tags ??= {};
    tags[block.text(key)] = block.text(reader.unsigned());
  }
  return tags;
}

/** Turns differences into the numbers themselves, in place. */
function summed(deltas: number[]): number[] {
  let at = 0;
  for (let i = 0; i < deltas.length; i++) {
    at += deltas[i] ?? 0;
    deltas[i] = at;
  }
  return deltas;
}

function readWay(reader: ProtobufReader, block: Block): void {
  const way = rawElement();
  const refs: number[] = [];
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 1) way.id = reader.signed();
    else if (field === 8) reader.repeated(refs, 'sint');
    else if (!readShared(field, reader, way, block)) reader.skip();
  }
  if (way.visible) block.visitor.way(way.id, summed(refs), tagsOf(way.keys, way.values, block));
}

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

function readRelation(reader: ProtobufReader, block: Block): void {
  const relation = rawElement();
  const roles: number[] = [];
  const refs: number[] = [];
  const types: number[] = [];
  while (!reader.isDone) {
    const field = reader.field();
    if (field === 1) relation.id = reader.signed();
    else if (field === 8) reader.repeated(roles, 'unsigned');
    else if (field === 9) reader.repeated(refs, 'sint');
    else if (field === 10) reader.repeated(types, 'unsigned');
    else if (!readShared(field, reader, relation, block)) reader.skip();
  }
  if (!relation.visible) return;
  const members = summed(refs).flatMap((ref, index): OsmMember[] => {
    const type = MEMBER_TYPES[types[index] ?? -1];
    return type ? [{ type, ref, role: block.text(roles[index] ?? Number.NaN) }] : [];
  });
  block.visitor.relation(relation.id, members, tagsOf(relation.keys, relation.values, block));
}
