import { zoneClock } from '../analysis/time/localTime.ts';
import { writtenTime } from '../analysis/time/writtenTime.ts';
import type { City } from '../domain/city.ts';
import type { DataArea, DataColumns, DataKind, DataSet } from '../domain/dataset.ts';
import { numberFrom } from '../exchange/csv/number.ts';
import type { CityArea } from './councilAreas.ts';
import { periodOf } from './dataEvents.ts';
import type { ColumnMapping, FileReading, ReadRow } from './dataReading.ts';
import { ROLES_OF } from './dataReading.ts';
import { newId, nowStamp } from './papers.ts';

/** What the user said about a file. */
export interface DataDescription {
  readonly kind: DataKind;
  readonly title: string;
  readonly source: string;
  readonly columns: ColumnMapping;
  /** Persons per group, to weight answers by. */
  readonly groupPopulation: Readonly<Record<string, number>>;
}

/** Something about one row, for the preview. `left-out` rows are not kept; of the others only the value is missing. */
export interface RowProblem {
  readonly at: number;
  readonly kind: 'time' | 'count' | 'no-place' | 'no-area' | 'unknown-area' | 'end-before-start';
  readonly value: string;
  readonly isLeftOut: boolean;
}

export interface MappedData {
  readonly dataSet: DataSet;
  readonly problems: readonly RowProblem[];
  readonly leftOut: number;
}

const MS_PER_MINUTE = 60_000;

/** Values as numbers of a list that grows; an empty one is -1. */
class Listed {
  readonly values: string[] = [];
  private readonly at = new Map<string, number>();
  indexOf(value: string): number {
    if (value === '') return -1;
    const known = this.at.get(value);
    if (known !== undefined) return known;
    this.at.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

interface Understood {
  readonly row: ReadRow;
  readonly start: number | null;
  readonly end: number | null;
  readonly count: number;
}

/** Whether rows of a kind lie in named areas rather than at places of their own. */
export const liesInAreas = (kind: DataKind): boolean => kind === 'area-counts' || kind === 'survey-answers';

/** Understands every row of a file as described. Nothing is kept yet. O(rows). */
export function mappedData(
  reading: FileReading,
  description: DataDescription,
  city: { readonly city: City; readonly findArea: (written: string) => CityArea | undefined },
): MappedData {
  const problems: RowProblem[] = [];
  const clock = zoneClock(city.city.timeZone);
  const understood = reading.rows.flatMap((row): Understood[] => {
    const tell = (kind: RowProblem['kind'], value: string, isLeftOut: boolean): void => {
      problems.push({ at: row.at, kind, value: value.slice(0, 60), isLeftOut });
    };
    const said = (role: keyof ColumnMapping): string => saidBy(row, role, description);
    if (liesInAreas(description.kind) ? said('area') === '' : row.place === undefined) {
      tell(liesInAreas(description.kind) ? 'no-area' : 'no-place', '', true);
      return [];
    }
    const count = said('count') === '' ? 1 : numberFrom(said('count'));
    if (count === undefined || count < 0 || !Number.isInteger(count)) {
      tell('count', said('count'), true);
      return [];
    }
    const start = said('start') === '' ? null : writtenTime(said('start'), clock, said('clock'));
    if (start === undefined) tell('time', `${said('start')} ${said('clock')}`.trim(), false);
    const end = said('end') === '' ? null : writtenTime(said('end'), clock);
    if (end === undefined) tell('time', said('end'), false);
    const [from, to] = [start?.startMs, end?.endMs ?? start?.endMs];
    if (from !== undefined && to !== undefined && to < from) tell('end-before-start', said('end'), false);
    const isTimed = from !== undefined && to !== undefined && to >= from;
    const minute = (moment: number): number => Math.floor(moment / MS_PER_MINUTE);
    return [{ row, count, start: isTimed ? minute(from) : null, end: isTimed ? minute(to) : null }];
  });
  const { areas, ...rest } = columnsOf(understood, description, city.findArea);
  for (const area of areas)
    if (area.areaId === undefined) {
      const first = understood.find(({ row }) => saidBy(row, 'area', description) === area.name);
      problems.push({ at: first?.row.at ?? 0, kind: 'unknown-area', value: area.name, isLeftOut: false });
    }
  const dataSet = setOf(understood, { description, city: city.city, areas, ...rest });
  return { dataSet, problems, leftOut: problems.filter(({ isLeftOut }) => isLeftOut).length };
}

function saidBy({ values }: ReadRow, role: keyof ColumnMapping, { kind, columns }: DataDescription): string {
  const field = columns[role];
  return field === undefined || !ROLES_OF[kind].includes(role) ? '' : (values[field] ?? '').trim();
}

interface MappedColumns {
  readonly columns: DataColumns;
  readonly categories: string[];
  readonly groups: string[];
  readonly areas: DataArea[];
}

function columnsOf(
  understood: readonly Understood[],
  description: DataDescription,
  findArea: (written: string) => CityArea | undefined,
): MappedColumns {
  const [categories, groups, areas] = [new Listed(), new Listed(), new Listed()];
  const inAreas = liesInAreas(description.kind);
  const column = (listed: Listed, role: keyof ColumnMapping): number[] =>
    understood.map(({ row }) => listed.indexOf(saidBy(row, role, description)));
  const category = column(categories, 'category');
  const group = column(groups, 'group');
  const area = inAreas ? column(areas, 'area') : [];
  const places = understood.map(({ row }) => row.place ?? [0, 0]);
  const isTimed = understood.some(({ start }) => start !== null);
  const isCounted = understood.some(({ count }) => count !== 1);
  const note = understood.map(({ row }) => saidBy(row, 'note', description));
  const columns: DataColumns = {
    ...(!inAreas && {
      lngE5: places.map(([lng]) => Math.round(lng * 1e5)),
      latE5: places.map(([, lat]) => Math.round(lat * 1e5)),
    }),
    ...(inAreas && { area }),
    ...(isTimed && {
      startMinute: understood.map(({ start }) => start),
      endMinute: understood.map(({ end }) => end),
    }),
    ...(categories.values.length > 0 && { category }),
    ...(groups.values.length > 0 && { group }),
    ...(isCounted && { count: understood.map(({ count }) => count) }),
    ...(note.some((text) => text !== '') && { note }),
  };
  return {
    columns,
    categories: categories.values,
    groups: groups.values,
    areas: areas.values.map((name) => {
      const areaId = findArea(name)?.id;
      return areaId === undefined ? { name } : { name, areaId };
    }),
  };
}

function setOf(
  understood: readonly Understood[],
  parts: MappedColumns & { readonly description: DataDescription; readonly city: City },
): DataSet {
  const { description, city, ...held } = parts;
  const times = (pick: (row: Understood) => number | null): number[] =>
    understood.flatMap((row) => {
      const minute = pick(row);
      return minute === null ? [] : [minute * MS_PER_MINUTE];
    });
  const period = periodOf(
    times(({ start }) => start),
    times(({ end }) => end),
    city.timeZone,
  );
  const hasPopulation = held.groups.every((name) => (description.groupPopulation[name] ?? 0) > 0);
  return {
    id: newId(),
    title: description.title,
    kind: description.kind,
    origin: 'imported',
    source: description.source,
    addedAt: nowStamp(),
    ...(period && { period }),
    rows: understood.length,
    n: understood.reduce((sum, { count }) => sum + count, 0),
    ...held,
    groupPopulation: hasPopulation ? held.groups.map((name) => description.groupPopulation[name] ?? 0) : [],
  };
}
