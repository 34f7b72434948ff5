import * as v from 'valibot';
import { designHash } from '../analysis/evaluation/designHash.ts';
import { historyOf, type Stamp } from '../domain/entry.ts';
import {
  type Evaluation,
  type EvaluationDesign,
  type EvaluationEntry,
  EvaluationSchema,
  frozenDesigns,
} from '../domain/evaluation.ts';
import type { Json } from '../proposal/cells.ts';
import type { Workspace } from '../storage/workspace.ts';
import { useAuthor } from './author.ts';
import { newId, nowStamp, usePapers } from './papers.ts';

const parsed = new WeakMap<object, Evaluation | null>();

function parsedEvaluation(raw: Json | undefined): Evaluation | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const known = parsed.get(raw);
  if (known !== undefined) return known;
  const result = v.safeParse(EvaluationSchema, raw);
  const evaluation = result.success ? (result.output as Evaluation) : null;
  parsed.set(raw, evaluation);
  return evaluation;
}

const NONE: readonly Evaluation[] = [];
let last: {
  readonly at: number;
  readonly workspace: Workspace;
  readonly list: readonly Evaluation[];
} | null = null;

/** The evaluations of this workspace, in the order of making; the same list while none changes. */
export function useEvaluations(): readonly Evaluation[] {
  return usePapers(({ workspace, changes }) => {
    if (!workspace) return NONE;
    if (last?.at !== changes.evaluations || last.workspace !== workspace) {
      const list = workspace
        .ids('evaluations')
        .flatMap((id) => parsedEvaluation(workspace.read('evaluations', id)) ?? [])
        .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
      last = { at: changes.evaluations, workspace, list };
    }
    return last.list;
  });
}

function openWorkspace(): Workspace {
  const { workspace } = usePapers.getState();
  if (!workspace) throw new Error('the workspace is not open yet');
  return workspace;
}

const newStamp = (): Stamp => ({ id: newId(), at: nowStamp(), author: useAuthor.getState().name || '–' });

function commit(before: Evaluation | undefined, after: Evaluation, key: string): void {
  openWorkspace().commit({
    collection: 'evaluations',
    recordId: after.id,
    name: { key },
    before: before && (JSON.parse(JSON.stringify(before)) as Json),
    after: JSON.parse(JSON.stringify(after)) as Json,
  });
}

const withEntries = (evaluation: Evaluation, entries: readonly EvaluationEntry[]): Evaluation => ({
  ...evaluation,
  entries: { ...evaluation.entries, ...Object.fromEntries(entries.map((entry) => [entry.id, entry])) },
});

/** The newest draft that has not been frozen. */
export function openDraft(evaluation: Evaluation): Extract<EvaluationEntry, { kind: 'design' }> | undefined {
  const entries = historyOf(evaluation.entries);
  const frozen = new Set(entries.flatMap((entry) => (entry.kind === 'freeze' ? [entry.designId] : [])));
  return entries.flatMap((entry) => (entry.kind === 'design' && !frozen.has(entry.id) ? [entry] : [])).at(-1);
}

/** Keeps a draft: in a new evaluation, or in place of the draft before. Answers the evaluation's id. */
export function saveDraft(design: EvaluationDesign, evaluation?: Evaluation): string {
  const stamp = newStamp();
  const kept = evaluation ?? { id: newId(), createdAt: stamp.at, createdBy: stamp.author, entries: {} };
  const before = evaluation && openDraft(evaluation);
  const entry: EvaluationEntry = {
    ...stamp,
    kind: 'design',
    design,
    ...(before && { replaces: [before.id] }),
  };
  commit(evaluation, withEntries(kept, [entry]), 'council.step.draft');
  return kept.id;
}

/** Freezes a design by its hash, before any result of it is shown. Answers the evaluation's id. */
export async function freezeDesign(design: EvaluationDesign, evaluation?: Evaluation): Promise<string> {
  // The hash is taken of what will be read back.
  const plain = JSON.parse(JSON.stringify(design)) as EvaluationDesign;
  const sha256 = await designHash(plain);
  const stamp = newStamp();
  const kept = evaluation ?? { id: newId(), createdAt: stamp.at, createdBy: stamp.author, entries: {} };
  const before = evaluation && openDraft(evaluation);
  const entries: EvaluationEntry[] = [
    { ...stamp, kind: 'design', design: plain, ...(before && { replaces: [before.id] }) },
    { ...newStamp(), kind: 'freeze', designId: stamp.id, sha256 },
  ];
  commit(evaluation, withEntries(kept, entries), 'council.step.freeze');
  return kept.id;
}

/** Adds a reading of the result, or why it was done otherwise. */
export function addEvaluationNote(evaluation: Evaluation, text: string): void {
  commit(evaluation, withEntries(evaluation, [{ ...newStamp(), kind: 'note', text }]), 'council.step.note');
}

/** What an evaluation is called: the title of its newest design. */
export const titleOf = (evaluation: Evaluation): string =>
  openDraft(evaluation)?.design.title ?? frozenDesigns(evaluation).at(-1)?.design.title ?? '';
