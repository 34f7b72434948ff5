import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  marginOfError,
  mcNemar,
  shareDifference,
  shareDifferenceInDifferences,
  waldDifference,
  wilsonInterval,
} from '../../../src/analysis/evaluation/shares.ts';
import { postStratified, raked, weightedShare } from '../../../src/analysis/evaluation/weighting.ts';
import { reference } from './reference.ts';

const [before, after] = [
  { count: 105, of: 250 },
  { count: 78, of: 260 },
];

describe('shares', () => {
  it.each([
    [105, 250],
    [78, 260],
    [0, 20],
    [81, 263],
  ])('Wilson %i of %i', (count, of) => {
    const [low, high] = reference[`wilson_${count}_${of}`];
    const interval = wilsonInterval({ count, of });
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it.each([
    ['newcombe_105_250_78_260', before, after],
    ['newcombe_paper_56_70_48_80', { count: 56, of: 70 }, { count: 48, of: 80 }],
  ])('%s', (name, a, b) => {
    const { estimate, low, high } = shareDifference(a, b);
    [estimate, low, high].forEach((value, i) => {
      expect(value).toBeCloseTo(reference[name][i], 12);
    });
  });

  it('Wald difference and pooled test', () => {
    const wald = waldDifference(before, after);
    [wald.estimate, wald.low, wald.high].forEach((value, i) => {
      expect(value).toBeCloseTo(reference.wald_diff[i], 12);
    });
    expect(wald.z).toBeCloseTo(reference.z_pooled, 12);
    expect(wald.twoSidedP).toBeCloseTo(reference.p_pooled, 12);
  });

  it('difference in differences', () => {
    const wanted = reference.did_prop;
    const got = shareDifferenceInDifferences(
      { before, after },
      { before: { count: 300, of: 1000 }, after: { count: 290, of: 1000 } },
    );
    expect(got.estimate).toBeCloseTo(wanted.did, 12);
    expect(got.standardError).toBeCloseTo(wanted.se, 12);
    expect(got.low).toBeCloseTo(wanted.ci[0], 12);
    expect(got.high).toBeCloseTo(wanted.ci[1], 12);
    expect(got.z).toBeCloseTo(wanted.z, 12);
    expect(got.twoSidedP).toBeCloseTo(wanted.p, 12);
  });

  it('McNemar', () => {
    const wanted = reference.mcnemar_b40_c22;
    const got = mcNemar({ gained: 40, lost: 22 });
    expect(got.chiSquare).toBeCloseTo(wanted.chi2, 12);
    expect(got.twoSidedP).toBeCloseTo(wanted.p, 12);
    expect(got.exactP).toBeCloseTo(wanted.exact_p, 12);
    expect(mcNemar({ gained: 0, lost: 0 })).toEqual({ chiSquare: 0, twoSidedP: 1, exactP: 1 });
    expect(mcNemar({ gained: 3000, lost: 3000 }).exactP).toBe(1);
  });

  it('margin of error', () => expect(marginOfError(0.27, 7800)).toBeCloseTo(reference.moe_27pct_7800, 12));

  it('intervals hold their estimate and stay possible', () => {
    const share = fc
      .tuple(fc.nat(400), fc.integer({ min: 1, max: 400 }))
      .map(([k, n]) => ({ count: Math.min(k, n), of: n }));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const wilson = wilsonInterval(a);
        expect(
          0 <= wilson.low &&
            wilson.low <= wilson.estimate &&
            wilson.estimate <= wilson.high &&
            wilson.high <= 1,
        ).toBe(true);
        const [forth, back] = [shareDifference(a, b), shareDifference(b, a)];
        expect(forth.low).toBeCloseTo(-back.high, 12);
        expect(forth.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(forth.low <= forth.estimate && forth.estimate <= forth.high).toBe(true);
      }),
    );
  });

  it('refuses what is no share', () => {
    expect(() => wilsonInterval({ count: 3, of: 0 })).toThrow('3 of 0');
    expect(() => wilsonInterval({ count: 3, of: 2 })).toThrow('3 of 2');
  });
});

describe('weighting of who answered', () => {
  const wanted = reference.poststrat;
  const people = Array.from({ length: 10000 }, (_, i) => (i < 5900 ? 'woman' : 'man'));
  const answers = people.map((_, i) => (i < 5900 ? i < 2006 : i - 5900 < 697));

  it('reproduces the reference', () => {
    const weighting = postStratified(people, { woman: 50, man: 50 });
    expect(weighting.weights[0]).toBeCloseTo(wanted.weights[0], 12);
    expect(weighting.weights[9999]).toBeCloseTo(wanted.weights[1], 12);
    expect(weighting.designEffect).toBeCloseTo(wanted.kish_deff, 12);
    expect((weighting.effectiveRespondents / 10000) * 7800).toBeCloseTo(wanted.n_eff_7800, 6);
    expect(answers.filter(Boolean).length / 10000).toBeCloseTo(wanted.unweighted, 12);
    expect(weightedShare(answers, weighting)).toBeCloseTo(wanted.weighted, 12);
  });

  it('weights sum to n and every margin fits after raking', () => {
    const person = fc.tuple(
      fc.constantFrom('w', 'm'),
      fc.constantFrom('young', 'old'),
      fc.constantFrom('n', 's'),
    );
    const size = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), size, size, size, (some, w, young, n) => {
        // Every combination answers at least once, so that every set of margins can be reached.
        const all = ['w', 'm'].flatMap((a) =>
          ['young', 'old'].flatMap((b) => ['n', 's'].map((c) => [a, b, c])),
        );
        const sample = [...some, ...all];
        const column = (k: number) => sample.map((row) => row[k]!);
        const { weights, effectiveRespondents, designEffect } = raked(
          [column(0), column(1), column(2)],
          [
            { w, m: 50 },
            { young, old: 50 },
            { n, s: 50 },
          ],
        );
        const sum = (keep: (row: readonly string[]) => boolean) =>
          weights.reduce((total, weight, i) => total + (keep(sample[i]!) ? weight : 0), 0);
        expect(sum(() => true)).toBeCloseTo(sample.length, 8);
        expect(sum(([sex]) => sex === 'w') / sample.length).toBeCloseTo(w / (w + 50), 8);
        expect(sum(([, age]) => age === 'old') / sample.length).toBeCloseTo(50 / (young + 50), 8);
        expect(sum(([, , part]) => part === 'n') / sample.length).toBeCloseTo(n / (n + 50), 8);
        expect(effectiveRespondents).toBeLessThanOrEqual(sample.length + 1e-9);
        expect(designEffect * effectiveRespondents).toBeCloseTo(sample.length, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('says who is not heard, and leaves out who has no population', () => {
    const weighting = postStratified(['a', 'a', 'b', 'elsewhere'], { a: 1, b: 1, c: 2 });
    expect(weighting.unheard).toEqual(['c']);
    expect(weighting.weights[3]).toBe(0);
    expect(weighting.weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(4, 12);
  });
});
