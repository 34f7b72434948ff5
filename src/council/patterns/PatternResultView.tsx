import { Fragment } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { usePatterns } from '../../state/councilData.ts';
import { type PatternResult, stopPatterns, usePatternWork } from '../../state/patternRun.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { periodWords } from '../data/dataWords.ts';
import { AreaTableView } from './AreaTableView.tsx';
import { FoundPlaces } from './FoundPlaces.tsx';
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
  const { answer, level, settings, dataSet } = result;
  if (answer.kind === 'too-few')
    return <p className="box">{t('council.result.tooFew', { count: level.fewestEvents })}</p>;
  return (
    <>
      <PatternLegend result={result} />
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

/** How many events stand behind it; few are not told apart. */
function Counted({ result }: { result: PatternResult }) {
  const { t, format } = useText();
  const { answer, n, withoutTime, level } = result;
  const shown = (count: number): string =>
    count > 0 && count < level.fewestEvents
      ? t('council.fewerThan', { count: level.fewestEvents })
      : format.number(Math.round(count / level.roundedTo) * level.roundedTo);
  const outside =
    answer.kind === 'areas'
      ? answer.table.outsideWeight
      : answer.kind === 'density' || answer.kind === 'cells'
        ? answer.pattern.pointsOutside
        : 0;
  const parts = [
    t('council.result.counted', { n: shown(n) }),
    outside > 0 && t('council.result.outside', { n: shown(outside) }),
    withoutTime > 0 && t('council.result.withoutTime', { n: shown(withoutTime) }),
  ].filter((part) => part !== false);
  return parts.map((part, i) => (
    <Fragment key={part}>
      {i > 0 && ' '}
      {part}
    </Fragment>
  ));
}

function Method({ result }: { result: PatternResult }) {
  const { t, format } = useText();
  const { answer, settings } = result;
  switch (answer.kind) {
    case 'density':
      return t('council.how.density', {
        bandwidth: settings.bandwidthMetres,
        cell: format.number(answer.pattern.grid.cellMetres),
      });
    case 'cells':
      return t('council.how.cells', {
        cell: format.number(answer.pattern.grid.cellMetres),
        tested: format.number(answer.pattern.tested),
      });
    case 'gatherings':
      return t('council.how.gatherings', {
        epsilon: settings.epsilonMetres,
        minimum: Math.max(settings.minimumPoints, result.level.fewestEvents),
      });
    case 'areas':
      return t('council.how.areas');
    case 'too-few':
      return null;
  }
}
