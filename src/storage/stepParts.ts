/**
 * Question: how is a step over very many cells kept without copying all of it in one go?
 * Method: its difference lies beside it in parts, records of the same store whose keys continue the step's own. What a
 * step changed never changes, so going over it writes the step anew and leaves the parts.
 */
import type { Difference } from '../proposal/cells.ts';
import { slices } from './pieces.ts';
import type { Step } from './steps.ts';

/** A step of more cells is kept in parts; one part is copied in a few milliseconds. */
const PART_CELLS = 1_000;

/** A step as it lies in the store; where it has parts, its own difference is empty. */
export interface StepHead extends Step {
  readonly parts?: number;
}

export interface StepPart {
  readonly id: string;
  readonly stepId: string;
  readonly difference: Difference;
}

/** Later than every part of the step, and before any other step: a step's parts begin with its id and a slash. */
export const lastKeyOf = (stepId: string): string => `${stepId}/~`;
export const partKeyOf = (stepId: string, nth: number): string => `${stepId}/${String(nth).padStart(6, '0')}`;

/** A step as it is kept. The parts are made when asked for: a step that is there already has them. */
export function partedStep(step: Step): { readonly head: StepHead; parts(): Generator<StepPart> } {
  const paths = Object.keys(step.difference);
  if (paths.length <= PART_CELLS) return { head: step, *parts() {} };
  const count = Math.ceil(paths.length / PART_CELLS);
  return {
    head: { ...step, difference: {}, parts: count },
    *parts() {
      let nth = 0;
      for (const slice of slices(paths, PART_CELLS)) {
        const difference = Object.fromEntries(slice.map((path) => [path, step.difference[path] ?? {}]));
        yield { id: partKeyOf(step.id, nth++), stepId: step.id, difference };
      }
    },
  };
}

/** The steps of a store's records. A step that has lost a part is left out: half of it must not be undone. */
export function joinedSteps(records: readonly (StepHead | StepPart)[]): Step[] {
  const parts = new Map<string, StepPart[]>();
  for (const record of records)
    if ('stepId' in record) parts.set(record.stepId, [...(parts.get(record.stepId) ?? []), record]);
  return records.flatMap((record): Step[] => {
    if ('stepId' in record) return [];
    const { parts: count, ...step } = record;
    if (count === undefined) return [step];
    const own = parts.get(step.id) ?? [];
    if (own.length !== count) return [];
    return [{ ...step, difference: Object.assign({}, ...own.map(({ difference }) => difference)) }];
  });
}
