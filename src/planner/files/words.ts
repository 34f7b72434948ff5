import type { City } from '../../domain/city.ts';
import type { PlanKind } from '../../domain/proposal.ts';
import type { AxisOrder, ImportProblem, Where } from '../../exchange/importResult.ts';
import { LIMITS } from '../../exchange/limits.ts';
import type { TextParams } from '../../i18n/messages.ts';
import type { Text } from '../../i18n/TextProvider.tsx';

const MEGABYTE = 1e6;

/** Parameters that only some faults of a kind have; the sentences read well without them. */
const NOTHING_SAID: TextParams = {
  name: '',
  near: '',
  reason: '',
  message: '',
  element: '',
  part: '',
  wanted: '',
  root: '',
  headers: '',
  field: '',
  value: '',
  declared: '',
  code: '',
  encoding: '',
  count: 0,
};

/** What a problem of a file is, in the user's words. Texts out of the file stay text. */
export function problemWords({ t, format }: Text, { code, params }: ImportProblem, city: City): string {
  const megabytes = (bytes: unknown): string => format.number(Number(bytes) / MEGABYTE, 0);
  return t(`exchange.problem.${code}`, {
    ...NOTHING_SAID,
    ...params,
    code: crsName(city, String(params.code ?? '')),
    size: megabytes(params.bytes ?? 0),
    limit: megabytes(params.limit ?? 0),
    most: format.number(LIMITS.features),
    depth: LIMITS.nestingDepth,
  });
}

/** Where in the file it is: "lager belysning, rad 12, kolumn 3". Empty where only the file is known. */
export function whereWords({ t }: Text, { layer, feature, row, line, column }: Where): string {
  const parts = [
    layer !== undefined && layer !== '' && t('exchange.where.layer', { name: layer }),
    feature !== undefined && t('exchange.where.feature', { number: String(feature) }),
    row !== undefined && t('exchange.where.row', { number: String(row) }),
    line !== undefined && t('exchange.where.line', { number: String(line) }),
    column !== undefined && t('exchange.where.column', { number: String(column) }),
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** The coordinate systems of a city by code, WGS 84 among them. */
export const crsName = (city: City, code: string): string =>
  [city.metricCrs, ...city.otherCrs].find((crs) => crs.code === code)?.name ??
  (code === 'EPSG:4326' ? 'WGS 84' : code);

/** What the first number of a position is. */
export const axisWords = ({ t }: Text, order: AxisOrder): string => t(`exchange.axis.${order}`);

/** What an imported feature without a name is called. */
export const featureNames =
  ({ t }: Text) =>
  (kind: PlanKind, nth: number): string =>
    t(`exchange.name.${kind}`, { nth });

/** "3,4 MB". */
export function sizeWords({ format }: Text, bytes: number): string {
  if (bytes < 1000) return `${format.number(bytes)} B`;
  return bytes < MEGABYTE
    ? `${format.number(bytes / 1000, 0)} kB`
    : `${format.number(bytes / MEGABYTE, 1)} MB`;
}
