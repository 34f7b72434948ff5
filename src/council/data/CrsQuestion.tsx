import type { City } from '../../domain/city.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { CrsAnswer, FileReading } from '../../state/dataReading.ts';

type Candidates = Extract<FileReading['crs'], { kind: 'ask' }>['candidates'];

/** Several coordinate systems fit the numbers of a file: the user says which. */
export function CrsQuestion({
  city,
  candidates,
  onCrs,
}: {
  city: City;
  candidates: Candidates;
  onCrs: (answer: CrsAnswer) => void;
}) {
  const { t, format } = useText();
  const nameOf = (code: string, name: string): string =>
    [city.metricCrs, ...city.otherCrs].find((crs) => crs.code === code)?.name ?? name;
  return (
    <fieldset className="group">
      <legend>{t('council.import.crs')}</legend>
      <p className="muted">{t('council.import.crsWhy')}</p>
      {candidates.map(({ code, name, axisOrder, shareInside }) => (
        <button
          key={`${code} ${axisOrder}`}
          type="button"
          className="plain"
          onClick={() => onCrs({ code, axisOrder })}
        >
          {t('council.import.crsChoice', {
            name: nameOf(code, name),
            order: t(`council.import.order.${axisOrder}`),
            share: format.percent(shareInside),
          })}
        </button>
      ))}
      {candidates.length === 0 && <p role="alert">{t('council.import.crsNone')}</p>}
    </fieldset>
  );
}
