import { describe, expect, it } from 'vitest';
import {
  formatDegrees,
  formatDegreesMinutesSeconds,
  formatMetres,
  recogniseCoordinates,
} from '../../src/geometry/coordinates.ts';
import { LOCAL, TM } from './systems.ts';

const BOUNDS = [16.2, 59.4, 17, 59.9] as const;
const HERE = [16.5448, 59.6099] as const;
const recognise = (text: string) => recogniseCoordinates(text, [LOCAL, TM], BOUNDS);

describe('recogniseCoordinates', () => {
  it.each([
    ['59.6099, 16.5448', 'degrees', 'northEast'],
    ['59.6099,16.5448', 'degrees', 'northEast'],
    ['16.5448 59.6099', 'degrees', 'eastNorth'],
    ['59,6099 16,5448', 'degrees', 'northEast'],
    ['59,6099; 16,5448', 'degrees', 'northEast'],
    ['N 59.6099° E 16.5448°', 'degrees', 'northEast'],
    ['Ö 16,5448 N 59,6099', 'degrees', 'eastNorth'],
    [`59°36'35.64"N 16°32'41.28"E`, 'degrees', 'northEast'],
    [`59° 36,594′ N, 16° 32,688′ Ö`, 'degrees', 'northEast'],
    ['N 6610613.0355 E 152529.2113', 'EPSG:3010', 'northEast'],
    ['6 610 613,04 152 529,21', 'EPSG:3010', 'northEast'],
    ['6 610 613 152 529', 'EPSG:3010', 'northEast'],
    ['152 529 6 610 613', 'EPSG:3010', 'eastNorth'],
    ['152529.21, 6610613.04', 'EPSG:3010', 'eastNorth'],
    ['6608981.731 587172.5931', 'EPSG:3006', 'northEast'],
  ])('%s', (text, system, order) => {
    const found = recognise(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ system, order });
    expect(found[0]?.lngLat[0]).toBeCloseTo(HERE[0], 5);
    expect(found[0]?.lngLat[1]).toBeCloseTo(HERE[1], 5);
  });

  it.each([
    '',
    'Storgatan 4',
    '59.6',
    '59.6 16.5 3',
    '10.0, 20.0',
    'N 16.5448 E 59.6099',
    '59.6099 16.5448 igen',
  ])('refuses "%s"', (text) => expect(recognise(text)).toEqual([]));
});

describe('formats', () => {
  it('write degrees and metres that are recognised again', () => {
    expect(formatDegrees(HERE)).toBe('59.6099000, 16.5448000');
    expect(formatDegreesMinutesSeconds(HERE)).toBe(`59°36'35.64"N 16°32'41.28"E`);
    expect(formatMetres(HERE, LOCAL)).toBe('N 6610613.04 E 152529.21');
    expect(recognise(formatMetres(HERE, TM))[0]?.system).toBe('EPSG:3006');
  });
  it('carry rounding over and write south and west', () => {
    expect(formatDegreesMinutesSeconds([-0.5, 59.99999999], 0)).toBe(`60°00'00"N 0°30'00"W`);
  });
});
