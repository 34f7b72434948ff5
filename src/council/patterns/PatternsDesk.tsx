import { useEffect } from 'react';
import { DISCLOSURE_LEVELS } from '../../analysis/hotspots/disclosureLevel.ts';
import { type DataSet, hasPlaces, hasTimes } from '../../domain/dataset.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { openCouncilData, useCouncilData } from '../../state/councilData.ts';
import { findPatterns } from '../../state/patternRun.ts';
import {
  changePatternSettings,
  choosePatternData,
  METHODS,
  type PatternSettings,
  usePatternSettings,
} from '../../state/patternSettings.ts';
import { changeView } from '../../state/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import '../desk.css';
import { CategoryChoices, PeriodChoices } from './FilterChoices.tsx';
import { MethodSettings } from './MethodSettings.tsx';
import { PatternResultView } from './PatternResultView.tsx';
import { TimeCharts } from './TimeCharts.tsx';

/** A moment's rest before a slider's every tick becomes a question. */
const REST_MS = 250;

/** Seeing patterns in the data of this device. */
export default function PatternsDesk({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const dataSets = useCouncilData((state) => state.dataSets);
  const dataSetId = usePatternSettings((state) => state.dataSetId);
  useEffect(() => void openCouncilData(atlas.city.id), [atlas.city.id]);
  const shown = dataSets ?? [];
  const chosen = shown.find(({ id }) => id === dataSetId) ?? shown[0];
  useEffect(() => {
    if (chosen && chosen.id !== dataSetId) choosePatternData(chosen, atlas.city);
  }, [chosen, dataSetId, atlas.city]);
  return (
    <div className="desk">
      <h3>{t('council.patterns.title')}</h3>
      {dataSets !== null && !chosen && (
        <>
          <p>{t('council.patterns.none')}</p>
          <button type="button" className="plain" onClick={() => changeView({ desk: 'data' })}>
            {t('council.patterns.toData')}
          </button>
        </>
      )}
      {chosen && chosen.id === dataSetId && <ChosenData atlas={atlas} dataSet={chosen} dataSets={shown} />}
    </div>
  );
}

interface ChosenDataProps {
  readonly atlas: Atlas;
  readonly dataSet: DataSet;
  readonly dataSets: readonly DataSet[];
}

/** Asks anew whenever a setting or the appearance changes. */
function usePatternQuestion(atlas: Atlas, dataSet: DataSet, settings: PatternSettings): void {
  const { t, format, language } = useText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  useEffect(() => {
    const words = {
      high: t('council.cells.high'),
      low: t('council.cells.low'),
      period: ({ from, to }: { from: string; to: string }) =>
        t('council.period', { from: format.date(from), to: format.date(to) }),
    };
    const timer = setTimeout(() => void findPatterns({ atlas, dataSet, settings, words }), REST_MS);
    return () => clearTimeout(timer);
  }, [atlas, dataSet, settings, language]);
}

function ChosenData({ atlas, dataSet, dataSets }: ChosenDataProps) {
  const { t } = useText();
  const settings = usePatternSettings();
  usePatternQuestion(atlas, dataSet, settings);
  const methods = METHODS.filter((method) => method === 'areas' || hasPlaces(dataSet));
  return (
    <>
      <Choice
        label={t('council.patterns.data')}
        value={dataSet.id}
        options={dataSets.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(id) => {
          const next = dataSets.find((each) => each.id === id);
          if (next) choosePatternData(next, atlas.city);
        }}
      />
      {dataSet.origin === 'practice' && <p className="chip">{t('council.data.madeUp')}</p>}
      <fieldset className="group">
        <legend>{t('council.patterns.method')}</legend>
        {methods.map((method) => (
          <label key={method} className="radio">
            <input
              type="radio"
              name="method"
              checked={settings.method === method}
              onChange={() => changePatternSettings({ method })}
            />
            <span>
              <span className="strong">{t(`council.method.${method}`)}</span>{' '}
              <span className="muted small">{t(`council.method.about.${method}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <MethodSettings atlas={atlas} dataSet={dataSet} settings={settings} />
      <details className="group">
        <summary>{t('council.patterns.filters')}</summary>
        <CategoryChoices dataSet={dataSet} chosen={settings.categories} />
        {dataSet.period && <PeriodChoices dataSet={dataSet} settings={settings} />}
        {hasTimes(dataSet) && <TimeCharts times={settings.times} />}
      </details>
      <Choice
        label={t('council.patterns.level')}
        value={settings.level}
        options={DISCLOSURE_LEVELS.map((value) => ({ value, label: t(`council.level.${value}`) }))}
        onChange={(level) => changePatternSettings({ level })}
      />
      <PatternResultView atlas={atlas} dataSetId={dataSet.id} />
    </>
  );
}
