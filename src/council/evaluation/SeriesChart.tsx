import { useMemo } from 'react';
import type { EvaluatedMonth } from '../../analysis/evaluation/countEvaluation.ts';
import { disclosureLevel } from '../../analysis/hotspots/disclosureLevel.ts';
import type { AreaRole } from '../../domain/dataset.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import { type ShownSeries, type ShownStretch, shownSeries } from './seriesGrain.ts';

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [360, 170, 34, 24, 8];
const LINE_STYLES: Readonly<
  Record<AreaRole, { readonly dash: string; readonly mark: 'disc' | 'square' | 'ring' }>
> = {
  measure: { dash: '', mark: 'disc' },
  buffer: { dash: '5 3', mark: 'ring' },
  comparison: { dash: '1.5 3', mark: 'square' },
};

function stretchName(
  { t, language }: Text,
  { year, part }: ShownStretch,
  grain: ShownSeries['grain'],
): string {
  if (grain === 'year') return String(year);
  if (grain === 'quarter') return t('council.series.quarterName', { year: String(year), quarter: part });
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(year, part - 1, 1),
  );
}

/** The series as lines and as a table: as finely as its small numbers allow. */
export function SeriesChart({ months }: { months: readonly EvaluatedMonth[] }) {
  const text = useText();
  const { t, format } = text;
  const { fewestEvents } = disclosureLevel('working');
  const series = useMemo(() => shownSeries(months, fewestEvents), [months, fewestEvents]);
  const { grain, roles, stretches, hidden } = series;
  return (
    <figure className="series">
      <figcaption>{t(`council.series.${grain}`)}</figcaption>
      <Lines series={series} text={text} />
      <ul className="plain-list keys">
        {roles.map((role) => (
          <li key={role}>
            <svg width="34" height="12" aria-hidden="true">
              <line
                x1="0"
                x2="34"
                y1="6"
                y2="6"
                strokeDasharray={LINE_STYLES[role].dash}
                className={`line ${role}`}
              />
              <Mark role={role} x={17} y={6} />
            </svg>
            {t(`council.area.${role}`)}
          </li>
        ))}
      </ul>
      {!roles.includes('buffer') && months.every(({ buffer }) => buffer !== undefined) && (
        <p className="small muted">{t('council.series.noRing')}</p>
      )}
      {hidden > 0 && <p className="small muted">{t('council.series.hidden', { count: fewestEvents })}</p>}
      <details>
        <summary className="small">{t('council.time.asTable')}</summary>
        <table className="table small">
          <caption className="only-read">{t(`council.series.${grain}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('council.data.period')}</th>
              {roles.map((role) => (
                <th key={role} scope="col" className="numeric">
                  {t(`council.area.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stretches.map((stretch) => (
              <tr key={`${stretch.period} ${stretch.year} ${stretch.part}`}>
                <th scope="row">
                  {stretchName(text, stretch, grain)}, {t(`council.series.${stretch.period}`)}
                </th>
                {roles.map((role) => {
                  const count = stretch.counts[role];
                  return (
                    <td key={role} className="numeric" data-title={t(`council.area.${role}`)}>
                      {count === undefined ? t('council.table.hidden') : format.number(count)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Lines({ series: { roles, stretches, grain }, text }: { series: ShownSeries; text: Text }) {
  const { t, format } = text;
  const highest = Math.max(1, ...stretches.flatMap(({ counts }) => roles.map((role) => counts[role] ?? 0)));
  const x = (i: number): number => LEFT + ((i + 0.5) * (WIDTH - LEFT)) / stretches.length;
  const y = (count: number): number => TOP + (1 - count / highest) * (HEIGHT - TOP - BOTTOM);
  const change = stretches.findIndex(({ period }) => period === 'after');
  const border = x(change) - (x(1) - x(0)) / 2;
  const ends = [stretches[0], stretches.at(-1)].flatMap((stretch) => stretch ?? []);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('council.series.about')}>
      <line x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} className="axis" />
      <text x={LEFT - 6} y={y(0) + 4} textAnchor="end">
        {0}
      </text>
      <text x={LEFT - 6} y={y(highest) + 8} textAnchor="end">
        {format.number(highest)}
      </text>
      {change > 0 && (
        <>
          <line x1={border} x2={border} y1={TOP} y2={y(0)} className="border" />
          <text x={border - 5} y={TOP + 9} textAnchor="end">
            {t('council.series.before')}
          </text>
          <text x={border + 5} y={TOP + 9}>
            {t('council.series.after')}
          </text>
        </>
      )}
      {ends.map((stretch, i) => (
        <text
          key={`${stretch.period} ${stretch.year} ${stretch.part}`}
          x={i === 0 ? LEFT : WIDTH}
          y={HEIGHT - 6}
          textAnchor={i === 0 ? 'start' : 'end'}
        >
          {stretchName(text, stretch, grain)}
        </text>
      ))}
      {roles.map((role) => (
        <g key={role}>
          <path
            d={pathOf(
              stretches.map(({ counts }, i) => (counts[role] === undefined ? null : [x(i), y(counts[role])])),
            )}
            strokeDasharray={LINE_STYLES[role].dash}
            className={`line ${role}`}
          />
          {stretches.map((stretch, i) => {
            const count = stretch.counts[role];
            return count === undefined ? null : (
              <Mark
                key={`${stretch.period} ${stretch.year} ${stretch.part}`}
                role={role}
                x={x(i)}
                y={y(count)}
              />
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** A line that breaks where a number is hidden. */
function pathOf(points: readonly (readonly [number, number] | null)[]): string {
  return points
    .map((point, i) =>
      point ? `${points[i - 1] ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}` : '',
    )
    .join('');
}

function Mark({ role, x, y }: { role: AreaRole; x: number; y: number }) {
  switch (LINE_STYLES[role].mark) {
    case 'disc':
      return <circle cx={x} cy={y} r="2.6" className={`mark ${role}`} />;
    case 'ring':
      return <circle cx={x} cy={y} r="2.4" className={`mark open ${role}`} />;
    case 'square':
      return <rect x={x - 2.3} y={y - 2.3} width="4.6" height="4.6" className={`mark ${role}`} />;
  }
}
