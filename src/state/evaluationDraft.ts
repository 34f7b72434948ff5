import type { Polygon } from 'geojson';
import { holdsPoint } from '../analysis/hotspots/areaOfPoints.ts';
import type { City } from '../domain/city.ts';
import type { DataSet } from '../domain/dataset.ts';
import type { EvaluationDesign, Period } from '../domain/evaluation.ts';
import { bufferAround } from './evaluationAreas.ts';

/** What is being set up; everything may still be missing. */
export interface EvaluationDraft {
  readonly title: string;
  readonly dataSetId: string | null;
  readonly measureArea: Polygon | null;
  readonly placeId: string | null;
  /** `kept` is a ring from an earlier draft. */
  readonly bufferMetres: number | 'kept' | null;
  readonly keptBuffer: Polygon | null;
  readonly comparisonArea: Polygon | null;
  readonly comparisonMotive: string;
  readonly before: Period;
  readonly after: Period;
  readonly months: readonly number[];
  readonly categories: readonly string[];
  readonly answers: readonly string[];
  readonly isWeighted: boolean;
  readonly chosenBecause: 'high-numbers' | 'other-reasons' | null;
  readonly confidence: number;
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const NO_PERIOD: Period = { from: '', to: '' };

export const EMPTY_DRAFT: EvaluationDraft = {
  ...{ title: '', dataSetId: null, measureArea: null, placeId: null },
  ...{ bufferMetres: 200, keptBuffer: null, comparisonArea: null, comparisonMotive: '' },
  ...{ before: NO_PERIOD, after: NO_PERIOD, months: ALL_MONTHS },
  ...{ categories: [], answers: [], isWeighted: false, chosenBecause: null, confidence: 0.95 },
};

/** The first or last day of a month written as `2024-05`. */
export const firstDayOf = (month: string): string => `${month}-01`;
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

const monthsLater = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};

/** A fair start: the last year against the same months of the two years before; surveys by their first and last round. */
export function usualPeriods(dataSet: DataSet): Pick<EvaluationDraft, 'before' | 'after'> {
  const { period, kind } = dataSet;
  if (!period) return { before: NO_PERIOD, after: NO_PERIOD };
  const [first, end] = [period.from.slice(0, 7), period.to.slice(0, 7)];
  if (kind === 'survey-answers') {
    const years = (from: string): Period => ({
      from: `${from.slice(0, 4)}-01-01`,
      to: `${from.slice(0, 4)}-12-31`,
    });
    return { before: years(first), after: years(end) };
  }
  const last = period.to === lastDayOf(end) ? end : monthsLater(end, -1);
  const [, start = first] = [monthsLater(last, -35), first].sort();
  return {
    before: { from: firstDayOf(start), to: lastDayOf(monthsLater(last, -12)) },
    after: { from: firstDayOf(monthsLater(last, -11)), to: lastDayOf(last) },
  };
}

/** What still has to be said before a design can be frozen; each is a text of the interface. */
export const MISSING = [
  'title',
  'data',
  'answers',
  'measure',
  'comparison',
  'same',
  'motive',
  'periods',
  'months',
  'reason',
] as const;
export type Missing = (typeof MISSING)[number];

export function missingOf(draft: EvaluationDraft, dataSet: DataSet | undefined): Missing[] {
  const { before, after, measureArea, comparisonArea } = draft;
  const isShares = dataSet?.kind === 'survey-answers';
  const isDated = ({ from, to }: Period): boolean => from !== '' && to !== '' && from <= to;
  const found: Record<Missing, boolean> = {
    title: draft.title.trim() === '',
    data: dataSet === undefined,
    answers: isShares && draft.answers.length === 0,
    measure: measureArea === null,
    comparison: comparisonArea === null,
    same: measureArea !== null && JSON.stringify(measureArea) === JSON.stringify(comparisonArea),
    motive: draft.comparisonMotive.trim() === '',
    periods: !isDated(before) || !isDated(after) || before.to >= after.from,
    months: draft.months.length === 0,
    reason: draft.chosenBecause === null,
  };
  return MISSING.filter((each) => found[each]);
}

/** The design that a complete draft says; null while something is missing. */
export function designOf(draft: EvaluationDraft, dataSet: DataSet, city: City): EvaluationDesign | null {
  const { measureArea, comparisonArea, chosenBecause, bufferMetres } = draft;
  if (missingOf(draft, dataSet).length > 0 || !measureArea || !comparisonArea || !chosenBecause) return null;
  const bufferArea =
    bufferMetres === 'kept'
      ? (draft.keptBuffer ?? undefined)
      : bufferMetres === null
        ? undefined
        : bufferAround(measureArea, bufferMetres, city);
  const isShares = dataSet.kind === 'survey-answers';
  return {
    title: draft.title.trim(),
    ...(draft.placeId !== null && { placeId: draft.placeId }),
    measureIds: [],
    measureArea,
    ...(bufferArea && !isShares && { bufferArea }),
    comparisonArea,
    comparisonMotive: draft.comparisonMotive.trim(),
    before: draft.before,
    after: draft.after,
    months: [...draft.months],
    outcome: isShares
      ? {
          kind: 'shares',
          dataSetId: dataSet.id,
          question: dataSet.title,
          answers: [...draft.answers],
          denominatorAnswers: [...dataSet.categories],
          weightedBy: draft.isWeighted ? ['group'] : [],
        }
      : { kind: 'counts', dataSetId: dataSet.id, categories: [...draft.categories] },
    chosenBecause,
    confidence: draft.confidence,
  };
}

/** Whether the comparison area shares ground or border with the measure area or its ring: then it is no comparison. */
export function liesBeside(
  { measureArea, comparisonArea, bufferMetres }: EvaluationDraft,
  city: City,
): boolean {
  if (!measureArea || !comparisonArea) return false;
  const reach = typeof bufferMetres === 'number' ? bufferMetres : 100;
  const ring = bufferAround(measureArea, reach, city);
  const near = [measureArea, ...(ring ? [ring] : [])].map(({ coordinates }) => coordinates);
  return (comparisonArea.coordinates[0] ?? []).some(([lng = 0, lat = 0]) => holdsPoint(near, lng, lat));
}

/** A draft that says what a design says, to be changed. */
export function draftOf(design: EvaluationDesign): EvaluationDraft {
  const { outcome, bufferArea, placeId } = design;
  return {
    ...EMPTY_DRAFT,
    ...{ title: design.title, dataSetId: outcome.dataSetId, placeId: placeId ?? null },
    ...{ measureArea: design.measureArea, comparisonArea: design.comparisonArea },
    bufferMetres: bufferArea ? 'kept' : null,
    keptBuffer: bufferArea ?? null,
    comparisonMotive: design.comparisonMotive,
    ...{ before: design.before, after: design.after, months: design.months },
    categories: outcome.kind === 'counts' ? outcome.categories : [],
    answers: outcome.kind === 'shares' ? outcome.answers : [],
    isWeighted: outcome.kind === 'shares' && outcome.weightedBy.length > 0,
    ...{ chosenBecause: design.chosenBecause, confidence: design.confidence },
  };
}
