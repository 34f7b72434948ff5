import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  angleBetweenDegrees,
  gridBearingDegrees,
  gridBearingOf,
  gridConvergenceDegrees,
  gridDirection,
  trueBearingDegrees,
  turnedDegrees,
} from '../../src/geometry/bearing.ts';
import { planeOf } from '../../src/geometry/plane.ts';
import { LOCAL, TM } from './systems.ts';

const [local, national] = [planeOf(LOCAL.proj4), planeOf(TM.proj4)];
const HERE = [16.5448, 59.6099] as const;

describe('bearings', () => {
  it('run clockwise from north', () => {
    expect(gridBearingDegrees([0, 0], [0, 1])).toBe(0);
    expect(gridBearingDegrees([0, 0], [1, 0])).toBe(90);
    expect(gridBearingDegrees([0, 0], [0, -1])).toBe(180);
    expect(gridBearingDegrees([0, 0], [-1, 0])).toBe(270);
    expect(gridDirection(90)[0]).toBeCloseTo(1, 12);
  });
  it('are brought into one turn', () => {
    expect([turnedDegrees(-90), turnedDegrees(720), turnedDegrees(-1e-20)]).toEqual([270, 0, 0]);
    expect(angleBetweenDegrees(350, 20)).toBe(30);
    expect(angleBetweenDegrees(20, 350)).toBe(30);
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (degrees) => {
        const turned = turnedDegrees(degrees);
        expect(turned >= 0 && turned < 360).toBe(true);
      }),
    );
  });
  it('know the published convergence of both systems', () => {
    expect(gridConvergenceDegrees(national, HERE)).toBeCloseTo(1.333, 3);
    expect(gridConvergenceDegrees(local, HERE)).toBeCloseTo(0.039, 3);
    expect(gridConvergenceDegrees(local, [16.4, 59.6])).toBeLessThan(0);
    expect(gridConvergenceDegrees(local, [16.5, 59.6])).toBeCloseTo(0, 6);
  });
  it('are the same true bearing in any plane, and due north is north', () => {
    const there = [16.5404, 59.6117] as const;
    expect(trueBearingDegrees(local, HERE, there)).toBeCloseTo(trueBearingDegrees(national, HERE, there), 3);
    expect(angleBetweenDegrees(trueBearingDegrees(national, HERE, [16.5448, 59.615]), 0)).toBeLessThan(1e-3);
    expect(gridBearingOf(national, HERE, 90)).toBeCloseTo(90 - 1.333, 3);
  });
});
