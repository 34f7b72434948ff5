import type * as Y from 'yjs';
import { type Difference, inverseOf } from '../proposal/cells.ts';
import { type RecordPlace, type Writing, type Written, writeDifference } from './document.ts';
import { breathe, type Pace, writeInPieces } from './pieces.ts';
import {
  changedSteps,
  nextToRedo,
  nextToUndo,
  pushing,
  type Scope,
  type Step,
  type StepName,
  type StepsChange,
} from './steps.ts';

/** What going back or forth over a step did. `kept` are the cells that somebody else has changed since. */
export interface StepOutcome extends Written {
  readonly step: Step;
}

export interface History {
  push(place: RecordPlace, name: StepName, difference: Difference): void;
  undo(scope?: Scope): StepOutcome | undefined;
  redo(scope?: Scope): StepOutcome | undefined;
  /** As `push`, in pieces. Returns whether it was done; cancelled, nothing has changed. */
  pushInPieces(place: RecordPlace, made: MadeStep, pace: Pace): Promise<boolean>;
  /** As `undo` and `redo`, in pieces; undefined when there is nothing to go over, or it was cancelled. */
  goInPieces(direction: 'undo' | 'redo', scope: Scope, pace: Pace): Promise<StepOutcome | undefined>;
  next(scope?: Scope): { readonly undo: Step | undefined; readonly redo: Step | undefined };
  /** Drops the steps of records, so that nothing of what they held is kept to go back to. */
  forget(isForgotten: (place: RecordPlace) => boolean): void;
  /** Takes up steps that were kept earlier and could not be read until now. */
  adopt(steps: readonly Step[]): void;
}

/** A step before it has its place in the log. */
export interface MadeStep {
  readonly name: StepName;
  readonly difference: Difference;
}

export interface HistoryOptions {
  /** The steps that were kept, in the order of making. */
  readonly steps: readonly Step[];
  readonly store: (change: StepsChange) => void;
  /** ISO timestamp. */
  readonly now: () => string;
  readonly newId: () => string;
}

const TIMESTAMP_LENGTH = '2026-01-01T00:00:00.000Z'.length;

/**
 * This device's steps over a document. Only the user's own cells are set back, and only where nobody has changed them
 * since. Yjs' own undo manager forgets when the page closes; this log is stored with the changes it undoes.
 */
export function historyOf(doc: Y.Doc, { steps: kept, store, now, newId }: HistoryOptions): History {
  let steps = changedSteps(kept, { put: [], drop: [] });
  let made = 0;
  const tab = newId();
  const change = (stepsChange: StepsChange): void => {
    steps = changedSteps(steps, stepsChange);
    store(stepsChange);
  };
  const nextStepId = (): string => {
    // A clock that is set back must not put a new step before an old one.
    const last = steps.at(-1)?.id.slice(0, TIMESTAMP_LENGTH) ?? '';
    const at = now();
    made += 1;
    return at > last
      ? `${at}#${String(made).padStart(8, '0')}#${tab}`
      : `${last}#${String(Math.max(made, sequenceOf(steps.at(-1)) + 1)).padStart(8, '0')}#${tab}`;
  };
  /** What going over a step writes, and the step as it then stands. */
  const passing = (step: Step, state: Step['state']): { writing: Writing; passed: Step } => {
    const { collection, recordId } = step;
    const difference = state === 'undone' ? step.difference : inverseOf(step.difference);
    return {
      writing: { collection, recordId, difference, at: now(), rule: 'where-unchanged' },
      passed: { ...step, state },
    };
  };
  const go = (step: Step | undefined, state: Step['state']): StepOutcome | undefined => {
    if (!step) return undefined;
    const { writing, passed } = passing(step, state);
    const result = writeDifference(doc, writing, 'step');
    change({ put: [passed], drop: [] });
    return { step: passed, ...result };
  };
  return {
    push(place, name, difference) {
      if (Object.keys(difference).length === 0) return;
      writeDifference(doc, { ...place, difference, at: now(), rule: 'always' }, 'step');
      change(pushing(steps, { ...place, id: nextStepId(), name, difference, state: 'done' }));
    },
    async pushInPieces(place, { name, difference }, pace) {
      const written = await writeInPieces(doc, { ...place, difference, at: now(), rule: 'always' }, pace);
      if (!written) return false;
      change(pushing(steps, { ...place, id: nextStepId(), name, difference, state: 'done' }));
      return true;
    },
    async goInPieces(direction, scope, pace) {
      const isUndo = direction === 'undo';
      const step = (isUndo ? nextToUndo : nextToRedo)(steps, scope);
      if (!step) return undefined;
      const { writing, passed } = passing(step, isUndo ? 'undone' : 'done');
      await breathe();
      const result = await writeInPieces(doc, writing, pace);
      if (!result) return undefined;
      change({ put: [passed], drop: [] });
      return { step: passed, ...result };
    },
    undo: (scope = {}) => go(nextToUndo(steps, scope), 'undone'),
    redo: (scope = {}) => go(nextToRedo(steps, scope), 'done'),
    next: (scope = {}) => ({ undo: nextToUndo(steps, scope), redo: nextToRedo(steps, scope) }),
    forget(isForgotten) {
      const drop = steps.filter(isForgotten).map(({ id }) => id);
      if (drop.length > 0) change({ put: [], drop });
    },
    adopt(earlier) {
      const known = new Set(steps.map(({ id }) => id));
      steps = changedSteps(steps, { put: earlier.filter(({ id }) => !known.has(id)), drop: [] });
    },
  };
}

const sequenceOf = (step: Step | undefined): number => Number(step?.id.split('#')[1] ?? 0);
