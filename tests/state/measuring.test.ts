import { describe, expect, it } from 'vitest';
import { measuredOf } from '../../src/state/measuring.ts';
import { at, plane } from '../proposal/aPlan.ts';

describe('measuring', () => {
  it('gives metres of the city’s plane, not of the map’s', () => {
    const { lengthMetres, bearingDegrees } = measuredOf(plane, 'length', [at(0, 0), at(300, 400)]);
    // Web Mercator would say 985 m here.
    expect(lengthMetres).toBeCloseTo(500, 5);
    // atan(3/4) from the plane's north, which is turned 0.03° from the true one this far from its meridian.
    expect(bearingDegrees).toBeCloseTo(36.8699 + 0.0306, 2);
  });
  it('closes an area and goes round it', () => {
    const corners = [at(0, 0), at(100, 0), at(100, 50), at(0, 50)];
    const { lengthMetres, squareMetres } = measuredOf(plane, 'area', corners);
    expect(squareMetres).toBeCloseTo(5000, 4);
    expect(lengthMetres).toBeCloseTo(300, 5);
  });
  it('has nothing to say of too few points', () => {
    expect(measuredOf(plane, 'length', [])).toEqual({ lengthMetres: 0 });
    expect(measuredOf(plane, 'area', [at(0, 0), at(9, 0)])).not.toHaveProperty('squareMetres');
  });
});
