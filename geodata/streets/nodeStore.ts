/**
 * Question: where is node 123?
 * Method: parallel typed arrays (16 bytes a node), sorted by id once all nodes are in; binary search. Extracts are
 * nearly always sorted already, and then sealing costs one comparison a node.
 * Complexity: add O(1) amortised, seal O(n) or O(n log n), find O(log n).
 */
export class NodeStore {
  private ids = new Float64Array(1 << 12);
  private lngs = new Int32Array(1 << 12);
  private lats = new Int32Array(1 << 12);
  private count = 0;
  private sorted = true;

  get size(): number {
    return this.count;
  }

  add(id: number, lngE7: number, latE7: number): void {
    if (this.count === this.ids.length) this.grow();
    if (this.count > 0 && id <= (this.ids[this.count - 1] ?? 0)) this.sorted = false;
    this.ids[this.count] = id;
    this.lngs[this.count] = lngE7;
    this.lats[this.count] = latE7;
    this.count++;
  }

  /** The node's place in the store, or -1. */
  find(id: number): number {
    if (!this.sorted) this.sort();
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.ids[middle] ?? 0;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  lngE7(place: number): number {
    return this.lngs[place] ?? 0;
  }

  latE7(place: number): number {
    return this.lats[place] ?? 0;
  }

  private grow(): void {
    // Half as much again, not double: the old and the new arrays are alive together.
    const length = Math.ceil(this.ids.length * 1.5);
    const grown = <A extends Float64Array | Int32Array>(from: A, to: A): A => {
      to.set(from);
      return to;
    };
    this.ids = grown(this.ids, new Float64Array(length));
    this.lngs = grown(this.lngs, new Int32Array(length));
    this.lats = grown(this.lats, new Int32Array(length));
  }

  /** Sorts by id; of a node that came twice (two overlapping extracts) the first stays. */
  private sort(): void {
    const order = new Uint32Array(this.count).map((_, index) => index);
    const { ids, lngs, lats } = this;
    order.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0) || a - b);
    const unique = order.filter((place, index) => index === 0 || ids[place] !== ids[order[index - 1] ?? 0]);
    this.ids = Float64Array.from(unique, (place) => ids[place] ?? 0);
    this.lngs = Int32Array.from(unique, (place) => lngs[place] ?? 0);
    this.lats = Int32Array.from(unique, (place) => lats[place] ?? 0);
    this.count = unique.length;
    this.sorted = true;
  }
}
