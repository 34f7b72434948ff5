/**
 * Question: how can the classes of millions of elements be held?
 * Method: each distinct class is kept once and known by its number. Hardly two addresses are equal, but their words
 * are: an address is four numbers of words. Complexity: O(1) to number and to read.
 */
import type { OsmClass } from '../../src/exchange/osm/osmClass.ts';
import { Column } from './column.ts';

type Address = Extract<OsmClass, { kind: 'address' }>;
/** Numbers from here on are addresses. */
const FIRST_ADDRESS = 2 ** 31;
const WORDS_PER_ADDRESS = 4;

/** Words by number; 0 is no word. */
export class Words {
  private readonly words: (string | undefined)[] = [undefined];
  private readonly numbers = new Map<string, number>();

  numberOf(word: string | undefined): number {
    if (word === undefined) return 0;
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  at(number: number): string | undefined {
    return this.words[number];
  }
}

export class ClassTable {
  private readonly classes: OsmClass[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly words = new Words();
  private readonly addresses = new Column(Uint32Array);

  numberOf(found: OsmClass): number {
    if (found.kind === 'address') return this.numberOfAddress(found);
    const key = JSON.stringify(found);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.classes.length);
    return this.classes.push(found) - 1;
  }

  /** @throws RangeError when the number was never given */
  at(number: number): OsmClass {
    if (number >= FIRST_ADDRESS) return this.address(number - FIRST_ADDRESS);
    const found = this.classes[number];
    if (!found) throw new RangeError(`class ${number} of ${this.classes.length}`);
    return found;
  }

  private numberOfAddress({ street, houseNumber, postcode, city }: Address): number {
    const number = this.addresses.length / WORDS_PER_ADDRESS;
    for (const word of [street, houseNumber, postcode, city]) this.addresses.push(this.words.numberOf(word));
    return FIRST_ADDRESS + number;
  }

  private address(number: number): Address {
    const from = number * WORDS_PER_ADDRESS;
    const [street = '', houseNumber = '', postcode, city] = this.addresses
      .slice(from, from + WORDS_PER_ADDRESS)
      .map((word) => this.words.at(word));
    return {
      kind: 'address',
      street,
      houseNumber,
      ...(postcode !== undefined && { postcode }),
      ...(city !== undefined && { city }),
    };
  }
}
