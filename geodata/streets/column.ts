type Page = Float64Array | Int32Array | Uint32Array | Uint8Array;

const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;

/** Numbers that are only ever added at the end. They lie in pages: growing copies nothing, so never needs double room. */
export class Column {
  private readonly pages: Page[] = [];
  private count = 0;

  constructor(private readonly Kind: new (length: number) => Page) {}

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    const page = this.pages[this.count >>> PAGE_BITS] ?? this.newPage();
    page[this.count & (PAGE - 1)] = value;
    this.count++;
  }

  pushAll(values: readonly number[]): void {
    for (const value of values) this.push(value);
  }

  /** 0 where nothing was added. */
  at(index: number): number {
    return this.pages[index >>> PAGE_BITS]?.[index & (PAGE - 1)] ?? 0;
  }

  slice(from: number, to: number): number[] {
    const values = new Array<number>(to - from);
    for (let i = from; i < to; i++) values[i - from] = this.at(i);
    return values;
  }

  private newPage(): Page {
    const page = new this.Kind(PAGE);
    this.pages.push(page);
    return page;
  }
}
