import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluatedMonth } from '../../src/analysis/evaluation/countEvaluation.ts';
import { shownSeries } from '../../src/council/evaluation/seriesGrain.ts';

const months = (
  counts: (i: number) => { measure: number; comparison: number; buffer?: number },
): EvaluatedMonth[] =>
  Array.from({ length: 36 }, (_, i) => ({
    period: i < 24 ? ('before' as const) : ('after' as const),
    year: 2021 + Math.floor(i / 12),
    month: (i % 12) + 1,
    ...counts(i),
  }));

describe('how finely a series is shown', () => {
  it('shows months where the numbers are large enough', () => {
    const series = shownSeries(
      months(() => ({ measure: 20, comparison: 30 })),
      5,
    );
    expect([series.grain, series.hidden, series.stretches.length]).toEqual(['month', 0, 36]);
  });
  it('goes to quarters where months are small', () =>
    expect(
      shownSeries(
        months(() => ({ measure: 3, comparison: 4 })),
        5,
      ).grain,
    ).toBe('quarter'));
  it('leaves a small ring out before the others are made coarser', () => {
    const series = shownSeries(
      months(() => ({ measure: 20, comparison: 30, buffer: 1 })),
      5,
    );
    expect([series.grain, series.roles]).toEqual(['month', ['measure', 'comparison']]);
  });
  it('never shows a small number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 72, maxLength: 72 }), (counts) => {
        const series = shownSeries(
          months((i) => ({ measure: counts[i] ?? 0, comparison: counts[36 + i] ?? 0 })),
          5,
        );
        for (const { counts: shown } of series.stretches)
          for (const count of Object.values(shown))
            expect(count === undefined || count === 0 || count >= 5).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
