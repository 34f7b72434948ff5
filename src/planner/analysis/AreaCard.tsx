import type { AreaAnswer } from '../../analysis/lightAndSight/question.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { SeenLines } from './SeenLines.tsx';
import { TogetherBar } from './TogetherBar.tsx';

/** One area of the plan: how much of it is lit, seen, both or neither. */
export function AreaCard({ answer, name }: { answer: AreaAnswer; name: string }) {
  const { t, format } = useText();
  return (
    <details className="analysis-card">
      <summary>
        <span className="strong">{name}</span>
      </summary>
      <p className="muted">
        {t('analysis.area.size', {
          area: format.number(answer.areaSquareMetres),
          cell: format.number(answer.cellMetres),
        })}
      </p>
      <SeenLines seen={answer.seen} />
      <h4>{t('analysis.together')}</h4>
      <TogetherBar shares={answer.together} />
    </details>
  );
}
