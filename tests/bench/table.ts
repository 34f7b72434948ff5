/** One line of a bench: what was measured, the figure, and the aim if there is one. */
export interface Row {
  readonly what: string;
  readonly value: string;
  readonly aim?: string;
}

export function printTable(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map((row) => row.what.length), 10);
  console.log(`\n${title}`);
  for (const row of rows)
    console.log(`  ${row.what.padEnd(width)}  ${row.value.padStart(24)}  ${row.aim ?? ''}`);
}

/** The middle value; for an even count the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
