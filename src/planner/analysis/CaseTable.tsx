import { LIGHT_CASES } from '../../analysis/light/pathLight.ts';
import type { CaseAnswer, StrakAnswer } from '../../analysis/lightAndSight/question.ts';
import { useText } from '../../i18n/TextProvider.tsx';

/** As it stands, the plan alone, and both together, side by side. */
export function CaseTable({ light }: { light: StrakAnswer['light'] }) {
  const { t, format } = useText();
  // Where unknown light may add to it, a figure is a lower bound; of nothing known it is not even that.
  const lux = (answer: CaseAnswer | null, value: number | undefined): string => {
    if (answer === null || value === undefined) return '–';
    const words = format.number(value, 2);
    if (answer.unknownStretches.length === 0) return words;
    return answer.lampCount === 0
      ? t('analysis.class.unknown')
      : t('analysis.profile.atLeast', { lux: words });
  };
  const reached = (answer: CaseAnswer | null): string =>
    answer?.reached ?? t(answer?.outcome === 'unknown' ? 'analysis.class.unknown' : 'analysis.class.none');
  const dark = (answer: CaseAnswer | null): string =>
    format.number((answer?.gaps ?? []).reduce((sum, { lengthMetres }) => sum + lengthMetres, 0));
  const unknown = (answer: CaseAnswer | null): string =>
    format.number((answer?.unknownStretches ?? []).reduce((sum, { lengthMetres }) => sum + lengthMetres, 0));
  const rows: readonly [string, (answer: CaseAnswer | null) => string][] = [
    [t('analysis.compare.lamps'), (answer) => format.number(answer?.lampCount ?? 0)],
    [t('analysis.compare.mean'), (answer) => lux(answer, answer?.figures.meanHorizontal)],
    [t('analysis.compare.minimum'), (answer) => lux(answer, answer?.figures.minimumHorizontal)],
    [t('analysis.compare.class'), reached],
    [t('analysis.compare.dark'), dark],
    [t('analysis.compare.unknown'), unknown],
  ];
  return (
    <table className="analysis-table">
      <caption>{t('analysis.compare')}</caption>
      <thead>
        <tr>
          <td />
          {LIGHT_CASES.map((name) => (
            <th key={name} scope="col" className="numeric">
              {t(`analysis.compare.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([term, show]) => (
          <tr key={term}>
            <th scope="row">{term}</th>
            {LIGHT_CASES.map((name) => (
              <td key={name} className="numeric">
                {show(light[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
