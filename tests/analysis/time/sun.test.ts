import { describe, expect, it } from 'vitest';
import { isDark, solarCoordinates, sunAt } from '../../../src/analysis/time/sun.ts';

describe('the sun', () => {
  it('stands where Meeus, example 25.a, puts it (1992-10-13 0h TD)', () => {
    const sun = solarCoordinates(Date.UTC(1992, 9, 13));
    expect(sun.apparentLongitudeDegrees).toBeCloseTo(199.90895, 3);
    expect(sun.rightAscensionDegrees).toBeCloseTo(198.38083, 3);
    expect(sun.declinationDegrees).toBeCloseTo(-7.78507, 4);
  });

  it('stands where NREL/TP-560-34302, appendix A.5, puts it', () => {
    // 2003-10-17 12:30:30, UTC−7; topocentric elevation without refraction 39.872046°, azimuth 194.340241°.
    const sun = sunAt(Date.UTC(2003, 9, 17, 19, 30, 30), [-105.1786, 39.742476]);
    expect(Math.abs(sun.altitudeDegrees - 39.872046)).toBeLessThan(0.01);
    expect(Math.abs(sun.azimuthDegrees - 194.340241)).toBeLessThan(0.01);
  });

  it('stands at the obliquity over the pole at midsummer, all day', () => {
    for (const hour of [0, 6, 12, 18])
      expect(sunAt(Date.UTC(2024, 5, 20, hour), [0, 90]).altitudeDegrees).toBeCloseTo(23.44, 1);
  });

  it('at 59.6° N dark lasts two hours at midsummer, north of 60.6° N it never comes', () => {
    const darkMinutes = (lat: number): number =>
      Array.from({ length: 1440 }, (_, m) => Date.UTC(2024, 5, 20, 12, m)).filter((t) =>
        isDark(t, [16.5, lat]),
      ).length;
    expect(darkMinutes(59.6)).toBeGreaterThan(110);
    expect(darkMinutes(59.6)).toBeLessThan(135);
    // 90° − 23.44° − 6° = 60.56°.
    expect(darkMinutes(60.5)).toBeGreaterThan(0);
    expect(darkMinutes(60.6)).toBe(0);
  });

  it('in December at 59.6° N it is dark at five in the afternoon, in June it is light', () => {
    expect(isDark(Date.UTC(2024, 11, 21, 16), [16.5, 59.6])).toBe(true);
    expect(isDark(Date.UTC(2024, 5, 21, 15), [16.5, 59.6])).toBe(false);
  });
});
