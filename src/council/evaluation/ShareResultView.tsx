import { useMemo } from 'react';
import { shareConclusion } from '../../analysis/evaluation/conclusion.ts';
import {
  type Share,
  shareDifference,
  shareDifferenceInDifferences,
  wilsonInterval,
} from '../../analysis/evaluation/shares.ts';
import { disclosureLevel, respondentsDisclosure } from '../../analysis/hotspots/disclosureLevel.ts';
import type { DataSet } from '../../domain/dataset.ts';
import type { EvaluationDesign } from '../../domain/evaluation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { type ShareCells, shareSeries } from '../../state/evaluationSeries.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { shareConclusionWords } from './conclusionWords.ts';

interface ShareResultProps {
  readonly atlas: Atlas;
  readonly design: EvaluationDesign;
  readonly dataSet: DataSet;
}

const ROWS = [
  ['measure', 'measureBefore', 'measureAfter'],
  ['comparison', 'comparisonBefore', 'comparisonAfter'],
] as const;

/** Whether a share of answers changed, and more than in the comparison area. */
export function ShareResultView({ atlas, design, dataSet }: ShareResultProps) {
  const text = useText();
  const { t } = text;
  const series = useMemo(() => shareSeries(dataSet, design, atlas), [dataSet, design, atlas]);
  if (!series) return null;
  const fewest = Math.min(...Object.values(series.raw).map(({ of }) => of));
  const level = disclosureLevel('working');
  if (respondentsDisclosure(fewest, level) === 'too-few')
    return (
      <p className="box">{t('council.evaluation.fewRespondents', { count: level.fewestRespondents })}</p>
    );
  const cells = series.weighted ?? series.raw;
  const measure = { before: cells.measureBefore, after: cells.measureAfter };
  const comparison = { before: cells.comparisonBefore, after: cells.comparisonAfter };
  const both = shareDifferenceInDifferences(measure, comparison, design.confidence);
  const conclusion = shareConclusion(both, fewest);
  return (
    <>
      <p className="verdict" data-conclusion={conclusion.kind}>
        {shareConclusionWords(text, conclusion)}
      </p>
      <h5>{t('council.evaluation.cautions')}</h5>
      <ul>
        <li>{t('council.caution.survey')}</li>
        {design.chosenBecause === 'high-numbers' && <li>{t('council.caution.regression-to-the-mean')}</li>}
        {series.unheard.length > 0 && (
          <li>{t('council.caution.unheard', { groups: series.unheard.join(', ') })}</li>
        )}
      </ul>
      <ShareTable
        cells={series.raw}
        caption={t('council.evaluation.shares')}
        confidence={design.confidence}
      />
      {series.weighted && (
        <ShareTable
          cells={series.weighted}
          caption={t('council.evaluation.sharesWeighted')}
          confidence={design.confidence}
        />
      )}
      <ShareFigures cells={cells} confidence={design.confidence} />
    </>
  );
}

interface CellsProps {
  readonly cells: ShareCells;
  readonly confidence: number;
}

function ShareTable({ cells, caption, confidence }: CellsProps & { readonly caption: string }) {
  const { t, format } = useText();
  const said = (share: Share): string => {
    const { estimate, low, high } = wilsonInterval(share, confidence);
    return t('council.evaluation.shareOf', {
      share: format.percent(estimate),
      low: format.percent(low),
      high: format.percent(high),
      n: format.number(share.of),
    });
  };
  return (
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('council.column.area')}</th>
          <th scope="col">{t('council.evaluation.before')}</th>
          <th scope="col">{t('council.evaluation.after')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([area, before, after]) => (
          <tr key={area}>
            <th scope="row">{t(`council.area.${area}`)}</th>
            <td data-title={t('council.evaluation.before')}>{said(cells[before])}</td>
            <td data-title={t('council.evaluation.after')}>{said(cells[after])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShareFigures({ cells, confidence }: CellsProps) {
  const { t, format } = useText();
  const points = (interval: { estimate: number; low: number; high: number }): string =>
    t('council.evaluation.points', {
      estimate: format.number(100 * interval.estimate, 1),
      low: format.number(100 * interval.low, 1),
      high: format.number(100 * interval.high, 1),
    });
  const both = shareDifferenceInDifferences(
    { before: cells.measureBefore, after: cells.measureAfter },
    { before: cells.comparisonBefore, after: cells.comparisonAfter },
    confidence,
  );
  return (
    <details>
      <summary>{t('council.evaluation.figures')}</summary>
      <p className="muted small">
        {t('council.evaluation.intervalsAre', { confidence: format.percent(confidence) })}
      </p>
      <DefinitionList>
        {ROWS.map(([area, before, after]) => (
          <Definition key={area} term={t('council.figure.shareChange', { area: t(`council.area.${area}`) })}>
            {points(shareDifference(cells[after], cells[before], confidence))}
          </Definition>
        ))}
        <Definition term={t('council.figure.shareDid')}>{points(both)}</Definition>
        <Definition term={t('council.figure.p')}>{format.number(both.twoSidedP, 3)}</Definition>
      </DefinitionList>
    </details>
  );
}
