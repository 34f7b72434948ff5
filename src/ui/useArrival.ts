import { type ComponentType, useEffect, useState } from 'react';

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

// each loader's own component, so what it holds always fits its key
const arrived = new WeakMap<object, unknown>();

/**
 * A part of the page whose code comes later: null until it is there. React's `lazy` would hold the part back up to
 * 300 ms more, so that many parts come at once; the map is what the page waits for.
 * @param load the same function at every call, from the module's own scope
 * @throws into the nearest boundary when the code cannot be fetched
 */
export function useArrival<Props>(load: Load<Props>): ComponentType<Props> | null {
  const known = (arrived.get(load) as ComponentType<Props> | undefined) ?? null;
  const [state, setState] = useState<{ part: ComponentType<Props> | null; problem: unknown }>({
    part: known,
    problem: null,
  });
  useEffect(() => {
    if (known) return;
    let isGone = false;
    load().then(
      ({ default: part }) => {
        arrived.set(load, part);
        if (!isGone) setState({ part, problem: null });
      },
      (problem: unknown) => {
        if (!isGone) setState({ part: null, problem });
      },
    );
    return () => {
      isGone = true;
    };
  }, [load, known]);
  if (state.problem) throw state.problem;
  return state.part;
}
