import { describe, expect, it } from 'vitest';
import { obstaclesOf } from '../../../src/analysis/sight/obstacles.ts';
import { starOf } from '../../../src/analysis/sight/outline.ts';
import { sweepOf } from '../../../src/analysis/sight/sweep.ts';
import type { PlanePoint } from '../../../src/geometry/plane.ts';
import type { Segment } from '../../../src/geometry/segment.ts';
import cases from '../../fixtures/camera/visibility-reference.json';

const closed = cases.filter((entry) => entry.obstacles !== undefined);

function roomWalls([west = 0, south = 0, east = 0, north = 0]: number[]): Segment[] {
  const corners: PlanePoint[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return corners.map((corner, i) => [corner, corners[(i + 1) % 4]!]);
}

describe('visible areas of the reference rooms', () => {
  const offsets: PlanePoint[] = [
    [0, 0],
    [152_529.2113, 6_610_613.0355],
  ];
  it.each(closed.flatMap((entry) => offsets.map((offset) => ({ ...entry, offset }))))(
    '$name at $offset',
    ({ viewpoint, room, obstacles, visible_area, offset: [dx, dy] }) => {
      const moved = ([x = 0, y = 0]: number[]): PlanePoint => [x + dx, y + dy];
      const sweep = sweepOf(obstaclesOf(obstacles!.map((ring) => ({ footprint: [ring.map(moved)] }))), {
        at: moved(viewpoint!),
        bearingDegrees: 0,
        fieldOfViewDegrees: 360,
        rangeMetres: 100,
        limits: roomWalls(room!).map(([a, b]) => [moved([...a]), moved([...b])] as const),
      });
      expect(starOf(sweep).areaSquareMetres).toBeCloseTo(visible_area!, 6);
    },
  );

  it('sector of 68.0393° and 9 m with one box', () => {
    const view = {
      at: [0, 0],
      bearingDegrees: 90,
      fieldOfViewDegrees: 68.03869997965292,
      rangeMetres: 9,
    } as const;
    const box = closed[0]!.obstacles![0]!.map(([x = 0, y = 0]) => [x, y] as const);
    const { sector_area_exact, visible_area_exact } = cases.find((entry) => entry.sector_area_exact)!;
    expect(starOf(sweepOf(obstaclesOf([]), view)).areaSquareMetres).toBeCloseTo(sector_area_exact!, 9);
    const sweep = sweepOf(obstaclesOf([{ footprint: [box] }]), view);
    expect(starOf(sweep).areaSquareMetres).toBeCloseTo(visible_area_exact!, 9);
  });
});
