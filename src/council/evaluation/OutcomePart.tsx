import { useState } from 'react';
import { type DataSet, hasTimes } from '../../domain/dataset.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { addDataSet, useCouncilData } from '../../state/councilData.ts';
import { usualPeriods } from '../../state/evaluationDraft.ts';
import { typedTable } from '../../state/typedTable.ts';
import { Choice } from '../../ui/Choice.tsx';
import type { PartProps } from './partProps.ts';

const TYPED = 'typed';

/** What is compared: counted events, shares of answers, or a table typed in. */
export function OutcomePart(props: PartProps) {
  const { t } = useText();
  const { draft, dataSet, change } = props;
  const [isTyping, setTyping] = useState(false);
  const dataSets = (useCouncilData((state) => state.dataSets) ?? []).filter(
    (each) => hasTimes(each) && each.kind !== 'walk-notes',
  );
  const take = (chosen: DataSet): void => {
    const answers = chosen.kind === 'survey-answers' ? chosen.categories.slice(1) : [];
    change({ dataSetId: chosen.id, categories: [], answers, isWeighted: false, ...usualPeriods(chosen) });
    setTyping(false);
  };
  return (
    <fieldset className="group">
      <legend>{t('council.evaluation.outcome')}</legend>
      <Choice
        label={t('council.patterns.data')}
        value={isTyping ? TYPED : (draft.dataSetId ?? '')}
        options={[
          { value: '', label: t('council.evaluation.chooseData') },
          ...dataSets.map(({ id, title }) => ({ value: id, label: title })),
          { value: TYPED, label: t('council.evaluation.typed') },
        ]}
        onChange={(id) => {
          const chosen = dataSets.find((each) => each.id === id);
          if (chosen) take(chosen);
          else {
            change({ dataSetId: null });
            setTyping(id === TYPED);
          }
        }}
      />
      {isTyping && <TypedTable {...props} onTaken={take} />}
      {dataSet && <Counted {...props} dataSet={dataSet} />}
    </fieldset>
  );
}

function Counted({ draft, dataSet, change }: PartProps & { dataSet: DataSet }) {
  const { t } = useText();
  const isShares = dataSet.kind === 'survey-answers';
  const chosen = isShares ? draft.answers : draft.categories;
  const turn = (name: string): void => {
    const next = chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name];
    change(isShares ? { answers: next } : { categories: next });
  };
  if (dataSet.categories.length === 0) return null;
  return (
    <>
      <p className="choice-label">
        {t(isShares ? 'council.evaluation.answers' : 'council.patterns.categories')}
      </p>
      <div className="checks">
        {dataSet.categories.map((name) => (
          <label key={name} className="check">
            <input type="checkbox" checked={chosen.includes(name)} onChange={() => turn(name)} />
            {name}
          </label>
        ))}
      </div>
      {isShares && dataSet.groupPopulation.length > 0 && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.isWeighted}
            onChange={(event) => change({ isWeighted: event.target.checked })}
          />
          {t('council.evaluation.weighted')}
        </label>
      )}
    </>
  );
}

function TypedTable({ atlas, onTaken }: PartProps & { onTaken: (dataSet: DataSet) => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const table = typedTable(text, {
    title: t('council.evaluation.typedTitle'),
    source: source.trim() || '–',
    timeZone: atlas.city.timeZone,
  });
  const { dataSet } = table;
  return (
    <div className="desk">
      <p className="small muted">{t('council.evaluation.typedHow')}</p>
      <label>
        <span className="choice-label">{t('council.evaluation.typedTable')}</span>
        <textarea
          rows={6}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <label>
        <span className="choice-label">{t('council.import.source')}</span>
        <input type="text" value={source} onChange={(event) => setSource(event.target.value)} />
      </label>
      <p role="status" className="small">
        {t('council.evaluation.typedFound', { count: table.months })}
        {table.problems.length > 0 &&
          ` ${t('council.evaluation.typedProblem', { line: table.problems[0]?.line ?? 0, text: table.problems[0]?.text ?? '' })}`}
      </p>
      <div>
        <button
          type="button"
          className="plain"
          disabled={!dataSet || source.trim() === ''}
          onClick={() => dataSet && void addDataSet(dataSet).then(() => onTaken(dataSet))}
        >
          {t('council.evaluation.typedTake')}
        </button>
      </div>
    </div>
  );
}
