/** How fast the sight room answers, as medians on one seeded city. Run alone: `npx tsx tests/bench/sight.ts`. */
import { pathToFileURL } from 'node:url';
import * as turf from '@turf/turf';
import * as library from 'visibility-polygon';
import { shapeOf } from '../../src/analysis/sight/bands.ts';
import { cameraSightOf } from '../../src/analysis/sight/cameraSight.ts';
import { type Obstacle, type Obstacles, obstaclesOf, standOf } from '../../src/analysis/sight/obstacles.ts';
import { opticsOfLens } from '../../src/analysis/sight/optics.ts';
import { pathCoverageOf } from '../../src/analysis/sight/pathCoverage.ts';
import { sweepOf } from '../../src/analysis/sight/sweep.ts';
import { areaSeenTogether, seenTogether } from '../../src/analysis/sight/unionArea.ts';
import { watcherOfSweep } from '../../src/analysis/sight/watcher.ts';
import { edgesIn } from '../../src/geometry/edgeIndex.ts';
import type { PlanePoint } from '../../src/geometry/plane.ts';
import { printTable, type Row } from './table.ts';

/** Mulberry32: the same city on every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Houses of 8–20 m, turned at random, one to a plot of 30 m: about 40 sides within 60 m of any place. */
export function seededCity(
  edgeCount: number,
  random: () => number,
): { obstacles: Obstacle[]; sideMetres: number } {
  const plots = Math.ceil(Math.sqrt(edgeCount / 4));
  const obstacles: Obstacle[] = [];
  for (let i = 0; i < edgeCount / 4; i++) {
    const centre: PlanePoint = [(i % plots) * 30 + 15, Math.floor(i / plots) * 30 + 15];
    const [half, depth, turn] = [4 + random() * 6, 4 + random() * 6, random() * Math.PI];
    const ring = [
      [-half, -depth],
      [half, -depth],
      [half, depth],
      [-half, depth],
    ].map(
      ([x = 0, y = 0]): PlanePoint => [
        centre[0] + x * Math.cos(turn) - y * Math.sin(turn),
        centre[1] + x * Math.sin(turn) + y * Math.cos(turn),
      ],
    );
    obstacles.push({ footprint: [ring] });
  }
  return { obstacles, sideMetres: plots * 30 };
}

/** The median of the milliseconds that each call takes, after as many calls to warm up. */
export function medianMilliseconds(calls: number, call: (index: number) => void): number {
  for (let i = 0; i < calls; i++) call(i);
  const times = Array.from({ length: calls }, (_, i) => {
    const start = performance.now();
    call(i);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[calls >> 1] ?? Number.NaN;
}

const OPTICS = opticsOfLens({
  sensorWidthMillimetres: 7.2,
  sensorHeightMillimetres: 4.05,
  focalLengthMillimetres: 4,
  widthPixels: 3840,
});

const ms = (milliseconds: number): string => `${Number(milliseconds.toPrecision(2))} ms`;

/** Places where cameras can stand, all over the city. */
function standsIn(obstacles: Obstacles, sideMetres: number, random: () => number): PlanePoint[] {
  const places: PlanePoint[] = [];
  while (places.length < 500) {
    const stand = standOf(obstacles, [random() * sideMetres, random() * sideMetres], 5);
    if (stand.kind === 'stands') places.push(stand.at);
  }
  return places;
}

/** One size of city: what indexing and every kind of view cost. */
function growthRows(edges: number): Row[] {
  const random = seededRandom(edges);
  const { obstacles: houses, sideMetres } = seededCity(edges, random);
  const started = performance.now();
  const obstacles = obstaclesOf(houses);
  const indexed = performance.now() - started;
  const places = standsIn(obstacles, sideMetres, random);
  const at = (i: number): PlanePoint => places[i] as PlanePoint;
  const view = (i: number, fieldOfViewDegrees: number) =>
    shapeOf(sweepOf(obstacles, { at: at(i), bearingDegrees: i, fieldOfViewDegrees, rangeMetres: 60 }));
  const mount = { heightMetres: 5, tiltDegrees: 20, optics: OPTICS };
  const camera = (i: number) =>
    cameraSightOf(obstacles, { at: at(i), bearingDegrees: i, ...mount }, { rangeMetres: 60 });
  const aim = edges >= 10_000 ? { aim: '≤ 0.5 ms' } : {};
  const name = `${edges.toLocaleString('en')} edges:`;
  return [
    { what: `${name} index, once`, value: ms(indexed) },
    { what: `${name} whole circle of 60 m`, value: ms(medianMilliseconds(500, (i) => view(i, 360))), ...aim },
    { what: `${name} sector of 84°, 60 m`, value: ms(medianMilliseconds(500, (i) => view(i, 84))), ...aim },
    { what: `${name} camera with its seven zones`, value: ms(medianMilliseconds(500, camera)) },
  ];
}

/**
 * The whole circle of 60 m by npm `visibility-polygon` behind the same index, in the same run. It sees a box instead of a circle and is not
 * asked about heights; where footprints touch or overlap its answer would be wrong, which this city avoids.
 */
function libraryRows(edges: number): Row[] {
  const random = seededRandom(edges);
  const { obstacles: houses, sideMetres } = seededCity(edges, random);
  const obstacles = obstaclesOf(houses);
  const places = standsIn(obstacles, sideMetres, random);
  const at = (i: number): PlanePoint => places[i] as PlanePoint;
  const ours = medianMilliseconds(500, (i) =>
    shapeOf(sweepOf(obstacles, { at: at(i), bearingDegrees: 0, fieldOfViewDegrees: 360, rangeMetres: 60 })),
  );
  const theirs = medianMilliseconds(500, (i) => {
    const [x, y] = at(i);
    const [west, south, east, north] = [x - 60, y - 60, x + 60, y + 60];
    const { ends } = obstacles.index;
    const near: [number, number][][] = edgesIn(obstacles.index, [west, south, east, north]).map((edge) => [
      [ends[4 * edge] ?? 0, ends[4 * edge + 1] ?? 0],
      [ends[4 * edge + 2] ?? 0, ends[4 * edge + 3] ?? 0],
    ]);
    library.computeViewport([x, y], near, [west, south], [east, north]);
  });
  return [
    {
      what: `${edges.toLocaleString('en')} edges: whole circle of 60 m, ours`,
      value: ms(ours),
      aim: '≤ 0.5 ms',
    },
    {
      what: '  the same by visibility-polygon behind flatbush',
      value: `${ms(theirs)}, ours takes ${(ours / theirs).toFixed(2)} ×`,
      aim: '≤ 1 ×',
    },
  ];
}

/** What 200 cameras see, in a town so dense that most views overlap, and all in one. */
function unionRows(): Row[] {
  const random = seededRandom(200);
  const { obstacles: houses, sideMetres } = seededCity(4_000, random);
  const obstacles = obstaclesOf(houses);
  const places = standsIn(obstacles, sideMetres / 2, random).slice(0, 200);
  const shapes = places.map((at, i) =>
    shapeOf(sweepOf(obstacles, { at, bearingDegrees: i * 7, fieldOfViewDegrees: 84, rangeMetres: 60 })),
  );
  const start = performance.now();
  const together = areaSeenTogether(shapes);
  const cold = performance.now() - start;
  const area = medianMilliseconds(21, () => areaSeenTogether(shapes));
  const warm = medianMilliseconds(21, () => seenTogether(shapes));
  const corners = shapes.reduce((sum, { outlines }) => sum + outlines.flat().length, 0);
  const sum = shapes.reduce((total, { areaSquareMetres }) => total + areaSquareMetres, 0);
  return [
    { what: 'area of the union of 200 views, first time', value: ms(cold), aim: '≤ 50 ms' },
    { what: 'area of the union of 200 views', value: ms(area), aim: '≤ 50 ms' },
    { what: 'the union of 200 views as an outline', value: ms(warm), aim: '≤ 50 ms' },
    turfRow(shapes, warm),
    {
      what: `  of ${corners} corners; share of the sum of areas`,
      value: (together.areaSquareMetres / sum).toFixed(3),
    },
  ];
}

/** The same city with every roof known and lower than the camera: shadows end, and views are in many pieces. */
function lowRoofRows(): Row[] {
  const random = seededRandom(12);
  const { obstacles: houses, sideMetres } = seededCity(10_000, random);
  const obstacles = obstaclesOf(houses.map((house) => ({ ...house, roofHeightMetres: 3 + 4 * random() })));
  const places = standsIn(obstacles, sideMetres, random);
  const look = { fieldOfViewDegrees: 84, rangeMetres: 60, heightMetres: 8, targetHeightMetres: 1.6 };
  const median = medianMilliseconds(200, (i) => {
    shapeOf(sweepOf(obstacles, { at: places[i] as PlanePoint, bearingDegrees: i, ...look }));
  });
  return [{ what: 'sector over low roofs only, 60 m', value: ms(median), aim: '≤ 0.5 ms' }];
}

const millimetres = (metres: number): number => Math.round(metres * 1000) / 1000;

/** The same union by polygon booleans, once; on millimetres, since on the exact corners they break down. */
function turfRow(
  shapes: readonly { outlines: readonly (readonly PlanePoint[])[] }[],
  oursMilliseconds: number,
): Row {
  const polygons = shapes
    .flatMap(({ outlines }) => outlines)
    .map((outline) =>
      turf.polygon([[...outline, outline[0] as PlanePoint].map((point) => point.map(millimetres))]),
    );
  const what = '  the same by turf.union';
  const start = performance.now();
  try {
    turf.union(turf.featureCollection(polygons));
  } catch (error) {
    return { what, value: 'breaks down', aim: error instanceof Error ? error.message.slice(0, 60) : '' };
  }
  const turfMilliseconds = performance.now() - start;
  return { what, value: `${ms(turfMilliseconds)}, ${(turfMilliseconds / oursMilliseconds).toFixed(1)} ×` };
}

/** A path of 1 km among 200 cameras. */
function coverageRows(): Row[] {
  const random = seededRandom(7);
  const { obstacles: houses, sideMetres } = seededCity(10_000, random);
  const obstacles = obstaclesOf(houses);
  const watchers = standsIn(obstacles, sideMetres, random)
    .slice(0, 200)
    .map((at, i) =>
      watcherOfSweep(
        `${i}`,
        sweepOf(obstacles, { at, bearingDegrees: i, fieldOfViewDegrees: 84, rangeMetres: 60 }),
      ),
    );
  const path: PlanePoint[] = [
    [100, 100],
    [800, 814],
  ];
  return [
    {
      what: 'path of 1 km among 200 cameras',
      value: ms(medianMilliseconds(21, () => pathCoverageOf(path, watchers))),
    },
  ];
}

/** All numbers of the sight room, medians on one seeded city. */
export async function benchSight(): Promise<Row[]> {
  return [
    ...[100, 1_000, 10_000, 100_000].flatMap(growthRows),
    ...[10_000, 100_000].flatMap(libraryRows),
    ...lowRoofRows(),
    ...unionRows(),
    ...coverageRows(),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printTable('sight', await benchSight());
