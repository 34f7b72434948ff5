import { describe, expect, it } from 'vitest';
import { planeOf } from '../../src/geometry/plane.ts';

const SWEREF_99_16_30 =
  '+proj=tmerc +lat_0=0 +lon_0=16.5 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
const plane = planeOf(SWEREF_99_16_30);

describe('planeOf', () => {
  // Lantmäteriet 2007-11-20, official control point for SWEREF 99 16 30.
  it('meets the official control point to a millimetre', () => {
    const [east, north] = plane.toPlane([15.75, 59]);
    expect(east).toBeCloseTo(106894.103, 2);
    expect(north).toBeCloseTo(6542910.921, 2);
  });
  it('comes back to where it started', () => {
    const [lng, lat] = plane.toLngLat(plane.toPlane([16.5448, 59.6099]));
    expect(lng).toBeCloseTo(16.5448, 8);
    expect(lat).toBeCloseTo(59.6099, 8);
  });
});
