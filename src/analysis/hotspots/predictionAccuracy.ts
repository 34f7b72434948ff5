/*
 * Question  How much better does a hotspot map catch later events than the share of land it marks?
 * Method    PAI = (n/N)/(a/A); PEI = PAI over the best PAI any choice of the same area could have had.
 *           Fit on one period, score on the next: scoring on the same period flatters every map.
 * Source    Chainey, Tompson & Uhlig (2008), Security Journal 21:4–28; PEI: Hunt (2016).
 */

/** Prediction accuracy index: 1 is no better than chance. */
export function predictionAccuracyIndex(hits: {
  n: number;
  of: number;
  area: number;
  ofArea: number;
}): number {
  return hits.n / hits.of / (hits.area / hits.ofArea);
}

/** PAI and PEI when areas are marked one after the other, highest prediction first. */
export function accuracyCurve(
  areas: readonly { readonly observed: number; readonly predicted: number; readonly area: number }[],
): { pai: number; pei: number }[] {
  const of = areas.reduce((sum, { observed }) => sum + observed, 0);
  const ofArea = areas.reduce((sum, { area }) => sum + area, 0);
  const curve = (score: (area: (typeof areas)[number]) => number): number[] => {
    let [n, marked] = [0, 0];
    return [...areas]
      .sort((a, b) => score(b) - score(a))
      .map(({ observed, area }) => {
        n += observed;
        marked += area;
        return predictionAccuracyIndex({ n, of, area: marked, ofArea });
      });
  };
  const best = curve(({ observed, area }) => observed / area);
  return curve(({ predicted }) => predicted).map((pai, i) => ({ pai, pei: pai / (best[i] as number) }));
}
