import { ALL_TIMES, isAllTimes, type TimeChoice, type TimeKind } from '../../analysis/time/timeBins.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import { usePatternWork } from '../../state/patternRun.ts';
import { changePatternSettings } from '../../state/patternSettings.ts';

const LIST_OF = { hour: 'hours', weekday: 'weekdays', season: 'seasons' } as const;

/** Short and long names of a kind's values: hours as figures, weekdays and seasons as words. */
function valueName({ t, language }: Text, kind: TimeKind, value: number, width: 'short' | 'long'): string {
  switch (kind) {
    case 'hour':
      return width === 'short'
        ? String(value)
        : t('council.time.hourName', { from: value, to: (value + 1) % 24 });
    case 'weekday':
      // 1 January 2024 was a Monday.
      return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(
        Date.UTC(2024, 0, 1 + value),
      );
    case 'season':
      return t(`council.season.${(['winter', 'spring', 'summer', 'autumn'] as const)[value] ?? 'winter'}`);
    case 'darkness':
      return t(value === 1 ? 'council.darkness.dark' : 'council.darkness.light');
  }
}

const isChosen = (times: TimeChoice, kind: TimeKind, value: number): boolean =>
  kind === 'darkness'
    ? times.darkness === (value === 1 ? 'dark' : 'light')
    : times[LIST_OF[kind]].includes(value);

function turned(times: TimeChoice, kind: TimeKind, value: number): TimeChoice {
  if (kind === 'darkness') {
    const side = value === 1 ? 'dark' : 'light';
    return { ...times, darkness: times.darkness === side ? 'all' : side };
  }
  const list = times[LIST_OF[kind]];
  const next = list.includes(value)
    ? list.filter((each) => each !== value)
    : [...list, value].sort((a, b) => a - b);
  return { ...times, [LIST_OF[kind]]: next };
}

/** When it happens: bars that are also the choice, and the same as a table. */
export function TimeCharts({ times }: { times: TimeChoice }) {
  const { t } = useText();
  const result = usePatternWork((state) => state.result);
  if (!result?.charts) return <p className="muted">{t('council.time.waiting')}</p>;
  const { charts, level } = result;
  return (
    <fieldset className="group">
      <legend>{t('council.time.title')}</legend>
      <p className="muted small">{t('council.time.about')}</p>
      {(['darkness', 'weekday', 'season', 'hour'] as const).map((kind) => (
        <Bars key={kind} kind={kind} counts={charts[kind]} times={times} fewest={level.fewestEvents} />
      ))}
      {!isAllTimes(times) && (
        <button type="button" className="link" onClick={() => changePatternSettings({ times: ALL_TIMES })}>
          {t('council.time.all')}
        </button>
      )}
    </fieldset>
  );
}

interface BarsProps {
  readonly kind: TimeKind;
  readonly counts: Float64Array;
  readonly times: TimeChoice;
  readonly fewest: number;
}

function Bars({ kind, counts, times, fewest }: BarsProps) {
  const text = useText();
  const { t, format } = text;
  const highest = Math.max(1, ...counts);
  /** Small numbers look alike, whatever they are. */
  const isSmall = (count: number): boolean => count > 0 && count < fewest;
  const heightOf = (count: number): number => (isSmall(count) ? fewest / 2 : count) / highest;
  const said = (count: number): string =>
    isSmall(count) ? t('council.fewerThan', { count: fewest }) : format.number(count);
  return (
    <div className={`bars bars-${kind}`}>
      <p className="choice-label">{t(`council.time.${kind}`)}</p>
      <div className="bar-row">
        {[...counts].map((count, value) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the value
            key={value}
            type="button"
            aria-pressed={isChosen(times, kind, value)}
            aria-label={t('council.time.bar', {
              name: valueName(text, kind, value, 'long'),
              count: said(count),
            })}
            onClick={() => changePatternSettings({ times: turned(times, kind, value) })}
          >
            <svg viewBox="0 0 10 40" preserveAspectRatio="none" aria-hidden="true">
              <rect x="1" y={40 - 40 * heightOf(count)} width="8" height={40 * heightOf(count)} />
            </svg>
            <span aria-hidden="true">{valueName(text, kind, value, 'short')}</span>
          </button>
        ))}
      </div>
      <details>
        <summary className="small">{t('council.time.asTable')}</summary>
        <table className="table small">
          <caption className="only-read">{t(`council.time.${kind}`)}</caption>
          <tbody>
            {[...counts].map((count, value) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the value
              <tr key={value}>
                <th scope="row">{valueName(text, kind, value, 'long')}</th>
                <td className="numeric" data-title={t('council.patterns.number')}>
                  {said(count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
