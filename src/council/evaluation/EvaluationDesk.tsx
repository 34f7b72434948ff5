import { useEffect } from 'react';
import { type Evaluation, frozenDesigns } from '../../domain/evaluation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { openCouncilData, useCouncilData } from '../../state/councilData.ts';
import { hideEvaluationAreas } from '../../state/evaluationAreas.ts';
import { openDraft, titleOf, useEvaluations } from '../../state/evaluations.ts';
import { stopPatterns } from '../../state/patternRun.ts';
import { changeView, useOpen } from '../../state/store.ts';
import '../desk.css';
import { DesignForm } from './DesignForm.tsx';
import { EvaluationView } from './EvaluationView.tsx';

/** The address of an evaluation that has not been kept yet. */
const NEW = 'new';

/** Did it work? A list of what has been followed up, one of them, or a new one. */
export default function EvaluationDesk({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const paperId = useOpen((state) => state.view.paperId);
  const evaluations = useEvaluations();
  const isOpen = useCouncilData((state) => state.dataSets !== null);
  useEffect(() => void openCouncilData(atlas.city.id), [atlas.city.id]);
  useEffect(() => {
    stopPatterns();
    return hideEvaluationAreas;
  }, []);
  const chosen = evaluations.find(({ id }) => id === paperId);
  if (!isOpen) return <p role="status">{t('app.loading')}</p>;
  if (paperId === NEW)
    return <DesignForm key={NEW} atlas={atlas} onDone={open} onCancel={() => open(null)} />;
  if (chosen)
    return <EvaluationView key={chosen.id} atlas={atlas} evaluation={chosen} onClose={() => open(null)} />;
  return (
    <div className="desk">
      <h3>{t('council.evaluation.title')}</h3>
      <p>{t('council.evaluation.intro')}</p>
      {evaluations.length === 0 ? (
        <p className="muted">{t('council.evaluation.none')}</p>
      ) : (
        <ul className="plain-list">
          {evaluations.map((evaluation) => (
            <EvaluationLine key={evaluation.id} evaluation={evaluation} />
          ))}
        </ul>
      )}
      <div>
        <button type="button" className="primary" onClick={() => open(NEW)}>
          {t('council.evaluation.new')}
        </button>
      </div>
    </div>
  );
}

const open = (paperId: string | null): void => changeView({ paperId });

function EvaluationLine({ evaluation }: { evaluation: Evaluation }) {
  const { t, format } = useText();
  const first = frozenDesigns(evaluation)[0];
  return (
    <li className="data-card">
      <button type="button" className="link strong" onClick={() => open(evaluation.id)}>
        {titleOf(evaluation)}
      </button>
      <p className="muted small">
        {first
          ? t('council.evaluation.frozenOn', { date: format.date(first.at.slice(0, 10)) })
          : t('council.evaluation.draft')}
        {first && openDraft(evaluation) && ` ${t('council.evaluation.changedDraft')}`}
      </p>
    </li>
  );
}
