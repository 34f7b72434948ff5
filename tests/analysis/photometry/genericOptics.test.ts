import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  closedFormIntensity,
  GENERIC_OPTICS,
  normalisation,
  PATH_SHORT,
  tabledOptic,
} from '../../../src/analysis/photometry/genericOptics.ts';
import { intensityAt } from '../../../src/analysis/photometry/intensity.ts';
import { polarDiagram } from '../../../src/analysis/photometry/polarDiagram.ts';
import { zonalFlux } from '../../../src/analysis/photometry/zonalFlux.ts';
import { bytesOf, opticFile, textOf } from './fixtures.ts';

const reference = JSON.parse(textOf('lighting-reference.json')) as {
  optics: Record<string, Record<'N' | 'I_nadir' | 'I_max' | 'C_max' | 'gamma_max', number>>;
};

describe('generic optics', () => {
  it.each(GENERIC_OPTICS)('$id is the closed form of the reference', (optic) => {
    const truth = reference.optics[optic.id.toUpperCase()]!;
    expect(normalisation(optic)).toBeCloseTo(truth.N, 10);
    expect(closedFormIntensity(optic, 0, 0)).toBeCloseTo(truth.I_nadir, 10);
    expect(closedFormIntensity(optic, truth.C_max, truth.gamma_max)).toBeCloseTo(truth.I_max, 9);
    expect(closedFormIntensity(optic, 10, 90.001)).toBe(0);
  });

  it('has the intensities of the reference', () => {
    const at = (c: number, g: number) => closedFormIntensity(PATH_SHORT, c, g);
    expect(at(0, 0)).toBeCloseTo(119.366207, 6);
    expect(at(0, 60)).toBeCloseTo(596.831037, 6);
    expect(at(90, 60)).toBeCloseTo(75.189229, 6);
    expect(at(270, 60)).toBeCloseTo(44.176978, 6);
    expect(at(45, 45)).toBeCloseTo(145.598029, 6);
  });

  it('ships files that are the closed form rounded to 0.01', () => {
    for (const optic of GENERIC_OPTICS) {
      const file = opticFile(`${optic.id}.ldt`);
      file.azimuthsDegrees.forEach((azimuth) => {
        file.verticalsDegrees.forEach((vertical) => {
          const difference =
            intensityAt(file, azimuth, vertical) - closedFormIntensity(optic, azimuth, vertical);
          expect(Math.abs(difference)).toBeLessThan(0.005001);
        });
      });
      for (const format of ['ldt', 'ies']) {
        const shipped = readFileSync(
          join(import.meta.dirname, `../../../public/optics/${optic.id}.${format}`),
        );
        expect(shipped.equals(bytesOf(`${optic.id}.${format}`))).toBe(true);
      }
    }
  });

  it('integrates to 1000 lm, nearer with finer tables', () => {
    for (const optic of GENERIC_OPTICS) {
      const fine = zonalFlux(tabledOptic(optic, { azimuth: 1, vertical: 0.25 }));
      expect(Math.abs(fine - 1000)).toBeLessThan(0.1);
    }
  });
});

describe('the polar diagram', () => {
  it('draws opposite planes left and right', () => {
    const diagram = polarDiagram(opticFile('ts-path-s.ldt'));
    const [along, across] = diagram.curves;
    const at = (curve: typeof along, vertical: number) =>
      curve!.candelasPerKilolumen[curve!.verticalsDegrees.indexOf(vertical)]!;
    expect(at(along, 60)).toBeCloseTo(596.83, 2);
    expect(at(along, -60)).toBeCloseTo(596.83, 2);
    expect(at(across, 60)).toBeCloseTo(75.19, 2);
    expect(at(across, -60)).toBeCloseTo(44.18, 2);
    expect(at(across, 135)).toBe(0);
    const right = along!.verticalsDegrees.indexOf(60);
    expect(along!.points[2 * right]).toBeCloseTo(596.83 * Math.sin(Math.PI / 3), 1);
    expect(along!.points[2 * right + 1]).toBeCloseTo(596.83 / 2, 1);
    expect(diagram.rings).toEqual([200, 400, 600, 800]);
  });
});
