/**
 * How fast hotspots are found, as medians on seeded points, beside the plain double loops they replace.
 * Run alone: `npx tsx tests/bench/hotspots.ts`.
 */
import { pathToFileURL } from 'node:url';
import { clustersOf } from '../../src/analysis/hotspots/clusters.ts';
import { densityAt, densityOnGrid } from '../../src/analysis/hotspots/density.ts';
import { protectedTable } from '../../src/analysis/hotspots/disclosure.ts';
import { falseDiscoveryAdjusted } from '../../src/analysis/hotspots/falseDiscovery.ts';
import { getisOrdStarOnGrid } from '../../src/analysis/hotspots/getisOrd.ts';
import { cellsInside, countsOnGrid, type Grid, type PointColumns } from '../../src/analysis/hotspots/grid.ts';
import { normalFrom, seededRandom } from '../../src/analysis/hotspots/seededRandom.ts';
import { countsByTime } from '../../src/analysis/time/aoristic.ts';
import { zoneClock } from '../../src/analysis/time/localTime.ts';
import { isDark } from '../../src/analysis/time/sun.ts';
import { benchInWorker } from './hotspotsInWorker.ts';
import { median, printTable, type Row } from './table.ts';

const GRID: Grid = { westMetres: 0, southMetres: 0, cellMetres: 25, columns: 500, rows: 500 };
const SIDE_METRES = GRID.cellMetres * GRID.columns;
const BANDWIDTH_METRES = 200;

/** Half of the points even over the grid, half in thirty gatherings. */
function seededPoints(count: number): PointColumns {
  const random = seededRandom(20230614);
  const centres = Array.from({ length: 30 }, () => [random() * SIDE_METRES, random() * SIDE_METRES] as const);
  const [eastMetres, northMetres] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    const [east, north] = centres[i % 30] as readonly [number, number];
    const gathered = i % 2 === 0;
    eastMetres[i] = gathered ? east + 300 * normalFrom(random) : random() * SIDE_METRES;
    northMetres[i] = gathered ? north + 300 * normalFrom(random) : random() * SIDE_METRES;
  }
  return { eastMetres, northMetres };
}

const firstOf = ({ eastMetres, northMetres }: PointColumns, count: number): PointColumns => ({
  eastMetres: eastMetres.subarray(0, count),
  northMetres: northMetres.subarray(0, count),
});

/** Milliseconds of a few calls after one to warm up: the median, and the best, which a busy machine disturbs least. */
function timed(calls: number, call: () => unknown): string {
  call();
  const times = Array.from({ length: calls }, () => milliseconds(call));
  return `${shown(median(times))} (best ${shown(Math.min(...times))})`;
}
function milliseconds(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}
const shown = (ms: number): string =>
  ms < 10_000 ? `${ms.toPrecision(3)} ms` : `${(ms / 1000).toFixed(0)} s`;

/** Every cell asks every point. */
function naiveDensity(points: PointColumns): Float64Array {
  const surface = new Float64Array(GRID.columns * GRID.rows);
  for (let cell = 0; cell < surface.length; cell++) {
    const east = ((cell % GRID.columns) + 0.5) * GRID.cellMetres;
    const north = (Math.floor(cell / GRID.columns) + 0.5) * GRID.cellMetres;
    surface[cell] = densityAt([east, north], points, BANDWIDTH_METRES);
  }
  return surface;
}

/** Every cell asks every neighbour, square of the radius. */
function naiveGi(values: Float64Array, radiusCells: number): Float64Array {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const deviation = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / n);
  return values.map((_, cell) => {
    const [row, column] = [Math.floor(cell / GRID.columns), cell % GRID.columns];
    let [excess, count] = [0, 0];
    for (let y = row - radiusCells; y <= row + radiusCells; y++)
      for (let x = column - radiusCells; x <= column + radiusCells; x++)
        if (x >= 0 && y >= 0 && x < GRID.columns && y < GRID.rows) {
          excess += (values[y * GRID.columns + x] as number) - mean;
          count++;
        }
    return excess / (deviation * Math.sqrt((n * count - count * count) / (n - 1)));
  });
}

function densityRows(points: PointColumns): Row[] {
  const sample = 200;
  const naive = milliseconds(() => naiveDensity(firstOf(points, sample)));
  const circle = Array.from({ length: 720 }, (_, i) => {
    const angle = (i * Math.PI) / 360;
    return [SIDE_METRES / 2 + 6000 * Math.cos(angle), SIDE_METRES / 2 + 6000 * Math.sin(angle)] as const;
  });
  const inside = cellsInside(GRID, [[circle]]);
  const hundredThousand = firstOf(points, 100_000);
  const request = { grid: GRID, bandwidthMetres: BANDWIDTH_METRES };
  return [
    {
      what: 'density, 100 000 points on 500×500 cells, h = 200 m',
      value: timed(9, () => densityOnGrid({ ...request, points: hundredThousand })),
      aim: 'at most 100 ms',
    },
    {
      what: '  the same, edge corrected inside a boundary',
      value: timed(9, () => densityOnGrid({ ...request, points: hundredThousand, inside })),
      aim: 'at most 100 ms',
    },
    {
      what: `  the same by a plain double loop (${sample} points, times ${100_000 / sample})`,
      value: shown((naive * 100_000) / sample),
    },
    ...[1000, 10_000, 100_000, 1_000_000].map((count) => ({
      what: `  growth: ${count.toLocaleString('en')} points`,
      value: timed(3, () => densityOnGrid({ ...request, points: firstOf(points, count) })),
    })),
  ];
}

function gridRows(points: PointColumns): Row[] {
  const { counts: values } = countsOnGrid(GRID, points);
  const request = { values, columns: GRID.columns, rows: GRID.rows };
  const sizes = [3, 8, 15];
  return [
    ...sizes.map((radiusCells) => ({
      what: `Gi* on 500×500 cells, disc of radius ${radiusCells} cells`,
      value: timed(9, () => getisOrdStarOnGrid({ ...request, radiusCells, shape: 'disc' })),
      aim: 'at most 200 ms',
    })),
    ...sizes.map((radiusCells) => ({
      what: `  plain loop over the square of radius ${radiusCells}`,
      value: shown(milliseconds(() => naiveGi(values, radiusCells))),
    })),
    {
      what: 'false-discovery control of 250 000 p',
      value: timed(3, () => falseDiscoveryAdjusted(values.map((_, i) => ((i * 7919) % 250_007) / 250_007))),
    },
  ];
}

function otherRows(points: PointColumns): Row[] {
  const clock = zoneClock('Europe/Stockholm');
  const random = seededRandom(5);
  const spans = Array.from({ length: 100_000 }, () => {
    const startMs = Date.UTC(2022, 0, 1) + Math.floor(random() * 2 * 365 * 86_400_000);
    return { startMs, endMs: startMs + (random() < 0.3 ? Math.floor(random() * 36_000_000) : 0) };
  });
  const table = Array.from({ length: 60 }, () => Array.from({ length: 36 }, () => Math.floor(random() * 14)));
  return [
    ...[10_000, 100_000].map((count) => ({
      what: `clusters of ${count.toLocaleString('en')} points, ε = 40 m`,
      value: timed(3, () =>
        clustersOf({ points: firstOf(points, count), epsilonMetres: 40, minimumPoints: 8 }),
      ),
    })),
    {
      what: '100 000 events by weekday and hour, 30 % of them intervals',
      value: timed(3, () => countsByTime(spans, clock, { division: 'weekday-hour' })),
    },
    {
      what: 'dark or light, 100 000 moments',
      value: timed(3, () => spans.filter(({ startMs }) => isDark(startMs, [16.5, 59.6]))),
    },
    {
      what: 'small numbers hidden in 60 areas × 36 months',
      value: timed(3, () => protectedTable(table, 5)),
    },
  ];
}

export async function benchHotspots(): Promise<Row[]> {
  const points = seededPoints(1_000_000);
  const hundredThousand = firstOf(points, 100_000);
  return [
    ...densityRows(points),
    ...gridRows(hundredThousand),
    ...otherRows(points),
    ...(await benchInWorker()),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  printTable('Hotspots', await benchHotspots());
