import { useMemo } from 'react';
import * as v from 'valibot';
import { draftsOf, EvaluationSchema, frozenDesigns } from '../../domain/evaluation.ts';
import { usePapers } from '../../state/papers.ts';

/** The evaluations that a follow-up can refer to, by the title they were frozen or drafted under. */
export function useEvaluations(): readonly { readonly id: string; readonly title: string }[] {
  const workspace = usePapers((state) => state.workspace);
  const changes = usePapers((state) => state.changes.evaluations);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of changes stands for the records' content
  return useMemo(
    () =>
      (workspace?.ids('evaluations') ?? []).flatMap((id) => {
        const read = v.safeParse(EvaluationSchema, workspace?.read('evaluations', id));
        if (!read.success) return [];
        const design = frozenDesigns(read.output).at(0)?.design ?? draftsOf(read.output).at(-1);
        return design ? [{ id, title: design.title }] : [];
      }),
    [workspace, changes],
  );
}
