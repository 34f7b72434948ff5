import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOver } from '../../../src/analysis/sight/areaCoverage.ts';
import { cellOutlines } from '../../../src/analysis/sight/cellOutlines.ts';
import { NO_OBSTACLES, obstaclesOf } from '../../../src/analysis/sight/obstacles.ts';
import { sectorSightOf } from '../../../src/analysis/sight/sectorSight.ts';
import { isSeen } from '../../../src/analysis/sight/sweep.ts';
import { areaInPlaneSquareMetres, ringInDegrees } from '../../../src/geometry/measure.ts';
import { planeOf } from '../../../src/geometry/plane.ts';
import { isSimpleRing, signedAreaSquareMetres } from '../../../src/geometry/ring.ts';
import { TM } from '../../geometry/systems.ts';
import { box } from './scenes.ts';

// The national plane, where north is 1.33° off: a mistake in the bearing would show.
const plane = planeOf(TM.proj4);
const HERE = [16.5448, 59.6099] as const;
const sector = { lngLat: HERE, bearingDegrees: 0, fieldOfViewDegrees: 10, rangeMetres: 100 };

describe('sectorSightOf', () => {
  it('looks along the true bearing', () => {
    const sight = sectorSightOf(NO_OBSTACLES, plane, { ...sector, fieldOfViewDegrees: 1 });
    if (sight.kind !== 'sees') throw new Error('refused');
    const due = plane.toPlane([HERE[0], HERE[1] + 0.0005]);
    expect(isSeen(sight.sweep, due)).toBe(true);
    expect(isSeen(sight.sweep, [plane.toPlane(HERE)[0], due[1]])).toBe(false);
  });
  it('draws in degrees what it measured in metres', () => {
    const sight = sectorSightOf(NO_OBSTACLES, plane, sector);
    if (sight.kind !== 'sees') throw new Error('refused');
    expect(sight.shape.areaSquareMetres).toBeCloseTo((Math.PI * 100 ** 2 * 10) / 360, 6);
    const drawn = sight.shape.outlines.map((outline) => ringInDegrees(plane, outline));
    expect(drawn[0]?.[0]).toEqual(drawn[0]?.[drawn[0].length - 1]);
    expect(Math.abs(areaInPlaneSquareMetres(plane, drawn) - sight.shape.areaSquareMetres)).toBeLessThan(0.2);
  });
  it('refuses the inside of a building, and without a height takes every building as tall', () => {
    const [east, north] = plane.toPlane(HERE);
    const around = obstaclesOf([
      { footprint: [box(east - 5, north - 5, east + 5, north + 5)], roofHeightMetres: 3 },
    ]);
    expect(sectorSightOf(around, plane, sector)).toEqual({ kind: 'inside-building', obstacle: 0 });
    expect(sectorSightOf(around, plane, { ...sector, heightMetres: 5 }).kind).toBe('sees');
  });
});

describe('cellOutlines', () => {
  it('has the area of the chosen cells, in simple rings, wherever the area lies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }),
        fc.integer({ min: -70, max: 70 }),
        (chosen, shift) => {
          const at = shift / 10;
          const grid = gridOver([box(at, at, at + 18, at + 18)], 2);
          const isChosen = (cell: number) => chosen[cell % 100] === true;
          const outlines = cellOutlines(grid, isChosen);
          const cells = [...grid.inside].filter((inside, cell) => inside === 1 && isChosen(cell)).length;
          const area = outlines.reduce((sum, outline) => sum + signedAreaSquareMetres(outline), 0);
          expect(area).toBeCloseTo(cells * 4, 6);
          for (const outline of outlines) expect(isSimpleRing(outline)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
