/// <reference lib="webworker" />
import { expose, transfer } from 'comlink';
import { zoneClock } from '../time/localTime.ts';
import { type TimedEvents, timeBins } from '../time/timeBins.ts';
import type { Watcher } from './interruption.ts';
import {
  type GatheringRule,
  gatheringsOf,
  type HotCellsRule,
  hotCells,
  type PatternEvents,
  surfacePattern,
} from './patterns.ts';

/** Told the share done; a proxy of the page's function. */
type Tell = (share: number) => void;

/** Progress at most this often: each message costs more than a step of the calculation. */
const TELL_EVERY_MS = 50;

function watching(tell: Tell): Watcher {
  let last = performance.now();
  return {
    onProgress: (share) => {
      const now = performance.now();
      if (now - last < TELL_EVERY_MS) return;
      last = now;
      tell(share);
    },
  };
}

/** The worker is a list of ordinary functions; stopping it is ending it. */
const questions = {
  surface(events: PatternEvents, bandwidthMetres: number, tell: Tell) {
    const pattern = surfacePattern(events, bandwidthMetres, watching(tell));
    return transfer(pattern, [pattern.densityPerKm2.buffer]);
  },
  cells(events: PatternEvents, rule: HotCellsRule, tell: Tell) {
    const pattern = hotCells(events, rule, watching(tell));
    return transfer(pattern, [pattern.classes.buffer, pattern.z.buffer]);
  },
  gatherings: (events: PatternEvents, rule: GatheringRule, tell: Tell) =>
    gatheringsOf(events, rule, watching(tell)),
  times(events: TimedEvents, timeZone: string, tell: Tell) {
    const bins = timeBins(events, zoneClock(timeZone), watching(tell));
    return transfer(bins, [bins.from.buffer, bins.bin.buffer, bins.share.buffer]);
  },
};
export type Questions = typeof questions;

expose(questions);
