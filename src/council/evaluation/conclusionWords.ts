import type { Caution } from '../../analysis/evaluation/cautions.ts';
import type {
  Conclusion,
  DisplacementConclusion,
  ShareConclusion,
} from '../../analysis/evaluation/conclusion.ts';
import type { Text } from '../../i18n/TextProvider.tsx';

/** Whole per cents away from zero where it says "at most", towards it where it says "at least": never more than is known. */
const least = (percent: number): number => Math.floor(percent + 1e-9);
const most = (percent: number): number => Math.ceil(percent - 1e-9);

/** What counted events allow to be said. */
export function conclusionWords({ t }: Text, conclusion: Conclusion): string {
  switch (conclusion.kind) {
    case 'fewer':
    case 'more':
      return t(`council.conclusion.${conclusion.kind}`, {
        least: least(conclusion.atLeastPercent),
        most: most(conclusion.atMostPercent),
      });
    case 'cannot-tell':
      return t('council.conclusion.cannot-tell', {
        fewer: most(conclusion.upToFewerPercent),
        more: most(conclusion.upToMorePercent),
      });
    case 'too-few':
      return t('council.conclusion.too-few');
  }
}

/** What shares of answers allow to be said. */
export function shareConclusionWords({ t, format }: Text, conclusion: ShareConclusion): string {
  const points = (value: number): string => format.number(value, 1);
  switch (conclusion.kind) {
    case 'lower':
    case 'higher':
      return t(`council.shareConclusion.${conclusion.kind}`, {
        least: points(conclusion.atLeastPoints),
        most: points(conclusion.atMostPoints),
      });
    case 'cannot-tell':
      return t('council.shareConclusion.cannot-tell', {
        lower: points(conclusion.upToLowerPoints),
        higher: points(conclusion.upToHigherPoints),
      });
    case 'too-few':
      return t('council.shareConclusion.too-few');
  }
}

/** What else could have made the numbers. */
export function cautionWords({ t, format }: Text, caution: Caution): string {
  switch (caution.kind) {
    case 'regression-to-the-mean':
      return caution.lastYearAboveEarlierPercent !== undefined && caution.lastYearAboveEarlierPercent > 0
        ? t('council.caution.regressionAbove', {
            percent: format.number(caution.lastYearAboveEarlierPercent),
          })
        : t('council.caution.regression-to-the-mean');
    case 'short-baseline':
      return t('council.caution.short-baseline', { years: caution.years });
    case 'low-power':
      return caution.detectableFallPercent === undefined
        ? t('council.caution.noPower')
        : t('council.caution.low-power', { percent: format.number(caution.detectableFallPercent) });
    case 'overdispersed':
      return t('council.caution.overdispersed', { factor: format.number(caution.factor, 1) });
    case 'few-events':
      return t('council.caution.few-events');
    case 'different-trend-before':
    case 'dispersion-unknown':
    case 'zero-corrected':
      return t(`council.caution.${caution.kind}`);
  }
}

/** What may be said about moving to the surroundings. */
export function displacementWords({ t, format }: Text, displacement: DisplacementConclusion): string {
  return displacement.kind === 'not-interpretable'
    ? t(`council.displacement.${displacement.why}`)
    : t('council.displacement.quotient', {
        quotient: format.number(displacement.quotient, 2),
        reading: t(`council.displacementReading.${displacement.reading}`),
      });
}
