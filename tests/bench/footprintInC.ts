import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rasterLamp } from '../../src/analysis/light/footprint.ts';
import type { MountedLuminaire } from '../../src/analysis/light/luminaire.ts';

const COMPILERS = ['cc', 'gcc', 'clang'];

/** The same raster by `footprint.c`; null where no C compiler is found. All lamps have the same, untilted optic. */
export function rasterInC(
  lamps: readonly MountedLuminaire[],
  { cells, toleranceLux, rounds }: { cells: number; toleranceLux: number; rounds: number },
): { medianMs: number; sumLux: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-'));
  try {
    const program = join(folder, 'footprint');
    const source = join(import.meta.dirname, 'footprint.c');
    const flags = ['-O3', '-march=native', '-ffast-math', '-o', program, source, '-lm'];
    if (!COMPILERS.some((compiler) => spawnSync(compiler, flags).status === 0)) return null;
    const ready = lamps.map((lamp) => rasterLamp(lamp, toleranceLux));
    const table = ready[0]?.table;
    if (!table) return null;
    const head = Int32Array.of(cells, lamps.length, table.azimuthSteps, table.verticals, rounds);
    const steps = Float32Array.of(table.azimuthStepDegrees, table.verticalStepDegrees);
    const numbers = Float32Array.from(
      ready.flatMap(({ lamp, reach }) => [
        ...[lamp.eastMetres, lamp.northMetres, lamp.heightMetres, lamp.scale * lamp.heightMetres],
        ...[lamp.c0[0], lamp.c0[1], lamp.c90[0], lamp.c90[1], reach],
      ]),
    );
    const parts = [head, steps, Float32Array.from(table.candelas), numbers];
    const input = Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer)));
    const [ms = '', sum = ''] = spawnSync(program, { input }).stdout.toString().split(' ');
    return { medianMs: Number(ms), sumLux: Number(sum) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
