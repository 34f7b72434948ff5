import { type DataSet, hasPlaces } from '../../domain/dataset.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { removeDataSet } from '../../state/councilData.ts';
import { hideNotes, useNotesOnMap } from '../../state/notesOnMap.ts';
import { clearPatterns } from '../../state/patternRun.ts';
import { choosePatternData, usePatternSettings } from '../../state/patternSettings.ts';
import { changeView } from '../../state/store.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { periodWords } from './dataWords.ts';
import { WalkNotes } from './WalkNotes.tsx';

/** One set: what it is, from where, from when, how many; and the two things to do with it. */
export function DataSetCard({ dataSet, atlas }: { dataSet: DataSet; atlas: Atlas }) {
  const text = useText();
  const { t, format } = text;
  const { title, kind, source, origin, addedAt, period, n, rows } = dataSet;
  return (
    <li className="data-card">
      <h4>{title}</h4>
      {origin === 'practice' && <p className="chip">{t('council.data.madeUp')}</p>}
      <DefinitionList>
        <Definition term={t('council.data.kind')}>{t(`council.kind.${kind}`)}</Definition>
        <Definition term={t('council.data.source')}>{source}</Definition>
        <Definition term={t('council.data.period')}>{periodWords(text, period)}</Definition>
        <Definition term={t('council.data.n')}>
          {t('council.data.nOf', { n: format.number(n), rows: format.number(rows) })}
        </Definition>
        <Definition term={t('council.data.added')}>{format.date(addedAt.slice(0, 10))}</Definition>
      </DefinitionList>
      <WalkNotes dataSet={dataSet} atlas={atlas} />
      <div className="row">
        {(hasPlaces(dataSet) || kind === 'area-counts' || kind === 'survey-answers') && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              choosePatternData(dataSet, atlas.city);
              changeView({ desk: 'patterns' });
            }}
          >
            {t('council.data.see')}
            <span className="only-read"> {title}</span>
          </button>
        )}
        <button
          type="button"
          className="link"
          onClick={() => {
            if (usePatternSettings.getState().dataSetId === dataSet.id) clearPatterns();
            if (useNotesOnMap.getState().dataSetId === dataSet.id) hideNotes();
            void removeDataSet(dataSet);
          }}
        >
          {t('council.data.remove')}
          <span className="only-read"> {title}</span>
        </button>
      </div>
    </li>
  );
}
