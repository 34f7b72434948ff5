import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, NOISE } from '../../../src/analysis/hotspots/clusters.ts';
import { pointColumns } from '../../../src/analysis/hotspots/grid.ts';
import { knox } from '../../../src/analysis/hotspots/nearRepeat.ts';
import { accuracyCurve, predictionAccuracyIndex } from '../../../src/analysis/hotspots/predictionAccuracy.ts';
import { reference } from './reference.ts';

interface DbscanCase {
  eps: number;
  minPts: number;
  labels: number[];
  core: number[];
}

describe('density-based clusters', () => {
  const points = pointColumns(reference.dbscan.points);
  it.each(reference.dbscan.cases as DbscanCase[])(
    'eps $eps, minPts $minPts',
    ({ eps, minPts, labels, core }) => {
      const found = clustersOf({ points, epsilonMetres: eps, minimumPoints: minPts });
      expect([...found.labels]).toEqual(labels);
      expect([...found.core].flatMap((yes, i) => (yes ? [i] : []))).toEqual(core);
      expect(found.clusterCount).toBe(Math.max(...labels) + 1);
    },
  );

  it('parts the core points alike in any order', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
        const request = { epsilonMetres: 2, minimumPoints: 3 };
        const forth = clustersOf({ ...request, points: pointColumns(places) });
        const back = clustersOf({ ...request, points: pointColumns([...places].reverse()) });
        const n = places.length;
        expect(back.clusterCount).toBe(forth.clusterCount);
        for (let i = 0; i < n; i++) {
          expect(back.core[n - 1 - i]).toBe(forth.core[i]);
          expect(back.labels[n - 1 - i] === NOISE).toBe(forth.labels[i] === NOISE);
          for (let j = 0; j < i; j++)
            if (forth.core[i] && forth.core[j])
              expect(back.labels[n - 1 - i] === back.labels[n - 1 - j]).toBe(
                forth.labels[i] === forth.labels[j],
              );
        }
      }),
    );
  });

  it('has nothing to say about nothing', () =>
    expect(clustersOf({ points: pointColumns([]), epsilonMetres: 5, minimumPoints: 3 }).clusterCount).toBe(
      0,
    ));
});

describe('near repeats', () => {
  const { events_x_y_day: rows, ...wanted } = reference.knox;
  it('counts close pairs as the reference', () => {
    const column = (k: number) => Float64Array.from(rows as number[][], (row) => row[k]!);
    const result = knox({
      events: { eastMetres: column(0), northMetres: column(1), days: column(2) },
      distanceMetres: wanted.d0,
      withinDays: wanted.t0,
      permutations: 99,
      seed: 1,
    });
    expect(result).toMatchObject({
      closePairs: wanted.close_pairs,
      spacePairs: wanted.space_pairs,
      timePairs: wanted.time_pairs,
      allPairs: wanted.all_pairs,
    });
    expect(result.expected).toBeCloseTo(wanted.expected, 9);
    expect(result.ratio).toBeCloseTo(wanted.ratio, 9);
    expect(result.p).toBeGreaterThanOrEqual(0.01);
    expect(result.p).toBeLessThanOrEqual(1);
  });
});

describe('prediction accuracy', () => {
  const { n, N, a, A, PAI, ptools_check: check } = reference.pai;
  it('is the share of events over the share of land', () =>
    expect(predictionAccuracyIndex({ n, of: N, area: a, ofArea: A })).toBeCloseTo(PAI, 12));
  it('follows the published curve', () => {
    const areas = check.obs.map((observed: number, i: number) => ({
      observed,
      predicted: check.pred[i],
      area: check.area[i],
    }));
    const curve = accuracyCurve(areas);
    expect(curve.map(({ pai }) => pai)).toEqual(check.PAI);
    expect(curve.map(({ pei }) => pei)).toEqual(check.PEI);
  });
});
