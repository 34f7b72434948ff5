/** Why an element that has something to say was left out or only partly used. */
export const REASONS = {
  outside: 'outside the box',
  'no-kind': 'no kind that we keep',
  'wrong-shape': 'drawn in a shape that its kind cannot have (a lamp as a line, a building as a point)',
  'missing-nodes-cut': 'used in pieces: some nodes are missing',
  'missing-nodes': 'nodes are missing',
  degenerate: 'too few different positions for its shape',
  'relation-incomplete': 'used in part: member ways are missing or do not close',
  'relation-no-outer': 'relation without a closed outer ring',
  broken: 'broken element (no id, no position, off the globe)',
  repeated: 'the same element once more (overlapping extracts)',
} as const;
export type Reason = keyof typeof REASONS;

/** How many ids are named per reason. */
const EXAMPLES = 5;

/** Counts what was not used, with a few examples of each reason. */
export class NotUsed {
  private readonly found = new Map<Reason, { count: number; examples: string[] }>();

  add(reason: Reason, id: string): void {
    const entry = this.found.get(reason) ?? { count: 0, examples: [] };
    entry.count++;
    if (entry.examples.length < EXAMPLES) entry.examples.push(id);
    this.found.set(reason, entry);
  }

  countOf(reason: Reason): number {
    return this.found.get(reason)?.count ?? 0;
  }

  /** One line per reason. */
  lines(): string[] {
    return (Object.keys(REASONS) as Reason[]).flatMap((reason) => {
      const entry = this.found.get(reason);
      if (!entry) return [];
      const more = entry.count > entry.examples.length ? ' …' : '';
      return [`${String(entry.count).padStart(9)}  ${REASONS[reason]} (${entry.examples.join(', ')}${more})`];
    });
  }
}
