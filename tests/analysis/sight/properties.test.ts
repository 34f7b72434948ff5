import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { shapeOf } from '../../../src/analysis/sight/bands.ts';
import { type Obstacle, obstaclesOf } from '../../../src/analysis/sight/obstacles.ts';
import { isSeen, sweepOf, type View } from '../../../src/analysis/sight/sweep.ts';
import { gridDirection } from '../../../src/geometry/bearing.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import { placeInRing, signedAreaSquareMetres } from '../../../src/geometry/ring.ts';
import { anyObstacle, anyRoof, box, opaque, plainlySeen, standNear } from './scenes.ts';

// Hundreds of random towns, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const HEIGHTS = { heightMetres: 5, targetHeightMetres: 1.6 };
const centimetres = fc.integer({ min: -6000, max: 6000 }).map((value) => value / 100);
const point = fc.tuple(centimetres, centimetres);
const scenes = (roof: fc.Arbitrary<number | undefined>) =>
  fc.record({
    obstacles: fc.array(anyObstacle(roof), { maxLength: 12 }),
    at: point,
    bearingDegrees: fc.double({ min: 0, max: 360, noNaN: true }),
    fieldOfViewDegrees: fc.constantFrom(30, 68, 90, 180, 250, 360),
    targets: fc.array(point, { minLength: 40, maxLength: 40 }),
  });
type Scene = { obstacles: Obstacle[]; at: PlanePoint; bearingDegrees: number; fieldOfViewDegrees: number };

function viewOf({ obstacles, at, bearingDegrees, fieldOfViewDegrees }: Scene): View | undefined {
  const stand = standNear(obstacles, at, HEIGHTS.heightMetres);
  return stand && { at: stand, bearingDegrees, fieldOfViewDegrees, rangeMetres: 55, ...HEIGHTS };
}

/** Whether a target lies clearly in or out of the sector and range; undefined near their edges. */
function inSector(view: View, [x, y]: PlanePoint): boolean | undefined {
  const [dx, dy] = [x - view.at[0], y - view.at[1]];
  const distance = Math.hypot(dx, dy);
  const [ux, uy] = gridDirection(view.bearingDegrees);
  const half = view.fieldOfViewDegrees / 2;
  const angle = (Math.abs(Math.atan2(dx * uy - dy * ux, dx * ux + dy * uy)) * 180) / Math.PI;
  if (Math.abs(distance - view.rangeMetres) < 0.05 || distance < 0.2) return undefined;
  if (half < 180 && Math.abs(angle - half) < 0.1) return undefined;
  return distance < view.rangeMetres && angle <= half;
}

describe.each([
  ['walls of unknown height', opaque],
  ['roofs of any height', anyRoof],
] as const)('sight among %s', (_name, roof) => {
  it('agrees with the plain way, ray by ray, and its outline holds what it sees', () => {
    let compared = 0;
    let seenCount = 0;
    fc.assert(
      fc.property(scenes(roof), (scene) => {
        const view = viewOf(scene);
        if (view === undefined) return;
        const sweep = sweepOf(obstaclesOf(scene.obstacles), view);
        const shape = shapeOf(sweep);
        for (const target of scene.targets) {
          const within = inSector(view, target);
          const plain = plainlySeen(scene.obstacles, view.at, target, HEIGHTS);
          if (within === undefined || (within && plain === 'unsure')) continue;
          const expected = within && plain === 'seen';
          // A point on the seam between two outlines is in neither, by rounding: ask a micrometre to each side too.
          const isInside = [-1e-6, 0, 1e-6].some((shift) =>
            shape.outlines.some(
              (outline) => placeInRing(outline, [target[0] + shift, target[1] + shift / 3]) !== 'outside',
            ),
          );
          expect({ target, seen: isSeen(sweep, target), isInside }).toEqual({
            target,
            seen: expected,
            isInside: expected,
          });
          compared++;
          if (expected) seenCount++;
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(1000);
    expect(seenCount).toBeGreaterThan(200);
  });

  it('has outlines that run counter-clockwise and make up the area but for the chords', () => {
    fc.assert(
      fc.property(scenes(roof), (scene) => {
        const view = viewOf(scene);
        if (view === undefined) return;
        const { outlines, areaSquareMetres } = shapeOf(sweepOf(obstaclesOf(scene.obstacles), view));
        const areas = outlines.map(signedAreaSquareMetres);
        for (const area of areas) expect(area).toBeGreaterThan(-1e-6);
        const total = areas.reduce((sum, area) => sum + area, 0);
        // The chords lie at most 1 cm inside the range circle.
        expect(areaSquareMetres - total).toBeGreaterThan(-1e-4);
        expect(areaSquareMetres - total).toBeLessThan(0.01 * 2 * Math.PI * 55);
      }),
    );
  });

  it('does not change when the town is moved or turned', () => {
    fc.assert(
      fc.property(scenes(roof), fc.double({ min: 0, max: 359, noNaN: true }), (scene, turn) => {
        const view = viewOf(scene);
        if (view === undefined) return;
        const [s, c] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
        // Clockwise by `turn`, as bearings count, and far away as real coordinates are.
        const moved = ([x, y]: PlanePoint): PlanePoint => [
          152_000 + x * c + y * s,
          6_610_000 - x * s + y * c,
        ];
        const there = scene.obstacles.map((obstacle) => ({
          ...obstacle,
          footprint: obstacle.footprint.map((ring) => ring.map(moved)),
        }));
        const before = shapeOf(sweepOf(obstaclesOf(scene.obstacles), view)).areaSquareMetres;
        const turnedView = { ...view, at: moved(view.at), bearingDegrees: view.bearingDegrees + turn };
        const after = shapeOf(sweepOf(obstaclesOf(there), turnedView)).areaSquareMetres;
        // Nanometre coordinates at 6 600 km times a hundred walls of tens of metres.
        expect(Math.abs(after - before)).toBeLessThan(1e-3);
      }),
    );
  });

  it('never grows by one more building', () => {
    fc.assert(
      fc.property(scenes(roof), anyObstacle(roof), (scene, extra) => {
        const view = viewOf(scene);
        const more = [...scene.obstacles, extra];
        if (view === undefined || standNear(more, view.at, 5)?.[0] !== view.at[0]) return;
        const before = sweepOf(obstaclesOf(scene.obstacles), view);
        const after = sweepOf(obstaclesOf(more), view);
        expect(shapeOf(after).areaSquareMetres).toBeLessThanOrEqual(shapeOf(before).areaSquareMetres + 1e-6);
      }),
    );
  });
});

describe('awkward walls', () => {
  const all = { bearingDegrees: 0, fieldOfViewDegrees: 360, rangeMetres: 50 };
  const areaOf = (footprints: PlanePoint[][][], at: PlanePoint) =>
    shapeOf(sweepOf(obstaclesOf(footprints.map((footprint) => ({ footprint }))), { at, ...all }))
      .areaSquareMetres;

  it('two touching houses hide as much as one of their size, and doubled or overlapping ones too', () => {
    const one = areaOf([[box(10, -5, 30, 5)]], [0, 0]);
    expect(areaOf([[box(10, -5, 20, 5)], [box(20, -5, 30, 5)]], [0, 0])).toBeCloseTo(one, 9);
    expect(areaOf([[box(10, -5, 30, 0)], [box(10, 0, 30, 5)]], [0, 0])).toBeCloseTo(one, 9);
    expect(areaOf([[box(10, -5, 30, 5)], [box(10, -5, 30, 5)]], [0, 0])).toBeCloseTo(one, 9);
    expect(areaOf([[box(10, -5, 25, 5)], [box(15, -5, 30, 5)]], [0, 0])).toBeCloseTo(one, 9);
    // A row of collinear short walls along one front.
    const row = Array.from({ length: 10 }, (_, i) => [box(10, i - 5, 30, i - 4)]);
    expect(areaOf(row, [0, 0])).toBeCloseTo(one, 9);
  });

  it('a camera in a courtyard sees the courtyard and nothing else', () => {
    expect(areaOf([[box(-20, -20, 20, 20), box(-10, -10, 10, 10)]], [3, 4])).toBeCloseTo(400, 9);
  });

  it('an outline that crosses itself hides on both lobes', () => {
    const bow: PlanePoint[] = [
      [10, -5],
      [20, 5],
      [20, -5],
      [10, 5],
    ];
    expect(areaOf([[bow]], [0, 0])).toBeLessThan(areaOf([], [0, 0]) - 300);
    expect(areaOf([[bow]], [0, 0])).toBeCloseTo(areaOf([[[...bow].reverse()]], [0, 0]), 9);
  });

  it('sees over a low wall from where the ray clears it', () => {
    // From 5 m to 1.6 m over a 2 m roof: the shadow of the far side, 12 m away, ends at 12 · 3.4/3 = 13.6 m.
    const shed = obstaclesOf([{ footprint: [box(10, -1, 12, 1)], roofHeightMetres: 2 }]);
    const sweep = sweepOf(shed, { at: [0, 0], ...all, ...HEIGHTS });
    expect([9.9, 11, 12.1, 13.59, 13.61].map((x) => isSeen(sweep, [x, 0]))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    // On the roof of a low building: only beyond the edge's own shadow.
    const roof = sweepOf(obstaclesOf([{ footprint: [box(-3, -3, 3, 3)], roofHeightMetres: 4 }]), {
      at: [0, 0],
      ...all,
      ...HEIGHTS,
    });
    expect([2, 10.1, 10.3].map((x) => isSeen(roof, [x, 0]))).toEqual([false, false, true]);
    const { areaSquareMetres } = shapeOf(roof);
    expect(areaSquareMetres).toBeCloseTo(Math.PI * 50 ** 2 - (6 * 3.4) ** 2, 6);
  });
});
