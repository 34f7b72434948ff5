import type { FeatureChange, Proposal } from '../domain/proposal.ts';

type Values = Readonly<Record<string, unknown>>;
const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('coordinates' in value);

function merged(left: Values, right: Values): Values {
  const next: Record<string, unknown> = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = left[key];
    if (value === undefined) continue;
    next[key] = isValues(value) && isValues(before) ? merged(before, value) : value;
  }
  return next;
}

/** A proposal with one more change laid over each of several features. The ids are not checked: callers know them. */
export function withChanges(
  proposal: Proposal,
  changes: Iterable<readonly [id: string, change: FeatureChange]>,
): Proposal {
  const changed: Record<string, FeatureChange> = { ...proposal.changed };
  let any = false;
  for (const [id, change] of changes) {
    if (Object.keys(change).length === 0) continue;
    changed[id] = merged(changed[id] ?? {}, change);
    any = true;
  }
  return any ? { ...proposal, changed } : proposal;
}
