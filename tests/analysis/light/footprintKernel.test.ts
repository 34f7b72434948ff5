import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rasterLamp } from '../../../src/analysis/light/footprint.ts';
import { bestKernel, kernelOf } from '../../../src/analysis/light/footprintKernel.ts';
import { horizontalLuxFrom } from '../../../src/analysis/light/illuminance.ts';
import { FOOTPRINT_WASM_BASE64 } from '../../../src/analysis/light/kernel/footprintBytes.ts';
import { opticFile } from '../photometry/fixtures.ts';
import { aLamp, at, rotational } from './scenes.ts';

const root = join(import.meta.dirname, '../../..');
const kernelFolder = join(root, 'src/analysis/light/kernel');

function compiled(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-'));
  const file = join(folder, 'footprint.wasm');
  const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '-o', file];
  const asc = join(root, 'node_modules/assemblyscript/bin/asc.js');
  execFileSync(process.execPath, [asc, join(kernelFolder, 'footprint.as.ts'), ...options], { cwd: root });
  const bytes = readFileSync(file).toString('base64');
  rmSync(folder, { recursive: true });
  return bytes;
}

const bytesFile = (base64: string): string =>
  [
    '/**',
    ' * The compiled footprint.as.ts, embedded so that no build step or fetch is needed. Never edited by hand:',
    ' * REGEN=1 npx vitest run tests/analysis/light/footprintKernel.test.ts',
    ' */',
    'export const FOOTPRINT_WASM_BASE64 =',
    `${(base64.match(/.{1,100}/g) ?? []).map((part) => `  '${part}'`).join(' +\n')};`,
    '',
  ].join('\n');

describe('the SIMD footprint', () => {
  it('is what its source compiles to (REGEN=1 renews it)', { timeout: 60_000 }, () => {
    const bytes = compiled();
    if (process.env.REGEN === '1') writeFileSync(join(kernelFolder, 'footprintBytes.ts'), bytesFile(bytes));
    else expect(FOOTPRINT_WASM_BASE64).toBe(bytes);
  });

  it('runs here', () => expect(bestKernel()).toBe('simd'));

  it('is the plain sum to 1e-5 on random lamps and rows', () => {
    const optics = ['ts-path-s.ldt', 'ts-path-m.ies', 'ts-post-v.ldt'].map(opticFile);
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const scene = fc.record({
      heightMetres: real(3, 12),
      fluxLumens: real(100, 20_000),
      bearingDegrees: real(0, 360),
      tiltDegrees: real(-10, 30),
      rotationDegrees: real(0, 360),
      photometry: fc.constantFrom(...optics),
    });
    const strip = fc.record({
      east: real(-60, 0),
      north: real(-60, 60),
      count: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(scene, strip, fc.constantFrom(0.5, 1, 2), (changes, row, step) => {
        const lamp = rasterLamp(aLamp(changes), 0.01);
        for (const name of ['simd', 'plain'] as const) {
          const kernel = kernelOf(name);
          kernel.begin(lamp, { step, widest: row.count });
          const lux = kernel.row(row);
          for (let i = 0; i < row.count; i += 1) {
            const east = row.east + i * step;
            // Within the reach only: beyond it nothing is asked of a kernel.
            if (Math.hypot(east, row.north) > lamp.reach) continue;
            const plain = horizontalLuxFrom(lamp.lamp, at(east, row.north));
            expect(Math.abs(lux[i]! - plain)).toBeLessThanOrEqual(1e-5 * Math.max(plain, 0.01));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads a table that begins and ends inside the lit angles', () => {
    const photometry = {
      ...rotational(() => 0),
      verticalsDegrees: Float64Array.of(10, 30, 70),
      candelasPerKilolumen: Float64Array.of(0, 500, 0),
    };
    const lamp = rasterLamp(aLamp({ photometry }), 0.01);
    for (const name of ['simd', 'plain'] as const) {
      const kernel = kernelOf(name);
      kernel.begin(lamp, { step: 0.25, widest: 80 });
      const lux = kernel.row({ east: -4, north: 0.3, count: 80 });
      for (let i = 0; i < 80; i += 1) {
        const plain = horizontalLuxFrom(lamp.lamp, at(-4 + i * 0.25, 0.3));
        // Tolerance 1e-5 of the lamp's brightest 13 lx: on slopes this steep single precision turns the ray visibly.
        expect(Math.abs(lux[i]! - plain)).toBeLessThan(1.3e-4);
        if (plain === 0) expect(lux[i]).toBe(0);
      }
    }
  });
});
