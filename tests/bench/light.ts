import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { horizontalLux } from '../../src/analysis/light/illuminance.ts';
import { lightRaster, moveLamp, type RasterGrid } from '../../src/analysis/light/lightRaster.ts';
import { type MountedLuminaire, mount } from '../../src/analysis/light/luminaire.ts';
import type { Photometry } from '../../src/analysis/photometry/photometry.ts';
import { readPhotometry } from '../../src/analysis/photometry/readPhotometry.ts';

/** One line of the bench table. */
export interface Row {
  readonly name: string;
  readonly medianMs: number;
  readonly note: string;
}

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

/** The double loop anybody would write first, on every `every`-th row; its cost is the same for all rows. */
function naive(grid: RasterGrid, lamps: readonly MountedLuminaire[], every: number): number {
  let sum = 0;
  for (let row = 0; row < grid.rows; row += every)
    for (let column = 0; column < grid.columns; column += 1)
      sum += horizontalLux(lamps, { eastMetres: column + 0.5, northMetres: row + 0.5, heightMetres: 0 });
  return sum;
}

function fullRaster(): Row[] {
  const grid = squareGrid(1000);
  const lamps = lampsOver(1000, 500);
  const every = 50;
  lightRaster(grid, lamps);
  const quick = medianMs(7, () => lightRaster(grid, lamps));
  const slow = medianMs(1, () => naive(grid, lamps, every)) * every;
  return [
    { name: 'raster 1 km², 1 m, 500 lamps', medianMs: quick, note: 'cut off at 0.01 lx a lamp' },
    {
      name: 'the same, naive double loop',
      medianMs: slow,
      note: `${(slow / quick).toFixed(0)} × slower; timed on every ${every}th row`,
    },
  ];
}

function drag(): Row[] {
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

function growth(): Row[] {
  return [100, 1000, 10_000, 100_000].map((count) => {
    const side = 1000;
    const lamps = lampsOver(side, count);
    const rounds = count > 10_000 ? 1 : 3;
    const ms = medianMs(rounds, () => lightRaster(squareGrid(side), lamps));
    const each = ((1000 * ms) / count).toFixed(0);
    return { name: `raster 1 km², 1 m, ${count} lamps`, medianMs: ms, note: `${each} µs a lamp` };
  });
}

/** Speed of the light raster, medians; every ratio is of one run. */
export async function benchLight(): Promise<Row[]> {
  return [...fullRaster(), ...drag(), ...growth()];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const row of await benchLight())
    console.log(`${row.name.padEnd(40)} ${row.medianMs.toFixed(2).padStart(10)} ms  ${row.note}`);
