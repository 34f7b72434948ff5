import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IesOptions, parseIes } from '../../../src/analysis/photometry/ies.ts';
import { intensityAt } from '../../../src/analysis/photometry/intensity.ts';
import { readPhotometry } from '../../../src/analysis/photometry/readPhotometry.ts';
import { zonalFlux } from '../../../src/analysis/photometry/zonalFlux.ts';
import { bytesOf, opticFile, photometryOf, textOf } from './fixtures.ts';

/** A small LM-63 file: two vertical angles, one candela at nadir, the given ones at 90°. */
function smallIes(
  horizontals: readonly number[],
  atHorizon: readonly number[],
  changes: Record<string, string> = {},
) {
  return [
    changes.version ?? 'IESNA:LM-63-2002',
    '[TEST] small',
    '[LUMINAIRE] a lantern',
    '[MORE] on a pole',
    changes.tilt ?? 'TILT=NONE',
    `${changes.lamp ?? '1 1000 1'} 2 ${horizontals.length} ${changes.type ?? '1'} 2 0 0 0`,
    changes.ballast ?? '1 1 20',
    '0 90',
    horizontals.join(' '),
    ...atHorizon.map((value) => `1 ${value}`),
  ].join('\n');
}
const read = (text: string, options: IesOptions = {}) => photometryOf(parseIes(text, options));
const round = (text: string, options: IesOptions = {}) =>
  [0, 90, 180, 270].map((azimuth) => intensityAt(read(text, options), azimuth, 90));
const problemOf = (text: string) => {
  const result = parseIes(text);
  if (result.kind !== 'problem') throw new Error('was accepted');
  return result.problem;
};
const warningsOf = (text: string) => {
  const result = parseIes(text);
  return result.kind === 'photometry' ? result.warnings : [];
};

describe('IES LM-63', () => {
  it.each(['ts-path-s', 'ts-path-m', 'ts-post-v'])('%s is the same optic in both formats', (name) => {
    const ies = opticFile(`${name}.ies`);
    const ldt = opticFile(`${name}.ldt`);
    expect(ies.azimuthsDegrees).toEqual(ldt.azimuthsDegrees);
    expect(ies.verticalsDegrees).toEqual(ldt.verticalsDegrees);
    ies.candelasPerKilolumen.forEach((value, i) => {
      expect(Math.abs(value - (ldt.candelasPerKilolumen[i] as number))).toBeLessThan(1e-9);
    });
  });

  it('unfolds quadrant, bilateral, turned bilateral and full files', () => {
    expect(round(smallIes([0, 90], [5, 7]), { azimuth: 'along' })).toEqual([5, 7, 5, 7]);
    expect(round(smallIes([0, 90], [5, 7]), { azimuth: 'across' })).toEqual([7, 5, 7, 5]);
    expect(round(smallIes([0, 90, 180], [5, 6, 7]), { azimuth: 'across' })).toEqual([6, 5, 6, 7]);
    expect(round(smallIes([90, 180, 270], [5, 6, 7]), { azimuth: 'along' })).toEqual([6, 5, 6, 7]);
    expect(round(smallIes([0, 90, 180, 270, 360], [1, 2, 3, 4, 1]), { azimuth: 'along' })).toEqual([
      1, 2, 3, 4,
    ]);
    expect(round(smallIes([0, 90, 180, 270, 360], [1, 2, 3, 4, 1]), { azimuth: 'across' })).toEqual([
      4, 1, 2, 3,
    ]);
    expect(round(smallIes([0], [9]))).toEqual([9, 9, 9, 9]);
  });

  it('detects the convention and says so', () => {
    const conventionOf = (horizontals: number[], values: number[]) =>
      warningsOf(smallIes(horizontals, values)).find((warning) => warning.code === 'azimuth-detected');
    expect(conventionOf([0, 90, 180], [5, 6, 7])).toMatchObject({ convention: 'across' });
    expect(conventionOf([90, 180, 270], [5, 6, 7])).toMatchObject({ convention: 'along' });
    expect(conventionOf([0, 90], [9, 2])).toMatchObject({ convention: 'along' });
    expect(conventionOf([0, 90], [2, 9])).toMatchObject({ convention: 'across' });
    expect(conventionOf([0, 90, 180, 270], [9, 4, 1, 4])).toMatchObject({ convention: 'across' });
    expect(conventionOf([0, 90, 180, 270], [4, 9, 4, 1])).toMatchObject({ convention: 'along' });
    expect(conventionOf([0], [1])).toBeUndefined();
  });

  it('multiplies by multiplier, ballast and, in the old versions, the ballast-lamp factor', () => {
    const factors = { lamp: '2 500 3', ballast: '0.5 0.9 20' };
    expect(intensityAt(read(smallIes([0], [100], factors)), 0, 90)).toBeCloseTo(150, 9);
    expect(intensityAt(read(smallIes([0], [100], { ...factors, version: 'IESNA91' })), 0, 90)).toBeCloseTo(
      135,
      9,
    );
    expect(read(smallIes([0], [100], factors)).fluxLumens).toBe(1000);
  });

  it('makes absolute photometry relative to its own flux', () => {
    const absolute = read(smallIes([0], [100], { lamp: '1 -1 1' }));
    expect(absolute.basis).toBe('luminaire');
    expect(zonalFlux(absolute)).toBeCloseTo(1000, 6);
    expect((intensityAt(absolute, 0, 90) * absolute.fluxLumens) / 1000).toBeCloseTo(100, 9);
  });

  it('reads TILT=INCLUDE, and says that a TILT file is not read', () => {
    const text = smallIes([0], [5], { tilt: 'TILT=INCLUDE\n1\n3\n0 45 90\n1 .95 .9' });
    expect(read(text).tiltFactors).toEqual({
      anglesDegrees: Float64Array.of(0, 45, 90),
      factors: Float64Array.of(1, 0.95, 0.9),
    });
    expect(warningsOf(smallIes([0], [5], { tilt: 'TILT=LAMP.TLT' }))).toContainEqual({
      code: 'tilt-file-ignored',
      file: 'LAMP.TLT',
    });
  });

  it('reads wrapped numbers, commas as separators and commas as decimals', () => {
    const text = smallIes([0, 90], [5, 7]);
    expect(read(text.replace('0 90\n0 90', '0\n90 0\n\n90'))).toEqual(read(text));
    expect(read(text.replace('0 90\n0 90', '0,90\n0,90'))).toEqual(read(text));
    expect(read(text.replace('1 1000 1 2 2 1 2 0 0 0', '1, 1000, 1.0, 2, 2, 1, 2, 0, 0, 0')).fluxLumens).toBe(
      1000,
    );
    const decimal = smallIes([0], [5], { ballast: '0,5 1,0 20,5' });
    expect(intensityAt(read(decimal), 0, 90)).toBeCloseTo(2.5, 9);
    expect(read(decimal).lampSets[0]?.powerWatts).toBe(20.5);
  });

  it('joins [MORE] lines and reads a 1986 file without a version line', () => {
    expect(read(smallIes([0], [5])).name).toBe('a lantern on a pole');
    const oldest = smallIes([0], [5]).split('\n').slice(4).join('\n');
    expect(intensityAt(read(oldest), 0, 90)).toBe(5);
  });

  it('says what is wrong, and where', () => {
    expect(problemOf('IESNA:LM-63-2002\n[TEST] x')).toMatchObject({ code: 'tilt-line-missing' });
    expect(problemOf(smallIes([0], [5], { type: '2' }))).toMatchObject({
      line: 6,
      code: 'unsupported-type',
      values: { found: 2 },
    });
    expect(problemOf(smallIes([0, 90], [5]))).toMatchObject({
      code: 'truncated',
      values: { field: 'candela', expected: 4, found: 2 },
    });
    expect(problemOf(smallIes([0], [Number.NaN]))).toMatchObject({ line: 10, code: 'not-a-number' });
    expect(problemOf(smallIes([0, 45], [5, 5]))).toMatchObject({ code: 'angle-missing' });
    expect(
      problemOf(smallIes([0], [5]).replace('1 1000 1 2 1', '1 1000 1 2000000000 2000000000')),
    ).toMatchObject({
      line: 6,
      code: 'out-of-range',
    });
    expect(problemOf(smallIes([0], [5], { lamp: '1 0 1' }))).toMatchObject({ code: 'no-light' });
    expect(problemOf(smallIes([90, 0], [5, 5]))).toMatchObject({ code: 'angles-not-ascending' });
  });

  it('never throws or hangs, wherever the file is cut or overwritten', () => {
    const text = smallIes([0, 90], [5, 7], { tilt: 'TILT=INCLUDE\n1\n2\n0 90\n1 .9' });
    for (let length = 0; length < text.length - 3; length += 1)
      expect(parseIes(text.slice(0, length)).kind).toBe('problem');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 8 }), (at, noise) => {
        const result = parseIes(text.slice(0, at) + noise + text.slice(at + noise.length));
        if (result.kind === 'photometry')
          expect(result.photometry.candelasPerKilolumen.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading a dropped file', () => {
  it('goes by content and refuses what is neither', () => {
    expect(photometryOf(readPhotometry(bytesOf('ts-path-s.ies'))).format).toBe('ies');
    expect(photometryOf(readPhotometry(bytesOf('ts-path-s.ldt'))).format).toBe('eulumdat');
    const refused = readPhotometry(new TextEncoder().encode('{"type":"FeatureCollection"}\n{}\n[]\n'));
    expect(refused).toMatchObject({ kind: 'problem', problem: { code: 'not-photometric' } });
    expect(readPhotometry(new Uint8Array(0))).toMatchObject({ problem: { code: 'empty-file' } });
  });

  it('reads Latin-1 letters', () => {
    const text = textOf('ts-path-s.ldt').replace('TryggStrak', 'TryggStråk');
    expect(photometryOf(readPhotometry(Buffer.from(text, 'latin1'))).manufacturer).toContain('TryggStråk');
  });
});
