/**
 * Question: how can the ways of a large extract wait for their nodes?
 * Method: references, classes and the tag `area` lie in columns, one row a way; a way is made of its row when asked
 * for. Complexity: O(1) to find, O(references) to add and to read; some 80 bytes a way and 8 a reference.
 */
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';
import { type ClassTable, Words } from './classTable.ts';
import { Column } from './column.ts';

/** A way between reading and building: its tags are already read into classes. */
export interface HeldWay {
  readonly refs: readonly number[];
  readonly classes: readonly OsmClass[];
  /** The tag `area`, which decides what a closed way is. */
  readonly area: string | undefined;
}

export class WayStore {
  private readonly rows = new Map<number, number>();
  private readonly refs = new Column(Float64Array);
  private readonly refsTo = new Column(Uint32Array);
  private readonly classNumbers = new Column(Uint32Array);
  private readonly classesTo = new Column(Uint32Array);
  private readonly areas = new Column(Uint32Array);
  private readonly areaWords = new Words();

  constructor(private readonly classes: ClassTable) {}

  get size(): number {
    return this.rows.size;
  }

  has(id: number): boolean {
    return this.rows.has(id);
  }

  /** Whether the way is known, and is something by itself. */
  isSomething(id: number): boolean {
    const row = this.rows.get(id);
    return row !== undefined && this.classesTo.at(row) > this.start(this.classesTo, row);
  }

  /** Takes a way, or takes it anew. */
  set(id: number, { refs, classes, area }: HeldWay): void {
    this.rows.set(id, this.refsTo.length);
    this.refs.pushAll(refs);
    this.refsTo.push(this.refs.length);
    for (const found of classes) this.classNumbers.push(this.classes.numberOf(found));
    this.classesTo.push(this.classNumbers.length);
    this.areas.push(this.areaWords.numberOf(area));
  }

  get(id: number): HeldWay | undefined {
    const row = this.rows.get(id);
    return row === undefined ? undefined : this.read(row);
  }

  *[Symbol.iterator](): Generator<readonly [id: number, way: HeldWay]> {
    for (const [id, row] of this.rows) yield [id, this.read(row)];
  }

  private read(row: number): HeldWay {
    return {
      refs: this.refs.slice(this.start(this.refsTo, row), this.refsTo.at(row)),
      classes: this.classNumbers
        .slice(this.start(this.classesTo, row), this.classesTo.at(row))
        .map((number) => this.classes.at(number)),
      area: this.areaWords.at(this.areas.at(row)),
    };
  }

  private start(ends: Column, row: number): number {
    return row === 0 ? 0 : ends.at(row - 1);
  }
}
