import type { DataSet } from '../../domain/dataset.ts';
import type { Atlas } from '../../state/atlas.ts';
import type { EvaluationDraft } from '../../state/evaluationDraft.ts';

/** What every part of the form gets. */
export interface PartProps {
  readonly atlas: Atlas;
  readonly draft: EvaluationDraft;
  readonly dataSet: DataSet | undefined;
  readonly change: (part: Partial<EvaluationDraft>) => void;
}
