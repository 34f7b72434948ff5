import type { StretchAnswer } from '../../analysis/lightAndSight/question.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** Stretches as start, end and length in metres. */
export function StretchTable({
  caption,
  stretches,
}: {
  caption: string;
  stretches: readonly StretchAnswer[];
}) {
  const { t, format } = useText();
  if (stretches.length === 0) return null;
  return (
    <table className="analysis-table">
      <caption className="only-read">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {t('analysis.stretch.start')}
          </th>
          <th scope="col" className="numeric">
            {t('analysis.stretch.end')}
          </th>
          <th scope="col" className="numeric">
            {t('analysis.stretch.length')}
          </th>
        </tr>
      </thead>
      <tbody>
        {stretches.map(({ startMetres, endMetres, lengthMetres }) => (
          <tr key={startMetres}>
            <td className="numeric">{format.number(startMetres, 1)}</td>
            <td className="numeric">{format.number(endMetres, 1)}</td>
            <td className="numeric">{format.number(lengthMetres, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
