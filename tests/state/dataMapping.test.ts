import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { City } from '../../src/domain/city.ts';
import { DataSetSchema } from '../../src/domain/dataset.ts';
import { type DataDescription, mappedData } from '../../src/state/dataMapping.ts';
import { type FileReading, suggestedColumns, suggestedKind } from '../../src/state/dataReading.ts';
import { typedTable } from '../../src/state/typedTable.ts';

const city = { timeZone: 'Europe/Stockholm' } as City;
const findArea = (written: string) =>
  written === 'Norr'
    ? { id: 'norr-1', name: 'Norr', kind: 'neighbourhood' as const, outlines: [], population: 10 }
    : undefined;

const reading = (
  rows: Record<string, string>[],
  places: ([number, number] | undefined)[] = [],
): FileReading => ({
  name: 'prov.csv',
  fields: Object.keys(rows[0] ?? {}),
  rows: rows.map((values, i) => ({ at: i + 2, place: places[i], values })),
  hasPlaces: places.length > 0,
  problems: [],
  crs: { kind: 'recognised', code: 'EPSG:4326', axisOrder: 'east-north', by: 'format' },
  shapes: 0,
});
const described = (part: Partial<DataDescription>): DataDescription => ({
  kind: 'incidents',
  title: 'Prov',
  source: 'Egen räkning',
  columns: {},
  groupPopulation: {},
  ...part,
});

describe('what the columns of a file are', () => {
  it.each([
    [
      ['Datum', 'Tid', 'Typ', 'Antal'],
      'incidents',
      { start: 'Datum', clock: 'Tid', category: 'Typ', count: 'Antal' },
    ],
    [['Tidpunkt', 'Kategori'], 'incidents', { start: 'Tidpunkt', category: 'Kategori' }],
    [['Område', 'Månad', 'Antal'], 'area-counts', { area: 'Område', start: 'Månad', count: 'Antal' }],
    [
      ['RegSO', 'År', 'Kön', 'Svar', 'Antal'],
      'survey-answers',
      { area: 'RegSO', start: 'År', group: 'Kön', category: 'Svar', count: 'Antal' },
    ],
    [['Datum', 'Anteckning'], 'walk-notes', { start: 'Datum', note: 'Anteckning' }],
  ] as const)('guesses %j as %s', (fields, kind, columns) =>
    expect(suggestedColumns(kind, fields)).toEqual(columns),
  );
  it('guesses the kind by what is there', () => {
    expect(suggestedKind({ fields: ['Område', 'Antal'], hasPlaces: false })).toBe('area-counts');
    expect(suggestedKind({ fields: ['Område', 'Kön', 'Svar'], hasPlaces: false })).toBe('survey-answers');
    expect(suggestedKind({ fields: ['Datum', 'Anteckning'], hasPlaces: true })).toBe('walk-notes');
    expect(suggestedKind({ fields: ['Datum', 'Typ'], hasPlaces: true })).toBe('incidents');
  });
});

describe('rows as a data set', () => {
  const columns = { start: 'Datum', clock: 'Tid', category: 'Typ', count: 'Antal' };
  const mapped = mappedData(
    reading(
      [
        { Datum: '2024-01-05', Tid: '22.30', Typ: 'Klotter', Antal: '' },
        { Datum: '2024-02-30', Tid: '', Typ: 'Klotter', Antal: '2' },
        { Datum: '2024-03-01', Tid: '', Typ: 'Buller', Antal: '1,5' },
        { Datum: '2024-03-01', Tid: '', Typ: 'Buller', Antal: '4' },
      ],
      [[16.5, 59.6], [16.50001, 59.60001], [16.5, 59.6], undefined],
    ),
    described({ columns }),
    { city, findArea },
  );
  it('passes the schema that it is read back by', () =>
    expect(v.safeParse(DataSetSchema, JSON.parse(JSON.stringify(mapped.dataSet))).issues).toBeUndefined());
  it('keeps what can be kept and says what cannot', () => {
    expect(mapped.dataSet).toMatchObject({
      rows: 2,
      n: 3,
      categories: ['Klotter'],
      period: { from: '2024-01-05', to: '2024-01-05' },
    });
    expect(mapped.leftOut).toBe(2);
    expect(mapped.problems.map(({ at, kind, isLeftOut }) => [at, kind, isLeftOut])).toEqual([
      [3, 'time', false],
      [4, 'count', true],
      [5, 'no-place', true],
    ]);
  });
  it('keeps places to about a metre and no finer', () => {
    expect(mapped.dataSet.columns.lngE5).toEqual([1650000, 1650001]);
    expect(mapped.dataSet.columns.startMinute).toEqual([Date.UTC(2024, 0, 5, 21, 30) / 60_000, null]);
  });
  it('keeps free text for walk notes only', () => {
    const rows = reading([{ Datum: '2024-01-05', Text: 'Mörkt' }], [[16.5, 59.6]]);
    const as = (kind: DataDescription['kind']) =>
      mappedData(rows, described({ kind, columns: { note: 'Text' } }), { city, findArea }).dataSet.columns
        .note;
    expect(as('walk-notes')).toEqual(['Mörkt']);
    expect(as('incidents')).toBeUndefined();
    expect(as('survey-places')).toBeUndefined();
  });
  it('finds areas by name, and keeps those it does not know with a word about it', () => {
    const rows = reading([
      { Namn: 'Norr', Ar: '2023', N: '7' },
      { Namn: 'Atlantis', Ar: '2023', N: '3' },
    ]);
    const { dataSet, problems, leftOut } = mappedData(
      rows,
      described({ kind: 'area-counts', columns: { area: 'Namn', start: 'Ar', count: 'N' } }),
      { city, findArea },
    );
    expect(dataSet.areas).toEqual([{ name: 'Norr', areaId: 'norr-1' }, { name: 'Atlantis' }]);
    expect(dataSet.period).toEqual({ from: '2023-01-01', to: '2023-12-31' });
    expect(problems).toEqual([{ at: 3, kind: 'unknown-area', value: 'Atlantis', isLeftOut: false }]);
    expect(leftOut).toBe(0);
  });
  it('weights by groups only when every group has a population', () => {
    const rows = reading([
      { O: 'Norr', K: 'kvinna', N: '5' },
      { O: 'Norr', K: 'man', N: '4' },
    ]);
    const as = (groupPopulation: Record<string, number>) =>
      mappedData(
        rows,
        described({
          kind: 'survey-answers',
          columns: { area: 'O', group: 'K', count: 'N' },
          groupPopulation,
        }),
        { city, findArea },
      ).dataSet.groupPopulation;
    expect(as({ kvinna: 60 })).toEqual([]);
    expect(as({ kvinna: 60, man: 40 })).toEqual([60, 40]);
  });
});

describe('a typed table', () => {
  const told = (text: string) => typedTable(text, { title: 'T', source: 'S', timeZone: 'Europe/Stockholm' });
  it('reads months with two or three counts, a heading left out', () => {
    const { dataSet, problems, months } = told('månad mät jämför\n2024-01 4 9\n2024-02;5;8\n\n2024-03\t6\t7');
    expect([months, problems]).toEqual([3, []]);
    expect(dataSet?.areas.map(({ role }) => role)).toEqual(['measure', 'comparison']);
    expect(dataSet?.columns.count).toEqual([4, 9, 5, 8, 6, 7]);
    expect(v.safeParse(DataSetSchema, JSON.parse(JSON.stringify(dataSet))).success).toBe(true);
  });
  it('tells which line it cannot read', () =>
    expect(told('2024-01 4 9\n2024-13 4 9\n2024-02 4').problems.map(({ line }) => line)).toEqual([2, 3]));
});

it('says on every practice set that it is made up', () => {
  const texts = JSON.parse(readFileSync('src/i18n/council/sv.json', 'utf8')) as Record<string, string>;
  for (const key of ['council.practice.incidents', 'council.practice.survey'])
    expect(texts[key]).toMatch(/^Övningsdata – påhitt/);
});
