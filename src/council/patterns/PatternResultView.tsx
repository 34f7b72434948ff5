import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePatterns } from '../../state/councilData.ts';
import { type PatternResult, stopPatterns, usePatternWork } from '../../state/patternRun.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { periodWords } from '../data/dataWords.ts';
import { AreaTableView } from './AreaTableView.tsx';
import { FoundPlaces } from './FoundPlaces.tsx';
import { Counted, Method } from './foundWords.tsx';
import { PairChoice } from './PairChoice.tsx';
import { PatternLegend } from './PatternLegend.tsx';

/** What was found: the state of the work, the legend, what it says and what it cannot say. */
export function PatternResultView({ atlas, dataSetId }: { atlas: Atlas; dataSetId: string }) {
  const { t, format } = useText();
  const { state, progress, result } = usePatternWork();
  const own = result?.dataSet.id === dataSetId ? result : null;
  return (
    <section
      className="result"
      aria-label={t('council.result.title')}
      data-pattern={own ? state : 'waiting'}
      data-level={own?.settings.level}
    >
      <h4>{t('council.result.title')}</h4>
      <p className="print-only">{t('council.result.print')}</p>
      <div role="status">
        {state === 'running' && (
          <div className="row">
            <progress value={progress} max={1} aria-label={t('council.result.working')} />
            <span className="small">{format.percent(progress)}</span>
            <button type="button" className="link" onClick={stopPatterns}>
              {t('council.result.stop')}
            </button>
          </div>
        )}
        {state === 'stopped' && <p>{t('council.result.stopped')}</p>}
        {state === 'failed' && <p>{t('council.result.failed')}</p>}
      </div>
      {own && <Answered atlas={atlas} result={own} />}
    </section>
  );
}

function Answered({ atlas, result }: { atlas: Atlas; result: PatternResult }) {
  const text = useText();
  const { t } = text;
  const pair = usePatterns((state) => state.pair);
  const { pair: pairAnswers, shownPeriod } = usePatternWork();
  // One of two periods is drawn by the scale they share.
  const drawn = (shownPeriod !== null && pairAnswers?.[shownPeriod]) || result;
  const { answer, level, settings, dataSet } = result;
  if (answer.kind === 'too-few')
    return <p className="box">{t('council.result.tooFew', { count: level.fewestEvents })}</p>;
  return (
    <>
      <PatternLegend result={drawn} />
      {pair && <PairChoice pair={pair} />}
      {answer.kind === 'areas' ? (
        <AreaTableView table={answer.table} level={level} />
      ) : (
        <FoundPlaces atlas={atlas} result={result} />
      )}
      <DefinitionList>
        <Definition term={t('council.result.n')}>
          <Counted result={result} />
        </Definition>
        <Definition term={t('council.data.period')}>
          {periodWords(text, settings.period ?? dataSet.period)}
        </Definition>
        <Definition term={t('council.data.source')}>{dataSet.source}</Definition>
        <Definition term={t('council.result.method')}>
          <Method result={result} />
        </Definition>
        <Definition term={t('council.result.hidden')}>
          {t('council.result.hiddenAbout', { count: level.fewestEvents, rounded: level.roundedTo })}
          {answer.kind === 'areas' &&
            ` ${t('council.result.hiddenCells', { count: answer.table.hiddenCells })}`}
          {answer.kind === 'density' &&
            answer.pattern.isPartHidden &&
            ` ${t('council.result.hiddenSurface')}`}
        </Definition>
        <Definition term={t('council.result.cannot')}>{t(`council.cannot.${answer.kind}`)}</Definition>
      </DefinitionList>
    </>
  );
}
