import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildingOcclusion } from '../../src/analysis/light/buildingShadow.ts';
import {
  DEFAULT_TOLERANCE_LUX,
  lightRaster,
  moveLamp,
  type RasterGrid,
} from '../../src/analysis/light/lightRaster.ts';
import { type MountedLuminaire, mount, type Occlusion } from '../../src/analysis/light/luminaire.ts';
import { uniformTable } from '../../src/analysis/light/uniformTable.ts';
import { changePlan, livePlan } from '../../src/analysis/lightAndSight/livePlan.ts';
import { planSteps } from '../../src/analysis/lightAndSight/livePlanSteps.ts';
import { DEFAULT_SETTINGS, type Entry } from '../../src/analysis/lightAndSight/question.ts';
import type { Photometry } from '../../src/analysis/photometry/photometry.ts';
import { readPhotometry } from '../../src/analysis/photometry/readPhotometry.ts';
import { edgeIndexOf } from '../../src/geometry/edgeIndex.ts';
import type { PlanePoint } from '../../src/geometry/plane.ts';
import { rasterInC } from './footprintInC.ts';
import { printTable, type Row } from './table.ts';

interface Timed {
  readonly name: string;
  readonly medianMs: number;
  readonly note: string;
}

const DEGREES = 180 / Math.PI;

function optic(file: string): Photometry {
  const result = readPhotometry(readFileSync(join(import.meta.dirname, '../../public/optics', file)));
  if (result.kind === 'problem') throw new Error(`${file}: ${JSON.stringify(result.problem)}`);
  return result.photometry;
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Lamps strewn evenly over a square, the same in every run. */
function lampsOver(sideMetres: number, count: number): MountedLuminaire[] {
  const random = seeded(count);
  const photometry = optic('ts-path-s.ldt');
  return Array.from({ length: count }, (_, i) =>
    mount({
      id: `lamp-${i}`,
      eastMetres: random() * sideMetres,
      northMetres: random() * sideMetres,
      heightMetres: 4.5 + random() * 1.5,
      photometry,
      fluxLumens: 2000,
      maintenanceFactor: 0.8,
      bearingDegrees: random() * 360,
    }),
  );
}

const squareGrid = (cells: number): RasterGrid => ({
  westMetres: 0,
  southMetres: 0,
  cellMetres: 1,
  columns: cells,
  rows: cells,
});

function medianMs(rounds: number, work: (round: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work(round);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] as number;
}

/** The double loop anybody would write first: every lamp for every cell, table looked up evenly, no cut-off. */
function naive(grid: RasterGrid, lamps: readonly MountedLuminaire[], every: number): Float32Array {
  const lux = new Float32Array(grid.columns * grid.rows);
  const tabled = lamps.map((lamp) => ({ lamp, table: uniformTable(lamp.photometry) }));
  for (let row = 0; row < grid.rows; row += every)
    for (let column = 0; column < grid.columns; column += 1) {
      let sum = 0;
      for (const { lamp, table } of tabled) {
        const { candelas, verticals, azimuthStepDegrees, verticalStepDegrees } = table;
        const [east, north] = [column + 0.5 - lamp.eastMetres, row + 0.5 - lamp.northMetres];
        const a = east * lamp.c0[0] + north * lamp.c0[1];
        const b = east * lamp.c90[0] + north * lamp.c90[1];
        const gamma = Math.atan2(Math.sqrt(a * a + b * b), lamp.heightMetres) * DEGREES;
        const signed = Math.atan2(b, a) * DEGREES;
        const azimuth = signed < 0 ? signed + 360 : signed;
        const [v, w] = [gamma / verticalStepDegrees, azimuth / azimuthStepDegrees];
        const at = Math.floor(w) * verticals + Math.floor(v);
        const [t, u] = [v - Math.floor(v), w - Math.floor(w)];
        const low = (candelas[at] as number) * (1 - t) + (candelas[at + 1] as number) * t;
        const next = at + verticals;
        const high = (candelas[next] as number) * (1 - t) + (candelas[next + 1] as number) * t;
        const squared = east * east + north * north + lamp.heightMetres ** 2;
        sum += ((low + (high - low) * u) * lamp.scale * lamp.heightMetres) / (squared * Math.sqrt(squared));
      }
      lux[row * grid.columns + column] = sum;
    }
  return lux;
}

/** The raster against the same sum in C; where there is no compiler, the kernel against its plain form. */
function againstC(grid: RasterGrid, lamps: readonly MountedLuminaire[], ours: number): Timed {
  const inC = rasterInC(lamps, { cells: grid.columns, toleranceLux: DEFAULT_TOLERANCE_LUX, rounds: 7 });
  const name = '  the same sum by a C program (-O3 -march=native)';
  if (inC === null)
    return { name, medianMs: Number.NaN, note: 'no C compiler here: the kernel stands for it' };
  const sum = lightRaster(grid, lamps).lux.reduce((total, lux) => total + lux, 0);
  const apart = Math.abs(sum / inC.sumLux - 1);
  return {
    name,
    medianMs: inC.medianMs,
    note: `ours takes ${(ours / inC.medianMs).toFixed(2)} × as long, at most 2 wanted; sums agree to ${apart.toExponential(0)}`,
  };
}

function fullRaster(): Timed[] {
  const grid = squareGrid(1000);
  const lamps = lampsOver(1000, 500);
  const every = 100;
  const rows: Timed[] = [];
  const slow = medianMs(3, () => naive(grid, lamps, every)) * every;
  for (const kernel of ['plain', 'simd'] as const) {
    lightRaster(grid, lamps, { kernel });
    const quick = medianMs(7, () => lightRaster(grid, lamps, { kernel }));
    const ratio = (slow / quick).toFixed(0);
    rows.push({
      name: `raster 1 km², 1 m, 500 lamps, ${kernel}`,
      medianMs: quick,
      note: `cut off at 0.01 lx a lamp; ${ratio} × the naive loop, at least 20 wanted`,
    });
  }
  rows.push(againstC(grid, lamps, rows[rows.length - 1]?.medianMs ?? Number.NaN));
  rows.push({ name: 'the same, naive double loop', medianMs: slow, note: `timed on every ${every}th row` });
  return rows;
}

/** Houses of 8–20 m, 3–15 m high, strewn over the square: 10 000 walls. */
function houses(sideMetres: number): Occlusion {
  const random = seeded(77);
  const polygons = Array.from({ length: 2500 }, () => {
    const [x, y] = [random() * sideMetres, random() * sideMetres];
    const [w, d] = [8 + random() * 12, 8 + random() * 12];
    const ring: PlanePoint[] = [
      [x, y],
      [x + w, y],
      [x + w, y + d],
      [x, y + d],
      [x, y],
    ];
    return [ring];
  });
  const heights = polygons.map(() => 3 + random() * 12);
  return buildingOcclusion(edgeIndexOf(polygons), (polygon) => heights[polygon]);
}

function dragAmongHouses(): Timed[] {
  const grid = squareGrid(1000);
  const occlusion = houses(1000);
  const photometry = optic('ts-path-s.ldt');
  const lampAt = (eastMetres: number): MountedLuminaire =>
    mount(
      {
        ...{ id: 'dragged', eastMetres, northMetres: 500, heightMetres: 5, photometry },
        ...{ fluxLumens: 2000, maintenanceFactor: 0.8, bearingDegrees: 0 },
      },
      occlusion,
    );
  let held = lampAt(100);
  const raster = lightRaster(grid, [...lampsOver(1000, 2000), held]);
  const step = (round: number): void => {
    const next = lampAt(100 + 1.7 * round);
    moveLamp(raster, held, next);
    held = next;
  };
  for (let i = 0; i < 50; i += 1) step(i);
  return [
    {
      name: 'drag one lamp among 10 000 walls',
      medianMs: medianMs(201, step),
      note: 'shadows and light, at most 8 ms wanted',
    },
  ];
}

function drag(): Timed[] {
  const grid = squareGrid(1000);
  const lamps = lampsOver(1000, 2000);
  const raster = lightRaster(grid, lamps);
  let held = lamps[0] as MountedLuminaire;
  const step = (): void => {
    const next = { ...held, eastMetres: (held.eastMetres + 1.7) % 1000 };
    moveLamp(raster, held, next);
    held = next;
  };
  for (let i = 0; i < 50; i += 1) step();
  return [{ name: 'drag one lamp among 2 000', medianMs: medianMs(201, step), note: 'at most 8 ms wanted' }];
}

/** What the worker does for one frame of a drag: the lamp's light, and the pictures of the squares it touches. */
function dragInWorker(): Timed[] {
  const ground = { proj4: '+proj=utm +zone=33 +ellps=GRS80 +units=m', buildings: [], lamps: [], paths: [] };
  const random = seeded(2000);
  const lampAt = (id: string, lng: number, lat: number): Entry => ({
    key: id,
    role: 'after',
    feature: {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: {
        kind: 'light',
        ...{ id, name: { sv: id, en: id, fi: id }, measureIds: [], namndId: 'namnd', status: 'foreslagen' },
        ...{ heightMetres: 5, fluxLumens: 2000, rotationDegrees: 0 },
      },
    },
  });
  const lamps = Array.from({ length: 2000 }, (_, i) =>
    lampAt(`lamp-${i}`, 15 + 0.018 * random(), 59.6 + 0.009 * random()),
  );
  const plan = livePlan(ground);
  changePlan(plan, { put: lamps, drop: [] }, DEFAULT_SETTINGS);
  const started = performance.now();
  for (const _ of planSteps(plan));
  const whole = performance.now() - started;
  const step = (round: number): void => {
    const moved = lampAt('lamp-7', 15.008 + 0.00002 * round, 59.604);
    changePlan(plan, { put: [moved], drop: [] }, DEFAULT_SETTINGS);
    for (const part of planSteps(plan)) if (part?.kind === 'tiles') return;
  };
  for (let i = 0; i < 50; i += 1) step(i);
  return [
    {
      name: 'drag one lamp among 2 000, to the finished picture',
      medianMs: medianMs(201, step),
      note: `at most 8 ms wanted; squares of ${plan.light.cellMetres} m cells`,
    },
    { name: '  the first full answer of the same plan', medianMs: whole, note: 'with lines of equal light' },
  ];
}

function growth(): Timed[] {
  const grid: RasterGrid = { ...squareGrid(1000), cellMetres: 2 };
  return [100, 1000, 10_000, 100_000].map((count) => {
    const lamps = lampsOver(2000, count);
    const ms = medianMs(count > 10_000 ? 1 : 3, () => lightRaster(grid, lamps));
    const each = ((1000 * ms) / count).toFixed(0);
    return { name: `raster 4 km², 2 m, ${count} lamps`, medianMs: ms, note: `${each} µs a lamp` };
  });
}

/** Speed of the light raster, medians; every ratio is of one run. */
export async function benchLight(): Promise<Row[]> {
  const timed = [...fullRaster(), ...drag(), ...dragInWorker(), ...dragAmongHouses(), ...growth()];
  return timed.map(({ name, medianMs: ms, note }) => ({
    what: name,
    value: Number.isNaN(ms) ? '–' : `${ms.toFixed(2)} ms`,
    aim: note,
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printTable('light', await benchLight());
