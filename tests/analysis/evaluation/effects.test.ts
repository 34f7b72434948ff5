import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displacementDifference,
  displacementQuotient,
} from '../../../src/analysis/evaluation/displacement.ts';
import {
  type MonthCounts,
  overdispersionOf,
  preTrend,
} from '../../../src/analysis/evaluation/monthlySeries.ts';
import {
  complementaryErrorFunction,
  confidenceZ,
  normalCumulative,
  normalQuantile,
} from '../../../src/analysis/evaluation/normalDistribution.ts';
import {
  minimumDetectableRatio,
  minimumDetectableShareChange,
} from '../../../src/analysis/evaluation/power.ts';
import { relativeEffect } from '../../../src/analysis/evaluation/relativeEffect.ts';
import { reference } from './reference.ts';

const counts = { measureBefore: 120, measureAfter: 90, comparisonBefore: 200, comparisonAfter: 190 };

describe('normal distribution', () => {
  it('has the published quantiles and tails', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.8)).toBeCloseTo(0.8416212335729143, 13);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 12);
    expect(confidenceZ(0.9)).toBeCloseTo(1.6448536269514722, 12);
    // Abramowitz & Stegun, table 7.1 and 26.1.
    expect(complementaryErrorFunction(2)).toBeCloseTo(0.004677734981047266, 15);
    expect(complementaryErrorFunction(3) / 2.209049699858544e-5).toBeCloseTo(1, 12);
    expect(normalCumulative(1)).toBeCloseTo(0.8413447460685429, 14);
  });
  it('the quantile undoes the cumulative', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(normalQuantile(normalCumulative(z))).toBeCloseTo(z, 6);
      }),
    );
  });
});

describe('relative effect', () => {
  it.each([
    ['res_120_90_200_190', 1],
    ['res_phi2', 2],
  ])('%s', (name, overdispersion) => {
    const wanted = reference[name];
    const effect = relativeEffect(counts, { overdispersion });
    expect(effect.effectSize.estimate).toBeCloseTo(wanted.RES, 12);
    expect(effect.logEffect).toBeCloseTo(wanted.LRES, 12);
    expect(effect.standardError ** 2).toBeCloseTo(wanted.var, 12);
    expect(effect.standardError).toBeCloseTo(wanted.se, 12);
    // The reference rounds z to 1.96 in its intervals.
    expect(effect.effectSize.low).toBeCloseTo(wanted.ci[0], 5);
    expect(effect.effectSize.high).toBeCloseTo(wanted.ci[1], 4);
    expect(effect.z).toBeCloseTo(wanted.z, 10);
    expect(effect.twoSidedP).toBeCloseTo(wanted.p, 10);
    expect(effect.changePercent.estimate).toBeCloseTo(wanted.pct_change_exp_rel_control, 10);
  });

  it('is the Poisson difference in differences upside down (R glm)', () => {
    const { rateRatio } = relativeEffect(counts);
    expect(rateRatio.estimate).toBeCloseTo(0.7894737, 7);
    expect(rateRatio.low).toBeCloseTo(0.563152, 5);
    expect(rateRatio.high).toBeCloseTo(1.106751, 5);
  });

  it('corrects for a zero and says so, and refuses negative counts', () => {
    const effect = relativeEffect({ ...counts, measureAfter: 0 });
    expect(effect.zeroCorrected).toBe(true);
    expect(effect.rateRatio.estimate).toBeCloseTo((0.5 * 200.5) / (120.5 * 190.5), 12);
    expect(relativeEffect(counts).zeroCorrected).toBe(false);
    expect(() => relativeEffect({ ...counts, measureAfter: -1 })).toThrow('negative');
  });

  it('never grows surer when counts vary more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }),
        fc.double({ min: 1, max: 9, noNaN: true }),
        (n, phi) => {
          const some = {
            measureBefore: n[0]!,
            measureAfter: n[1]!,
            comparisonBefore: n[2]!,
            comparisonAfter: n[3]!,
          };
          const [plain, wide] = [relativeEffect(some), relativeEffect(some, { overdispersion: phi })];
          expect(wide.rateRatio.low).toBeLessThanOrEqual(plain.rateRatio.low + 1e-12);
          expect(wide.rateRatio.high).toBeGreaterThanOrEqual(plain.rateRatio.high - 1e-12);
        },
      ),
    );
  });
});

describe('displacement quotient', () => {
  const comparison = { before: 200, after: 190 };
  const cases = [
    ['wdq_diffusion', { measure: { before: 120, after: 90 }, comparison, buffer: { before: 80, after: 70 } }],
    [
      'wdq_displacement',
      { measure: { before: 120, after: 90 }, comparison, buffer: { before: 80, after: 85 } },
    ],
    [
      'wdq_over',
      {
        measure: { before: 120, after: 100 },
        comparison: { before: 200, after: 200 },
        buffer: { before: 80, after: 105 },
      },
    ],
  ] as const;
  it.each(cases)('%s', (name, surroundings) => {
    const wanted = reference[name];
    const result = displacementQuotient(surroundings);
    expect(result.kind).toBe('interpretable');
    expect(result.kind === 'interpretable' && result.quotient).toBeCloseTo(wanted.WDQ, 12);
    expect(result.grossEffect).toBe(wanted.GE);
    expect(result.netEffect).toBeCloseTo(wanted.NE, 12);
    expect(result.successMeasure).toBeCloseTo(wanted.success, 12);
    expect(result.bufferMeasure).toBeCloseTo(wanted.buffer, 12);
    expect(result.totalNetEffect).toBeCloseTo(wanted.TNE, 9);
  });
  it('reads the quotient in words', () => {
    const readings = cases.map(([, surroundings]) => displacementQuotient(surroundings));
    expect(readings.map((r) => r.kind === 'interpretable' && r.reading)).toEqual([
      'diffusion',
      'displacement-below-effect',
      'displacement-exceeds-effect',
    ]);
  });
  it('gives no number where there was no success to displace', () => {
    const wanted = reference.wdq_invalid_no_success;
    const result = displacementQuotient({
      measure: { before: 120, after: 130 },
      comparison,
      buffer: { before: 80, after: 70 },
    });
    expect(result).toMatchObject({ kind: 'not-interpretable', why: 'no-success', grossEffect: wanted.GE });
    expect(result).not.toHaveProperty('quotient');
    expect(result.successMeasure).toBeCloseTo(wanted.success, 12);
    expect(result.bufferMeasure).toBeCloseTo(wanted.buffer, 12);
    expect(result.bufferMeasure / result.successMeasure).toBeCloseTo(wanted.WDQ, 12);
    expect(result.netEffect).toBeCloseTo(wanted.NE, 12);
    expect(result.totalNetEffect).toBeCloseTo(wanted.TNE, 9);
  });
  it('says why when the comparison area is empty', () =>
    expect(
      displacementQuotient({
        measure: { before: 5, after: 1 },
        comparison: { before: 0, after: 3 },
        buffer: { before: 1, after: 1 },
      }),
    ).toMatchObject({ kind: 'not-interpretable', why: 'empty-comparison' }));
});

describe('displacement difference', () => {
  it('agrees with the published example', () => {
    const result = displacementDifference({
      measure: { before: 207, after: 110 },
      comparison: { before: 308, after: 318 },
      buffer: { before: 178, after: 157 },
      bufferComparison: { before: 150, after: 140 },
    });
    expect(result.difference.estimate).toBe(-118);
    expect(result.standardError).toBeCloseTo(39.59798, 6);
    expect(result.z).toBeCloseTo(-2.97995, 5);
    expect(result.difference.low).toBeCloseTo(-195.61, 2);
    expect(result.difference.high).toBeCloseTo(-40.39, 2);
  });
  it('works without a buffer, at 90 % confidence', () => {
    const result = displacementDifference({
      measure: { before: 20, after: 10 },
      comparison: { before: 20, after: 20 },
      confidence: 0.9,
    });
    expect(result.difference.estimate).toBe(-10);
    expect(result.standardError).toBeCloseTo(8.3666, 6);
    expect(result.difference.low).toBeCloseTo(-23.761833, 5);
    expect(result.difference.high).toBeCloseTo(3.761833, 5);
  });
  it('puts periods of different length on one scale', () => {
    const result = displacementDifference({
      measure: { before: 20, after: 5 },
      comparison: { before: 20, after: 10 },
      months: { before: 24, after: 12 },
    });
    expect(result.difference.estimate).toBe(-10);
    expect(result.standardError).toBeCloseTo(Math.sqrt(40 + 4 * 15), 12);
  });
});

const series = (months: number, countOf: (i: number) => [number, number]): MonthCounts[] =>
  Array.from({ length: months }, (_, i) => {
    const [measure, comparison] = countOf(i);
    return { period: i < months / 2 ? 'before' : 'after', month: (i % 12) + 1, measure, comparison };
  });

describe('monthly series', () => {
  it('steady counts are not over-dispersed, nor is a season that both areas share', () => {
    expect(overdispersionOf(series(48, () => [10, 20]))).toMatchObject({ factor: 1 });
    expect(overdispersionOf(series(48, (i) => [10 + (i % 12), 20 + 2 * (i % 12)]))?.factor).toBe(1);
  });
  it('finds the factor of counts that swing beyond the season', () => {
    // ±5 around 10 in one area only: χ² is 25/10 a month, spread over 48 cells less 14 parameters.
    const swing = series(24, (i) => [10 + (i < 12 === (i % 2 === 0) ? 5 : -5), 10]);
    const found = overdispersionOf(swing);
    expect(found?.degreesOfFreedom).toBe(48 - 4 - 11);
    expect(found?.factor).toBeCloseTo((24 * 2.5) / 33, 10);
  });
  it('does not guess from too few months', () =>
    expect(overdispersionOf(series(4, () => [3, 4]))).toBeUndefined());

  it('finds a trend of its own before, and none where the areas move alike', () => {
    const alike = preTrend(series(48, (i) => [10 + i, 20 + 2 * i]));
    expect(alike?.slopePerMonth).toBeCloseTo(0, 9);
    const apart = preTrend(series(48, (i) => [100 * 1.03 ** i, 100]));
    expect(apart?.slopePerMonth).toBeCloseTo(Math.log(1.03), 8);
    expect(apart?.twoSidedP).toBeLessThan(0.001);
    expect(preTrend(series(8, () => [1, 1]))).toBeUndefined();
  });
});

describe('power', () => {
  const design = { measureBefore: 120, comparisonBefore: 200, comparisonAfter: 190, overdispersion: 1 };
  it('the detectable ratio would be shown, and a weaker one not', () => {
    const ratio = minimumDetectableRatio(design)!;
    const zAt = (r: number) => {
      const effect = relativeEffect({ ...counts, measureAfter: 120 * r * 0.95 });
      return effect.z;
    };
    expect(zAt(ratio)).toBeGreaterThanOrEqual(1.959964 + 0.841621);
    expect(zAt(ratio + 0.002)).toBeLessThan(1.959964 + 0.841621);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(0.7);
  });
  it('needs a stronger effect when counts vary more, and gives up honestly', () => {
    expect(minimumDetectableRatio({ ...design, overdispersion: 3 })!).toBeLessThan(
      minimumDetectableRatio(design)!,
    );
    expect(minimumDetectableRatio({ ...design, measureBefore: 4 })).toBeUndefined();
    expect(minimumDetectableRatio({ ...design, comparisonAfter: 0 })).toBeUndefined();
  });
  it('of two shares', () =>
    expect(minimumDetectableShareChange({ share: 0.5, before: 100, after: 100 })).toBeCloseTo(
      2.801585 * 0.0707107,
      6,
    ));
});
