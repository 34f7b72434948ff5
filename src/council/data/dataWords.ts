import type { DataSet } from '../../domain/dataset.ts';
import type { TextKey, TextParams } from '../../i18n/messages.ts';
import type { Text } from '../../i18n/TextProvider.tsx';
import type { FileReading } from '../../state/dataReading.ts';

/** First to last day in words; a set without times says so. */
export function periodWords({ t, format }: Text, period: DataSet['period']): string {
  return period
    ? t('council.period', { from: format.date(period.from), to: format.date(period.to) })
    : t('council.periodUnknown');
}

/** The local day of a minute since 1970, as an ISO date: Swedish writes dates so. */
export const dayOf = (minute: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(minute * 60_000);

const NOTHING_SAID: TextParams = {
  ...{
    name: '',
    near: '',
    reason: '',
    message: '',
    element: '',
    part: '',
    wanted: '',
    root: '',
    headers: '',
  },
  ...{
    field: '',
    value: '',
    declared: '',
    code: '',
    encoding: '',
    count: 0,
    size: '',
    limit: '',
    most: '',
    depth: 0,
  },
};

/** What is wrong with a file, in the words of the chapter on files. */
export function fileProblemWords(
  { t }: Text,
  { code, params, where }: FileReading['problems'][number],
): string {
  const key = `exchange.problem.${code}` as TextKey;
  const said = t(key, { ...NOTHING_SAID, ...params });
  const words = said === key ? t('council.import.fault', { code }) : said;
  const at = where.row ?? where.feature;
  return at === undefined ? words : t('council.import.atRow', { row: at, words });
}
