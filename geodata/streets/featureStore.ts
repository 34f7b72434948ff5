/**
 * Question: how can millions of features be held and gone through again and again?
 * Method: element, class and geometry lie in columns; a feature is made of them when asked for, and let go again. An
 * element that is two things has its geometry once. Complexity: O(positions) to add and to read; 17 bytes a feature
 * and 8 a position, where objects took some 400.
 */
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';
import type { ClassTable } from './classTable.ts';
import { Column } from './column.ts';
import type { FeatureList, FlatE7, StreetFeature, StreetGeometry } from './streetFeature.ts';

const ELEMENTS = ['n', 'w', 'r'] as const;
export type ElementLetter = (typeof ELEMENTS)[number];
const [POINT, LINE, AREA] = [0, 1, 2];

export class FeatureStore implements FeatureList {
  private elements = new Column(Uint8Array);
  private ids = new Column(Float64Array);
  private classNumbers = new Column(Uint32Array);
  private places = new Column(Uint32Array);
  /** Shape, then as many lists as it has, each with its length before it. */
  private readonly geometries = new Column(Int32Array);

  constructor(private readonly classes: ClassTable) {}

  get length(): number {
    return this.ids.length;
  }

  /** Adds one feature for each thing that the element is. */
  add(
    element: ElementLetter,
    id: number,
    { classes, geometry }: { classes: readonly OsmClass[]; geometry: StreetGeometry },
  ): void {
    if (classes.length === 0) return;
    const place = this.geometries.length;
    this.write(geometry);
    for (const found of [...classes].sort((one, other) => byText(one.kind, other.kind))) {
      this.elements.push(ELEMENTS.indexOf(element));
      this.ids.push(id);
      this.classNumbers.push(this.classes.numberOf(found));
      this.places.push(place);
    }
  }

  at(index: number): StreetFeature | undefined {
    return index >= 0 && index < this.length ? this.read(index) : undefined;
  }

  *[Symbol.iterator](): Generator<StreetFeature> {
    for (let index = 0; index < this.length; index++) yield this.read(index);
  }

  kindAt(index: number): OsmClass['kind'] {
    return this.classes.at(this.classNumbers.at(index)).kind;
  }

  /** By element, then kind: the same features in the same order from any file that holds the same data. */
  sort(): void {
    const count = this.length;
    const compare = (one: number, other: number): number =>
      this.elements.at(one) - this.elements.at(other) ||
      this.ids.at(one) - this.ids.at(other) ||
      byText(this.kindAt(one), this.kindAt(other));
    let sorted = true;
    for (let index = 1; index < count && sorted; index++) sorted = compare(index - 1, index) <= 0;
    if (sorted) return;
    const order = new Uint32Array(count).map((_, index) => index).sort((a, b) => compare(a, b) || a - b);
    const inOrder = (from: Column, to: Column): Column => {
      for (const index of order) to.push(from.at(index));
      return to;
    };
    this.elements = inOrder(this.elements, new Column(Uint8Array));
    this.ids = inOrder(this.ids, new Column(Float64Array));
    this.classNumbers = inOrder(this.classNumbers, new Column(Uint32Array));
    this.places = inOrder(this.places, new Column(Uint32Array));
  }

  private read(index: number): StreetFeature {
    return {
      id: `${ELEMENTS[this.elements.at(index)]}${this.ids.at(index)}`,
      class: this.classes.at(this.classNumbers.at(index)),
      geometry: new Reading(this.geometries, this.places.at(index)).geometry(),
    };
  }

  private write(geometry: StreetGeometry): void {
    const to = this.geometries;
    const list = (flat: FlatE7) => {
      to.push(flat.length);
      to.pushAll(flat);
    };
    if (geometry.shape === 'point') {
      to.push(POINT);
      to.pushAll(geometry.at);
    } else if (geometry.shape === 'line') {
      to.pushAll([LINE, geometry.lines.length]);
      geometry.lines.forEach(list);
    } else {
      to.pushAll([AREA, geometry.polygons.length]);
      for (const rings of geometry.polygons) {
        to.push(rings.length);
        rings.forEach(list);
      }
    }
  }
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Reads one geometry from where it was written. */
class Reading {
  constructor(
    private readonly from: Column,
    private place: number,
  ) {}

  geometry(): StreetGeometry {
    const shape = this.next();
    if (shape === POINT) return { shape: 'point', at: [this.next(), this.next()] };
    if (shape === LINE) return { shape: 'line', lines: this.each(() => this.flat()) };
    return { shape: 'area', polygons: this.each(() => this.each(() => this.flat())) };
  }

  private next(): number {
    return this.from.at(this.place++);
  }

  private each<One>(read: () => One): One[] {
    const count = this.next();
    const all: One[] = [];
    for (let i = 0; i < count; i++) all.push(read());
    return all;
  }

  private flat(): FlatE7 {
    const length = this.next();
    this.place += length;
    return this.from.slice(this.place - length, this.place);
  }
}
