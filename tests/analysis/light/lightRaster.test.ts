import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildingOcclusion } from '../../../src/analysis/light/buildingShadow.ts';
import { quickAtan2 } from '../../../src/analysis/light/footprint.ts';
import { horizontalLux, horizontalLuxFrom } from '../../../src/analysis/light/illuminance.ts';
import {
  addLamp,
  DEFAULT_TOLERANCE_LUX,
  emptyRaster,
  lightRaster,
  luxAt,
  moveLamp,
  omittedLuxBound,
  type RasterGrid,
  removeLamp,
} from '../../../src/analysis/light/lightRaster.ts';
import { mostLuxBeyond, reachMetres } from '../../../src/analysis/light/lightReach.ts';
import type { Luminaire, MountedLuminaire, Occlusion } from '../../../src/analysis/light/luminaire.ts';
import { uniformTable } from '../../../src/analysis/light/uniformTable.ts';
import { intensityAt } from '../../../src/analysis/photometry/intensity.ts';
import { edgeIndexOf } from '../../../src/geometry/edgeIndex.ts';
import { opticFile } from '../photometry/fixtures.ts';
import { aLamp, at, rotational, seeded } from './scenes.ts';

const optics = ['ts-path-s.ldt', 'ts-path-m.ies', 'ts-post-v.ldt'].map(opticFile);
const grid: RasterGrid = { westMetres: 500, southMetres: -300, cellMetres: 1, columns: 120, rows: 90 };

/** Lamps about the grid, upright, tilted and turned, the same for a seed. */
function someLamps(seed: number, count: number, occlusion?: Occlusion): MountedLuminaire[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const changes: Partial<Luminaire> = {
      eastMetres: grid.westMetres - 30 + random() * 180,
      northMetres: grid.southMetres - 30 + random() * 150,
      heightMetres: 3 + random() * 5,
      fluxLumens: 500 + random() * 4000,
      maintenanceFactor: 0.8,
      bearingDegrees: random() * 360,
      photometry: optics[i % optics.length]!,
      tiltDegrees: i % 4 === 0 ? random() * 20 - 5 : 0,
      rotationDegrees: i % 5 === 0 ? random() * 90 : 0,
      armMetres: random(),
    };
    return aLamp(changes, occlusion);
  });
}
const middles = (g: RasterGrid) =>
  Array.from({ length: g.columns * g.rows }, (_, i) =>
    at(
      g.westMetres + ((i % g.columns) + 0.5) * g.cellMetres,
      g.southMetres + (Math.floor(i / g.columns) + 0.5) * g.cellMetres,
    ),
  );

describe('the quick arctangent', () => {
  it('is within 3e-10 rad', () => {
    let worst = 0;
    for (let i = 0; i <= 200_000; i += 1) {
      const angle = (i / 100_000 - 1) * Math.PI;
      const [y, x] = [Math.sin(angle) * 7, Math.cos(angle) * 7];
      worst = Math.max(worst, Math.abs(quickAtan2(y, x) - Math.atan2(y, x)));
    }
    expect(worst).toBeLessThan(3e-10);
    expect(quickAtan2(0, 0)).toBe(0);
  });
});

describe('the even table', () => {
  it('is the same function as the file', () => {
    for (const photometry of optics) {
      const table = uniformTable(photometry);
      expect(table.isExact).toBe(true);
      for (let g = 0; g < table.verticals; g += 1)
        expect(table.candelas[g]).toBeCloseTo(intensityAt(photometry, 0, g * table.verticalStepDegrees), 9);
    }
    const uneven = {
      ...optics[0]!,
      azimuthsDegrees: Float64Array.of(0, 30, 90, 180),
      verticalsDegrees: Float64Array.of(0, 5, 7.5, 20),
      candelasPerKilolumen: Float64Array.from({ length: 16 }, (_, i) => (i * 7) % 11),
    };
    const table = uniformTable(uneven);
    expect([table.azimuthStepDegrees, table.verticalStepDegrees, table.isExact]).toEqual([30, 2.5, true]);
    expect(table.candelas[2 * table.verticals + 4]).toBeCloseTo(intensityAt(uneven, 60, 10), 12);
    const odd = { ...uneven, verticalsDegrees: Float64Array.of(0, Math.PI, 7.5, 20) };
    expect(uniformTable(odd).isExact).toBe(false);
  });
});

describe('the reach of a lamp', () => {
  const point = fc.tuple(
    fc.double({ min: 0, max: 360, noNaN: true }),
    fc.double({ min: 0, max: 3, noNaN: true }),
  );
  it('leaves out at most the tolerance, however it is tilted', () => {
    for (const lamp of someLamps(11, 24)) {
      const reach = reachMetres(lamp, 0.01);
      fc.assert(
        fc.property(point, ([turn, beyond]) => {
          const r = reach * (1 + beyond) + 1e-9;
          const spot = at(
            lamp.eastMetres + r * Math.cos((turn * Math.PI) / 180),
            lamp.northMetres + r * Math.sin((turn * Math.PI) / 180),
          );
          const lux = horizontalLuxFrom(lamp, spot);
          expect(lux).toBeLessThanOrEqual(0.01 * (1 + 1e-9));
          expect(lux).toBeLessThanOrEqual(mostLuxBeyond(lamp, r) * (1 + 1e-9));
        }),
        { numRuns: 60 },
      );
    }
  });

  it('is not wider than the bound asks: upright, the light at the reach is near the tolerance', () => {
    const lamp = aLamp({ photometry: rotational(() => 100, 1), fluxLumens: 1000 });
    const reach = reachMetres(lamp, 0.01);
    // 100·5/(25 + r²)^{3/2} = 0.01
    expect(reach).toBeCloseTo(Math.sqrt((100 * 5 * 100) ** (2 / 3) - 25), 6);
    expect(mostLuxBeyond(lamp, reach)).toBeCloseTo(0.01, 9);
  });

  it('is nothing for a lamp that is off and refuses a tolerance of nothing', () => {
    expect(reachMetres(aLamp({ fluxLumens: 0 }), 0.01)).toBe(0);
    expect(() => reachMetres(aLamp(), 0)).toThrow(RangeError);
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (r, more) => {
          expect(mostLuxBeyond(aLamp(), r + more)).toBeLessThanOrEqual(
            mostLuxBeyond(aLamp(), r) * (1 + 1e-12),
          );
        },
      ),
    );
  });
});

describe('the raster', () => {
  it('is the plain sum to 1e-5 when nothing is cut off', () => {
    for (const seed of [1, 2, 3]) {
      const lamps = someLamps(seed, 12);
      const raster = lightRaster(grid, lamps, { toleranceLux: 1e-9 });
      middles(grid).forEach((middle, i) => {
        const plain = horizontalLux(lamps, middle);
        expect(Math.abs(raster.sumLux[i]! - plain)).toBeLessThan(1e-5 * plain + 1e-7);
      });
    }
  });

  it('leaves out no more than its stated bound', () => {
    const lamps = someLamps(4, 30);
    const raster = lightRaster(grid, lamps);
    const bound = omittedLuxBound(raster, lamps);
    let worst = 0;
    middles(grid).forEach((middle, i) => {
      const missing = horizontalLux(lamps, middle) - raster.sumLux[i]!;
      worst = Math.max(worst, missing);
    });
    expect(worst).toBeLessThanOrEqual(bound);
    expect(worst).toBeGreaterThan(0);
    expect(bound).toBeLessThanOrEqual(lamps.length * DEFAULT_TOLERANCE_LUX);
  });

  it.each(['simd', 'plain'] as const)('does not drift (%s): a thousand moves leave no trace', (kernel) => {
    const lamps = someLamps(6, 20);
    const raster = lightRaster(grid, lamps, { kernel });
    const before = raster.sumLux.slice();
    const random = seeded(9);
    let held = lamps[7]!;
    for (let i = 0; i < 1000; i += 1) {
      const next = { ...held, eastMetres: 480 + random() * 150, northMetres: -320 + random() * 130 };
      moveLamp(raster, held, next);
      held = next;
    }
    expect(raster.sumLux).not.toEqual(before);
    moveLamp(raster, held, lamps[7]!);
    expect(raster.sumLux).toEqual(before);
    expect(raster.lux).toEqual(Float32Array.from(before));
    for (const lamp of lamps) removeLamp(raster, lamp);
    expect(raster.sumLux.every((lux) => lux === 0)).toBe(true);
  });

  it.each(['simd', 'plain'] as const)('does not depend on the order of the lamps (%s)', (kernel) => {
    const lamps = someLamps(8, 15);
    const backwards = lightRaster(grid, [...lamps].reverse(), { kernel });
    expect(backwards.sumLux).toEqual(lightRaster(grid, lamps, { kernel }).sumLux);
  });

  it('lights every cell within the reach and none beyond', () => {
    const lamp = aLamp({
      photometry: rotational(() => 100, 1),
      eastMetres: 557.3,
      northMetres: -254.8,
      fluxLumens: 400,
    });
    const reach = reachMetres(lamp, DEFAULT_TOLERANCE_LUX);
    const raster = lightRaster(grid, [lamp]);
    middles(grid).forEach(({ eastMetres, northMetres }, i) => {
      const isNear = Math.hypot(eastMetres - 557.3, northMetres + 254.8) <= reach;
      expect(raster.sumLux[i]! > 0).toBe(isNear);
    });
  });

  it('touches only the windows it names', () => {
    const raster = emptyRaster(grid);
    const window = addLamp(raster, aLamp({ eastMetres: 505, northMetres: -290, fluxLumens: 300 }));
    raster.lux.forEach((lux, i) => {
      const [column, row] = [i % grid.columns, Math.floor(i / grid.columns)];
      const inside =
        column >= window.firstColumn &&
        column < window.endColumn &&
        row >= window.firstRow &&
        row < window.endRow;
      if (!inside) expect(lux).toBe(0);
    });
    expect(luxAt(raster, 505.5, -289.5)).toBeGreaterThan(1);
    expect(luxAt(raster, 499.9, -289.5)).toBeNull();
    const far = addLamp(raster, aLamp({ eastMetres: 9000, northMetres: 9000 }));
    expect(far.endColumn - far.firstColumn).toBeLessThanOrEqual(0);
  });

  it('keeps buildings dark behind and never brighter', () => {
    const ring = [
      [540, -270],
      [560, -270],
      [560, -250],
      [540, -250],
      [540, -270],
    ] as const;
    const occlusion = buildingOcclusion(edgeIndexOf([[ring]]), () => 8);
    const free = lightRaster(grid, someLamps(12, 10), { toleranceLux: 1e-9 });
    const lamps = someLamps(12, 10, occlusion);
    const shaded = lightRaster(grid, lamps, { toleranceLux: 1e-9 });
    let darker = 0;
    middles(grid).forEach((middle, i) => {
      expect(shaded.sumLux[i]).toBeLessThanOrEqual(free.sumLux[i]!);
      if (shaded.sumLux[i]! < free.sumLux[i]!) darker += 1;
      const plain = horizontalLux(lamps, middle);
      expect(Math.abs(shaded.sumLux[i]! - plain)).toBeLessThan(1e-5 * plain + 1e-7);
    });
    expect(darker).toBeGreaterThan(400);
  });

  it('refuses what is no raster', () => {
    expect(() => emptyRaster({ ...grid, columns: 1e6, rows: 1e6 })).toThrow(RangeError);
    expect(() => emptyRaster({ ...grid, columns: Number.NaN })).toThrow(RangeError);
    expect(() => emptyRaster({ ...grid, cellMetres: 0 })).toThrow(RangeError);
  });
});
