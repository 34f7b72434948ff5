import { practiceData } from '../analysis/hotspots/practiceData.ts';
import { normalFrom, seededRandom } from '../analysis/hotspots/seededRandom.ts';
import type { DataSet } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { type CityArea, cityAreas, contextPolygons } from './councilAreas.ts';
import { addDataSet } from './councilData.ts';
import { newId, nowStamp } from './papers.ts';
import { planeOfCity } from './plane.ts';
import { useOpen } from './store.ts';

/** The words of the practice sets in the user's language; they are kept as text, like those of any other data. */
export interface PracticeWords {
  readonly incidents: string;
  readonly survey: string;
  readonly source: string;
  readonly categories: Readonly<Record<'disturbance' | 'damage' | 'theft' | 'unsafe-feeling', string>>;
  readonly answers: readonly [safe: string, unsafe: string, dontGoOut: string];
  readonly groups: readonly [women: string, men: string];
}

const EVENTS = 6000;
const SEED = 20230614;
const FIRST_YEAR = 2021;
const YEARS = 4;
const RESPONDENTS_PER_AREA = 60;

/** Puts made-up incidents and made-up survey answers on this device, each saying in its name that it is made up. */
export async function addPracticeData(atlas: Atlas, words: PracticeWords): Promise<void> {
  const { layers } = useOpen.getState();
  const plane = planeOfCity(atlas.city);
  const builtUp = contextPolygons(layers, 'built-up', plane);
  const whole = builtUp.length > 0 ? builtUp : contextPolygons(layers, 'municipality', plane);
  await addDataSet(madeUpIncidents(atlas, words, largestOf(whole)));
  const areas = cityAreas(atlas, layers).filter(({ kind }) => kind === 'neighbourhood');
  if (areas.length > 0) await addDataSet(madeUpSurvey(areas, words));
}

/** The polygon of most extent: practice events lie in the main town. */
function largestOf<Polygon extends readonly (readonly (readonly [number, number])[])[]>(
  polygons: readonly Polygon[],
): Polygon[] {
  const extent = ([outer = []]: Polygon): number => {
    const [east, north] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
    return (Math.max(...east) - Math.min(...east)) * (Math.max(...north) - Math.min(...north));
  };
  return [...polygons].sort((a, b) => extent(b) - extent(a)).slice(0, 1);
}

function madeUpIncidents(
  { city }: Atlas,
  words: PracticeWords,
  polygons: Parameters<typeof practiceData>[0]['polygons'],
): DataSet {
  const plane = planeOfCity(city);
  const { events } = practiceData({
    polygons,
    count: EVENTS,
    seed: SEED,
    fromMs: Date.UTC(FIRST_YEAR, 0, 1, 0),
    toMs: Date.UTC(FIRST_YEAR + YEARS, 0, 1) - 3_600_000,
  });
  const kinds = ['disturbance', 'damage', 'theft', 'unsafe-feeling'] as const;
  const places = events.map(({ place }) => plane.toLngLat(place));
  return {
    id: newId(),
    title: words.incidents,
    kind: 'incidents',
    origin: 'practice',
    source: words.source,
    addedAt: nowStamp(),
    period: { from: `${FIRST_YEAR}-01-01`, to: `${FIRST_YEAR + YEARS - 1}-12-31` },
    rows: events.length,
    n: events.length,
    categories: kinds.map((kind) => words.categories[kind]),
    groups: [],
    groupPopulation: [],
    areas: [],
    columns: {
      lngE5: places.map(([lng]) => Math.round(lng * 1e5)),
      latE5: places.map(([, lat]) => Math.round(lat * 1e5)),
      startMinute: events.map(({ startMs }) => Math.floor(startMs / 60_000)),
      endMinute: events.map(({ endMs }) => Math.floor(endMs / 60_000)),
      category: events.map(({ category }) => kinds.indexOf(category)),
    },
  };
}

/** Two rounds of answers per area and group; women answer oftener, as in most surveys, and feel a little less safe. */
function madeUpSurvey(areas: readonly CityArea[], words: PracticeWords): DataSet {
  const random = seededRandom(SEED);
  const column = { startMinute: [] as number[], endMinute: [] as number[], area: [] as number[] };
  const answer = { category: [] as number[], group: [] as number[], count: [] as number[] };
  const round = (year: number): [number, number] => [
    Date.UTC(year, 9, 1) / 60_000,
    Date.UTC(year, 9, 16) / 60_000,
  ];
  areas.forEach((_, area) => {
    const base = 0.25 + 0.12 * random();
    for (const year of [FIRST_YEAR + 1, FIRST_YEAR + 3]) {
      const [start, end] = round(year);
      words.groups.forEach((_group, group) => {
        const asked = Math.max(
          12,
          Math.round(RESPONDENTS_PER_AREA * (group === 0 ? 0.59 : 0.41) + 4 * normalFrom(random)),
        );
        const unsafe = Math.round(asked * (base + (group === 0 ? 0.06 : -0.05) + 0.03 * normalFrom(random)));
        const inside = Math.round(asked * 0.06);
        [asked - unsafe - inside, unsafe, inside].forEach((count, category) => {
          column.startMinute.push(start);
          column.endMinute.push(end);
          column.area.push(area);
          answer.category.push(category);
          answer.group.push(group);
          answer.count.push(Math.max(0, count));
        });
      });
    }
  });
  return {
    id: newId(),
    title: words.survey,
    kind: 'survey-answers',
    origin: 'practice',
    source: words.source,
    addedAt: nowStamp(),
    period: { from: `${FIRST_YEAR + 1}-10-01`, to: `${FIRST_YEAR + 3}-10-15` },
    rows: answer.count.length,
    n: answer.count.reduce((sum, count) => sum + count, 0),
    categories: [...words.answers],
    groups: [...words.groups],
    groupPopulation: [50, 50],
    areas: areas.map(({ id, name }) => ({ name, areaId: id })),
    columns: { ...column, ...answer },
  };
}
