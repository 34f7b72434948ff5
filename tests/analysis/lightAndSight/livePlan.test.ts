import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changePlan, setGround, setOptics } from '../../../src/analysis/lightAndSight/livePlan.ts';
import { placeAnswer } from '../../../src/analysis/lightAndSight/livePlanSteps.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/analysis/lightAndSight/question.ts';
import {
  area,
  building,
  camera,
  cameraIn,
  EMPTY_GROUND,
  entry,
  LISTED,
  light,
  lngLat,
  partsOf,
  plane,
  planWith,
  put,
  strak,
  strakIn,
  workedOff,
} from './aPlan.ts';

const path = strak('vagen', [
  [0, 0],
  [120, 0],
]);
const row = [0, 30, 60, 90, 120].map((east, i) => light(`lampa-${i}`, east, 3));

describe('a plan that answers while it is changed', () => {
  it('closes a dark gap when the missing lamp is put in, and says where the gap was', () => {
    const { plan, reports } = planWith([path, ...row.filter((_, i) => i !== 2)]);
    const before = strakIn(reports, 'vagen')?.light.both;
    expect(before?.gaps).toHaveLength(1);
    const gap = before?.gaps[0];
    expect(gap?.startMetres).toBeGreaterThan(30);
    expect(gap?.endMetres).toBeLessThan(90);
    expect(before?.outcome).toBe('missed');
    changePlan(plan, put([row[2] as (typeof row)[0]]), LISTED);
    const after = strakIn(workedOff(plan), 'vagen')?.light.both;
    expect(after?.gaps).toEqual([]);
    expect(after?.figures.minimumHorizontal).toBeGreaterThan(before?.figures.minimumHorizontal ?? 9);
  });

  it('gives after many changes exactly what a fresh plan gives', () => {
    const { plan } = planWith([path, ...row, camera('kamera', 0, 10)]);
    for (let step = 1; step <= 7; step++) {
      changePlan(plan, put([light('lampa-2', 60 + step * 3, 3 - step)]), LISTED);
      if (step % 2 === 0)
        changePlan(plan, put([camera('kamera', 0, 10, { bearingDegrees: 90 + step })]), LISTED);
      if (step % 3 === 0) workedOff(plan);
    }
    changePlan(plan, { put: [], drop: ['lampa-4'] }, LISTED);
    const last = workedOff(plan);
    const { plan: fresh, reports } = planWith([
      path,
      ...row.filter((_, i) => i !== 2 && i !== 4),
      light('lampa-2', 81, -4),
      camera('kamera', 0, 10, { bearingDegrees: 96 }),
    ]);
    expect(strakIn(last, 'vagen')).toEqual(strakIn(reports, 'vagen'));
    for (const [key, tile] of fresh.light.tiles) {
      const lux = plan.light.tiles.get(key)?.raster.lux;
      expect(lux).toEqual(tile.raster.lux);
    }
    expect([...plan.light.tiles.keys()].sort()).toEqual([...fresh.light.tiles.keys()].sort());
  });

  it('never calls unknown light dark: without a list of what stands, short stretches are unknown', () => {
    const { reports } = planWith([path, row[0] as (typeof row)[0]], DEFAULT_SETTINGS);
    const { light: cases } = strakIn(reports, 'vagen') ?? {};
    expect(cases?.both?.gaps).toEqual([]);
    expect(cases?.both?.unknownStretches.length).toBeGreaterThan(0);
    expect(cases?.both?.outcome).toBe('unknown');
    expect(cases?.existing?.outcome).toBe('unknown');
    // the plan's own lamps are all known
    expect(cases?.proposed?.outcome).toBe('missed');
  });

  it('keeps what stands apart from what is proposed', () => {
    const standing = light('gammal', 20, 3, { status: 'i-drift' });
    const { plan } = planWith([]);
    changePlan(
      plan,
      {
        put: [
          entry(path),
          entry(standing, 'before'),
          entry(light('gammal', 60, 3)),
          entry(light('ny', 100, 3)),
        ],
        drop: [],
      },
      LISTED,
    );
    const answer = strakIn(workedOff(plan), 'vagen');
    expect(answer?.light.existing?.lampCount).toBe(1);
    expect(answer?.light.both?.lampCount).toBe(2);
    expect(answer?.light.proposed?.lampCount).toBe(2);
    const luxOf = (name: 'existing' | 'both', chainage: number) => {
      const found = answer?.light[name];
      return found?.horizontalLux[found.chainagesMetres.findIndex((x) => x >= chainage)] ?? 0;
    };
    expect(luxOf('existing', 20)).toBeGreaterThan(10 * luxOf('both', 20));
  });

  it('sees less of a stråk with a house in the way, and more when the camera looks past it', () => {
    const open = planWith([path, camera('kamera', 0, 12, { bearingDegrees: 110, rangeMetres: 100 })]);
    const wall = building('hus', [
      [15, 2],
      [25, 2],
      [25, 10],
      [15, 10],
    ]);
    const seenOpen = strakIn(open.reports, 'vagen')?.seen.seenShare ?? 0;
    setGround(open.plan, { ...EMPTY_GROUND, buildings: [wall] });
    const behind = workedOff(open.plan);
    const seenBehind = strakIn(behind, 'vagen')?.seen.seenShare ?? 1;
    expect(seenBehind).toBeLessThan(seenOpen - 0.1);
    expect(cameraIn(behind, 'kamera')?.hasBuildings).toBe(true);
  });

  it('draws zones for a camera of known optics and says what is missing of another', () => {
    const lens = {
      heightMetres: 5,
      tiltDegrees: 20,
      horizontalPixels: 3840,
      verticalPixels: 2160,
      rangeMetres: 60,
    };
    const { reports } = planWith([path, camera('full', 0, 5, lens), camera('tom', 50, 5)]);
    const full = cameraIn(reports, 'full');
    expect(full?.kind).toBe('zones');
    expect(full?.zones.map(({ levelId }) => levelId)[0]).toBe('overview');
    const ranges = full?.zones.map(({ rangeMetres }) => rangeMetres) ?? [];
    expect([...ranges].sort((a, b) => b - a)).toEqual(ranges);
    expect(full?.blindMetres).toBeGreaterThan(0);
    expect(cameraIn(reports, 'tom')).toMatchObject({
      kind: 'sector',
      missing: ['heightMetres', 'tiltDegrees', 'horizontalPixels'],
    });
  });

  it('refuses a camera inside a house, in so many words', () => {
    const house = building('hus', [
      [-10, -10],
      [10, -10],
      [10, 10],
      [-10, 10],
    ]);
    const { reports } = planWith([camera('kamera', 0, 0)], LISTED, { ...EMPTY_GROUND, buildings: [house] });
    expect(cameraIn(reports, 'kamera')?.kind).toBe('inside-building');
  });

  it('finds where a camera looks into the dark, and nothing there once it is lit', () => {
    const { plan, reports } = planWith([camera('kamera', 0, 0)]);
    const dark = cameraIn(reports, 'kamera');
    expect(dark?.darkSquareMetres).toBeCloseTo(dark?.areaSquareMetres ?? 0, -1.5);
    changePlan(
      plan,
      put([light('a', 10, 3), light('b', 30, 3), light('c', 30, -12), light('d', 30, 16)]),
      LISTED,
    );
    expect(cameraIn(workedOff(plan), 'kamera')?.darkSquareMetres).toBeLessThan(
      (dark?.darkSquareMetres ?? 0) / 4,
    );
  });

  it('tells residents nothing of a secret camera and only the square of a generalised one', () => {
    const { reports } = planWith([
      path,
      camera('hemlig', 0, 5, { disclosure: 'secret' }),
      camera('yta', 60, 5, { disclosure: 'area' }),
    ]);
    expect(cameraIn(reports, 'hemlig')?.residents).toEqual({ kind: 'nothing', outlines: [] });
    expect(cameraIn(reports, 'yta')?.residents.kind).toBe('area');
    const answer = strakIn(reports, 'vagen');
    expect(answer?.seen.seenShare).toBeGreaterThan(0);
    expect(answer?.residents.seenShare).toBe(0);
    expect(answer?.residents.nearCameraShare).toBeGreaterThan(0);
  });

  it('takes a masked area away from what is seen', () => {
    const yard = area('gard', [
      [5, -40],
      [60, -40],
      [60, 40],
      [5, 40],
    ]);
    const settings: Settings = { ...LISTED, masks: { kamera: ['gard'] } };
    const { reports } = planWith([yard, camera('kamera', 0, 0), path], settings);
    expect(cameraIn(reports, 'kamera')?.maskedSquareMetres).toBeGreaterThan(500);
    expect(strakIn(reports, 'vagen')?.seen.seenShare).toBeLessThan(0.1);
  });

  it('counts homes in the recognition zone and names the school nearby', () => {
    const buildings = [
      building('hem', [
        [10, -3],
        [18, -3],
        [18, 3],
        [10, 3],
      ]),
      building(
        'skola',
        [
          [-30, 10],
          [-20, 10],
          [-20, 20],
          [-30, 20],
        ],
        { use: 'school', name: 'Skolan' },
      ),
    ];
    const lens = { heightMetres: 4, tiltDegrees: 15, horizontalPixels: 3840 };
    const { reports } = planWith([camera('kamera', 0, 0, lens)], LISTED, { ...EMPTY_GROUND, buildings });
    expect(cameraIn(reports, 'kamera')).toMatchObject({
      exposedDwellings: 1,
      near: [{ name: 'Skolan', category: 'school' }],
    });
  });

  it('judges an area of the plan: lit, seen, both and neither add up to the whole', () => {
    const square = area('torg', [
      [0, -20],
      [40, -20],
      [40, 20],
      [0, 20],
    ]);
    const { reports } = planWith([square, ...row, camera('kamera', 0, 0)]);
    const [answer] = partsOf(reports, 'areas').flatMap(({ answers }) => answers);
    expect(answer?.areaSquareMetres).toBeCloseTo(1600, 0);
    const sum = Object.values(answer?.together ?? {}).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1, 9);
    expect(answer?.together.both).toBeGreaterThan(0.1);
  });

  it('lights with the file that the lamp asks for', () => {
    const text = readFileSync('tests/fixtures/lighting/ts-post-v.ldt', 'latin1');
    const { plan, reports } = planWith([path, light('lampa', 60, 0, { opticId: 'optik-egen' })]);
    setOptics(plan, [{ id: 'optik-egen', text }]);
    const after = strakIn(workedOff(plan), 'vagen')?.light.both?.figures;
    expect(after?.meanHorizontal).not.toBeCloseTo(
      strakIn(reports, 'vagen')?.light.both?.figures.meanHorizontal ?? 0,
      2,
    );
  });

  it('answers under the pointer what the kernel computes there', () => {
    const { plan } = planWith([light('lampa', 0, 0)]);
    expect(placeAnswer(plan, lngLat(3, 0))).toMatchObject({ isLowerBound: false, cameraCount: 0 });
    expect(placeAnswer(plan, lngLat(3, 0)).lux).toBeGreaterThan(3);
    expect(placeAnswer(plan, lngLat(500, 0)).lux).toBe(0);
  });

  it('gives each square its true corners, and lines of equal light that meet at the seams', () => {
    const { plan, reports } = planWith([...row]);
    const { tiles } = partsOf(reports, 'tiles')[0] ?? { tiles: [] };
    expect(tiles.length).toBeGreaterThan(1);
    for (const { key, corners } of tiles) {
      const [, column, line] = key.split('/').map(Number);
      const side = 256 * plan.light.cellMetres;
      const [east, north] = plane.toPlane(corners[3]);
      expect(east).toBeCloseTo((column ?? 0) * side, 3);
      expect(north).toBeCloseTo((line ?? 0) * side, 3);
    }
    const ends = partsOf(reports, 'isolux')
      .flatMap((part) => part.tiles)
      .flatMap(({ lines }) => lines)
      .filter(({ points }) => points[0]?.join() !== points.at(-1)?.join())
      .flatMap(({ levelLux, points }) =>
        [points[0], points.at(-1)].map(
          (point) => `${levelLux} ${plane.toPlane(point ?? [0, 0]).map((metres) => metres.toFixed(4))}`,
        ),
      );
    expect(ends.length).toBeGreaterThan(0);
    for (const end of ends) expect(ends.filter((other) => other === end).length).toBe(2);
  });
});
