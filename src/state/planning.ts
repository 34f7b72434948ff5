import { create } from 'zustand';
import type { PackageFeature } from '../domain/feature.ts';
import type { PlanFeature, Proposal } from '../domain/proposal.ts';
import {
  type CityFeatures,
  cityFeaturesOf,
  effectiveFeature,
  effectiveFeatures,
  type Plan,
} from '../proposal/apply.ts';
import type { Pace } from '../storage/pieces.ts';
import type { ProposalReading } from '../storage/reader.ts';
import { isLarge, type StepName } from '../storage/steps.ts';
import type { Workspace } from '../storage/workspace.ts';
import { doLong } from './longWork.ts';
import { openPapers, usePapers } from './papers.ts';
import { changeView, useOpen } from './store.ts';

/** What a press on the map does. */
export const TOOLS = ['choose', 'box', 'lasso', 'light', 'camera', 'strak', 'area'] as const;
export type Tool = (typeof TOOLS)[number];

/** Something that has been done, to be said aloud and shown: a text's key and its numbers. */
export interface Said extends StepName {
  /** The step that the sentence names, if it names one. */
  readonly step?: StepName;
  /** Counts up, so that the same words can be said twice. */
  readonly nth: number;
}

interface Planning {
  /** The open proposal as it looks now: during a gesture the unfinished one. */
  readonly proposal: Proposal | null;
  /** The open proposal after the last finished gesture. */
  readonly committed: Proposal | null;
  /** What the unfinished gesture began from; null when there is no gesture. */
  readonly base: Proposal | null;
  /** What the unfinished gesture changes. */
  readonly heldIds: ReadonlySet<string>;
  readonly compared: Proposal | null;
  /** Why no proposal is open, though one was asked for. */
  readonly trouble:
    | { readonly kind: 'missing' }
    | { readonly kind: 'unreadable'; readonly why: string }
    | null;
  readonly chosenIds: ReadonlySet<string>;
  readonly tool: Tool;
  /** The corner of the chosen line or outline that keys move and remove. */
  readonly cornerIndex: number | null;
  /** What undo and redo would go over next. */
  readonly steps: { readonly undo: StepName | null; readonly redo: StepName | null };
  readonly said: Said | null;
}

/** Held against this, a proposal is compared with the city as it is. */
export const CITY_TODAY = 'city-today';

const NONE: ReadonlySet<string> = new Set();

/** What the planner has before them. Changed only through the functions below. */
export const usePlanning = create<Planning>(() => ({
  proposal: null,
  committed: null,
  base: null,
  heldIds: NONE,
  compared: null,
  trouble: null,
  chosenIds: NONE,
  tool: 'choose',
  cornerIndex: null,
  steps: { undo: null, redo: null },
  said: null,
}));

const set = usePlanning.setState;
const get = usePlanning.getState;

const citiesByFeatures = new WeakMap<readonly PackageFeature[], CityFeatures>();

/** The city's features by id, once per set of features. */
export function cityOf(features: readonly PackageFeature[]): CityFeatures {
  const known = citiesByFeatures.get(features) ?? cityFeaturesOf(features as readonly PlanFeature[]);
  citiesByFeatures.set(features, known);
  return known;
}

/** A proposal and the city it is for. */
export const planOf = (proposal: Proposal, cityFeatures: readonly PackageFeature[]): Plan => ({
  proposal,
  city: cityOf(cityFeatures),
});

const appliedByProposal = new WeakMap<
  Proposal,
  { readonly city: readonly PackageFeature[]; readonly features: readonly PlanFeature[] }
>();

/** The city with the proposal applied, once for each state of both; the city as it is when there is none. */
export function planFeatures(
  proposal: Proposal | null,
  cityFeatures: readonly PackageFeature[],
): readonly PlanFeature[] {
  if (!proposal) return cityFeatures as readonly PlanFeature[];
  const known = appliedByProposal.get(proposal);
  if (known?.city === cityFeatures) return known.features;
  const features = effectiveFeatures(planOf(proposal, cityFeatures));
  appliedByProposal.set(proposal, { city: cityFeatures, features });
  return features;
}

/**
 * The city with the open proposal applied as it looks now. During a gesture only what is held is laid anew: the rest
 * are the features that the gesture began from.
 */
export function featuresNow(cityFeatures: readonly PackageFeature[]): readonly PlanFeature[] {
  const { proposal, base, heldIds } = get();
  if (!proposal || !base || proposal === base) return planFeatures(proposal, cityFeatures);
  const plan = planOf(proposal, cityFeatures);
  return planFeatures(base, cityFeatures).flatMap((feature) => {
    const { id } = feature.properties;
    return heldIds.has(id) ? (effectiveFeature(plan, id) ?? []) : feature;
  });
}

let following: Promise<Workspace> | null = null;

/** Opens the workspace and keeps the open proposal as the address and the papers say. */
export function openPlanning(cityId: string): Promise<Workspace> {
  following ??= openPapers(cityId).then((workspace) => {
    workspace.subscribe((collection) => {
      if (collection === 'proposals') refresh(workspace);
    });
    useOpen.subscribe(({ view }, before) => {
      const { paperId, comparedId } = before.view;
      if (view.paperId !== paperId || view.comparedId !== comparedId) refresh(workspace);
    });
    refresh(workspace);
    return workspace;
  });
  return following;
}

const proposalIn = (reading: ProposalReading | undefined): Proposal | null =>
  reading?.kind === 'proposal' ? reading.proposal : null;

function refresh(workspace: Workspace): void {
  const { paperId, comparedId, room } = useOpen.getState().view;
  if (room !== 'planner' && paperId === null) return;
  const reading = paperId === null ? undefined : workspace.readProposal(paperId);
  const committed = proposalIn(reading);
  const before = get();
  const isOther = committed?.id !== before.committed?.id;
  // a gesture goes on over somebody else's change; it is laid over the new state when it is finished
  const isGesture = !isOther && before.base !== null;
  set({
    committed,
    ...(!isGesture && { base: null, heldIds: NONE }),
    proposal: isGesture ? before.proposal : committed,
    compared: comparedOf(workspace, comparedId, committed),
    trouble: troubleOf(paperId, reading),
    steps: stepsOf(workspace, paperId),
    ...(isOther && { chosenIds: NONE, tool: 'choose' as const }),
  });
}

function comparedOf(workspace: Workspace, comparedId: string | null, open: Proposal | null): Proposal | null {
  if (comparedId === null) return null;
  if (comparedId === CITY_TODAY)
    return open && { ...open, id: CITY_TODAY, added: {}, changed: {}, removed: {} };
  return proposalIn(workspace.readProposal(comparedId));
}

function troubleOf(paperId: string | null, reading: ProposalReading | undefined): Planning['trouble'] {
  if (paperId === null || reading?.kind === 'proposal') return null;
  return reading ? { kind: 'unreadable', why: reading.why } : { kind: 'missing' };
}

const stepsScope = (recordId: string) => ({ collection: 'proposals', recordId }) as const;

function stepsOf(workspace: Workspace, paperId: string | null): Planning['steps'] {
  if (paperId === null) return { undo: null, redo: null };
  const { undo, redo } = workspace.next(stepsScope(paperId));
  // a proposal is not unmade by undoing in it: it is archived
  const isBirth = undo !== undefined && Object.hasOwn(undo.difference, 'id');
  return { undo: isBirth ? null : (undo?.name ?? null), redo: redo?.name ?? null };
}

/** Shows a gesture that is not finished: nothing is kept yet. `heldIds` are the features it changes. */
export function showGesture(unfinished: Proposal, heldIds: ReadonlySet<string>): void {
  set(({ base, committed }) => ({ proposal: unfinished, heldIds, base: base ?? committed }));
}

/** Takes an unfinished gesture back. */
export function dropGesture(): void {
  set(({ committed }) => ({ proposal: committed, base: null, heldIds: NONE }));
}

/** Keeps the proposal as a gesture left it: one step, which undo takes back. */
export function commitEdit(name: StepName, after: Proposal): void {
  const { workspace } = usePapers.getState();
  const { committed, base } = get();
  if (!workspace || !committed || after.id !== committed.id) return;
  set({ proposal: committed, base: null, heldIds: NONE });
  workspace.commitProposal(name, base ?? committed, after);
  refresh(workspace);
}

/** Brings the open proposal back to a named version, as a step that undo takes back. */
export function restoreVersion(versionId: string, name: StepName): void {
  const { workspace } = usePapers.getState();
  if (!workspace) return;
  dropGesture();
  workspace.restoreVersion(versionId, name);
  refresh(workspace);
}

/** Keeps a new proposal and opens it. */
export function commitNew(name: StepName, proposal: Proposal): void {
  const { workspace } = usePapers.getState();
  if (!workspace) return;
  workspace.commitProposal(name, undefined, proposal);
  changeView({ paperId: proposal.id });
}

/**
 * Keeps a proposal after an edit of very many things, as one step and without holding the page up. Returns whether it
 * was kept; cancelled, all is as before.
 */
export async function commitLargeEdit(
  name: StepName,
  edit: (before: Proposal) => Proposal,
  pace: Pace,
): Promise<boolean> {
  const { workspace } = usePapers.getState();
  const { committed } = get();
  if (!workspace || !committed) return false;
  dropGesture();
  const isKept = await workspace.commitLarge(name, { before: committed, after: edit(committed) }, pace);
  refresh(workspace);
  return isKept;
}

const saidGone = (direction: 'undo' | 'redo', step: StepName): void =>
  say({ key: direction === 'undo' ? 'planner.said.undone' : 'planner.said.redone', step });

/** Goes back or forth over one step of the open proposal. Returns what was passed, or null when there is nothing. */
export function goOverStep(direction: 'undo' | 'redo'): StepName | null {
  const { workspace } = usePapers.getState();
  const { committed, steps } = get();
  const name = steps[direction];
  if (!workspace || !committed || !name) return null;
  dropGesture();
  const next = workspace.next(stepsScope(committed.id))[direction];
  if (next && isLarge(next)) {
    void doLong({ key: `planner.long.${direction}`, step: name }, async (pace) => {
      if (await workspace.goLarge(direction, stepsScope(committed.id), pace)) saidGone(direction, name);
      refresh(workspace);
    });
    return name;
  }
  const outcome = workspace[direction](stepsScope(committed.id));
  if (!outcome) return null;
  refresh(workspace);
  saidGone(direction, outcome.step.name);
  return outcome.step.name;
}

export function takeTool(tool: Tool): void {
  dropGesture();
  set({ tool, cornerIndex: null });
}

export function chooseIds(ids: Iterable<string>): void {
  set({ chosenIds: new Set(ids), cornerIndex: null });
}

export function chooseCorner(cornerIndex: number | null): void {
  set({ cornerIndex });
}

/** Adds to what is chosen, or takes away what is chosen already. */
export function toggleIds(ids: Iterable<string>): void {
  const chosen = new Set(get().chosenIds);
  for (const id of ids) if (!chosen.delete(id)) chosen.add(id);
  set({ chosenIds: chosen, cornerIndex: null });
}

/** Says what has been done, for the eye and for the ear. */
export function say(words: Omit<Said, 'nth'>): void {
  set(({ said }) => ({ said: { ...words, nth: (said?.nth ?? 0) + 1 } }));
}
