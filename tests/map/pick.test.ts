import { describe, expect, it } from 'vitest';
import { rankOf } from '../../src/map/order.ts';
import { ANSWERING, candidatesNear, pickOf, REACH_PIXELS, type Screen } from '../../src/map/pick.ts';

const area = (id: string, areaKm2: number) => ({ id, geometry: 'area' as const, distancePixels: 0, areaKm2 });
const point = (id: string, distancePixels: number) => ({ id, geometry: 'point' as const, distancePixels });
const line = (id: string, distancePixels: number) => ({ id, geometry: 'line' as const, distancePixels });

describe('picking', () => {
  it('prefers points over lines over areas', () => {
    expect(pickOf([area('a', 1), line('l', 0), point('p', 20)], REACH_PIXELS.finger)).toBe('p');
    expect(pickOf([area('a', 1), line('l', 0)], REACH_PIXELS.finger)).toBe('l');
    expect(pickOf([area('a', 1)], REACH_PIXELS.finger)).toBe('a');
  });

  it('takes the nearest point, and the smallest of areas that lie on each other', () => {
    expect(pickOf([point('far', 12), point('near', 3)], REACH_PIXELS.finger)).toBe('near');
    expect(pickOf([area('city', 50), area('park', 0.1)], REACH_PIXELS.finger)).toBe('park');
  });

  it('reaches 22 pixels with a finger, 8 with a mouse, half of that to a line', () => {
    expect(pickOf([point('p', 22)], REACH_PIXELS.finger)).toBe('p');
    expect(pickOf([point('p', 22.1)], REACH_PIXELS.finger)).toBeNull();
    expect(pickOf([point('p', 9)], REACH_PIXELS.mouse)).toBeNull();
    expect(pickOf([line('l', 5)], REACH_PIXELS.mouse)).toBeNull();
    expect(pickOf([line('l', 4)], REACH_PIXELS.mouse)).toBe('l');
    expect(pickOf([], REACH_PIXELS.finger)).toBeNull();
  });

  it('asks only layers that exist', () => {
    for (const id of Object.values(ANSWERING).flat()) expect(() => rankOf(id)).not.toThrow();
  });
});

describe('candidates', () => {
  /** A screen of one pixel per degree with a museum at (30, 10), whose name reaches to (60, 10), inside one area. */
  const screen: Screen = {
    project: ([lng, lat]) => [lng, lat],
    query: ([[west, ,], [east]], layers) => {
      const museum = layers.includes('place') && east >= 25 && west <= 60;
      return [
        ...(museum
          ? [{ properties: { id: 'museum' }, geometry: { type: 'Point' as const, coordinates: [30, 10] } }]
          : []),
        ...(layers.includes('area-fill')
          ? [
              {
                properties: { id: 'district', areaKm2: 3 },
                geometry: { type: 'Polygon' as const, coordinates: [] },
              },
            ]
          : []),
      ];
    },
  };

  it('counts a press on a name as a press on what it names', () => {
    expect(pickOf(candidatesNear(screen, [58, 10], REACH_PIXELS.mouse), REACH_PIXELS.mouse)).toBe('museum');
  });

  it('lets a finger miss a symbol by its reach and a mouse not', () => {
    expect(pickOf(candidatesNear(screen, [12, 10], REACH_PIXELS.finger), REACH_PIXELS.finger)).toBe('museum');
    expect(pickOf(candidatesNear(screen, [12, 10], REACH_PIXELS.mouse), REACH_PIXELS.mouse)).toBe('district');
  });
});
