/*
 * Question  How much may be shown where: to those at work on it, in a meeting, outside the house?
 * Method    A product rule with three levels, each stricter than the one before. No statute states a number; common
 *           practice hides cells under five, groups under ten respondents, and percentages from fewer than thirty.
 * Units     counts of events, respondents, metres.
 */

/** working: on the device of someone at work on the case. presented: on a screen in a room. exported: in any file or print. */
export const DISCLOSURE_LEVELS = ['working', 'presented', 'exported'] as const;
export type DisclosureLevelName = (typeof DISCLOSURE_LEVELS)[number];

export interface DisclosureLevel {
  /** Counts from 1 to this less one are hidden. */
  readonly fewestEvents: number;
  /** Groups with fewer respondents say nothing. */
  readonly fewestRespondents: number;
  /** Shares are shown from this many respondents. */
  readonly fewestForShare: number;
  /** Shown counts are rounded to multiples of this; 1 means exact. */
  readonly roundedTo: number;
  /** Places are no finer than this. */
  readonly finestCellMetres: number;
}

/** Nobody may choose a lower threshold than this, not even for work. */
export const LOWEST_THRESHOLD = 3;

const STANDARD: Readonly<Record<DisclosureLevelName, DisclosureLevel>> = {
  working: {
    fewestEvents: 5,
    fewestRespondents: 10,
    fewestForShare: 10,
    roundedTo: 1,
    finestCellMetres: 100,
  },
  presented: {
    fewestEvents: 5,
    fewestRespondents: 10,
    fewestForShare: 30,
    roundedTo: 5,
    finestCellMetres: 250,
  },
  exported: {
    fewestEvents: 10,
    fewestRespondents: 20,
    fewestForShare: 30,
    roundedTo: 5,
    finestCellMetres: 500,
  },
};

/**
 * The rule of a level. A threshold chosen for work may go down to `LOWEST_THRESHOLD`; chosen higher it raises the
 * stricter levels too, and chosen lower it never weakens them.
 */
export function disclosureLevel(name: DisclosureLevelName, chosenThreshold?: number): DisclosureLevel {
  const standard = STANDARD[name];
  if (chosenThreshold === undefined) return standard;
  const chosen = Math.max(LOWEST_THRESHOLD, Math.ceil(chosenThreshold));
  return {
    ...standard,
    fewestEvents: name === 'working' ? chosen : Math.max(standard.fewestEvents, chosen),
  };
}

/** A count as a level shows it, after hiding: rounded to the nearest multiple, so that no small difference can be taken. */
export function roundedCount(count: number | undefined, { roundedTo }: DisclosureLevel): number | undefined {
  return count === undefined ? undefined : Math.round(count / roundedTo) * roundedTo;
}

/** What may be said of a group of respondents: a share, only that too few answered, or how many did. */
export function respondentsDisclosure(
  respondents: number,
  level: DisclosureLevel,
): 'share' | 'count' | 'too-few' {
  if (respondents < level.fewestRespondents) return 'too-few';
  return respondents < level.fewestForShare ? 'count' : 'share';
}
