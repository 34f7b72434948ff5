import { useSyncExternalStore } from 'react';
import type { Proposal } from '../domain/proposal.ts';
import { usePlanning } from '../state/planning.ts';

/** Numbers that change faster than this are not read. */
const CALM_MS = 120;

let shown: Proposal | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

function tell(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  shown = usePlanning.getState().proposal;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  shown = usePlanning.getState().proposal;
  stop ??= usePlanning.subscribe((now, before) => {
    if (now.proposal === before.proposal && now.base === before.base) return;
    if (now.base === null) tell();
    else timer ??= setTimeout(tell, CALM_MS);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

const read = (): Proposal | null => {
  const { proposal, base } = usePlanning.getState();
  return base === null || shown?.id !== proposal?.id ? proposal : shown;
};

/**
 * The open proposal for panels that write it out: as it looks now, but during a gesture only some times a second,
 * so that a drag spends its frames on the map.
 */
export const useCalmProposal = (): Proposal | null => useSyncExternalStore(subscribe, read);
