import { describe, expect, it } from 'vitest';
import { type EvaluatedMonth, evaluateCounts } from '../../../src/analysis/evaluation/countEvaluation.ts';

/** Two years before and one after, October to December; steady but for the stated share left after. */
const months = (measureLeft: number, options: { buffer?: number; last?: number } = {}): EvaluatedMonth[] =>
  [2021, 2022, 2024].flatMap((year) =>
    [10, 11, 12].map((month) => ({
      year,
      month,
      period: year < 2024 ? ('before' as const) : ('after' as const),
      measure: year === 2024 ? 100 * measureLeft : year === 2022 ? (options.last ?? 100) : 100,
      comparison: 200,
      ...(options.buffer === undefined ? {} : { buffer: year === 2024 ? 80 * options.buffer : 80 }),
    })),
  );
const design = { chosenBecause: 'other-reasons', confidence: 0.95 } as const;

describe('an evaluation of counts', () => {
  it('a clear fall is said with the least that the interval allows, and its displacement is read', () => {
    const result = evaluateCounts(months(0.5, { buffer: 0.9 }), design);
    expect(result.counts).toEqual({
      measureBefore: 600,
      measureAfter: 150,
      comparisonBefore: 1200,
      comparisonAfter: 600,
    });
    expect(result.effect.rateRatio.estimate).toBeCloseTo(0.5, 12);
    expect(result.conclusion.kind).toBe('fewer');
    // φ 1: se² = 1/600 + 1/150 + 1/1200 + 1/600, high = 0.5·exp(1.96·se).
    if (result.conclusion.kind === 'fewer')
      expect(result.conclusion.atLeastPercent).toBeCloseTo(
        (1 - 0.5 * Math.exp(1.959964 * Math.sqrt(0.01083333))) * 100,
        3,
      );
    expect(result.displacement).toMatchObject({ kind: 'interpretable', reading: 'diffusion' });
    // Twice the 150 fewer than foretold in half the time.
    expect(result.difference.difference.estimate).toBe(-300);
    expect(result.attribution).toBe('consistent-with-measure');
  });

  it('a faint fall cannot be told, and then nothing is said of displacement', () => {
    const result = evaluateCounts(months(0.95, { buffer: 0.9 }), design);
    expect(result.conclusion.kind).toBe('cannot-tell');
    expect(result.attribution).toBe('not-applicable');
    expect(result.displacement).toEqual({ kind: 'not-interpretable', why: 'success-uncertain' });
  });

  it('a fall after an unusual year may be something else', () => {
    const result = evaluateCounts(months(0.5, { last: 150 }), design);
    expect(result.cautions.map(({ kind }) => kind)).toContain('regression-to-the-mean');
    expect(result.attribution).toBe('may-be-something-else');
    expect(result.displacement).toBeUndefined();
  });

  it('says when it could not see how much counts vary, and needs both periods', () => {
    expect(evaluateCounts(months(0.5), design).overdispersion).toBe(1);
    const four = months(0.5).filter(({ month }) => month === 10);
    expect(evaluateCounts(four, design).cautions.map(({ kind }) => kind)).toContain('dispersion-unknown');
    expect(() => evaluateCounts(four.slice(0, 2), design)).toThrow('Both periods');
  });
});
