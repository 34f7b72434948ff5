import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CautionRequest, cautionsOf } from '../../../src/analysis/evaluation/cautions.ts';
import {
  attributionOf,
  countConclusion,
  displacementConclusion,
  shareConclusion,
} from '../../../src/analysis/evaluation/conclusion.ts';
import { designHash, isUnaltered } from '../../../src/analysis/evaluation/designHash.ts';
import { displacementQuotient } from '../../../src/analysis/evaluation/displacement.ts';
import { relativeEffect } from '../../../src/analysis/evaluation/relativeEffect.ts';
import { shareDifference } from '../../../src/analysis/evaluation/shares.ts';
import type { EvaluationDesign } from '../../../src/domain/evaluation.ts';

describe('a conclusion', () => {
  it('never says more than the interval allows', () => {
    const count = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { rateRatio } = relativeEffect({
          measureBefore: a,
          measureAfter: b,
          comparisonBefore: c,
          comparisonAfter: d,
        });
        const said = countConclusion(rateRatio, a + b + c + d);
        const includesNoChange = rateRatio.low <= 1 && rateRatio.high >= 1;
        if (said.kind === 'too-few') expect(a + b + c + d).toBeLessThan(20);
        else expect(said.kind === 'cannot-tell').toBe(includesNoChange);
        if (said.kind === 'fewer') {
          expect(1 - said.atLeastPercent / 100).toBeCloseTo(rateRatio.high, 12);
          expect(said.atLeastPercent).toBeLessThanOrEqual((1 - rateRatio.estimate) * 100);
        }
        if (said.kind === 'more') {
          expect(1 + said.atLeastPercent / 100).toBeCloseTo(rateRatio.low, 9);
          expect(said.atLeastPercent).toBeLessThanOrEqual((rateRatio.estimate - 1) * 100);
        }
      }),
    );
  });

  it('of 120 to 90 against 200 to 190 is that it cannot be told, though the estimate is 21 % fewer', () => {
    const { rateRatio, changePercent } = relativeEffect({
      measureBefore: 120,
      measureAfter: 90,
      comparisonBefore: 200,
      comparisonAfter: 190,
    });
    expect(changePercent.estimate).toBeCloseTo(-21.05, 2);
    const said = countConclusion(rateRatio, 600);
    expect(said.kind).toBe('cannot-tell');
    if (said.kind === 'cannot-tell') {
      expect(said.upToFewerPercent).toBeCloseTo(43.7, 1);
      expect(said.upToMorePercent).toBeCloseTo(10.7, 1);
    }
  });

  it('of shares goes by the interval as well', () => {
    const change = shareDifference({ count: 78, of: 260 }, { count: 105, of: 250 });
    expect(shareConclusion(change, 250)).toMatchObject({ kind: 'lower' });
    const said = shareConclusion(change, 250);
    if (said.kind === 'lower') {
      expect(said.atLeastPoints).toBeCloseTo(3.67, 2);
      expect(said.atMostPoints).toBeCloseTo(20.12, 2);
    }
    expect(shareConclusion({ estimate: 0.1, low: 0.02, high: 0.2 }, 250).kind).toBe('higher');
    expect(shareConclusion({ estimate: 0.1, low: -0.02, high: 0.2 }, 250).kind).toBe('cannot-tell');
    expect(shareConclusion(change, 29).kind).toBe('too-few');
  });

  it('reads displacement only beside a fall beyond chance', () => {
    const fewer = { kind: 'fewer', atLeastPercent: 5, atMostPercent: 40 } as const;
    const unsure = { kind: 'cannot-tell', upToFewerPercent: 40, upToMorePercent: 5 } as const;
    const comparison = { before: 200, after: 190 };
    const buffer = { before: 80, after: 70 };
    const fell = displacementQuotient({ measure: { before: 120, after: 90 }, comparison, buffer });
    const rose = displacementQuotient({ measure: { before: 120, after: 130 }, comparison, buffer });
    expect(displacementConclusion(fell, fewer)).toMatchObject({
      kind: 'interpretable',
      reading: 'diffusion',
    });
    expect(displacementConclusion(fell, unsure)).toEqual({
      kind: 'not-interpretable',
      why: 'success-uncertain',
    });
    expect(displacementConclusion(rose, fewer)).toEqual({ kind: 'not-interpretable', why: 'no-success' });
  });
});

describe('cautions', () => {
  const calm: CautionRequest = {
    chosenBecause: 'other-reasons',
    measureByYearBefore: [1000, 1005, 1010],
    counts: {
      measureBefore: 3015,
      measureAfter: 900,
      comparisonBefore: 6000,
      comparisonAfter: 2000,
      overdispersion: 1,
    },
    overdispersion: 1.1,
    preTrendP: 0.6,
  };
  const kinds = (change: Partial<CautionRequest>) =>
    cautionsOf({ ...calm, ...change }).map(({ kind }) => kind);
  const counts = (change: Partial<CautionRequest['counts']>) => ({ counts: { ...calm.counts, ...change } });

  it('a strong design has none', () => expect(kinds({})).toEqual([]));
  it.each([
    ['regression-to-the-mean', { chosenBecause: 'high-numbers' as const }],
    ['regression-to-the-mean', { measureByYearBefore: [80, 85, 130] }],
    ['short-baseline', { measureByYearBefore: [1000] }],
    ['low-power', counts({ measureBefore: 40 })],
    ['low-power', counts({ measureBefore: 3, comparisonAfter: 5 })],
    ['different-trend-before', { preTrendP: 0.01 }],
    ['overdispersed', { overdispersion: 2.5 }],
    ['dispersion-unknown', { overdispersion: undefined }],
    ['zero-corrected', counts({ measureAfter: 0 })],
    ['few-events', counts({ measureAfter: 4 })],
  ])('%s', (kind, change) => expect(kinds(change)).toContain(kind));
  it('an ordinary last year is no sign of regression to the mean', () =>
    expect(kinds({ measureByYearBefore: [80, 85, 90] })).not.toContain('regression-to-the-mean'));

  it('keep a direction from being laid to the measure', () => {
    const fewer = { kind: 'fewer', atLeastPercent: 5, atMostPercent: 40 } as const;
    expect(attributionOf(fewer, [])).toBe('consistent-with-measure');
    expect(attributionOf(fewer, [{ kind: 'short-baseline', years: 1 }])).toBe('may-be-something-else');
    expect(attributionOf(fewer, [{ kind: 'few-events', fewest: 4 }])).toBe('consistent-with-measure');
    expect(attributionOf({ kind: 'too-few' }, [])).toBe('not-applicable');
  });
});

describe('the fingerprint of a design', () => {
  const outline = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [16, 59],
        [17, 59],
        [17, 60],
        [16, 59],
      ],
    ],
  };
  const design: EvaluationDesign = {
    title: 'Ljus i gången',
    measureIds: [],
    measureArea: outline,
    comparisonArea: outline,
    comparisonMotive: 'Alike',
    before: { from: '2021-01-01', to: '2022-12-31' },
    after: { from: '2024-01-01', to: '2024-12-31' },
    months: [1, 2],
    outcome: { kind: 'counts', dataSetId: 'd', categories: [] },
    chosenBecause: 'other-reasons',
    confidence: 0.95,
  };

  it('is the SHA-256 of its text with sorted keys, as another program computes it', async () => {
    const text =
      '{"after":{"from":"2024-01-01","to":"2024-12-31"},"before":{"from":"2021-01-01","to":"2022-12-31"},' +
      '"chosenBecause":"other-reasons","comparisonArea":{"coordinates":[[[16,59],[17,59],[17,60],[16,59]]],"type":"Polygon"},' +
      '"comparisonMotive":"Alike","confidence":0.95,"measureArea":{"coordinates":[[[16,59],[17,59],[17,60],[16,59]]],' +
      '"type":"Polygon"},"measureIds":[],"months":[1,2],"outcome":{"categories":[],"dataSetId":"d","kind":"counts"},' +
      '"title":"Ljus i gången"}';
    expect(await designHash(design)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
  it('does not depend on the order of keys, but on every value', async () => {
    const reversed = Object.fromEntries(Object.entries(design).reverse()) as EvaluationDesign;
    const sha256 = await designHash(design);
    expect(await isUnaltered({ design: reversed, sha256 })).toBe(true);
    expect(await isUnaltered({ design: { ...design, months: [1, 2, 3] }, sha256 })).toBe(false);
  });
});
