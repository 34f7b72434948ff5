import { askHotCells, askSurface, type Following } from '../../../src/analysis/hotspots/client.ts';
import type { PatternEvents } from '../../../src/analysis/hotspots/patterns.ts';
import { normalFrom, seededRandom } from '../../../src/analysis/hotspots/seededRandom.ts';

/** What the bench is told of one question, as the page met it. */
export interface Asked {
  /** From the question to the answer in the page, both transfers included. */
  readonly milliseconds: number;
  readonly cells: number;
  readonly progressMessages: number;
  /** The longest the page was kept from anything else. */
  readonly longestBlockMs: number;
}

const SIDE_METRES = 12_500;

function seededEvents(count: number): PatternEvents {
  const random = seededRandom(20230614);
  const centres = Array.from({ length: 30 }, () => [random() * SIDE_METRES, random() * SIDE_METRES] as const);
  const [eastMetres, northMetres] = [new Float64Array(count), new Float64Array(count)];
  const within = (metres: number): number => Math.min(SIDE_METRES, Math.max(0, metres));
  for (let i = 0; i < count; i++) {
    const [east, north] = centres[i % 30] as readonly [number, number];
    const gathered = i % 2 === 0;
    eastMetres[i] = gathered ? within(east + 300 * normalFrom(random)) : random() * SIDE_METRES;
    northMetres[i] = gathered ? within(north + 300 * normalFrom(random)) : random() * SIDE_METRES;
  }
  const weights = new Float64Array(count).fill(1);
  return { points: { eastMetres, northMetres }, weights, boundary: [], fewestEvents: 5 };
}

async function asked(
  count: number,
  ask: (events: PatternEvents, following: Following) => Promise<{ grid: { columns: number; rows: number } }>,
): Promise<Asked> {
  const events = seededEvents(count);
  let [progressMessages, longestBlockMs, last, isOver] = [0, 0, performance.now(), false];
  const pulse = (): void => {
    const now = performance.now();
    longestBlockMs = Math.max(longestBlockMs, now - last);
    last = now;
    if (!isOver) setTimeout(pulse, 0);
  };
  pulse();
  const start = performance.now();
  const { grid } = await ask(events, {
    onProgress: () => {
      progressMessages++;
    },
  });
  const milliseconds = performance.now() - start;
  isOver = true;
  return { milliseconds, cells: grid.columns * grid.rows, progressMessages, longestBlockMs };
}

const questions = {
  density: (count: number) => asked(count, (events, following) => askSurface(events, 125, following)),
  cells: (count: number) =>
    asked(count, (events, following) =>
      askHotCells(events, { cellMetres: 25, radiusMetres: 200, level: 0.05 }, following),
    ),
};
export type BenchQuestions = typeof questions;
declare global {
  interface Window {
    patterns: BenchQuestions;
  }
}
window.patterns = questions;
