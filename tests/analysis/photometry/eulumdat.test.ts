import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEulumdat } from '../../../src/analysis/photometry/eulumdat.ts';
import { intensityAt } from '../../../src/analysis/photometry/intensity.ts';
import { zonalFlux } from '../../../src/analysis/photometry/zonalFlux.ts';
import { opticFile, photometryOf, smallEulumdat, textOf } from './fixtures.ts';

const QUARTERS = [0, 90, 180, 270];
const problemOf = (text: string) => {
  const result = parseEulumdat(text);
  if (result.kind !== 'problem') throw new Error('was accepted');
  return result.problem;
};
const withLine = (text: string, line: number, value: string): string => {
  const lines = text.split('\r\n');
  lines[line - 1] = value;
  return lines.join('\r\n');
};

describe('EULUMDAT', () => {
  it('reads the generic optics', () => {
    const short = opticFile('ts-path-s.ldt');
    expect(short.name).toBe('TS-PATH-S generic path optic, short throw');
    expect(short.azimuthsDegrees).toHaveLength(72);
    expect(short.verticalsDegrees).toHaveLength(37);
    expect(short.basis).toBe('lamp');
    expect(short.fluxLumens).toBe(1000);
    expect(short.outputRatioPercent).toBe(100);
    expect(short.lampSets[0]?.powerWatts).toBe(10);
    // Tolerance: the file rounds to 0.01 cd/klm.
    expect(intensityAt(short, 0, 0)).toBeCloseTo(119.366207, 2);
    expect(Math.abs(intensityAt(short, 0, 60) - 596.831037)).toBeLessThan(0.0051);
    expect(Math.abs(intensityAt(short, 90, 60) - 75.189229)).toBeLessThan(0.0051);
    expect(Math.abs(intensityAt(short, 270, 60) - 44.176978)).toBeLessThan(0.0051);
    expect(Math.abs(intensityAt(short, 45, 45) - 145.598029)).toBeLessThan(0.0051);
    expect(intensityAt(short, 12.3, 61.7)).toBeCloseTo(556.34848, 5);
    expect(opticFile('ts-post-v.ldt').azimuthsDegrees).toHaveLength(1);
  });

  it.each([
    ['ts-path-s.ldt', 999.2459304728501],
    ['ts-path-m.ldt', 998.9374199397905],
    ['ts-post-v.ldt', 999.2112862850308],
  ])('%s gives the zonal flux of its closed form', (file, flux) => {
    // Tolerance 0.01 lm: rounding of 2 664 values to 0.01 cd/klm.
    expect(Math.abs(zonalFlux(opticFile(file)) - flux)).toBeLessThan(0.01);
  });

  it('unfolds every symmetry', () => {
    const verticals = [0, 90];
    const at = (symmetry: number, planes: number[][]) =>
      photometryOf(parseEulumdat(smallEulumdat({ symmetry, azimuths: QUARTERS, verticals, planes })));
    const round = (photometry: ReturnType<typeof at>) =>
      QUARTERS.map((azimuth) => intensityAt(photometry, azimuth, 90));
    expect(
      round(
        at(0, [
          [1, 2],
          [1, 3],
          [1, 4],
          [1, 5],
        ]),
      ),
    ).toEqual([2, 3, 4, 5]);
    expect(round(at(1, [[1, 2]]))).toEqual([2, 2, 2, 2]);
    expect(
      round(
        at(2, [
          [1, 2],
          [1, 3],
          [1, 4],
        ]),
      ),
    ).toEqual([2, 3, 4, 3]);
    // Isym 3 begins at C270.
    expect(
      round(
        at(3, [
          [1, 2],
          [1, 3],
          [1, 4],
        ]),
      ),
    ).toEqual([3, 4, 3, 2]);
    expect(
      round(
        at(4, [
          [1, 2],
          [1, 3],
        ]),
      ),
    ).toEqual([2, 3, 2, 3]);
  });

  const plain = smallEulumdat({
    symmetry: 1,
    azimuths: [0],
    verticals: [0, 45, 90],
    planes: [[300.5, 200.25, 0]],
  });

  it('is dark outside its angles and linear between them', () => {
    const cut = smallEulumdat({ symmetry: 1, azimuths: [0], verticals: [10, 60], planes: [[400, 500]] });
    const photometry = photometryOf(parseEulumdat(cut));
    const lit = [9.9, 10, 35, 60, 60.1].map((vertical) => intensityAt(photometry, 77, vertical));
    expect(lit).toEqual([0, 400, 450, 500, 0]);
  });

  it('reads decimal commas, the conversion factor and lamp sets', () => {
    const point = photometryOf(parseEulumdat(plain));
    const comma = photometryOf(parseEulumdat(plain.replaceAll('.', ',')));
    expect(comma.candelasPerKilolumen).toEqual(point.candelasPerKilolumen);
    const doubled = photometryOf(parseEulumdat(withLine(plain, 24, '2,0')));
    expect(doubled.candelasPerKilolumen[0]).toBe(601);
    const sets = parseEulumdat(
      smallEulumdat({
        symmetry: 1,
        azimuths: [0],
        verticals: [0, 90],
        planes: [[318, 0]],
        lampSets: [
          [1, 4000],
          [2, 7000],
        ],
      }),
    );
    expect(photometryOf(sets).fluxLumens).toBe(4000);
    expect(photometryOf(sets).lampSets[1]).toMatchObject({ count: 2, fluxLumens: 7000 });
    expect(sets.kind === 'photometry' && sets.warnings).toContainEqual({
      code: 'several-lamp-sets',
      count: 2,
    });
  });

  it('forgives the fields that programs leave blank', () => {
    let blank = plain;
    for (const line of [13, 23, 24, 25, 27, 32]) blank = withLine(blank, line, '');
    const photometry = photometryOf(parseEulumdat(blank));
    expect(photometry.candelasPerKilolumen).toEqual(photometryOf(parseEulumdat(plain)).candelasPerKilolumen);
    expect(photometry).toMatchObject({ outputRatioPercent: null, measurementTiltDegrees: 0 });
    expect(photometry.lampSets[0]).toMatchObject({ count: 1, powerWatts: 0 });
    for (const line of [3, 4, 6, 26, 29, 46]) expect(problemOf(withLine(plain, line, '')).line).toBe(line);
  });

  it('takes a negative lamp count as absolute photometry', () => {
    const absolute = photometryOf(parseEulumdat(withLine(plain, 27, '-1')));
    expect(absolute.basis).toBe('luminaire');
    expect(absolute.lampSets[0]?.count).toBe(1);
    expect(photometryOf(parseEulumdat(plain)).basis).toBe('lamp');
  });

  it('warns where the table and the stated output ratio disagree', () => {
    const result = parseEulumdat(textOf('ts-path-s.ldt'));
    expect(result.kind === 'photometry' && result.warnings).toEqual([]);
    const wrong = parseEulumdat(withLine(textOf('ts-path-s.ldt'), 23, '80'));
    expect(wrong.kind === 'photometry' && wrong.warnings).toMatchObject([
      { code: 'flux-disagrees', statedPercent: 80 },
    ]);
  });

  it('says what is wrong, and where', () => {
    expect(problemOf('')).toMatchObject({ code: 'empty-file' });
    expect(problemOf(withLine(plain, 4, '99999999999'))).toMatchObject({ line: 4, code: 'out-of-range' });
    expect(problemOf(withLine(plain, 6, '1e9'))).toMatchObject({ line: 6, code: 'out-of-range' });
    expect(problemOf(withLine(plain, 6, '1400'))).toMatchObject({ code: 'truncated' });
    expect(problemOf(withLine(plain, 26, '0'))).toMatchObject({ line: 26, code: 'out-of-range' });
    expect(problemOf(withLine(plain, 3, '7'))).toMatchObject({
      line: 3,
      code: 'out-of-range',
      values: { field: 'symmetry', found: 7, min: 0, max: 4 },
    });
    expect(problemOf(withLine(plain, 47, 'NaN'))).toMatchObject({
      line: 47,
      code: 'not-a-number',
      values: { field: 'intensity', found: 'NaN' },
    });
    expect(problemOf(withLine(plain, 47, '1e999'))).toMatchObject({ line: 47, code: 'not-a-number' });
    expect(problemOf(withLine(plain, 47, '-3'))).toMatchObject({ line: 47, code: 'out-of-range' });
    expect(problemOf(withLine(plain, 45, '0'))).toMatchObject({ code: 'angles-not-ascending' });
    expect(problemOf(plain.split('\r\n').slice(0, 47).join('\r\n'))).toMatchObject({
      code: 'truncated',
      values: { field: 'intensities' },
    });
    expect(problemOf(withLine(plain, 29, '0'))).toMatchObject({ code: 'no-light' });
    expect(
      problemOf(
        smallEulumdat({ symmetry: 3, azimuths: [0, 90], verticals: [0, 90], planes: [[1, 2, 1, 2]] }),
      ),
    ).toMatchObject({ code: 'angle-missing', values: { angle: 270 } });
  });

  it('never throws or hangs, wherever the file is cut or overwritten', () => {
    const lines = plain.split('\r\n');
    for (let length = 0; length < lines.length; length += 1)
      expect(parseEulumdat(lines.slice(0, length).join('\n')).kind).toBe('problem');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.string({ maxLength: 12 }), (line, value) => {
        const result = parseEulumdat(withLine(plain, line + 1, value.replace(/[\r\n]/g, '')));
        if (result.kind === 'photometry')
          expect(result.photometry.candelasPerKilolumen.every(Number.isFinite)).toBe(true);
        else expect(result.problem.line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
