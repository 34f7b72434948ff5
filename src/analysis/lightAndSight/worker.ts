import { expose, transfer } from 'comlink';
import type { LngLat } from '../../geometry/plane.ts';
import { areaSeenTogether } from '../sight/unionArea.ts';
import { changePlan, type LivePlan, livePlan, setGround, setOptics } from './livePlan.ts';
import { placeAnswer, planSteps } from './livePlanSteps.ts';
import type { EntryChange, Ground, OpticFile, PlaceAnswer, Report, Settings } from './question.ts';

/** After so long without a break the worker looks whether something newer has come. */
const BREAK_MS = 12;

const breaks = new MessageChannel();
const takeBreak = (): Promise<void> =>
  new Promise((resolve) => {
    breaks.port1.onmessage = () => resolve();
    breaks.port2.postMessage(null);
  });

let plan: LivePlan | null = null;
let generation = 0;

/** The first union is slow to compile; better before the first drag than in it. */
function warmUp(): void {
  const square = (at: number) => [
    [at, at] as const,
    [at + 40, at] as const,
    [at + 40, at + 40] as const,
    [at, at + 40] as const,
  ];
  areaSeenTogether([{ outlines: [[...square(0)]] }, { outlines: [[...square(10)]] }]);
}

function buffersOf(report: Report): Transferable[] {
  return report.kind === 'tiles' ? report.tiles.map(({ pixels }) => pixels.buffer) : [];
}

const service = {
  setGround(ground: Ground): void {
    generation += 1;
    if (plan) setGround(plan, ground);
    else plan = livePlan(ground);
  },
  setOptics(files: readonly OpticFile[]): void {
    generation += 1;
    if (plan) setOptics(plan, files);
  },
  change(change: EntryChange, settings: Settings): void {
    generation += 1;
    if (plan) changePlan(plan, change, settings);
  },
  /** Works off what waits. `stale` when something newer came in between: then it is called again. */
  async work(report: (part: Report) => void): Promise<'done' | 'stale'> {
    if (!plan) return 'done';
    const mine = generation;
    let began = performance.now();
    for (const part of planSteps(plan)) {
      if (part) report(transfer(part, buffersOf(part)));
      if (performance.now() - began < BREAK_MS) continue;
      await takeBreak();
      if (mine !== generation) return 'stale';
      began = performance.now();
    }
    return 'done';
  },
  at(lngLat: LngLat): PlaceAnswer | null {
    return plan && placeAnswer(plan, lngLat);
  },
  warmUp,
};
export type LightAndSightService = typeof service;
expose(service);
