import { LIGHT_CASES, type LightCase } from '../../analysis/light/pathLight.ts';
import { scaleOf } from '../../analysis/lightAndSight/pathAnswer.ts';
import type { DensityScale } from '../../analysis/sight/densityLevels.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { useResults } from '../../state/lightAndSight.ts';
import { changeSettings } from '../../state/lightAndSightPlan.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ANY_LEVEL, changeOfLevel, levelWords } from './levels.ts';

const STEP = { key: 'analysis.step.settings' };

/** What the calculations take for given: to be seen and changed, never hidden. */
export function Assumptions() {
  const text = useText();
  const { t } = text;
  const settings = useResults((state) => state.settings);
  const { existing, lightCase, judged, scaleId, seenPixelsPerMetre, cameraLux } = settings;
  const levels = scaleOf(scaleId).levels;
  const chosen = levels.find(({ pixelsPerMetre }) => pixelsPerMetre === seenPixelsPerMetre);
  return (
    <section className="analysis-assumptions" aria-labelledby="analysis-given">
      <h3 id="analysis-given">{t('analysis.given')}</h3>
      <Choice<LightCase>
        label={t('analysis.case')}
        value={lightCase}
        options={LIGHT_CASES.map((value) => ({ value, label: t(`analysis.case.${value}`) }))}
        onChange={(value) => changeSettings(STEP, { lightCase: value })}
      />
      <Choice
        label={t('analysis.existing')}
        value={existing}
        options={[
          { value: 'unknown', label: t('analysis.existing.unknown') },
          { value: 'listed', label: t('analysis.existing.listed') },
        ]}
        onChange={(value) => changeSettings(STEP, { existing: value })}
      />
      <details>
        <summary>{t('analysis.given.more')}</summary>
        <Choice
          label={t('analysis.judged')}
          value={judged}
          options={[
            { value: 'ground', label: t('analysis.judged.ground') },
            { value: 'faces', label: t('analysis.judged.faces') },
          ]}
          onChange={(value) => changeSettings(STEP, { judged: value })}
        />
        <Choice<DensityScale['id']>
          label={t('analysis.scale')}
          value={scaleId}
          options={[
            { value: 'iec-62676-4-2025', label: t('analysis.scale.2025') },
            { value: 'iec-62676-4-2014', label: t('analysis.scale.2014') },
          ]}
          onChange={(value) => changeSettings(STEP, { scaleId: value, seenPixelsPerMetre: 0 })}
        />
        <Choice
          label={t('analysis.seenFrom')}
          value={chosen?.id ?? ANY_LEVEL}
          options={[
            { value: ANY_LEVEL, label: t('analysis.seenFrom.any') },
            ...levels.map((level) => ({ value: level.id, label: levelWords(level, text) })),
          ]}
          onChange={(value) => changeSettings(STEP, changeOfLevel(levels, value))}
        />
        <label className="choice">
          <span className="choice-label">{t('analysis.cameraLux')}</span>
          <input
            type="number"
            min={0}
            max={50}
            step={0.1}
            value={cameraLux}
            onChange={(event) => {
              const lux = event.target.valueAsNumber;
              if (lux >= 0 && lux <= 1000) changeSettings(STEP, { cameraLux: lux });
            }}
          />
        </label>
        <p className="muted">{t('analysis.given.note')}</p>
      </details>
    </section>
  );
}
