import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CameraSight, cameraSightOf } from '../../../src/analysis/sight/cameraSight.ts';
import {
  type DisclosedCamera,
  publicGeometryOf,
  publicPathCoverageOf,
} from '../../../src/analysis/sight/disclosure.ts';
import { obstaclesOf } from '../../../src/analysis/sight/obstacles.ts';
import { opticsOfLens } from '../../../src/analysis/sight/optics.ts';
import {
  exposedPlaces,
  facadeSeenMetres,
  perceiveWatcherOf,
  placesWithin,
  recordFactsOf,
  type SensitivePlace,
} from '../../../src/analysis/sight/privacy.ts';
import { watcherOf } from '../../../src/analysis/sight/watcher.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import { placeInRing } from '../../../src/geometry/ring.ts';
import { box } from './scenes.ts';

const optics = opticsOfLens({
  sensorWidthMillimetres: 7.2,
  sensorHeightMillimetres: 4.05,
  focalLengthMillimetres: 6,
  widthPixels: 3840,
});
/** Houses before the camera at 12 m (in reach of perceive, 26.2 m), behind that one, and at 60 m; a school as a point. */
const HOUSES = [box(12, -4, 20, 4), box(22, -3, 26, 3), box(60, -4, 70, 4)];
const places: SensitivePlace[] = [
  ...HOUSES.map((ring, i) => ({
    id: `house-${i}`,
    category: 'dwelling',
    at: [ring[0]![0] + 4, 0] as PlanePoint,
    footprint: [ring],
    ...(i === 0 ? { dwellings: 12 } : {}),
  })),
  { id: 'school', category: 'school', at: [10, 4] },
];
const obstacles = obstaclesOf(HOUSES.map((ring) => ({ footprint: [ring] })));
const sightAt = (at: PlanePoint, bearingDegrees = 90) =>
  cameraSightOf(obstacles, { at, bearingDegrees, heightMetres: 6, tiltDegrees: 25, optics }) as CameraSight;

describe('homes and sensitive places', () => {
  const watcher = perceiveWatcherOf(obstacles, sightAt([0, 0]))!;

  it('within a radius, nearest first, measured to the wall', () => {
    expect(
      placesWithin(places, [0, 0], 25).map(({ place, distanceMetres }) => [place.id, distanceMetres]),
    ).toEqual([
      ['school', Math.hypot(10, 4)],
      ['house-0', 12],
      ['house-1', 22],
    ]);
    expect(placesWithin(places, [13, 0], 1)[0]).toMatchObject({ distanceMetres: 0 });
  });
  it('counts the façade turned to the camera and nothing behind it', () => {
    expect(facadeSeenMetres([HOUSES[0]!], watcher)).toBeCloseTo(8, 9);
    expect(exposedPlaces(places, watcher).map(({ place }) => place.id)).toEqual(['school', 'house-0']);
  });
  it('masks take façades away', () => {
    const masked = perceiveWatcherOf(obstacles, sightAt([0, 0]), [[box(11, -10, 21, 0)]])!;
    expect(facadeSeenMetres([HOUSES[0]!], masked)).toBeCloseTo(4, 9);
  });
});

describe('recordFactsOf', () => {
  it('has monitored, masked and private square metres, and who lives there', () => {
    const sight = sightAt([0, 0]);
    const facts = recordFactsOf(sight, {
      obstacles,
      masks: [[box(8, -2, 10, 2)]],
      privateGround: [[box(9, -2, 11, 2)]],
      places,
      dwellingCategory: 'dwelling',
      radiusMetres: 25,
    });
    expect(Math.abs(facts.seesSquareMetres - sight.shape.areaSquareMetres)).toBeLessThan(1);
    expect(facts.maskedSquareMetres).toBeCloseTo(8, 6);
    expect(facts.recordedSquareMetres).toBeCloseTo(facts.seesSquareMetres - 8, 6);
    expect(facts.privateSquareMetres).toBeCloseTo(8, 6);
    expect(facts.privateRecordedSquareMetres).toBeCloseTo(4, 6);
    expect(facts.near).toHaveLength(3);
    expect(facts.exposedDwellings).toBe(12);
  });
});

describe('what the public sees', () => {
  const disclosed = (
    disclosure: DisclosedCamera['disclosure'],
    at: PlanePoint,
    bearing = 90,
  ): DisclosedCamera => {
    const sight = cameraSightOf(obstaclesOf([]), {
      at,
      bearingDegrees: bearing,
      heightMetres: 6,
      tiltDegrees: 25,
      optics,
    });
    if (sight.kind !== 'sees') throw new Error('refused');
    return { disclosure, watcher: watcherOf('secret-id', sight), outlines: sight.shape.outlines };
  };
  const inCell = fc.tuple(
    fc.integer({ min: 1, max: 249 }),
    fc.integer({ min: 1, max: 249 }),
    fc.integer({ min: 0, max: 359 }),
  );

  it('exact is as it is, secret is nothing', () => {
    const exact = disclosed('exact', [3, 4]);
    expect(publicGeometryOf(exact)).toEqual({ kind: 'exact', at: [3, 4], outlines: exact.outlines });
    expect(publicGeometryOf(disclosed('secret', [3, 4]))).toEqual({ kind: 'nothing' });
  });
  it('an area is the same wherever in its square the camera stands and wherever it looks', () => {
    fc.assert(
      fc.property(inCell, inCell, ([x, y, bearing], [u, v, other]) => {
        const [one, two] = [disclosed('area', [x, y], bearing), disclosed('area', [u, v], other)];
        expect(publicGeometryOf(one)).toEqual(publicGeometryOf(two));
        const shown = publicGeometryOf(one);
        expect(shown.kind === 'area' && placeInRing(shown.outline, [x, y])).toBe('inside');
        expect(JSON.stringify(shown)).not.toContain('secret-id');
        const path: PlanePoint[] = [
          [-100, 50],
          [400, 60],
        ];
        expect(publicPathCoverageOf(path, [one])).toEqual(publicPathCoverageOf(path, [two]));
      }),
      { numRuns: 60 },
    );
  });
  it('tells of a path what may be told', () => {
    const path: PlanePoint[] = [
      [0, 10],
      [500, 10],
    ];
    expect(publicPathCoverageOf(path, [disclosed('secret', [100, 10])])).toMatchObject({
      seenShare: 0,
      nearCameraShare: 0,
    });
    const area = publicPathCoverageOf(path, [disclosed('area', [100, 10])]);
    expect(area.nearCamera).toEqual([{ fromMetres: 0, toMetres: 250, lengthMetres: 250 }]);
    expect(area.seen).toEqual([]);
    expect(publicPathCoverageOf(path, [disclosed('exact', [100, 10])]).seenShare).toBeGreaterThan(0.05);
  });
});
