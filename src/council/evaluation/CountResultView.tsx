import { useMemo } from 'react';
import { protectedTable } from '../../analysis/hotspots/disclosure.ts';
import { disclosureLevel } from '../../analysis/hotspots/disclosureLevel.ts';
import type { DataSet } from '../../domain/dataset.ts';
import type { EvaluationDesign } from '../../domain/evaluation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { type CountResult, countResult } from '../../state/evaluationSeries.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { cautionWords, conclusionWords, displacementWords } from './conclusionWords.ts';
import { SeriesChart } from './SeriesChart.tsx';

interface CountResultProps {
  readonly atlas: Atlas;
  readonly design: EvaluationDesign;
  readonly dataSet: DataSet;
}

/** Whether counted events became fewer: the sentence first, then what else it could be, then the figures. */
export function CountResultView({ atlas, design, dataSet }: CountResultProps) {
  const text = useText();
  const { t } = text;
  const result = useMemo((): CountResult | null => {
    try {
      return countResult(dataSet, design, atlas);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }, [dataSet, design, atlas]);
  if (!result) return <p className="box">{t('council.evaluation.noMonths')}</p>;
  const { conclusion, attribution, cautions } = result.evaluation;
  return (
    <>
      <p className="verdict" data-conclusion={conclusion.kind}>
        {conclusionWords(text, conclusion)}
      </p>
      {attribution !== 'not-applicable' && <p>{t(`council.attribution.${attribution}`)}</p>}
      {cautions.length > 0 && (
        <>
          <h5>{t('council.evaluation.cautions')}</h5>
          <ul>
            {cautions.map((caution) => (
              <li key={caution.kind}>{cautionWords(text, caution)}</li>
            ))}
          </ul>
        </>
      )}
      <FourCounts result={result} />
      <SeriesChart months={result.months} />
      <Figures result={result} design={design} />
    </>
  );
}

/** Events before and after in each area, small ones hidden. */
function FourCounts({ result: { months } }: { result: CountResult }) {
  const { t, format } = useText();
  const level = disclosureLevel('working');
  const hasBuffer = months.every(({ buffer }) => buffer !== undefined);
  const areas = hasBuffer
    ? (['measure', 'buffer', 'comparison'] as const)
    : (['measure', 'comparison'] as const);
  const sumOf = (area: (typeof areas)[number], period: 'before' | 'after'): number =>
    months.reduce((sum, month) => sum + (month.period === period ? (month[area] ?? 0) : 0), 0);
  const table = protectedTable(
    areas.map((area) => [sumOf(area, 'before'), sumOf(area, 'after')]),
    level.fewestEvents,
  );
  const shown = (count: number | undefined): string =>
    count === undefined ? t('council.table.hidden') : format.number(count);
  const lengths = (['before', 'after'] as const).map(
    (period) => months.filter((month) => month.period === period).length,
  );
  return (
    <table className="table">
      <caption>{t('council.evaluation.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('council.column.area')}</th>
          <th scope="col" className="numeric">
            {t('council.evaluation.beforeMonths', { count: lengths[0] ?? 0 })}
          </th>
          <th scope="col" className="numeric">
            {t('council.evaluation.afterMonths', { count: lengths[1] ?? 0 })}
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area, i) => (
          <tr key={area}>
            <th scope="row">{t(`council.area.${area}`)}</th>
            <td className="numeric" data-title={t('council.evaluation.before')}>
              {shown(table.cells[i]?.[0])}
            </td>
            <td className="numeric" data-title={t('council.evaluation.after')}>
              {shown(table.cells[i]?.[1])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The figures behind the sentence, each with its interval. */
function Figures({ result, design }: { result: CountResult; design: EvaluationDesign }) {
  const text = useText();
  const { t, format } = text;
  const { effect, difference, displacement, overdispersion, preTrend } = result.evaluation;
  /** Without the minus that rounding leaves on nothing. */
  const signed = (value: number, digits: number): string =>
    format.number(Number(value.toFixed(digits)) + 0, digits);
  const interval = (
    { estimate, low, high }: { estimate: number; low: number; high: number },
    digits: number,
  ): string =>
    t('council.evaluation.interval', {
      estimate: signed(estimate, digits),
      low: signed(low, digits),
      high: signed(high, digits),
    });
  return (
    <details>
      <summary>{t('council.evaluation.figures')}</summary>
      <p className="muted small">
        {t('council.evaluation.intervalsAre', { confidence: format.percent(design.confidence) })}
      </p>
      <DefinitionList>
        <Definition term={t('council.figure.change')}>{interval(effect.changePercent, 0)}</Definition>
        <Definition term={t('council.figure.res')}>{interval(effect.effectSize, 2)}</Definition>
        <Definition term={t('council.figure.did')}>{interval(effect.rateRatio, 2)}</Definition>
        <Definition term={t('council.figure.p')}>{format.number(effect.twoSidedP, 3)}</Definition>
        <Definition term={t('council.figure.phi')}>
          {overdispersion === undefined ? t('council.figure.phiUnknown') : format.number(overdispersion, 2)}
        </Definition>
        <Definition term={t('council.figure.wdd')}>
          {`${interval(difference.difference, 0)}, ${t('council.figure.se', { se: format.number(difference.standardError, 1) })}`}
        </Definition>
        <Definition term={t('council.figure.wdq')}>
          {displacement ? displacementWords(text, displacement) : t('council.figure.noBuffer')}
        </Definition>
        <Definition term={t('council.figure.trend')}>
          {preTrend
            ? t('council.figure.trendPerMonth', {
                percent: format.number(100 * (Math.exp(preTrend.slopePerMonth) - 1), 1),
                p: format.number(preTrend.twoSidedP, 2),
              })
            : t('council.figure.trendUnknown')}
        </Definition>
      </DefinitionList>
    </details>
  );
}
