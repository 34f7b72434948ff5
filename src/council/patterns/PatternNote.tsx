import { useText } from '../../i18n/TextProvider.tsx';
import { hidePattern, usePatternWork } from '../../state/patternRun.ts';
import { periodWords } from '../data/dataWords.ts';
import { Counted } from './foundWords.tsx';

/** Beside a map that still shows a pattern, away from its own desk: which one it is, from when, how many, and the way to hide it. */
export default function PatternNote() {
  const text = useText();
  const { t } = text;
  const { result, pair, shownPeriod } = usePatternWork();
  if (!result) return null;
  const { dataSet, settings } = result;
  const one = shownPeriod === null ? undefined : pair?.[shownPeriod];
  return (
    <p className="muted small">
      {t('council.onMap', {
        method: t(`council.method.${settings.method}`),
        title: dataSet.title,
        period: periodWords(text, one?.period ?? settings.period ?? dataSet.period),
      })}{' '}
      <Counted result={one ?? result} />{' '}
      <button type="button" className="link" onClick={hidePattern}>
        {t('council.onMap.hide')}
      </button>
    </p>
  );
}
