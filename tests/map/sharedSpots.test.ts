import { describe, expect, it } from 'vitest';
import type { PackageFeature } from '../../src/domain/feature.ts';
import { nudgesOf } from '../../src/map/sharedSpots.ts';

const at = (id: string, lng: number, lat = 59.6) =>
  ({ geometry: { type: 'Point', coordinates: [lng, lat] }, properties: { id } }) as unknown as PackageFeature;

describe('places that stand close together', () => {
  it('leaves a place alone that has room', () =>
    expect(nudgesOf([at('a', 16.5), at('b', 16.51)]).size).toBe(0));
  it('puts two at one spot side by side, the western one to the left', () =>
    expect([...nudgesOf([at('east', 16.5005), at('west', 16.5)])]).toEqual([
      ['west', -0.5],
      ['east', 0.5],
    ]));
  it('puts three in a row, the middle one where it is', () => {
    const nudges = nudgesOf([at('b', 16.5005), at('a', 16.5), at('c', 16.501)]);
    expect(nudges.get('a')).toBe(-1);
    expect(nudges.get('b')).toBeUndefined();
    expect(nudges.get('c')).toBe(1);
  });
  it('tells places with the very same point apart', () =>
    expect(new Set([...nudgesOf([at('a', 16.5), at('b', 16.5)]).values()]).size).toBe(2));
});
