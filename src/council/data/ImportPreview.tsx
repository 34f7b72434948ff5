import type { DataSet } from '../../domain/dataset.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import type { MappedData, RowProblem } from '../../state/dataMapping.ts';
import type { FileReading } from '../../state/dataReading.ts';
import { dayOf, fileProblemWords, periodWords } from './dataWords.ts';

const ROWS_SHOWN = 5;
const PROBLEMS_SHOWN = 8;

/** What will be kept and what will not, before it is kept. */
export function ImportPreview({
  reading,
  mapped,
  timeZone,
}: {
  reading: FileReading;
  mapped: MappedData;
  timeZone: string;
}) {
  const text = useText();
  const { t, format } = text;
  const { dataSet, leftOut } = mapped;
  const skipped = reading.problems.filter(({ severity }) => severity === 'skipped').length;
  return (
    <section className="preview" aria-label={t('council.import.preview')}>
      <h4>{t('council.import.preview')}</h4>
      <p role="status">
        {t('council.import.willKeep', {
          count: dataSet.rows,
          n: format.number(dataSet.n),
          period: periodWords(text, dataSet.period),
        })}{' '}
        {leftOut + skipped > 0 && t('council.import.willLeave', { count: leftOut + skipped })}
      </p>
      {reading.shapes > 0 && <p>{t('council.import.shapes', { count: reading.shapes })}</p>}
      <PreviewTable dataSet={dataSet} text={text} timeZone={timeZone} />
      <Problems reading={reading} problems={mapped.problems} />
    </section>
  );
}

function PreviewTable({ dataSet, text, timeZone }: { dataSet: DataSet; text: Text; timeZone: string }) {
  const { t, format } = text;
  const { columns, categories, areas, groups } = dataSet;
  const place = (row: number): string => {
    const [lng, lat] = [columns.lngE5?.[row], columns.latE5?.[row]];
    if (lng !== undefined && lat !== undefined) return `${(lat / 1e5).toFixed(4)}, ${(lng / 1e5).toFixed(4)}`;
    return areas[columns.area?.[row] ?? -1]?.name ?? '–';
  };
  const time = (row: number): string => {
    const minute = columns.startMinute?.[row];
    return minute === undefined || minute === null
      ? t('council.import.noTime')
      : format.date(dayOf(minute, timeZone));
  };
  const kind = (row: number): string =>
    [categories[columns.category?.[row] ?? -1], groups[columns.group?.[row] ?? -1]]
      .filter(Boolean)
      .join(', ') || '–';
  const shown = Array.from({ length: Math.min(ROWS_SHOWN, dataSet.rows) }, (_, row) => row);
  if (shown.length === 0) return null;
  return (
    <table className="table small">
      <caption className="only-read">{t('council.import.firstRows')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('council.column.place')}</th>
          <th scope="col">{t('council.column.start')}</th>
          <th scope="col">{t('council.column.category')}</th>
          <th scope="col">{t('council.column.count')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row}>
            <th scope="row">{place(row)}</th>
            <td data-title={t('council.column.start')}>{time(row)}</td>
            <td data-title={t('council.column.category')}>{kind(row)}</td>
            <td data-title={t('council.column.count')}>{columns.count?.[row] ?? 1}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Problems({ reading, problems }: { reading: FileReading; problems: readonly RowProblem[] }) {
  const text = useText();
  const { t } = text;
  const words = [
    ...reading.problems.map((problem) => fileProblemWords(text, problem)),
    ...problems.map(({ at, kind, value, isLeftOut }) =>
      t('council.import.atRow', {
        row: at,
        words: `${t(`council.rowProblem.${kind}`, { value })} ${t(isLeftOut ? 'council.import.leftOut' : 'council.import.keptAnyway')}`,
      }),
    ),
  ];
  if (words.length === 0) return <p className="muted">{t('council.import.noProblems')}</p>;
  return (
    <>
      <h4>{t('council.import.problems', { count: words.length })}</h4>
      <ul>
        {words.slice(0, PROBLEMS_SHOWN).map((each) => (
          <li key={each}>{each}</li>
        ))}
        {words.length > PROBLEMS_SHOWN && (
          <li>{t('council.import.moreProblems', { count: words.length - PROBLEMS_SHOWN })}</li>
        )}
      </ul>
    </>
  );
}
