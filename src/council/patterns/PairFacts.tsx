import { useText } from '../../i18n/TextProvider.tsx';
import { usePatternWork } from '../../state/patternRun.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { periodWords } from '../data/dataWords.ts';
import '../desk.css';
import { Counted, Method } from './foundWords.tsx';
import { PatternLegend } from './PatternLegend.tsx';

/** What two periods beside each other rest on: the colours, how many, how, and what they cannot tell. */
export default function PairFacts() {
  const text = useText();
  const { t } = text;
  const pair = usePatternWork((state) => state.pair);
  if (!pair) return null;
  const [first, second] = pair;
  const { answer, dataSet, level } = first.answer.kind === 'too-few' ? second : first;
  if (answer.kind === 'too-few')
    return <p className="box">{t('council.result.tooFew', { count: level.fewestEvents })}</p>;
  const found = first.answer.kind === 'too-few' ? second : first;
  return (
    <div className="desk pair-facts">
      <PatternLegend result={found} />
      <DefinitionList>
        {pair.map((each) => (
          <Definition key={each.period.from} term={periodWords(text, each.period)}>
            <Counted result={each} />
          </Definition>
        ))}
        <Definition term={t('council.data.source')}>
          {dataSet.title}, {dataSet.source}
        </Definition>
        <Definition term={t('council.result.method')}>
          <Method result={found} />
        </Definition>
        <Definition term={t('council.result.hidden')}>
          {t('council.result.hiddenAbout', { count: level.fewestEvents, rounded: level.roundedTo })}
        </Definition>
        <Definition term={t('council.result.cannot')}>
          {t('council.pair.about')} {t(`council.cannot.${answer.kind}`)}
        </Definition>
      </DefinitionList>
    </div>
  );
}
