/**
 * Reads protocol buffers: only what OSM PBF needs, without a schema compiler.
 * Source: https://protobuf.dev/programming-guides/encoding/. Whole numbers are exact up to 2^53.
 */

/** The bytes are no protocol buffer, or end in the middle of one. */
export class CorruptProtobuf extends Error {}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
const TWO_TO_32 = 4_294_967_296;

/** Undoes zigzag coding: 0, 1, 2, 3 … stand for 0, -1, 1, -2 …. */
export const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

export class ProtobufReader {
  private at: number;
  private wire = VARINT;

  constructor(
    private readonly bytes: Uint8Array,
    start = 0,
    private readonly end = bytes.length,
  ) {
    this.at = start;
  }

  get isDone(): boolean {
    return this.at >= this.end;
  }

  /** The number of the next field. */
  field(): number {
    const key = this.unsigned();
    this.wire = key & 7;
    return key >>> 3;
  }

  /** Passes over the value of the field just named. */
  skip(): void {
    if (this.wire === VARINT) this.unsigned();
    else if (this.wire === BYTES) this.move(this.unsigned());
    else if (this.wire === FIXED64) this.move(8);
    else if (this.wire === FIXED32) this.move(4);
    else throw new CorruptProtobuf(`wire type ${this.wire}`);
  }

  unsigned(): number {
    let byte = this.byte();
    if (byte < 0x80) return byte;
    let low = byte & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      byte = this.byte();
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return low;
    }
    return this.wide(low);
  }

  /** int64: negative numbers fill all ten bytes. */
  signed(): number {
    const start = this.at;
    const value = this.unsigned();
    if (this.at - start < 10) return value;
    this.at = start;
    let low = 0;
    let high = 0;
    for (let i = 0; i < 10; i++) {
      const bits = this.byte() & 0x7f;
      if (i < 4) low |= bits << (7 * i);
      else if (i === 4) {
        low |= bits << 28;
        high |= bits >> 4;
      } else high |= bits << (7 * i - 32);
    }
    return high * TWO_TO_32 + (low >>> 0);
  }

  sint(): number {
    return unzigzag(this.unsigned());
  }

  message(): ProtobufReader {
    const length = this.unsigned();
    const start = this.at;
    this.move(length);
    return new ProtobufReader(this.bytes, start, this.at);
  }

  raw(): Uint8Array {
    const length = this.unsigned();
    const start = this.at;
    this.move(length);
    return this.bytes.subarray(start, this.at);
  }

  /** A repeated number: packed, or one at a time. Appends to `into`. */
  repeated(into: number[], decode: 'unsigned' | 'sint'): void {
    if (this.wire !== BYTES) {
      into.push(this[decode]());
      return;
    }
    const packed = this.message();
    while (!packed.isDone) into.push(packed[decode]());
  }

  private byte(): number {
    if (this.at >= this.end) throw new CorruptProtobuf('ends inside a number');
    return this.bytes[this.at++] ?? 0;
  }

  private move(length: number): void {
    this.at += length;
    if (this.at > this.end) throw new CorruptProtobuf('ends inside a field');
  }

  private wide(low28: number): number {
    let value = low28;
    let scale = 2 ** 28;
    for (let i = 4; i < 10; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new CorruptProtobuf('a number longer than ten bytes');
  }
}
