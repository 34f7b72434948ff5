import { useEffect, useMemo, useState } from 'react';
import { isUnaltered } from '../../analysis/evaluation/designHash.ts';
import { historyOf } from '../../domain/entry.ts';
import { type Evaluation, type EvaluationDesign, frozenDesigns } from '../../domain/evaluation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilData } from '../../state/councilData.ts';
import { showEvaluationAreas } from '../../state/evaluationAreas.ts';
import { draftOf } from '../../state/evaluationDraft.ts';
import { addEvaluationNote, openDraft } from '../../state/evaluations.ts';
import { Definition, DefinitionList } from '../../ui/DefinitionList.tsx';
import { periodWords } from '../data/dataWords.ts';
import { CountResultView } from './CountResultView.tsx';
import { DesignForm } from './DesignForm.tsx';
import { ShareResultView } from './ShareResultView.tsx';

interface EvaluationViewProps {
  readonly atlas: Atlas;
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}

/** One evaluation: its draft to be finished, or its frozen design with the result. */
export function EvaluationView({ atlas, evaluation, onClose }: EvaluationViewProps) {
  const { t } = useText();
  const frozen = frozenDesigns(evaluation);
  const [isChanging, setChanging] = useState(frozen.length === 0);
  const latest = frozen.at(-1);
  if (isChanging || !latest) {
    const start = openDraft(evaluation)?.design ?? latest?.design;
    return (
      <DesignForm
        atlas={atlas}
        evaluation={evaluation}
        {...(start && { start: draftOf(start) })}
        onDone={() => setChanging(false)}
        onCancel={() => (latest ? setChanging(false) : onClose())}
      />
    );
  }
  return (
    <div className="desk">
      <button type="button" className="link" onClick={onClose}>
        {t('council.evaluation.all')}
      </button>
      <h3>{latest.design.title}</h3>
      <Frozen latest={latest} count={frozen.length} />
      <Result atlas={atlas} design={latest.design} />
      <DesignFacts design={latest.design} />
      <Notes evaluation={evaluation} />
      <div>
        <button type="button" className="plain" onClick={() => setChanging(true)}>
          {t('council.evaluation.change')}
        </button>
        <p className="muted small">{t('council.evaluation.changeWhy')}</p>
      </div>
    </div>
  );
}

type FrozenDesign = ReturnType<typeof frozenDesigns>[number];

/** When the design was frozen, its fingerprint, and whether it still is what was frozen. */
function Frozen({ latest, count }: { latest: FrozenDesign; count: number }) {
  const { t, format } = useText();
  const [isSame, setSame] = useState<boolean | null>(null);
  useEffect(() => {
    let isStale = false;
    isUnaltered(latest).then((same) => {
      if (!isStale) setSame(same);
    }, console.error);
    return () => {
      isStale = true;
    };
  }, [latest]);
  return (
    <div className="box" data-frozen={latest.sha256}>
      <p>{t('council.evaluation.frozenOn', { date: format.date(latest.at.slice(0, 10)) })}</p>
      {count > 1 && <p>{t('council.evaluation.refrozen', { count: count - 1 })}</p>}
      {isSame === true && <p>{t('council.evaluation.unaltered')}</p>}
      {isSame === false && <p role="alert">{t('council.evaluation.altered')}</p>}
      <details>
        <summary className="small">{t('council.evaluation.fingerprint')}</summary>
        <code className="hash">{latest.sha256}</code>
        <p className="small muted">{t('council.evaluation.fingerprintWhy')}</p>
      </details>
    </div>
  );
}

function Result({ atlas, design }: { atlas: Atlas; design: EvaluationDesign }) {
  const { t, language } = useText();
  const dataSets = useCouncilData((state) => state.dataSets);
  const dataSet = dataSets?.find(({ id }) => id === design.outcome.dataSetId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names follow the language
  useEffect(() => {
    showEvaluationAreas({
      measure: design.measureArea,
      buffer: design.bufferArea ?? null,
      comparison: design.comparisonArea,
      labels: {
        measure: t('council.area.measure'),
        buffer: t('council.area.buffer'),
        comparison: t('council.area.comparison'),
      },
    });
  }, [design, language]);
  if (!dataSet) return <p className="box">{t('council.evaluation.dataGone')}</p>;
  return (
    <section className="result" aria-label={t('council.evaluation.result')}>
      <h4>{t('council.evaluation.result')}</h4>
      {dataSet.origin === 'practice' && <p className="chip">{t('council.data.madeUp')}</p>}
      {design.outcome.kind === 'counts' ? (
        <CountResultView atlas={atlas} design={design} dataSet={dataSet} />
      ) : (
        <ShareResultView atlas={atlas} design={design} dataSet={dataSet} />
      )}
    </section>
  );
}

function DesignFacts({ design }: { design: EvaluationDesign }) {
  const text = useText();
  const { t, language, format } = text;
  const months = useMemo(() => {
    const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    return design.months.map((month) => name.format(Date.UTC(2024, month - 1, 1))).join(', ');
  }, [design.months, language]);
  const { outcome } = design;
  const counted = outcome.kind === 'counts' ? outcome.categories : outcome.answers;
  return (
    <details>
      <summary>{t('council.evaluation.design')}</summary>
      <DefinitionList>
        <Definition term={t('council.evaluation.before')}>{periodWords(text, design.before)}</Definition>
        <Definition term={t('council.evaluation.after')}>{periodWords(text, design.after)}</Definition>
        <Definition term={t('council.evaluation.months')}>
          {design.months.length === 12 ? t('council.evaluation.allMonths') : months}
        </Definition>
        <Definition term={t('council.evaluation.outcome')}>
          {counted.length > 0 ? counted.join(', ') : t('council.evaluation.allKinds')}
        </Definition>
        <Definition term={t('council.area.motive')}>{design.comparisonMotive}</Definition>
        <Definition term={t('council.evaluation.reason')}>
          {t(`council.reason.${design.chosenBecause}`)}
        </Definition>
        <Definition term={t('council.evaluation.confidence')}>{format.percent(design.confidence)}</Definition>
      </DefinitionList>
    </details>
  );
}

/** What has been written about the result. Nothing written is changed; new words come after. */
function Notes({ evaluation }: { evaluation: Evaluation }) {
  const { t, format } = useText();
  const [text, setText] = useState('');
  const notes = historyOf(evaluation.entries).flatMap((entry) => (entry.kind === 'note' ? [entry] : []));
  return (
    <section aria-label={t('council.evaluation.notes')}>
      <h4>{t('council.evaluation.notes')}</h4>
      {notes.length > 0 && (
        <ul className="plain-list">
          {notes.map(({ id, text: said, author, at }) => (
            <li key={id}>
              <p>{said}</p>
              <p className="muted small">
                {t('council.evaluation.by', { author, date: format.date(at.slice(0, 10)) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          addEvaluationNote(evaluation, text.trim());
          setText('');
        }}
      >
        <label>
          <span className="choice-label">{t('council.evaluation.note')}</span>
          <textarea rows={2} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <div>
          <button type="submit" className="plain" disabled={text.trim() === ''}>
            {t('council.evaluation.addNote')}
          </button>
        </div>
      </form>
    </section>
  );
}
