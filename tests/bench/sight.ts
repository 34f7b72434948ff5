/** How fast the sight room answers, as medians on one seeded city. Run alone: `npx tsx tests/bench/sight.ts`. */
import { pathToFileURL } from 'node:url';
import { shapeOf } from '../../src/analysis/sight/bands.ts';
import { cameraSightOf } from '../../src/analysis/sight/cameraSight.ts';
import { type Obstacle, obstaclesOf, standOf } from '../../src/analysis/sight/obstacles.ts';
import { opticsOfLens } from '../../src/analysis/sight/optics.ts';
import { sweepOf } from '../../src/analysis/sight/sweep.ts';
import type { PlanePoint } from '../../src/geometry/plane.ts';

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

/** One row of the growth table. */
export interface SightRow {
  edges: number;
  indexMilliseconds: number;
  fullCircleMilliseconds: number;
  sectorMilliseconds: number;
  cameraWithZonesMilliseconds: number;
  sidesMet: number;
}

function growthRow(edges: number): SightRow {
  const random = seededRandom(edges);
  const { obstacles: houses, sideMetres } = seededCity(edges, random);
  const started = performance.now();
  const obstacles = obstaclesOf(houses);
  const indexMilliseconds = performance.now() - started;
  const places: PlanePoint[] = [];
  while (places.length < 500) {
    const stand = standOf(obstacles, [random() * sideMetres, random() * sideMetres], 5);
    if (stand.kind === 'stands') places.push(stand.at);
  }
  const at = (i: number): PlanePoint => places[i] as PlanePoint;
  let sidesMet = 0;
  const fullCircleMilliseconds = medianMilliseconds(500, (i) => {
    const sweep = sweepOf(obstacles, {
      at: at(i),
      bearingDegrees: 0,
      fieldOfViewDegrees: 360,
      rangeMetres: 60,
    });
    sidesMet += sweep.walls.length / 6 / 1000;
    shapeOf(sweep);
  });
  const sectorMilliseconds = medianMilliseconds(500, (i) => {
    shapeOf(sweepOf(obstacles, { at: at(i), bearingDegrees: i, fieldOfViewDegrees: 84, rangeMetres: 60 }));
  });
  const mount = { heightMetres: 5, tiltDegrees: 20, optics: OPTICS };
  const cameraWithZonesMilliseconds = medianMilliseconds(500, (i) => {
    cameraSightOf(obstacles, { at: at(i), bearingDegrees: i, ...mount }, { rangeMetres: 60 });
  });
  return {
    edges,
    indexMilliseconds,
    fullCircleMilliseconds,
    sectorMilliseconds,
    cameraWithZonesMilliseconds,
    sidesMet,
  };
}

/** All numbers of the sight room. */
export function benchSight(): { growth: SightRow[] } {
  return { growth: [100, 1_000, 10_000, 100_000].map(growthRow) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { growth } = benchSight();
  console.table(growth);
}
