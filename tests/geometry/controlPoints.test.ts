import { describe, expect, it } from 'vitest';
import { lengthInPlaneMetres } from '../../src/geometry/measure.ts';
import { planeOf } from '../../src/geometry/plane.ts';
import reference from '../fixtures/camera/sweref99-control-points.json';
import { LOCAL, TM } from './systems.ts';

describe.each([
  ['EPSG:3006', planeOf(TM.proj4), reference['EPSG:3006'], 15],
  ['EPSG:3010', planeOf(LOCAL.proj4), reference['EPSG:3010'], 8],
] as const)('official control points of %s', (_code, plane, rows, count) => {
  it('are all there', () => expect(rows.length).toBe(count));
  it.each(rows.map((row) => [...row]))('%d N %d E', (lat = 0, lng = 0, north = 0, east = 0) => {
    const [x, y] = plane.toPlane([lng, lat]);
    expect(Math.abs(x - east)).toBeLessThanOrEqual(reference.tolerance_m);
    expect(Math.abs(y - north)).toBeLessThanOrEqual(reference.tolerance_m);
    const [backLng, backLat] = plane.toLngLat([east, north]);
    expect(Math.abs(backLng - lng)).toBeLessThan(2e-8);
    expect(Math.abs(backLat - lat)).toBeLessThan(1e-8);
  });
});

describe('computed places', () => {
  const systems = [
    ['EPSG:3006', planeOf(TM.proj4)],
    ['EPSG:3010', planeOf(LOCAL.proj4)],
  ] as const;
  it.each(reference['vasteras_computed_proj_9.1.1'])('$name', (place) => {
    for (const [code, plane] of systems) {
      const [east, north] = plane.toPlane([place.lon, place.lat]);
      expect(Math.abs(east - place[code].E)).toBeLessThanOrEqual(0.001);
      expect(Math.abs(north - place[code].N)).toBeLessThanOrEqual(0.001);
    }
  });

  it('the local plane measures the geodesic to a decimetre per thousand kilometres, the national one 31 cm/km short', () => {
    const [a, b] = reference['vasteras_computed_proj_9.1.1'].map(({ lon, lat }) => [lon, lat] as const);
    const distances = reference.distance_A_B_m;
    const local = lengthInPlaneMetres(planeOf(LOCAL.proj4), [a!, b!]);
    const national = lengthInPlaneMetres(planeOf(TM.proj4), [a!, b!]);
    expect(local).toBeCloseTo(distances['EPSG:3010'], 4);
    expect(national).toBeCloseTo(distances['EPSG:3006'], 4);
    expect(Math.abs(local - distances.geodesic_GRS80)).toBeLessThan(1e-4);
    expect((distances.geodesic_GRS80 - national) / distances.geodesic_GRS80).toBeCloseTo(307e-6, 5);
  });
});
