import type { DataSet } from '../../domain/dataset.ts';
import type { Period } from '../../domain/evaluation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { changePatternSettings, type PatternSettings } from '../../state/patternSettings.ts';

/** Which kinds of event count; none chosen means all. */
export function CategoryChoices({ dataSet, chosen }: { dataSet: DataSet; chosen: readonly string[] }) {
  const { t } = useText();
  if (dataSet.categories.length < 2) return null;
  return (
    <fieldset className="group">
      <legend>{t('council.patterns.categories')}</legend>
      <div className="checks">
        {dataSet.categories.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={() =>
                changePatternSettings({
                  categories: chosen.includes(name)
                    ? chosen.filter((each) => each !== name)
                    : [...chosen, name],
                })
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The period looked at, and another one to hold it against. */
export function PeriodChoices({ dataSet, settings }: { dataSet: DataSet; settings: PatternSettings }) {
  const { t } = useText();
  const whole = dataSet.period;
  if (!whole) return null;
  const period = settings.period ?? whole;
  const yearBefore = (isoDate: string): string => `${Number(isoDate.slice(0, 4)) - 1}${isoDate.slice(4)}`;
  return (
    <fieldset className="group">
      <legend>{t('council.patterns.period')}</legend>
      <Dates period={period} within={whole} onChange={(next) => changePatternSettings({ period: next })} />
      <label className="check">
        <input
          type="checkbox"
          checked={settings.otherPeriod !== null}
          onChange={(event) =>
            changePatternSettings({
              otherPeriod: event.target.checked
                ? { from: yearBefore(period.from), to: yearBefore(period.to).replace(/-02-29$/, '-02-28') }
                : null,
            })
          }
        />
        {t('council.patterns.compare')}
      </label>
      {settings.otherPeriod && (
        <>
          <Dates
            period={settings.otherPeriod}
            within={whole}
            onChange={(next) => changePatternSettings({ otherPeriod: next })}
          />
          <p className="muted small">{t('council.patterns.compareAbout')}</p>
        </>
      )}
    </fieldset>
  );
}

/** First and last day. A half-typed date changes nothing. */
export function Dates({
  period,
  within,
  onChange,
}: {
  period: Period;
  within?: Period;
  onChange: (period: Period) => void;
}) {
  const { t } = useText();
  const change = (part: Partial<Period>): void => {
    const next = { ...period, ...part };
    if (/^\d{4}-\d{2}-\d{2}$/.test(next.from) && /^\d{4}-\d{2}-\d{2}$/.test(next.to) && next.from <= next.to)
      onChange(next);
  };
  return (
    <div className="two-columns">
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          <span className="choice-label">{t(`council.date.${end}`)}</span>
          <input
            type="date"
            value={period[end]}
            min={within?.from}
            max={within?.to}
            onChange={(event) => change({ [end]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
