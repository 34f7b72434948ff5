/**
 * Question: how can millions of ways wait in memory until their nodes are known?
 * Method: all references lie in one typed array (8 bytes each); of the classes each distinct one is kept once, and of
 * words like street names each once, for a city's houses repeat a few thousand of both.
 * Complexity: O(references) to pack and to read; some 200 bytes a way instead of 700.
 */
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';
import type { HeldWay } from './buildFeatures.ts';

/** Keeps one of all equal classes. */
export class SharedClasses {
  private readonly classes = new Map<string, OsmClass>();
  private readonly words = new Map<string, string>();

  of(found: readonly OsmClass[]): readonly OsmClass[] {
    return found.map((one) => (one.kind === 'address' ? this.address(one) : this.shared(one)));
  }

  private shared(one: OsmClass): OsmClass {
    const key = JSON.stringify(one);
    const known = this.classes.get(key);
    if (known) return known;
    this.classes.set(key, one);
    return one;
  }

  /** Hardly two addresses are equal, but their words are. */
  private address(one: Extract<OsmClass, { kind: 'address' }>): OsmClass {
    const { street, houseNumber, city, postcode } = one;
    const known = { kind: one.kind, street: this.word(street), houseNumber: this.word(houseNumber) };
    if (city === undefined && postcode === undefined) return known;
    return {
      ...known,
      ...(postcode !== undefined && { postcode: this.word(postcode) }),
      ...(city !== undefined && { city: this.word(city) }),
    };
  }

  private word(word: string): string {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    this.words.set(word, word);
    return word;
  }
}

export class PackedWays {
  private refs = new Float64Array(1 << 12);
  private used = 0;

  pack(refs: readonly number[], classes: readonly OsmClass[], area: string | undefined): HeldWay {
    const from = this.used;
    this.used += refs.length;
    if (this.used > this.refs.length) {
      const grown = new Float64Array(Math.ceil(Math.max(this.used, this.refs.length * 1.5)));
      grown.set(this.refs);
      this.refs = grown;
    }
    this.refs.set(refs, from);
    return new PackedWay(this, { from, to: this.used }, { classes, area });
  }

  read(from: number, to: number): number[] {
    return Array.from(this.refs.subarray(from, to));
  }
}

class PackedWay implements HeldWay {
  readonly classes: readonly OsmClass[];
  readonly area: string | undefined;
  private readonly from: number;
  private readonly to: number;

  constructor(
    private readonly ways: PackedWays,
    { from, to }: { from: number; to: number },
    { classes, area }: Pick<HeldWay, 'classes' | 'area'>,
  ) {
    this.classes = classes;
    this.area = area;
    this.from = from;
    this.to = to;
  }

  get refs(): readonly number[] {
    return this.ways.read(this.from, this.to);
  }
}
