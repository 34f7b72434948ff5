import { describe, expect, it } from 'vitest';
import { judge, P_CLASS_LUX, shortfalls } from '../../../src/analysis/light/lightClass.ts';
import { darkGaps, lampSpacings, lightProfile, stretches } from '../../../src/analysis/light/lightProfile.ts';
import { mount } from '../../../src/analysis/light/luminaire.ts';
import { spanGrid, spansOf } from '../../../src/analysis/light/pathGrid.ts';
import { compareLight, lightOfPath, type PathDemand } from '../../../src/analysis/light/pathLight.ts';
import { fieldLight } from '../../../src/analysis/light/straightRow.ts';
import type { Line } from '../../../src/geometry/line.ts';
import { opticFile } from '../photometry/fixtures.ts';
import { aLamp } from './scenes.ts';

const photometry = opticFile('ts-path-s.ldt');
const lamp = { photometry, heightMetres: 5, fluxLumens: 2000, maintenanceFactor: 0.8 };
/** Lamps half a metre to the right of a path along east, pointing at it. */
const row = (...eastings: number[]) =>
  eastings.map((eastMetres) =>
    mount({ ...lamp, id: `at-${eastMetres}`, eastMetres, northMetres: -2, bearingDegrees: 0 }),
  );
const straight = (length: number): { line: Line; widthMetres: number } => ({
  line: [
    [0, 0],
    [length, 0],
  ],
  widthMetres: 3,
});
const demand: PathDemand = { wanted: 'P4', judged: 'ground' };
const known = { kind: 'known' } as const;
const every25 = [0, 25, 50, 75, 100, 125, 150, 175, 200];

describe('the light of a path', () => {
  it('is, for a straight row, the field of the standard', () => {
    const lamps = row(...Array.from({ length: 21 }, (_, i) => -125 + 25 * i));
    const light = lightOfPath(straight(200), { lamps, existing: known }, demand)!;
    const field = fieldLight(
      { lamp, spacingMetres: 25, widthMetres: 3, setbackMetres: -0.5 },
      { mountingHeights: 12 },
    );
    expect(light.spans).toHaveLength(8);
    for (const span of light.spans) {
      expect(span.figures.meanHorizontal).toBeCloseTo(field.meanLux, 9);
      expect(span.figures.minimumHorizontal).toBeCloseTo(field.minimumLux, 9);
      expect(span.uniformity).toBeCloseTo(field.uniformity, 9);
    }
    expect(light.figures.meanHorizontal).toBeCloseTo(field.meanLux, 9);
    expect([light.reached, light.outcome, light.shortfalls]).toEqual(['P4', 'reached', []]);
    expect(light.lengthByOutcome).toEqual({ reached: 200, missed: 0, unknown: 0 });
  });

  it('says which requirement fails, where and by how much', () => {
    const lamps = row(...every25.filter((east) => east !== 100));
    const light = lightOfPath(straight(200), { lamps, existing: known }, demand)!;
    expect(light.outcome).toBe('missed');
    expect(light.lengthByOutcome).toEqual({ reached: 150, missed: 50, unknown: 0 });
    const mean = light.shortfalls.find(({ requirement }) => requirement === 'meanHorizontal')!;
    expect([mean.startMetres, mean.endMetres, mean.requiredLux]).toEqual([75, 125, 5]);
    expect(mean.missingLux).toBeCloseTo(5 - mean.actualLux, 12);
    expect(mean.missingPercent).toBeCloseTo(100 * (1 - mean.actualLux / 5), 9);
    expect(light.shortfalls.map(({ requirement }) => requirement)).toContain('minimumHorizontal');
  });

  it('asks for faces only when told to, in the darker walking direction', () => {
    const lamps = row(...every25);
    const ground = lightOfPath(straight(200), { lamps, existing: known }, demand)!;
    const faces = lightOfPath(
      straight(200),
      { lamps: lamps.slice(0, 5), existing: known },
      { wanted: 'P4', judged: 'faces' },
    )!;
    expect(ground.shortfalls).toEqual([]);
    expect(faces.shortfalls.map(({ requirement }) => requirement)).toContain('minimumSemiCylindrical');
    expect(faces.shortfalls.find(({ requirement }) => requirement === 'minimumVertical')!.confirmed).toBe(
      false,
    );
  });

  it('names the worst of several failing spans, and reaches what the worst reaches', () => {
    const lamps = row(...every25.filter((east) => ![75, 150, 175].includes(east)));
    const light = lightOfPath(straight(200), { lamps, existing: known }, demand)!;
    expect(light.shortfalls.length).toBeGreaterThan(1);
    for (const { startMetres, endMetres } of light.shortfalls)
      expect([startMetres, endMetres]).toEqual([125, 200]);
    expect(light.spans.map(({ verdict }) => verdict.reached)).toContain('P4');
    expect(light.reached).toBeNull();
  });

  it('looks both ways: a lamp at either end leaves faces dark towards the other', () => {
    for (const end of [0, 20]) {
      const light = lightOfPath(straight(20), { lamps: row(end), existing: known }, demand)!;
      expect(light.figures.minimumVertical).toBe(0);
      expect(light.figures.minimumHorizontal).toBeGreaterThan(0.3);
    }
  });

  it('calls unknown light unknown, never dark', () => {
    const lamps = row(...every25.filter((east) => east !== 100));
    const existing = {
      kind: 'partly-known',
      unknownLamps: [{ id: 'old', eastMetres: 100, northMetres: -2 }],
    } as const;
    const light = lightOfPath(straight(200), { lamps, existing }, demand)!;
    expect([light.outcome, light.lengthByOutcome.unknown]).toEqual(['unknown', 50]);
    const profile = lightProfile(straight(200), { lamps, existing });
    expect(darkGaps(profile, 1)).toEqual([]);
    expect(stretches(profile, 'unknown', 1)).toHaveLength(1);
    const none = lightOfPath(straight(50), { lamps: [], existing: { kind: 'unknown' } }, demand)!;
    expect([none.outcome, none.reached]).toEqual(['unknown', null]);
    expect(lightOfPath(straight(50), { lamps: [], existing: known }, demand)!.outcome).toBe('missed');
    // Known light that is enough is enough, whatever else may stand there.
    const enough = lightOfPath(
      straight(200),
      { lamps: row(...every25), existing: { kind: 'unknown' } },
      demand,
    );
    expect(enough!.outcome).toBe('reached');
  });

  it('compares existing, proposed and both', () => {
    const existing = { lamps: row(0, 50, 100, 150, 200), existing: known };
    const proposed = row(25, 75, 125, 175);
    const light = compareLight(straight(200), { existing, proposed }, demand);
    expect([light.existing!.outcome, light.proposed!.outcome, light.both!.outcome]).toEqual([
      'missed',
      'missed',
      'reached',
    ]);
  });

  it('of nothing is null', () => {
    const line: Line = [
      [1, 1],
      [1, 1],
    ];
    expect(lightOfPath({ line, widthMetres: 3 }, { lamps: [], existing: known }, demand)).toBeNull();
  });
});

describe('the grid of a bending path', () => {
  const bend: Line = [
    [0, 0],
    [40, 0],
    [40, 40],
  ];
  it('runs along the bend with points across it', () => {
    const path = { line: bend, widthMetres: 3 };
    const lamps = [aLamp({ eastMetres: 10, northMetres: 2 }), aLamp({ eastMetres: 42, northMetres: 30 })];
    const spans = spansOf(path, lamps);
    expect(spans.map(({ startMetres, endMetres }) => [startMetres, endMetres])).toEqual([
      [0, 10],
      [10, 70],
      [70, 80],
    ]);
    const points = spanGrid(path, spans[1]!);
    expect(points).toHaveLength(20 * 3);
    expect(points[0]).toMatchObject({ chainageMetres: 11.5, offsetMetres: -1, bearingDegrees: 90 });
    expect([points[0]!.eastMetres, points[0]!.northMetres]).toEqual([11.5, expect.closeTo(-1, 9)]);
    const last = points[points.length - 1]!;
    expect([last.eastMetres, last.northMetres, last.bearingDegrees]).toEqual([39, 28.5, 0]);
  });

  it('takes a pair of lamps as one pole and leaves far lamps out of the row', () => {
    const path = { line: bend, widthMetres: 3 };
    const lamps = [
      aLamp({ eastMetres: 10, northMetres: 2 }),
      aLamp({ eastMetres: 10.3, northMetres: -2 }),
      aLamp({ eastMetres: 30, northMetres: 2 }),
      aLamp({ eastMetres: 20, northMetres: 25 }),
    ];
    expect(lampSpacings(path, lamps)).toEqual([{ startMetres: 10, endMetres: 30, lengthMetres: 20 }]);
  });
});

describe('the profile of a path', () => {
  it('finds a dark gap where a lamp is missing, to within its step', () => {
    const lamps = row(0, 25, 50, 125, 150, 175, 200);
    const profile = lightProfile(straight(200), { lamps, existing: known });
    expect(profile.chainagesMetres).toHaveLength(201);
    const [gap, ...rest] = darkGaps(profile, 1);
    expect(rest).toEqual([]);
    expect(gap!.lengthMetres).toBeCloseTo(gap!.endMetres - gap!.startMetres, 12);
    const fine = darkGaps(
      lightProfile(straight(200), { lamps, existing: known }, { stepMetres: 0.05 }),
      1,
    )[0]!;
    expect(Math.abs(gap!.startMetres - fine.startMetres)).toBeLessThan(0.1);
    expect(Math.abs(gap!.endMetres - fine.endMetres)).toBeLessThan(0.1);
    expect(gap!.startMetres + gap!.endMetres).toBeCloseTo(175, 1);
  });

  it('of an unlit path is one gap from end to end', () => {
    const profile = lightProfile(straight(60), { lamps: [], existing: known });
    expect(darkGaps(profile, 0.4)).toEqual([{ startMetres: 0, endMetres: 60, lengthMetres: 60 }]);
    expect(stretches(profile, 'lit', 0.4)).toEqual([]);
  });

  it('lit, dark and unknown together are the whole path', () => {
    const existing = {
      kind: 'partly-known',
      unknownLamps: [{ id: 'old', eastMetres: 160, northMetres: 0 }],
    } as const;
    const profile = lightProfile(straight(200), { lamps: row(20, 45), existing });
    const total = (['lit', 'dark', 'unknown'] as const)
      .flatMap((state) => stretches(profile, state, 1))
      .reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
    expect(total).toBeCloseTo(200, 9);
  });
});

describe('lighting classes', () => {
  it('keep the order P1 … P6 in every requirement', () => {
    const classes = Object.values(P_CLASS_LUX);
    for (const key of [
      'meanHorizontal',
      'minimumHorizontal',
      'minimumVertical',
      'minimumSemiCylindrical',
    ] as const)
      for (let i = 1; i < classes.length; i += 1) expect(classes[i]![key]).toBeLessThan(classes[i - 1]![key]);
    for (const { meanHorizontal, minimumHorizontal } of classes)
      expect(minimumHorizontal / meanHorizontal).toBeCloseTo(0.2, 12);
  });

  it('are overlit above half as much again', () => {
    const figures = (meanHorizontal: number) => ({ ...P_CLASS_LUX.P1, meanHorizontal });
    expect(judge(figures(7.5), 'P4', 'ground').isOverlit).toBe(false);
    expect(judge(figures(7.51), 'P4', 'ground').isOverlit).toBe(true);
  });

  it('are reached at the limit itself', () => {
    expect(shortfalls(P_CLASS_LUX.P3, 'P3', 'faces')).toEqual([]);
    expect(shortfalls({ ...P_CLASS_LUX.P3, minimumHorizontal: 1.49 }, 'P3', 'ground')).toMatchObject([
      { requirement: 'minimumHorizontal', requiredLux: 1.5, confirmed: true },
    ]);
  });
});
