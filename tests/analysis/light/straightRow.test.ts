import { describe, expect, it } from 'vitest';
import { pointsAcross, pointsAlong } from '../../../src/analysis/light/fieldGrid.ts';
import { facingLux, type LampReach } from '../../../src/analysis/light/illuminance.ts';
import { P_CLASS_LUX, type PClass } from '../../../src/analysis/light/lightClass.ts';
import {
  type FieldLight,
  fieldLight,
  rowLamps,
  type StraightRow,
  widestSpacing,
} from '../../../src/analysis/light/straightRow.ts';
import {
  GENERIC_OPTICS,
  PATH_MEDIUM,
  PATH_SHORT,
  POST_TOP,
  tabledOptic,
} from '../../../src/analysis/photometry/genericOptics.ts';
import { opticFile, textOf } from '../photometry/fixtures.ts';
import { exactly } from './scenes.ts';

interface FieldTruth {
  readonly Eav: number;
  readonly Emin: number;
  readonly Emax: number;
  readonly U0: number;
  readonly E_rows_y_cols_x: number[][];
}
interface Case {
  readonly optic: string;
  readonly S: number;
  readonly W: number;
  readonly h: number;
  readonly y0: number;
  readonly Phi_lm: number;
  readonly MF: number;
  readonly closed_form_radius5h: FieldTruth;
  readonly closed_form_all_luminaires: FieldTruth;
  readonly ldt_table_bilinear_radius5h: FieldTruth;
  readonly ldt_table_bilinear_all_luminaires: FieldTruth;
  readonly 'closed_form_all_z1.5_face_plus_x': Record<'Esc_min' | 'Esc_mean' | 'Ev_min' | 'Ev_mean', number>;
  readonly grid: { nx: number; ny: number; x: number[]; y: number[] };
}
const { cases } = JSON.parse(textOf('lighting-reference.json')) as { cases: Case[] };
const opticOf = (name: string) => GENERIC_OPTICS.find(({ id }) => id === name.toLowerCase())!;
const rowOf = (truth: Case): StraightRow => ({
  lamp: {
    photometry: opticFile(`${truth.optic.toLowerCase()}.ldt`),
    heightMetres: truth.h,
    fluxLumens: truth.Phi_lm,
    maintenanceFactor: truth.MF,
  },
  spacingMetres: truth.S,
  widthMetres: truth.W,
  setbackMetres: truth.y0,
});

describe('the EN 13201-3 field', () => {
  it.each([
    [10, 10],
    [20, 10],
    [30, 10],
    [30.001, 11],
    [36, 12],
    [40, 14],
    [50, 17],
    [60, 20],
  ])('a spacing of %d m has %d points along', (spacing, count) => expect(pointsAlong(spacing)).toBe(count));

  it('has at least three points across, at most 1.5 m apart', () =>
    expect([1, 3, 4, 4.5, 4.6, 6].map(pointsAcross)).toEqual([3, 3, 3, 3, 4, 4]));
});

describe.each(cases)('$optic, $S m apart, $h m high, $Phi_lm lm', (truth) => {
  const row = rowOf(truth);
  const tabled = rowLamps(row);
  const closed = tabled.map((lamp) => exactly(lamp, opticOf(truth.optic)));
  const fiveHeights: LampReach = { mountingHeights: 5 };
  const compare = (field: FieldLight, expected: FieldTruth, tolerance: number): void => {
    const near = (value: number, wanted: number, limit = tolerance): void =>
      expect(Math.abs(value - wanted)).toBeLessThan(limit);
    near(field.meanLux, expected.Eav);
    near(field.minimumLux, expected.Emin);
    near(field.maximumLux, expected.Emax);
    near(field.uniformity, expected.U0);
    // The single points of the reference are rounded to 1e-5.
    expected.E_rows_y_cols_x.flat().forEach((lux, i) => {
      near(field.lux[i]!, lux, tolerance + 5.1e-6);
    });
  };

  it('has the reference grid', () => {
    const field = fieldLight(row);
    expect(field.eastMetres).toHaveLength(truth.grid.nx);
    truth.grid.x.forEach((x, i) => {
      expect(field.eastMetres[i]).toBeCloseTo(x, 12);
    });
    truth.grid.y.forEach((y, i) => {
      expect(field.northMetres[i]).toBeCloseTo(y, 5);
    });
  });

  it('closed form, lamps within 5 h', () =>
    compare(fieldLight(row, fiveHeights, closed), truth.closed_form_radius5h, 1e-9));
  // Tolerance 1e-3 lx: how far the endless row goes on.
  it('closed form, all lamps', () =>
    compare(fieldLight(row, 'all', closed), truth.closed_form_all_luminaires, 1e-3));
  // Tolerance 1e-4: the files are rounded to 0.01 cd/klm.
  it('from the file, lamps within 5 h', () =>
    compare(fieldLight(row, fiveHeights), truth.ldt_table_bilinear_radius5h, 1e-4));
  it('from the file, all lamps', () =>
    compare(fieldLight(row, 'all'), truth.ldt_table_bilinear_all_luminaires, 1e-3));

  it('the table gives the closed form within 0.3 %', () => {
    const [file, form] = [fieldLight(row), fieldLight(row, fiveHeights, closed)];
    expect(Math.abs(file.meanLux / form.meanLux - 1)).toBeLessThan(0.003);
  });

  it('faces looking along the path', () => {
    const faces = truth.grid.y.flatMap((northMetres) =>
      truth.grid.x.map((eastMetres) => facingLux(closed, { eastMetres, northMetres, heightMetres: 1.5 }, 90)),
    );
    const semi = faces.map((face) => face.semiCylindricalLux);
    const vertical = faces.map((face) => face.verticalLux);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const expected = truth['closed_form_all_z1.5_face_plus_x'];
    // Tolerance 0.01 lx: vertical light falls with the square of the distance, so the row's end shows more.
    expect(Math.abs(Math.min(...semi) - expected.Esc_min)).toBeLessThan(0.01);
    expect(Math.abs(mean(semi) - expected.Esc_mean)).toBeLessThan(0.01);
    expect(Math.abs(Math.min(...vertical) - expected.Ev_min)).toBeLessThan(0.01);
    expect(Math.abs(mean(vertical) - expected.Ev_mean)).toBeLessThan(0.01);
  });

  it('is symmetric about the middle of the span', () => {
    const field = fieldLight(row);
    const n = field.eastMetres.length;
    field.lux.forEach((lux, i) => {
      const mirrored = Math.floor(i / n) * n + (n - 1 - (i % n));
      expect(lux).toBeCloseTo(field.lux[mirrored]!, 9);
    });
  });
});

describe('the widest spacing', () => {
  const optics = { 'PATH-S': PATH_SHORT, 'PATH-M': PATH_MEDIUM, 'POST-V': POST_TOP };
  it.each([
    ['PATH-S', 5, 2000, 'P3', 18.5, 19],
    ['PATH-S', 5, 2000, 'P4', 27.5, 28],
    ['PATH-S', 5, 2000, 'P5', 42.5, 43],
    ['PATH-M', 5, 2500, 'P3', 22.5, 23],
    ['PATH-M', 5, 2500, 'P4', 34, 35],
    ['PATH-M', 5, 2500, 'P5', 46.5, 52.5],
    ['PATH-M', 6, 3500, 'P4', 42.5, 43.5],
    ['POST-V', 4, 2500, 'P3', 17, 17],
    ['POST-V', 4, 2500, 'P4', 25.5, 25.5],
    ['POST-V', 4, 2500, 'P5', 31, 31],
  ] as const)(
    '%s at %d m with %d lm for %s: %d / %d m',
    (name, heightMetres, fluxLumens, wanted, near, all) => {
      const lamp = {
        // The reference was made with the closed forms: a table fine enough to stand for them.
        photometry: tabledOptic(optics[name], { azimuth: 1, vertical: 0.25 }),
        heightMetres,
        fluxLumens,
        maintenanceFactor: 0.8,
      };
      const passes = (field: FieldLight): boolean => {
        const { meanHorizontal, minimumHorizontal } = P_CLASS_LUX[wanted as PClass];
        return field.meanLux >= meanHorizontal && field.minimumLux >= minimumHorizontal;
      };
      const row = { lamp, widthMetres: 3, setbackMetres: -0.5 };
      expect(widestSpacing(row, passes)).toBe(near);
      expect(widestSpacing(row, passes, { reach: 'all' })).toBe(all);
      expect(widestSpacing(row, () => false)).toBeNull();
    },
  );
});
