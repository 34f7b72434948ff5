import { deflateSync } from 'node:zlib';

/** A tiny OSM PBF encoder for fixtures: the reverse of the reader, written from the format's description alone. */

export interface PlainNode {
  id: number;
  lngE7: number;
  latE7: number;
  tags: Record<string, string>;
}
export interface PlainWay {
  id: number;
  refs: number[];
  tags: Record<string, string>;
}
export interface PlainRelation {
  id: number;
  members: { type: 'node' | 'way' | 'relation'; ref: number; role: string }[];
  tags: Record<string, string>;
}
export interface PlainOsm {
  nodes: PlainNode[];
  ways: PlainWay[];
  relations: PlainRelation[];
}
export interface EncodeOptions {
  /** ISO time for the header. */
  date?: string;
  nodes?: 'dense' | 'plain';
  elementsPerBlock?: number;
  compress?: boolean;
  requiredFeatures?: string[];
  /** Version, time, changeset and author of each element, as files that people download carry them. */
  withHistory?: boolean;
  /** nanodegrees per unit */
  granularity?: number;
}

const varint = (value: bigint): number[] => {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return bytes;
};
const zigzag = (value: number): bigint => {
  const big = BigInt(value);
  return big >= 0n ? big * 2n : -big * 2n - 1n;
};
const key = (field: number, wire: number): number[] => varint(BigInt(field * 8 + wire));
const bytesField = (field: number, bytes: Uint8Array | number[]): Buffer =>
  Buffer.concat([
    Buffer.from([...key(field, 2), ...varint(BigInt(bytes.length))]),
    bytes instanceof Uint8Array ? bytes : Buffer.from(bytes),
  ]);
const numberField = (field: number, value: bigint): Buffer =>
  Buffer.from([...key(field, 0), ...varint(value)]);
const text = (field: number, value: string): Buffer => bytesField(field, Buffer.from(value, 'utf8'));
const packed = (field: number, values: bigint[]): Buffer => bytesField(field, values.flatMap(varint));
const deltas = (values: number[]): bigint[] =>
  values.map((value, index) => zigzag(value - (values[index - 1] ?? 0)));

function blob(type: string, content: Buffer, compress: boolean): Buffer {
  const body = compress
    ? Buffer.concat([numberField(2, BigInt(content.length)), bytesField(3, deflateSync(content))])
    : bytesField(1, content);
  const header = Buffer.concat([text(1, type), numberField(3, BigInt(body.length))]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}

class Strings {
  private readonly index = new Map<string, number>([['', 0]]);
  of(value: string): bigint {
    const known = this.index.get(value) ?? this.index.size;
    this.index.set(value, known);
    return BigInt(known);
  }
  table(): Buffer {
    return bytesField(1, Buffer.concat([...this.index.keys()].map((value) => text(1, value))));
  }
}

const tagFields = (tags: Record<string, string>, strings: Strings): Buffer => {
  const entries = Object.entries(tags);
  return Buffer.concat([
    packed(
      2,
      entries.map(([k]) => strings.of(k)),
    ),
    packed(
      3,
      entries.map(([, v]) => strings.of(v)),
    ),
  ]);
};

function nodeGroup(nodes: PlainNode[], strings: Strings, options: EncodeOptions): Buffer {
  const unit = (options.granularity ?? 100) / 100;
  const units = (e7: number) => Math.round(e7 / unit);
  if (options.nodes === 'plain')
    return Buffer.concat(
      nodes.map((node) =>
        bytesField(
          1,
          Buffer.concat([
            numberField(1, zigzag(node.id)),
            tagFields(node.tags, strings),
            numberField(8, zigzag(units(node.latE7))),
            numberField(9, zigzag(units(node.lngE7))),
          ]),
        ),
      ),
    );
  const keysValues = nodes.flatMap(({ tags }) => [
    ...Object.entries(tags).flatMap(([k, v]) => [strings.of(k), strings.of(v)]),
    0n,
  ]);
  const dense = Buffer.concat([
    packed(1, deltas(nodes.map(({ id }) => id))),
    ...(options.withHistory ? [bytesField(5, denseHistory(nodes, strings))] : []),
    packed(8, deltas(nodes.map(({ latE7 }) => units(latE7)))),
    packed(9, deltas(nodes.map(({ lngE7 }) => units(lngE7)))),
    packed(10, keysValues),
  ]);
  return bytesField(2, dense);
}

const IDS_PER_EDIT = 4096;

/** Made up, but as in life: neighbours are from one edit, edits are in disorder. The same id gives the same. */
function historyOf(id: number, strings: Strings) {
  const noise = Math.imul(Math.floor(id / IDS_PER_EDIT), 2654435761) >>> 0;
  const uid = (noise >>> 4) % 4000;
  return {
    version: 1 + (noise % 5),
    timestamp: 1_200_000_000 + (noise % 400_000_000),
    changeset: 1_000_000 + (noise % 140_000_000),
    uid,
    user: Number(strings.of(`mapper ${uid}`)),
  };
}

function denseHistory(nodes: PlainNode[], strings: Strings): Buffer {
  const histories = nodes.map(({ id }) => historyOf(id, strings));
  return Buffer.concat([
    packed(
      1,
      histories.map(({ version }) => BigInt(version)),
    ),
    packed(2, deltas(histories.map(({ timestamp }) => timestamp))),
    packed(3, deltas(histories.map(({ changeset }) => changeset))),
    packed(4, deltas(histories.map(({ uid }) => uid))),
    packed(5, deltas(histories.map(({ user }) => user))),
  ]);
}

function historyField(id: number, strings: Strings): Buffer {
  const { version, timestamp, changeset, uid, user } = historyOf(id, strings);
  const numbers = [version, timestamp, changeset, uid, user];
  return bytesField(4, Buffer.concat(numbers.map((value, at) => numberField(at + 1, BigInt(value)))));
}

const TYPES = ['node', 'way', 'relation'];

const wayGroup = (ways: PlainWay[], strings: Strings, withHistory = false): Buffer =>
  Buffer.concat(
    ways.map(({ id, refs, tags }) =>
      bytesField(
        3,
        Buffer.concat([
          numberField(1, BigInt(id)),
          tagFields(tags, strings),
          ...(withHistory ? [historyField(id, strings)] : []),
          packed(8, deltas(refs)),
        ]),
      ),
    ),
  );

const relationGroup = (relations: PlainRelation[], strings: Strings): Buffer =>
  Buffer.concat(
    relations.map(({ id, members, tags }) =>
      bytesField(
        4,
        Buffer.concat([
          numberField(1, BigInt(id)),
          tagFields(tags, strings),
          packed(
            8,
            members.map(({ role }) => strings.of(role)),
          ),
          packed(9, deltas(members.map(({ ref }) => ref))),
          packed(
            10,
            members.map(({ type }) => BigInt(TYPES.indexOf(type))),
          ),
        ]),
      ),
    ),
  );

/** The bytes of an OSM PBF file. */
export function encodePbf(osm: PlainOsm, options: EncodeOptions = {}): Buffer {
  const compress = options.compress ?? true;
  const size = options.elementsPerBlock ?? 8000;
  const header = [text(4, 'OsmSchema-V0.6'), text(4, 'DenseNodes')];
  for (const feature of options.requiredFeatures ?? []) header.push(text(4, feature));
  if (options.date !== undefined) header.push(numberField(32, BigInt(Date.parse(options.date) / 1000)));
  const blobs = [blob('OSMHeader', Buffer.concat(header), compress)];
  const chunks = <T>(all: T[], encode: (part: T[], strings: Strings) => Buffer): void => {
    for (let i = 0; i < all.length; i += size) {
      const strings = new Strings();
      const group = bytesField(2, encode(all.slice(i, i + size), strings));
      const granularity = options.granularity ? [numberField(17, BigInt(options.granularity))] : [];
      blobs.push(blob('OSMData', Buffer.concat([strings.table(), group, ...granularity]), compress));
    }
  };
  chunks(osm.nodes, (part, strings) => nodeGroup(part, strings, options));
  chunks(osm.ways, (part, strings) => wayGroup(part, strings, options.withHistory));
  chunks(osm.relations, relationGroup);
  return Buffer.concat(blobs);
}
