import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  facingLux,
  horizontalLux,
  horizontalLuxFrom,
  lampsWithin,
} from '../../../src/analysis/light/illuminance.ts';
import { maintenanceFactorOf, tiltFactorAt } from '../../../src/analysis/light/luminaire.ts';
import { PATH_SHORT } from '../../../src/analysis/photometry/genericOptics.ts';
import { zonalFlux } from '../../../src/analysis/photometry/zonalFlux.ts';
import { aLamp, at, exactly, rotational } from './scenes.ts';

describe('illuminance: analytic truths', () => {
  it('isotropic 100 cd at 5 m', () => {
    const lamp = aLamp({ photometry: rotational(() => 100, 1) });
    expect(horizontalLuxFrom(lamp, at(0, 0))).toBeCloseTo(4, 12);
    expect(horizontalLuxFrom(lamp, at(5, 0))).toBeCloseTo(Math.SQRT2, 12);
  });

  it('Lambert 1000 lm at 5 m', () => {
    const lamp = aLamp({
      photometry: rotational((g) => Math.max(0, 318.309886 * Math.cos((g * Math.PI) / 180))),
    });
    expect(zonalFlux(lamp.photometry)).toBeCloseTo(1000, 3);
    expect(horizontalLuxFrom(lamp, at(0, 0))).toBeCloseTo(12.732395, 6);
    // Tolerance: linear interpolation of a cosine in 0.05° steps.
    expect(horizontalLuxFrom(lamp, at(0, -5))).toBeCloseTo(3.183099, 5);
  });

  it('the perfect optic: 5 lx everywhere inside 60°', () => {
    const perfect = rotational((g) => (g <= 60 ? 125 / Math.cos((g * Math.PI) / 180) ** 3 : 0), 0.01);
    const lamp = aLamp({ photometry: perfect });
    for (const r of [0, 1, 3, 5, 8, 8.65])
      expect(horizontalLuxFrom(lamp, at(r * 0.6, r * 0.8))).toBeCloseTo(5, 4);
    expect(horizontalLuxFrom(lamp, at(8.67, 0))).toBe(0);
    // Within a step of the edge at 60° the table slopes to zero: 0.01° of 1000 cd.
    expect(Math.abs(zonalFlux(perfect) - 1178.0972)).toBeLessThan(0.6);
  });

  it('one source of 1000 cd, 10 m away', () => {
    const lamp = aLamp({ photometry: rotational(() => 1000, 1), eastMetres: 10 });
    expect(horizontalLuxFrom(lamp, at(0, 0))).toBeCloseTo(3.577709, 6);
    const facing = (bearing: number) => facingLux([lamp], at(0, 0, 1.5), bearing);
    expect(facing(90).verticalLux).toBeCloseTo(8.408538, 6);
    expect(facing(0).verticalLux).toBeCloseTo(0, 12);
    expect(facing(270).verticalLux).toBe(0);
    expect(facing(90).semiCylindricalLux).toBeCloseTo(5.353041, 6);
    expect(facing(0).semiCylindricalLux).toBeCloseTo(2.676521, 6);
    expect(facing(270).semiCylindricalLux).toBeCloseTo(0, 12);
  });

  it('one path lamp of the reference', () => {
    const lamp = exactly(aLamp({ northMetres: -0.5, fluxLumens: 2000, maintenanceFactor: 0.8 }), PATH_SHORT);
    expect(horizontalLuxFrom(lamp, at(0, 0))).toBeCloseTo(7.712462, 6);
    expect(horizontalLuxFrom(lamp, at(5, 1.5))).toBeCloseTo(7.007033, 6);
    expect(horizontalLuxFrom(lamp, at(12.5, 1.5))).toBeCloseTo(1.75749, 6);
  });
});

const place = fc.double({ min: -30, max: 30, noNaN: true });
const turn = fc.double({ min: 0, max: 360, noNaN: true });

describe('illuminance: properties', () => {
  it('is linear in flux and maintenance, and lamps add up', () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: 0.1, max: 9, noNaN: true }), (x, y, k) => {
        const one = horizontalLuxFrom(aLamp(), at(x, y));
        expect(horizontalLuxFrom(aLamp({ fluxLumens: 1000 * k }), at(x, y))).toBeCloseTo(k * one, 9);
        expect(horizontalLuxFrom(aLamp({ maintenanceFactor: k / 10 }), at(x, y))).toBeCloseTo(
          (k / 10) * one,
          9,
        );
        expect(horizontalLux([aLamp(), aLamp({ fluxLumens: 500 })], at(x, y))).toBeCloseTo(1.5 * one, 9);
      }),
    );
  });

  it('moving and turning everything changes nothing', () => {
    fc.assert(
      fc.property(place, place, turn, place, place, (x, y, bearing, dx, dy) => {
        const radians = (bearing * Math.PI) / 180;
        const [s, c] = [Math.sin(radians), Math.cos(radians)];
        const lamp = { tiltDegrees: 10, rotationDegrees: 20, armMetres: 1.5 };
        const before = horizontalLuxFrom(aLamp(lamp), at(x, y));
        const moved = aLamp({ ...lamp, eastMetres: dx, northMetres: dy, bearingDegrees: bearing });
        expect(horizontalLuxFrom(moved, at(dx + x * c + y * s, dy - x * s + y * c))).toBeCloseTo(before, 8);
      }),
    );
  });

  it('doubling every length divides the light by four', () => {
    fc.assert(
      fc.property(place, place, (x, y) => {
        const near = horizontalLuxFrom(aLamp(), at(x, y));
        expect(horizontalLuxFrom(aLamp({ heightMetres: 10 }), at(2 * x, 2 * y))).toBeCloseTo(near / 4, 10);
      }),
    );
  });

  it('a wall in the way only takes light away', () => {
    const behind = aLamp({}, () => (east) => east > 3);
    expect(horizontalLuxFrom(behind, at(4, 0))).toBe(0);
    expect(facingLux([behind], at(4, 0, 1.5), 270).verticalLux).toBe(0);
    expect(horizontalLuxFrom(behind, at(2, 0))).toBe(horizontalLuxFrom(aLamp(), at(2, 0)));
  });
});

describe('mounting', () => {
  it('C90 points along the bearing and C0 to its right', () => {
    // TS-PATH-S throws along C0 and leans to C90.
    const east = aLamp({ bearingDegrees: 90 });
    expect(horizontalLuxFrom(east, at(0, 10))).toBeGreaterThan(5 * horizontalLuxFrom(east, at(10, 0)));
    expect(horizontalLuxFrom(east, at(5, 0))).toBeGreaterThan(1.2 * horizontalLuxFrom(east, at(-5, 0)));
    const lopsided = {
      ...east.photometry,
      azimuthsDegrees: Float64Array.of(0, 90, 180, 270),
      verticalsDegrees: Float64Array.of(0, 90),
      candelasPerKilolumen: Float64Array.of(1, 8, 1, 0, 1, 0, 1, 0),
    };
    const north = aLamp({ photometry: lopsided });
    expect(horizontalLuxFrom(north, at(10, 0))).toBeGreaterThan(3 * horizontalLuxFrom(north, at(-10, 0)));
  });

  it('an arm carries the optical centre, a tilt lifts the beam towards the path', () => {
    const arm = aLamp({ armMetres: 2, bearingDegrees: 90 });
    expect([arm.eastMetres, arm.northMetres]).toEqual([2, expect.closeTo(0, 12)]);
    const spot = rotational((g) => (g < 10 ? 1000 : 0));
    const tilted = aLamp({ photometry: spot, tiltDegrees: 45 });
    expect(horizontalLuxFrom(tilted, at(0, 5))).toBeCloseTo(1000 / 50 / Math.SQRT2, 9);
    expect(horizontalLuxFrom(tilted, at(0, 0))).toBe(0);
    expect(horizontalLuxFrom(tilted, at(0, -5))).toBe(0);
  });

  it('a rotation turns the optic counter-clockwise in its socket', () => {
    const turned = aLamp({ rotationDegrees: 30 });
    const radians = Math.PI / 6;
    const along = at(10 * Math.cos(radians), 10 * Math.sin(radians));
    expect(horizontalLuxFrom(turned, along)).toBeCloseTo(horizontalLuxFrom(aLamp(), at(10, 0)), 10);
  });

  it('applies the tilt table of the file and multiplies maintenance factors', () => {
    const tilt = { anglesDegrees: Float64Array.of(0, 90), factors: Float64Array.of(1, 0.8) };
    expect(tiltFactorAt(tilt, 45)).toBeCloseTo(0.9, 12);
    expect(tiltFactorAt(tilt, 120)).toBe(0.8);
    expect(tiltFactorAt(null, 45)).toBe(1);
    const photometry = { ...aLamp().photometry, tiltFactors: tilt };
    expect(aLamp({ photometry, tiltDegrees: 45 }).scale).toBeCloseTo(0.9, 12);
    expect(maintenanceFactorOf({ lampLumens: 0.9, lampSurvival: 0.98, luminaire: 0.91 })).toBeCloseTo(
      0.80262,
      5,
    );
  });

  it('counts lamps within so many mounting heights in plan', () => {
    const lamps = [aLamp({ eastMetres: 25 }), aLamp({ eastMetres: 25.1 }), aLamp({ eastMetres: 70 })];
    expect(lampsWithin(lamps, at(0, 0), { mountingHeights: 5 })).toHaveLength(1);
    expect(lampsWithin(lamps, at(0, 0), { mountingHeights: 12 })).toHaveLength(2);
    expect(lampsWithin(lamps, at(0, 0), 'all')).toHaveLength(3);
  });
});
