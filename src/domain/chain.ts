import { wordingsOf } from './entry.ts';
import { actionState, type CouncilPlace, type PlaceEntryOf, placeEntries } from './hotspot.ts';

/** An action with what came of it. */
export interface ChainAction {
  readonly action: PlaceEntryOf<'action'>;
  readonly state: ReturnType<typeof actionState>;
  readonly results: readonly PlaceEntryOf<'result'>[];
}
export interface ChainCause {
  readonly cause: PlaceEntryOf<'cause'>;
  readonly actions: readonly ChainAction[];
}
export interface ChainProblem {
  readonly problem: PlaceEntryOf<'problem'>;
  readonly causes: readonly ChainCause[];
}

/** Problem → cause → action → result, each entry in force exactly once; what hangs on nothing stands loose. */
export interface Chain {
  readonly problems: readonly ChainProblem[];
  readonly looseCauses: readonly ChainCause[];
  readonly looseActions: readonly ChainAction[];
}

/** The chain of a place on a day (ISO date). A correction keeps its links: what hung on the old wording hangs on the new. */
export function chainOf(place: CouncilPlace, today: string): Chain {
  const hangsOn = (ids: readonly string[], id: string): boolean => {
    const wordings = wordingsOf(place.entries, id);
    return ids.some((each) => wordings.has(each));
  };
  const results = placeEntries(place, 'result');
  const left = new Set(
    placeEntries(place, 'action').map(
      (action): ChainAction => ({
        action,
        state: actionState(place, action, today),
        results: results.filter(({ actionId }) => hangsOn([actionId], action.id)),
      }),
    ),
  );
  const take = <T>(from: Set<T>, belongs: (item: T) => boolean): T[] => {
    const taken = [...from].filter(belongs);
    for (const item of taken) from.delete(item);
    return taken;
  };
  const causes = new Set(
    placeEntries(place, 'cause').map(
      (cause): ChainCause => ({
        cause,
        actions: take(left, ({ action }) => hangsOn(action.causeIds, cause.id)),
      }),
    ),
  );
  const problems = placeEntries(place, 'problem').map(
    (problem): ChainProblem => ({
      problem,
      causes: take(causes, ({ cause }) => hangsOn(cause.problemIds, problem.id)),
    }),
  );
  return { problems, looseCauses: [...causes], looseActions: [...left] };
}
