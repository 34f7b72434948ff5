import { describe, expect, it } from 'vitest';
import { type CameraSight, cameraSightOf } from '../../../src/analysis/sight/cameraSight.ts';
import { levelReached, SCALE_2014, SCALE_2025 } from '../../../src/analysis/sight/densityLevels.ts';
import {
  blindZoneMetres,
  densityAt,
  footprintOf,
  groundRangeMetres,
  type Mount,
} from '../../../src/analysis/sight/footprint.ts';
import { NO_OBSTACLES, obstaclesOf } from '../../../src/analysis/sight/obstacles.ts';
import {
  opticsOfFieldOfView,
  opticsOfLens,
  rangeAtDensityMetres,
  sceneWidthMetres,
} from '../../../src/analysis/sight/optics.ts';
import reference from '../../fixtures/camera/camera-reference.json';

const lensOf = (sensor: number[], focalLengthMillimetres: number, widthPixels: number) =>
  opticsOfLens({
    sensorWidthMillimetres: sensor[0]!,
    sensorHeightMillimetres: sensor[1]!,
    focalLengthMillimetres,
    widthPixels,
  });

describe.each(reference.dori)('$name', (row) => {
  const optics = lensOf(row.sensor_mm, row.f_mm, row.px[0]!);
  it('has the fields of view and focal length in pixels', () => {
    expect(optics.horizontalDegrees).toBeCloseTo(row.hfov, 9);
    expect(optics.verticalDegrees).toBeCloseTo(row.vfov, 9);
    expect(optics.focalPixels).toBeCloseTo(row.f_px, 8);
    expect(sceneWidthMetres(optics, 10)).toBeCloseTo(row.scene_width_at_10m, 9);
  });
  it.each([
    [SCALE_2014, row.range_m],
    [SCALE_2025, row.range2025_m],
  ] as const)('keeps every level of %s as far as published', (scale, ranges) => {
    expect(scale.levels.map(({ id }) => id)).toEqual(Object.keys(ranges));
    for (const { id, pixelsPerMetre } of scale.levels)
      expect(rangeAtDensityMetres(optics, pixelsPerMetre)).toBeCloseTo(ranges[id as never] as number, 9);
  });
});

/** Width of the sensor in pixels: 1080p on 5.4 mm, 4K on 7.2 mm. */
const mountOf = ({ h, tilt, sensor, f }: (typeof reference.footprint)[number]): Mount => ({
  at: [0, 0],
  bearingDegrees: 90,
  heightMetres: h,
  tiltDegrees: tilt,
  optics: lensOf(sensor, f, sensor[0] === 5.4 ? 1920 : 3840),
});

describe.each(reference.footprint)('footprint from $h m tilted $tilt° with $f mm', (row) => {
  const mount = mountOf(row);
  it('lies where the reference says', () => {
    const footprint = footprintOf(mount)!;
    expect(footprint.nearMetres).toBeCloseTo(row.ground.near![0]!, 9);
    expect(footprint.nearMetres).toBeCloseTo(row.near_check, 9);
    expect(footprint.nearHalfWidthMetres).toBeCloseTo(row.ground.near_corner![1]!, 9);
    expect(blindZoneMetres(mount, 1.6)).toBeCloseTo(row.blind_zone_person_1_6[0]!, 9);
    if (row.ground.far === null) {
      expect([footprint.farMetres, footprint.areaSquareMetres]).toEqual([undefined, undefined]);
    } else {
      expect(footprint.farMetres).toBeCloseTo(row.ground.far[0]!, 8);
      expect(footprint.farHalfWidthMetres).toBeCloseTo(row.ground.far_corner![1]!, 8);
      expect(footprint.areaSquareMetres).toBeCloseTo(row.area_m2!, 7);
    }
  });
  it('keeps each density as far along the ground and at face height', () => {
    for (const { id, pixelsPerMetre } of SCALE_2014.levels) {
      const key = id as keyof typeof row.ppm_ground_distance_axis;
      expect(groundRangeMetres(mount, pixelsPerMetre)).toBeCloseTo(row.ppm_ground_distance_axis[key], 8);
      const atFace = groundRangeMetres(mount, pixelsPerMetre, 1.6);
      expect(atFace).toBeCloseTo(row.ppm_distance_at_1_6m[key], 8);
      expect(densityAt(mount, [atFace, 0])).toBeCloseTo(pixelsPerMetre, 8);
    }
  });
  it('has that area when swept, as far as the picture or the lowest level goes', () => {
    const sight = cameraSightOf(NO_OBSTACLES, mount, { scale: SCALE_2014 }) as CameraSight;
    const { nearMetres, nearHalfWidthMetres, farMetres = Infinity, widening } = footprintOf(mount)!;
    sight.zones.forEach((zone) => {
      const depth = Math.max(
        0,
        Math.min(farMetres, groundRangeMetres(mount, zone.pixelsPerMetre)) - nearMetres,
      );
      expect(zone.areaSquareMetres).toBeCloseTo(depth * (2 * nearHalfWidthMetres + depth * widening), 6);
    });
    if (row.area_m2 !== null) expect(sight.shape.areaSquareMetres).toBeCloseTo(row.area_m2, 6);
  });
});

describe('density', () => {
  const mount = mountOf(reference.footprint[0]!);
  it('is exact and not by slant distance', () => {
    // 1.6 m target at X = 10, H = 4, θ = 30°: 144.238 exact, 138.295 by slant distance.
    expect(densityAt(mount, [10, 0])).toBeCloseTo(144.238, 3);
    expect(densityAt(mount, [10, 6])).toBeCloseTo(144.238, 3);
    expect(densityAt(mount, [-10, 0])).toBe(0);
  });
  it('reaches the levels of both editions, the newer one by default', () => {
    expect(SCALE_2025.status).toBe('current');
    expect(SCALE_2014.status).toBe('superseded');
    expect(levelReached(SCALE_2025, 19.9)).toBe(-1);
    expect(SCALE_2025.levels[levelReached(SCALE_2025, 250)]?.id).toBe('characterise');
    expect(SCALE_2014.levels[levelReached(SCALE_2014, 250)]?.id).toBe('identify');
    const sight = cameraSightOf(NO_OBSTACLES, mount) as CameraSight;
    expect(sight.zones.map(({ levelId }) => levelId)).toEqual(SCALE_2025.levels.map(({ id }) => id));
  });
  it('follows circles for lenses too wide for a pinhole', () => {
    const dome = {
      ...mount,
      optics: opticsOfFieldOfView({ horizontalDegrees: 360, verticalDegrees: 180, widthPixels: 4000 }),
    };
    const radius = groundRangeMetres(dome, 20);
    expect(Math.hypot(radius, 4)).toBeCloseTo(4000 / (2 * Math.PI) / 20, 9);
    const sight = cameraSightOf(NO_OBSTACLES, dome) as CameraSight;
    expect(sight.shape.areaSquareMetres).toBeCloseTo(Math.PI * radius ** 2, 6);
  });
  it('refuses lenses without size', () => {
    expect(() => lensOf([5.4, 3], 0, 1920)).toThrow(RangeError);
    expect(() =>
      opticsOfFieldOfView({ horizontalDegrees: 400, verticalDegrees: 30, widthPixels: 1 }),
    ).toThrow();
  });
});

describe('a picture around the camera’s own foot', () => {
  it('takes in the ground below and behind', () => {
    const mount = { ...mountOf(reference.footprint[0]!), tiltDegrees: 80 };
    const { areaSquareMetres, nearMetres } = footprintOf(mount)!;
    expect(nearMetres).toBeLessThan(0);
    const sight = cameraSightOf(NO_OBSTACLES, mount) as CameraSight;
    expect(sight.shape.areaSquareMetres).toBeCloseTo(areaSquareMetres!, 6);
  });
});

describe('a camera inside a building', () => {
  it('is refused with the building named', () => {
    const obstacles = obstaclesOf([
      {
        footprint: [
          [
            [-5, -5],
            [5, -5],
            [5, 5],
            [-5, 5],
          ],
        ],
      },
    ]);
    expect(cameraSightOf(obstacles, mountOf(reference.footprint[0]!))).toEqual({
      kind: 'inside-building',
      obstacle: 0,
    });
  });
});
