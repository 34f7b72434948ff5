import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { areaCoverageOf, gridOver } from '../../../src/analysis/sight/areaCoverage.ts';
import { type CameraSight, cameraSightOf } from '../../../src/analysis/sight/cameraSight.ts';
import { FACE_HEIGHT_METRES, groundRangeMetres, type Mount } from '../../../src/analysis/sight/footprint.ts';
import { NO_OBSTACLES, type Obstacle, obstaclesOf } from '../../../src/analysis/sight/obstacles.ts';
import { opticsOfLens } from '../../../src/analysis/sight/optics.ts';
import { pathCoverageOf, stretchesWhere } from '../../../src/analysis/sight/pathCoverage.ts';
import { sweepOf } from '../../../src/analysis/sight/sweep.ts';
import {
  bestDensityOf,
  togetherAlong,
  togetherOver,
  togetherStateOf,
} from '../../../src/analysis/sight/together.ts';
import { maskedAreaOf, seenTogether } from '../../../src/analysis/sight/unionArea.ts';
import { type Watcher, watcherOf, watcherOfSweep } from '../../../src/analysis/sight/watcher.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import { box } from './scenes.ts';

vi.setConfig({ testTimeout: 60_000 });

const OPTICS = opticsOfLens({
  sensorWidthMillimetres: 5.4,
  sensorHeightMillimetres: 3.0375,
  focalLengthMillimetres: 4,
  widthPixels: 1920,
});
const mountAt = (at: PlanePoint, bearingDegrees: number): Mount => ({
  at,
  bearingDegrees,
  heightMetres: 4,
  tiltDegrees: 20,
  optics: OPTICS,
});
const faces = (obstacles: Obstacle[], mount: Mount): CameraSight =>
  cameraSightOf(obstaclesOf(obstacles), mount, { levelMetres: FACE_HEIGHT_METRES }) as CameraSight;
const circle = (id: string, at: PlanePoint, rangeMetres: number, obstacles: Obstacle[] = []): Watcher =>
  watcherOfSweep(
    id,
    sweepOf(obstaclesOf(obstacles), { at, bearingDegrees: 0, fieldOfViewDegrees: 360, rangeMetres }),
  );
/** A path due east through the camera's foot. */
const PATH: PlanePoint[] = [
  [0, 0],
  [100, 0],
];

describe('pathCoverageOf', () => {
  it('gives share, levels, facing and the unseen stretches by chainage', () => {
    const mount = mountAt([50, 0], 90);
    const sight = faces([], mount);
    const coverage = pathCoverageOf(PATH, [watcherOf('a', sight)]);
    const near = 50 + 2.7813;
    expect(coverage.stepMetres).toBe(1);
    expect(coverage.seenShare).toBeCloseTo((100 - near) / 100, 2);
    expect(coverage.unseen).toEqual([{ fromMetres: 0, toMetres: 53, lengthMetres: 53 }]);
    // Perceive is the fourth level: 11.23 m at face height on the axis (reference/camera).
    const perceive = groundRangeMetres(mount, 125, FACE_HEIGHT_METRES);
    expect(coverage.shareByLevel[3]).toBeCloseTo((perceive - 2.78) / 100, 2);
    expect(coverage.shareByLevel).toEqual([...coverage.shareByLevel].sort((a, b) => b - a));
    // Walking east they turn their backs, walking west their faces.
    expect(coverage.faceForwardShare).toBe(0);
    expect(coverage.faceBackwardShare).toBe(coverage.seenShare);
    expect(coverage.backwardDegrees[60]).toBeCloseTo(0, 4);
    expect(coverage.forwardDegrees[60]).toBeCloseTo(180, 4);
    expect(coverage.forwardDegrees[10]).toBeNaN();
  });

  it('counts cameras and overlap, masks taken away, optics known or not', () => {
    const both = [circle('a', [30, 0], 20), circle('b', [50, 0], 20)];
    const coverage = pathCoverageOf(PATH, both);
    expect(coverage.seenShare).toBeCloseTo(0.6, 9);
    expect(coverage.overlapShare).toBeCloseTo(0.2, 9);
    expect(coverage.shareByCameraCount).toEqual([0.4, 0.4, 0.2].map((share) => expect.closeTo(share, 9)));
    expect(coverage.shareByLevel[0]).toBe(0);
    const masked = { ...both[0]!, masks: [[box(20, -5, 40, 5)]] };
    expect(pathCoverageOf(PATH, [masked]).seenShare).toBeCloseTo(0.2, 9);
    expect(pathCoverageOf(PATH, []).unseen).toEqual([{ fromMetres: 0, toMetres: 100, lengthMetres: 100 }]);
    expect(
      pathCoverageOf(
        [
          [1, 1],
          [1, 1],
        ],
        both,
      ).seenShare,
    ).toBe(0);
  });

  it('more cameras never see less', () => {
    const cameras = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 1, max: 40 }),
      ),
      { minLength: 1, maxLength: 6 },
    );
    const house = { footprint: [box(45, -4, 55, -2)] };
    fc.assert(
      fc.property(cameras, (rows) => {
        const watchers = rows.map(([x, y, range], i) => circle(`${i}`, [x, y + 0.5], range, [house]));
        const [fewer, all] = [watchers.slice(1), watchers].map((some) => pathCoverageOf(PATH, some));
        expect(all!.seenShare).toBeGreaterThanOrEqual(fewer!.seenShare);
        const area = [box(0, -20, 100, 20)];
        const [fewerArea, allArea] = [watchers.slice(1), watchers].map((some) =>
          areaCoverageOf(area, some, { cellMetres: 4 }),
        );
        expect(allArea!.seenShare).toBeGreaterThanOrEqual(fewerArea!.seenShare);
      }),
      { numRuns: 50 },
    );
  });

  it('finds stretches at both ends', () => {
    expect(stretchesWhere(4, 2, (step) => step !== 1)).toEqual([
      { fromMetres: 0, toMetres: 2, lengthMetres: 2 },
      { fromMetres: 4, toMetres: 8, lengthMetres: 4 },
    ]);
  });
});

describe('areaCoverageOf', () => {
  it('gives the share of an area that a circle covers, and what two share', () => {
    const one = areaCoverageOf([box(-50, -50, 50, 50)], [circle('a', [0, 0], 30)]);
    expect(one.areaSquareMetres).toBe(10_000);
    expect(Math.abs(one.seenSquareMetres - Math.PI * 900)).toBeLessThan(15);
    const two = areaCoverageOf([box(-50, -50, 50, 50)], [circle('a', [0, 0], 30), circle('b', [0, 0], 10)]);
    expect(Math.abs(two.overlapShare * 10_000 - Math.PI * 100)).toBeLessThan(8);
    expect(two.shareByCameraCount.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  });
  it('knows holes, and refuses grids beyond reason', () => {
    expect(gridOver([box(0, 0, 10, 10), box(2, 2, 4, 4)]).insideCount).toBe(96);
    expect(() => gridOver([box(0, 0, 1e6, 1e6)])).toThrow(RangeError);
    expect(() => gridOver([box(0, 0, 1, 1)], 0)).toThrow(RangeError);
  });
  it('has the level of the best camera', () => {
    // Turned, so that no border of a zone runs along the grid.
    const sight = faces([], mountAt([0, 0], 17));
    const coverage = areaCoverageOf([box(-60, -30, 90, 90)], [watcherOf('a', sight)], { cellMetres: 0.5 });
    sight.zones.forEach(({ areaSquareMetres }, level) => {
      const found = coverage.shareByLevel[level]! * coverage.areaSquareMetres;
      expect(Math.abs(found - areaSquareMetres)).toBeLessThan(0.02 * areaSquareMetres + 2);
    });
  });
});

describe('seenTogether', () => {
  it('is inclusion–exclusion of two circles, to the closed form of their lens', () => {
    const shapes = [
      [0, 0],
      [30, 0],
    ].map(([x = 0, y = 0]) => faces([], mountAt([x, y], 90)).shape);
    const apart = shapes.map((shape) => seenTogether([shape]).areaSquareMetres);
    const { areaSquareMetres, areaByCameraCountSquareMetres } = seenTogether(shapes);
    expect(areaSquareMetres).toBeCloseTo(apart[0]! + apart[1]! - areaByCameraCountSquareMetres[2]!, 6);
    shapes.forEach((shape, i) => {
      expect(Math.abs(apart[i]! - shape.areaSquareMetres) / shape.areaSquareMetres).toBeLessThan(1e-3);
    });
  });
  it('of cameras that see the same is what one sees', () => {
    const { shape } = faces([{ footprint: [box(10, -2, 14, 2)] }], mountAt([0, 0], 90));
    const together = seenTogether([shape, shape, shape]);
    expect(together.areaByCameraCountSquareMetres[1]).toBe(0);
    expect(together.areaSquareMetres).toBeCloseTo(seenTogether([shape]).areaSquareMetres, 6);
  });
});

describe('maskedAreaOf', () => {
  it('keeps what is seen, masked and recorded apart, overlapping masks counted once', () => {
    const square = { outlines: [box(0, 0, 20, 20)] };
    const masks = [[box(0, 0, 5, 20)], [[...box(3, 0, 6, 20)].reverse()], [box(100, 0, 110, 10)]];
    expect(maskedAreaOf(square, masks)).toEqual({
      seesSquareMetres: expect.closeTo(400, 9),
      maskedSquareMetres: expect.closeTo(120, 9),
      recordedSquareMetres: expect.closeTo(280, 9),
    });
  });
});

describe('light and sight together', () => {
  const limits = { litLux: 5, cameraLux: 2, pixelsPerMetre: 20 };
  it.each([
    [10, 100, 'both'],
    [3, 100, 'seen'],
    [1, 100, 'seen-but-dark'],
    [10, 0, 'lit'],
    [10, 10, 'lit'],
    [1, 0, 'neither'],
    [undefined, 100, 'seen-light-unknown'],
    [undefined, 0, 'light-unknown'],
    [Number.NaN, 0, 'light-unknown'],
    [10, undefined, 'lit'],
  ] as const)('%s lx and %s px/m is %s', (lux, density, state) => {
    expect(togetherStateOf(lux, density, limits)).toBe(state);
  });
  it('tells a camera that needs more light than people from a dark place', () => {
    expect(togetherStateOf(6, 100, { ...limits, cameraLux: 8 })).toBe('lit-but-dark-for-camera');
    expect(togetherStateOf(10, undefined, { ...limits, pixelsPerMetre: 0 })).toBe('both');
  });
  it('parts a path without gaps, and finds where the camera looks into the dark', () => {
    const watchers = [watcherOf('a', faces([], mountAt([20, 0], 90)))];
    const luxAt = ([x]: PlanePoint) => (x < 40 ? 8 : x < 60 ? 0.4 : undefined);
    // Overview, 20 px/m, is kept to 20 + 74.8 m at face height.
    const together = togetherAlong(PATH, { luxAt, densityAt: bestDensityOf(watchers), limits });
    expect(
      together.stretches.map(({ state, fromMetres, toMetres }) => [state, fromMetres, toMetres]),
    ).toEqual([
      ['lit', 0, 23],
      ['both', 23, 40],
      ['seen-but-dark', 40, 60],
      ['seen-light-unknown', 60, 95],
      ['light-unknown', 95, 100],
    ]);
    expect(Object.values(together.shares).reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    expect(together.shares['seen-but-dark']).toBeCloseTo(0.2, 9);
  });
  it('judges an area cell by cell', () => {
    const grid = gridOver([box(0, 0, 10, 10), box(2, 2, 4, 4)]);
    const { states, shares } = togetherOver(grid, {
      luxAt: ([x]) => (x < 5 ? 10 : 0),
      densityAt: () => 100,
      limits,
    });
    expect(shares.both).toBeCloseTo(46 / 96, 9);
    expect(shares['seen-but-dark']).toBeCloseTo(50 / 96, 9);
    expect([...states].filter((state) => state === 255)).toHaveLength(4);
  });
  it('takes the best of many cameras', () => {
    const known = watcherOf('a', faces([], mountAt([0, 0], 90)));
    const unknown = circle('b', [10, 0], 5);
    expect(bestDensityOf([])([10, 0])).toBe(0);
    expect(bestDensityOf([unknown])([10, 0])).toBeUndefined();
    const best = bestDensityOf([unknown, known])([10, 0]);
    expect(best).toBe(bestDensityOf([known, unknown])([10, 0]));
    expect(best).toBeGreaterThan(100);
    expect(NO_OBSTACLES.index.edgeCount).toBe(0);
  });
});
