import { create } from 'zustand';
import { suggestedBandwidthMetres, URBAN_BANDWIDTH_METRES } from '../analysis/hotspots/bandwidth.ts';
import type { DisclosureLevelName } from '../analysis/hotspots/disclosureLevel.ts';
import { ALL_TIMES, type TimeChoice } from '../analysis/time/timeBins.ts';
import type { City } from '../domain/city.ts';
import { type DataSet, hasPlaces } from '../domain/dataset.ts';
import type { Period } from '../domain/evaluation.ts';
import { cityAreas } from './councilAreas.ts';
import { eventsOf } from './dataEvents.ts';
import { useOpen } from './store.ts';

/** Ways to look at a set. */
export const METHODS = ['density', 'cells', 'gatherings', 'areas'] as const;
export type Method = (typeof METHODS)[number];

export interface PatternSettings {
  readonly dataSetId: string | null;
  readonly method: Method;
  readonly level: DisclosureLevelName;
  /** Categories that count; empty means all. */
  readonly categories: readonly string[];
  readonly period: Period | null;
  /** A second period to lay beside the first; null shows one. */
  readonly otherPeriod: Period | null;
  readonly times: TimeChoice;
  readonly bandwidthMetres: number;
  readonly cellMetres: number;
  readonly epsilonMetres: number;
  readonly minimumPoints: number;
  readonly division: 'neighbourhood' | 'statistical-area';
  readonly measure: 'count' | 'rate';
}

export const BANDWIDTH_RANGE = { least: 100, most: 800, step: 25 } as const;
export const CELL_CHOICES = [100, 200, 250, 500] as const;
export const EPSILON_RANGE = { least: 40, most: 400, step: 20 } as const;

const FIRST: PatternSettings = {
  dataSetId: null,
  method: 'density',
  level: 'working',
  categories: [],
  period: null,
  otherPeriod: null,
  times: ALL_TIMES,
  bandwidthMetres: 250,
  cellMetres: 250,
  epsilonMetres: 120,
  minimumPoints: 20,
  division: 'neighbourhood',
  measure: 'count',
};

/** How the council looks at its data. Kept while the page is open; says nothing about the data themselves. */
export const usePatternSettings = create<PatternSettings>(() => FIRST);

export function changePatternSettings(change: Partial<PatternSettings>): void {
  usePatternSettings.setState(change);
}

/** Begins with another set: its whole period, and ways to look that it allows. */
export function choosePatternData(dataSet: DataSet, city: City): void {
  const { method } = usePatternSettings.getState();
  const suggested = bandwidthFor(dataSet, city);
  usePatternSettings.setState({
    dataSetId: dataSet.id,
    division: divisionOf(dataSet),
    method: hasPlaces(dataSet) ? method : 'areas',
    categories: [],
    period: dataSet.period ?? null,
    otherPeriod: null,
    times: ALL_TIMES,
    ...(suggested !== undefined && { bandwidthMetres: suggested }),
  });
}

/** The division that a set's own areas belong to; neighbourhoods where it has none. */
function divisionOf({ areas }: DataSet): PatternSettings['division'] {
  const { atlas, layers } = useOpen.getState();
  const ids = new Set(areas.flatMap(({ areaId }) => areaId ?? []));
  const own = atlas ? cityAreas(atlas, layers).filter(({ id }) => ids.has(id)) : [];
  const isStatistical = own.filter(({ kind }) => kind === 'statistical-area').length * 2 > own.length;
  return isStatistical ? 'statistical-area' : 'neighbourhood';
}

/** A starting bandwidth, kept within what practice in towns uses; undefined with too few points. */
export function bandwidthFor(dataSet: DataSet, city: City): number | undefined {
  if (!hasPlaces(dataSet)) return undefined;
  const suggested = suggestedBandwidthMetres(eventsOf(dataSet, city));
  if (suggested === undefined) return undefined;
  const { least, most } = URBAN_BANDWIDTH_METRES;
  const { step } = BANDWIDTH_RANGE;
  return Math.round(Math.min(most, Math.max(least, suggested)) / step) * step;
}
