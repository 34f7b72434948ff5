import { beforeEach, describe, expect, it } from 'vitest';
import { planeOf } from '../../src/geometry/plane.ts';
import {
  addCorner,
  drawnArea,
  startArea,
  stopArea,
  takeCornerBack,
  useAreaDrawing,
} from '../../src/state/areaDrawing.ts';

const plane = planeOf('+proj=utm +zone=33 +ellps=GRS80 +units=m');
const square = [
  [16.5, 59.6],
  [16.51, 59.6],
  [16.51, 59.605],
  [16.5, 59.605],
] as const;

describe('an area drawn by hand', () => {
  beforeEach(stopArea);
  it('gathers corners and takes them back', () => {
    startArea('comparison');
    for (const corner of square) addCorner(corner);
    takeCornerBack();
    expect(useAreaDrawing.getState()).toEqual({ role: 'comparison', corners: square.slice(0, 3) });
    startArea('measure');
    expect(useAreaDrawing.getState()).toEqual({ role: 'measure', corners: [] });
  });
  it('is an area from three corners on, closed as GeoJSON asks', () => {
    expect(drawnArea(square.slice(0, 2), plane)).toBe('too-few');
    const area = drawnArea(square, plane);
    expect(area).toEqual({ type: 'Polygon', coordinates: [[...square, square[0]].map((each) => [...each])] });
  });
  it('is none when its sides cross', () => {
    const [a, b, c, d] = square;
    expect(drawnArea([a, c, b, d], plane)).toBe('crossed');
  });
});
