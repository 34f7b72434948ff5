import type { LineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import { junctionsOf } from '../../src/planner/properties/junctions.ts';
import { at, metresOf, plane } from '../proposal/aPlan.ts';

const line = (...places: [number, number][]): LineString => ({
  type: 'LineString',
  coordinates: places.map((place) => at(...place)),
});
const found = (...others: LineString[]): [number, number][] =>
  junctionsOf(line([0, 0], [100, 0]), others, plane).map((place) => {
    const [east, north] = metresOf(place);
    return [Math.round(east) + 0, Math.round(north) + 0];
  });

describe('junctions of a stråk', () => {
  it('are where another path crosses', () => expect(found(line([30, -20], [30, 20]))).toEqual([[30, 0]]));
  it('are where another path ends on it, nearly', () =>
    expect(found(line([60, 1.5], [60, 40]))).toEqual([[60, 0]]));
  it('are not where another path passes near', () => expect(found(line([0, 5], [100, 5]))).toEqual([]));
  it('are one where several paths meet', () =>
    expect(
      found(line([50, 0], [50, 40]), line([50, 0], [80, -40]), line([49.5, -9], [49.5, 9])),
    ).toHaveLength(1));
  it('are none without other paths', () => expect(found()).toEqual([]));
});
