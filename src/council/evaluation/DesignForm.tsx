import { useEffect, useState } from 'react';
import type { Evaluation } from '../../domain/evaluation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilData } from '../../state/councilData.ts';
import { bufferAround, showEvaluationAreas } from '../../state/evaluationAreas.ts';
import {
  designOf,
  draftOf,
  EMPTY_DRAFT,
  type EvaluationDraft,
  missingOf,
} from '../../state/evaluationDraft.ts';
import { freezeDesign, openDraft, saveDraft } from '../../state/evaluations.ts';
import { AreaPart } from './AreaPart.tsx';
import { OutcomePart } from './OutcomePart.tsx';
import { PeriodPart } from './PeriodPart.tsx';
import type { PartProps } from './partProps.ts';

interface DesignFormProps {
  readonly atlas: Atlas;
  readonly evaluation?: Evaluation;
  readonly start?: EvaluationDraft;
  readonly onDone: (evaluationId: string) => void;
  readonly onCancel: () => void;
}

/** Draws the chosen areas as they are chosen. */
function useAreasOnMap(
  { measureArea, comparisonArea, bufferMetres, keptBuffer }: EvaluationDraft,
  atlas: Atlas,
): void {
  const { t, language } = useText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names follow the language
  useEffect(() => {
    const ring =
      typeof bufferMetres === 'number' && measureArea
        ? bufferAround(measureArea, bufferMetres, atlas.city)
        : undefined;
    showEvaluationAreas({
      measure: measureArea,
      buffer: ring ?? (bufferMetres === 'kept' ? keptBuffer : null),
      comparison: comparisonArea,
      labels: {
        measure: t('council.area.measure'),
        buffer: t('council.area.buffer'),
        comparison: t('council.area.comparison'),
      },
    });
  }, [measureArea, comparisonArea, bufferMetres, keptBuffer, atlas.city, language]);
}

/** The guided set-up: everything that could be bent afterwards is said and frozen before any result is shown. */
export function DesignForm({ atlas, evaluation, start, onDone, onCancel }: DesignFormProps) {
  const { t } = useText();
  const [draft, setDraft] = useState<EvaluationDraft>(() => {
    const kept = evaluation && openDraft(evaluation);
    return start ?? (kept ? draftOf(kept.design) : EMPTY_DRAFT);
  });
  const dataSets = useCouncilData((state) => state.dataSets) ?? [];
  const dataSet = dataSets.find(({ id }) => id === draft.dataSetId);
  const change = (part: Partial<EvaluationDraft>): void => setDraft((before) => ({ ...before, ...part }));
  useAreasOnMap(draft, atlas);
  const missing = missingOf(draft, dataSet);
  const parts: PartProps = { atlas, draft, dataSet, change };
  const design = dataSet ? designOf(draft, dataSet, atlas.city) : null;
  return (
    <form
      className="desk"
      onSubmit={(event) => {
        event.preventDefault();
        if (design) void freezeDesign(design, evaluation).then(onDone);
      }}
    >
      <h3>{t('council.evaluation.setUp')}</h3>
      <p>{t('council.evaluation.why')}</p>
      <label>
        <span className="choice-label">{t('council.evaluation.name')}</span>
        <input
          type="text"
          maxLength={120}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <OutcomePart {...parts} />
      <AreaPart {...parts} />
      <PeriodPart {...parts} />
      <ReasonPart {...parts} />
      <section className="box" aria-label={t('council.evaluation.freezeTitle')}>
        <p className="strong">{t('council.evaluation.freezeTitle')}</p>
        <p>{t('council.evaluation.freezeWhy')}</p>
        {missing.length > 0 && (
          <>
            <p>{t('council.evaluation.missing')}</p>
            <ul>
              {missing.map((each) => (
                <li key={each}>{t(`council.missing.${each}`)}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <div className="row">
        <button type="submit" className="primary" disabled={!design}>
          {t('council.evaluation.freeze')}
        </button>
        <button
          type="button"
          className="plain"
          disabled={!design}
          onClick={() => design && onDone(saveDraft(design, evaluation))}
        >
          {t('council.evaluation.saveDraft')}
        </button>
        <button type="button" className="link" onClick={onCancel}>
          {t('council.evaluation.cancel')}
        </button>
      </div>
    </form>
  );
}

/** Why this place: it decides whether the numbers would have fallen anyway. */
function ReasonPart({ draft, change }: PartProps) {
  const { t } = useText();
  return (
    <fieldset className="group">
      <legend>{t('council.evaluation.reason')}</legend>
      {(['high-numbers', 'other-reasons'] as const).map((reason) => (
        <label key={reason} className="radio">
          <input
            type="radio"
            name="reason"
            checked={draft.chosenBecause === reason}
            onChange={() => change({ chosenBecause: reason })}
          />
          {t(`council.reason.${reason}`)}
        </label>
      ))}
    </fieldset>
  );
}
