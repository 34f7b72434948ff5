import type { Period } from '../../domain/evaluation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { firstDayOf, lastDayOf } from '../../state/evaluationDraft.ts';
import type { PartProps } from './partProps.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The months before and after, and which months of the year count in both. */
export function PeriodPart({ draft, change }: PartProps) {
  const { t, language } = useText();
  const nameOf = (month: number): string =>
    new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2024, month - 1, 1),
    );
  return (
    <fieldset className="group">
      <legend>{t('council.evaluation.periods')}</legend>
      <p className="muted small">{t('council.evaluation.periodsHow')}</p>
      <Months
        label={t('council.evaluation.before')}
        period={draft.before}
        onChange={(before) => change({ before })}
      />
      <Months
        label={t('council.evaluation.after')}
        period={draft.after}
        onChange={(after) => change({ after })}
      />
      <fieldset className="months">
        <legend className="choice-label">{t('council.evaluation.months')}</legend>
        {MONTHS.map((month) => (
          <label key={month} className="check">
            <input
              type="checkbox"
              checked={draft.months.includes(month)}
              onChange={() =>
                change({
                  months: draft.months.includes(month)
                    ? draft.months.filter((each) => each !== month)
                    : [...draft.months, month].sort((a, b) => a - b),
                })
              }
            />
            {nameOf(month)}
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}

function Months({
  label,
  period,
  onChange,
}: {
  label: string;
  period: Period;
  onChange: (period: Period) => void;
}) {
  const { t } = useText();
  const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  return (
    <fieldset className="two-columns plain-set">
      <legend>{label}</legend>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          <span className="choice-label">{t(`council.month.${end}`)}</span>
          <input
            type="month"
            value={period[end].slice(0, 7)}
            onChange={(event) => {
              const month = event.target.value;
              if (isMonth(month))
                onChange({ ...period, [end]: end === 'from' ? firstDayOf(month) : lastDayOf(month) });
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
