import type { Difference } from '../proposal/cells.ts';
import type { RecordPlace } from './document.ts';

/** What a gesture is called: a key that the screen translates, and the numbers and names for its sentence. */
export interface StepName {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One gesture of this user on this device, as it can be undone and redone. */
export interface Step extends RecordPlace {
  /** Sorts in the order of making. */
  readonly id: string;
  readonly name: StepName;
  readonly difference: Difference;
  readonly state: 'done' | 'undone';
}

/** A change of more cells than this goes in pieces. */
export const LARGE_CHANGE_CELLS = 2_000;

export const isLarge = ({ difference }: Pick<Step, 'difference'>): boolean =>
  Object.keys(difference).length > LARGE_CHANGE_CELLS;

/** Which steps are meant: those of one record, or of the whole workspace. */
export type Scope = Partial<RecordPlace>;

const within = (step: Step, { collection, recordId }: Scope): boolean =>
  (collection === undefined || step.collection === collection) &&
  (recordId === undefined || step.recordId === recordId);

/** A change of the log of steps, as it is stored. */
export interface StepsChange {
  readonly put: readonly Step[];
  readonly drop: readonly string[];
}

/** The log with a change applied, in the order of making. */
export function changedSteps(steps: readonly Step[], { put, drop }: StepsChange): Step[] {
  const gone = new Set([...drop, ...put.map(({ id }) => id)]);
  return [...steps.filter(({ id }) => !gone.has(id)), ...put].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A new step; what was undone in the same record cannot be redone after it. */
export const pushing = (steps: readonly Step[], step: Step): StepsChange => ({
  put: [step],
  drop: steps.filter((other) => other.state === 'undone' && within(other, step)).map(({ id }) => id),
});

/** The step that undo would take back next. */
export const nextToUndo = (steps: readonly Step[], scope: Scope): Step | undefined =>
  steps.findLast((step) => step.state === 'done' && within(step, scope));

/** The step that redo would do again next. */
export const nextToRedo = (steps: readonly Step[], scope: Scope): Step | undefined =>
  steps.find((step) => step.state === 'undone' && within(step, scope));
