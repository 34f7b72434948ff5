import type { Polygon, Position } from 'geojson';
import { bufferRing } from '../analysis/evaluation/bufferRing.ts';
import { holdsPoint } from '../analysis/hotspots/areaOfPoints.ts';
import type { City } from '../domain/city.ts';
import type { DataSet } from '../domain/dataset.ts';
import type { EvaluationDesign, Period } from '../domain/evaluation.ts';
import { type CouncilPlace, placeEntries } from '../domain/hotspot.ts';
import type { CityArea } from './councilAreas.ts';
import { NO_PICTURE, usePatterns } from './councilData.ts';
import { flavourNow, HIGH_COLOUR, LOW_COLOUR } from './patternPicture.ts';
import { planeOfCity } from './plane.ts';

/** An area that can be chosen for a design: a place of the council's, or an area of the city. */
export interface AreaOption {
  readonly key: string;
  readonly label: string;
  readonly group: 'place' | CityArea['kind'] | 'kept';
  readonly outline: Polygon;
  /** Only the largest of several parts. */
  readonly isPart: boolean;
}

const extent = ([outer = []]: readonly Position[][]): number => {
  const [x, y] = [outer.map(([lng = 0]) => lng), outer.map(([, lat = 0]) => lat)];
  return (Math.max(...x) - Math.min(...x)) * (Math.max(...y) - Math.min(...y));
};

/** Everything that can be chosen, the council's own places first. */
export function areaOptions(places: readonly CouncilPlace[], areas: readonly CityArea[]): AreaOption[] {
  const own = places.flatMap((place): AreaOption[] => {
    const outline = placeEntries(place, 'outline').at(-1)?.outline;
    const label = placeEntries(place, 'name').at(-1)?.text ?? '–';
    return outline ? [{ key: place.id, label, group: 'place', outline, isPart: false }] : [];
  });
  const ofCity = areas.flatMap(({ id, name, kind, outlines }): AreaOption[] => {
    const [largest] = [...outlines].sort((a, b) => extent(b) - extent(a));
    if (!largest) return [];
    const coordinates = largest.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat]));
    return [
      {
        key: id,
        label: name,
        group: kind,
        outline: { type: 'Polygon', coordinates },
        isPart: outlines.length > 1,
      },
    ];
  });
  return [...own, ...ofCity];
}

export const BUFFER_CHOICES = [100, 200, 300, 400] as const;

/** The ring around an area where displacement would show; undefined where the area has no extent. */
export function bufferAround(outline: Polygon, metres: number, city: City): Polygon | undefined {
  const { toPlane, toLngLat } = planeOfCity(city);
  const outer = (outline.coordinates[0] ?? []).map(([lng = 0, lat = 0]) => toPlane([lng, lat]));
  const ring = bufferRing(outer, metres);
  if (!ring) return undefined;
  const coordinates = ring.map((points) =>
    points.map((point) => toLngLat(point).map((degrees) => Number(degrees.toFixed(6)))),
  );
  return { type: 'Polygon', coordinates };
}

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

interface AreasOnMap {
  readonly measure: Polygon | null;
  readonly buffer: Polygon | null;
  readonly comparison: Polygon | null;
  readonly labels: Readonly<Record<'measure' | 'buffer' | 'comparison', string>>;
}

/** Lays a design's areas on the map: solid, dashed and dotted outlines with their names. */
export function showEvaluationAreas({ measure, buffer, comparison, labels }: AreasOnMap): void {
  const flavour = flavourNow();
  const feature = (geometry: Polygon | null, properties: Record<string, unknown>): GeoJSON.Feature[] =>
    geometry ? [{ type: 'Feature', geometry, properties }] : [];
  const [high, low] = [HIGH_COLOUR[flavour], LOW_COLOUR[flavour]];
  const features = [
    ...feature(comparison, {
      colour: low,
      opacity: 0.15,
      widthPixels: 2.5,
      line: 'dotted',
      label: labels.comparison,
    }),
    ...feature(buffer, { colour: high, opacity: 0.1, widthPixels: 1.5, line: 'dashed' }),
    ...feature(measure, {
      colour: high,
      opacity: 0.25,
      widthPixels: 2.5,
      line: 'solid',
      label: labels.measure,
    }),
  ];
  usePatterns.setState({
    overlays: [{ id: 'evaluation', data: { type: 'FeatureCollection', features } }],
    images: [],
  });
}

export function hideEvaluationAreas(): void {
  usePatterns.setState(NO_PICTURE);
}
