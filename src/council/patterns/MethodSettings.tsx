import { useId } from 'react';
import type { DataSet } from '../../domain/dataset.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import {
  BANDWIDTH_RANGE,
  bandwidthFor,
  CELL_CHOICES,
  changePatternSettings,
  EPSILON_RANGE,
  type PatternSettings,
} from '../../state/patternSettings.ts';
import { Choice } from '../../ui/Choice.tsx';

interface MethodSettingsProps {
  readonly atlas: Atlas;
  readonly dataSet: DataSet;
  readonly settings: PatternSettings;
}

/** What the chosen method needs to be told. */
export function MethodSettings({ atlas, dataSet, settings }: MethodSettingsProps) {
  const { t } = useText();
  switch (settings.method) {
    case 'density':
      return <Bandwidth atlas={atlas} dataSet={dataSet} settings={settings} />;
    case 'cells':
      return (
        <Choice
          label={t('council.patterns.cell')}
          value={String(settings.cellMetres)}
          options={CELL_CHOICES.map((metres) => ({
            value: String(metres),
            label: t('council.patterns.metres', { metres }),
          }))}
          onChange={(value) => changePatternSettings({ cellMetres: Number(value) })}
        />
      );
    case 'gatherings':
      return (
        <div className="two-columns">
          <Slider
            label={t('council.patterns.epsilon')}
            value={settings.epsilonMetres}
            range={EPSILON_RANGE}
            unit={t('council.patterns.metres', { metres: settings.epsilonMetres })}
            onChange={(epsilonMetres) => changePatternSettings({ epsilonMetres })}
          />
          <Slider
            label={t('council.patterns.minimum')}
            value={settings.minimumPoints}
            range={{ least: 5, most: 100, step: 5 }}
            unit={t('council.patterns.events', { count: settings.minimumPoints })}
            onChange={(minimumPoints) => changePatternSettings({ minimumPoints })}
          />
        </div>
      );
    case 'areas':
      return (
        <div className="two-columns">
          <Choice
            label={t('council.patterns.division')}
            value={settings.division}
            options={(['neighbourhood', 'statistical-area'] as const).map((value) => ({
              value,
              label: t(`council.division.${value}`),
            }))}
            onChange={(division) => changePatternSettings({ division })}
          />
          <Choice
            label={t('council.patterns.measure')}
            value={settings.measure}
            options={(['count', 'rate'] as const).map((value) => ({
              value,
              label: t(`council.measure.${value}`),
            }))}
            onChange={(measure) => changePatternSettings({ measure })}
          />
        </div>
      );
  }
}

function Bandwidth({ atlas, dataSet, settings }: MethodSettingsProps) {
  const { t } = useText();
  const suggested = bandwidthFor(dataSet, atlas.city);
  return (
    <div>
      <Slider
        label={t('council.patterns.bandwidth')}
        value={settings.bandwidthMetres}
        range={BANDWIDTH_RANGE}
        unit={t('council.patterns.metres', { metres: settings.bandwidthMetres })}
        onChange={(bandwidthMetres) => changePatternSettings({ bandwidthMetres })}
      />
      {suggested !== undefined && suggested !== settings.bandwidthMetres && (
        <button
          type="button"
          className="link small"
          onClick={() => changePatternSettings({ bandwidthMetres: suggested })}
        >
          {t('council.patterns.suggested', { metres: suggested })}
        </button>
      )}
    </div>
  );
}

function Slider({
  label,
  value,
  range,
  unit,
  onChange,
}: {
  label: string;
  value: number;
  range: { readonly least: number; readonly most: number; readonly step: number };
  unit: string;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id} className="choice-label">
        {label}
      </label>
      <div className="row">
        <input
          id={id}
          type="range"
          min={range.least}
          max={range.most}
          step={range.step}
          value={value}
          aria-valuetext={unit}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output htmlFor={id}>{unit}</output>
      </div>
    </div>
  );
}
