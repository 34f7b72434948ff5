import * as Y from 'yjs';
import type { Proposal } from '../domain/proposal.ts';
import { inverseOf } from '../proposal/cells.ts';
import { applyDifference, difference as proposalDifference } from '../proposal/difference.ts';
import type { History, StepOutcome } from './history.ts';
import type { Pace } from './pieces.ts';
import type { Reader } from './reader.ts';
import type { Saver } from './saver.ts';
import type { Scope, StepName } from './steps.ts';
import type { Tabs } from './tabs.ts';

/** A proposal that the user saw, and what a large edit makes of it. */
export interface LargeEdit {
  readonly before: Proposal;
  readonly after: Proposal;
}

interface Parts {
  readonly doc: Y.Doc;
  readonly saver: Saver;
  readonly tabs: Tabs;
  readonly reader: Reader;
  readonly history: History;
}

interface LargeChanges {
  commitLarge(name: StepName, edit: LargeEdit, pace: Pace): Promise<boolean>;
  goLarge(direction: 'undo' | 'redo', scope: Scope, pace: Pace): Promise<StepOutcome | undefined>;
}

/** Changes of very many cells: made in pieces, told to the device, the other tabs and the screen as one. */
export function largeChanges({ doc, saver, tabs, reader, history }: Parts): LargeChanges {
  let isBusy = false;
  /** Works while nobody is told. What was not done in the end is told as what stands: nearly nothing. */
  async function untold<Outcome>(
    recordId: string,
    work: () => Promise<{ readonly outcome: Outcome; readonly isDone: boolean; readonly after?: Proposal }>,
  ): Promise<Outcome> {
    if (isBusy) throw new Error('one large change at a time');
    isBusy = true;
    const vector = Y.encodeStateVector(doc);
    saver.hold();
    tabs.hold();
    reader.hold(recordId);
    let [isDone, after]: [boolean, Proposal | undefined] = [false, undefined];
    try {
      const done = await work();
      [isDone, after] = [done.isDone, done.after];
      return done.outcome;
    } finally {
      const instead = isDone ? undefined : Y.encodeStateAsUpdate(doc, vector);
      saver.release(instead);
      // first on the device, then elsewhere: another tab would keep what this one could lose
      await saver.settled();
      isBusy = false;
      reader.release(after);
      void tabs.release(instead);
    }
  }
  return {
    commitLarge: (name, { before, after }, pace) =>
      untold(after.id, async () => {
        const known = reader.readProposal(after.id);
        const isAsSeen = known?.kind === 'proposal' && known.proposal === before;
        const difference = proposalDifference(before, after);
        const place = { collection: 'proposals', recordId: after.id } as const;
        const isDone = await history.pushInPieces(place, { name, difference }, pace);
        const shown = isDone ? after : before;
        return { outcome: isDone, isDone, ...(isAsSeen && { after: shown }) };
      }),
    goLarge: (direction, scope, pace) =>
      untold(scope.recordId ?? '', async () => {
        const before = reader.readProposal(scope.recordId ?? '');
        const outcome = await history.goInPieces(direction, scope, pace);
        const after = before?.kind === 'proposal' ? afterGoing(before.proposal, outcome) : undefined;
        return { outcome, isDone: outcome !== undefined, ...(after && { after }) };
      }),
  };
}

/** What a proposal is after going over a step: known without reading it again, unless somebody else's change stays. */
function afterGoing(before: Proposal, outcome: StepOutcome | undefined): Proposal | undefined {
  if (!outcome) return before;
  const { step, kept } = outcome;
  if (kept.length > 0 || Object.hasOwn(step.difference, 'id')) return undefined;
  return applyDifference(before, step.state === 'undone' ? inverseOf(step.difference) : step.difference);
}
