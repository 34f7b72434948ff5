/*
 * Question  Where does the sun stand at a moment and place: was it dark?
 * Method    Low-accuracy solar coordinates (mean longitude, equation of centre, apparent longitude with nutation and
 *           aberration), mean sidereal time, altitude and azimuth of the sun's centre without refraction.
 * Source    Meeus, Astronomical Algorithms (2nd ed. 1998), chapters 12, 13, 22 and 25; worked example 25.a is in the tests,
 *           and so is the published example of Reda & Andreas, NREL/TP-560-34302 (2008).
 * Units     degrees; azimuth clockwise from true north. Error about 0.01°, that is 5 s in the time of dusk at 60° N.
 *           Difference between TT and UT (about 70 s) shifts the sun by 0.0008° and is left out.
 * Cost      O(1).
 */

const RADIANS = Math.PI / 180;
const EPOCH_J2000_MS = Date.UTC(2000, 0, 1, 12);
const MS_PER_DAY = 86_400_000;

/** End of civil twilight: below it street lighting, not daylight, decides what is seen. */
export const DARK_BELOW_ALTITUDE_DEGREES = -6;

export interface SolarCoordinates {
  readonly apparentLongitudeDegrees: number;
  readonly rightAscensionDegrees: number;
  readonly declinationDegrees: number;
}

/** Apparent place of the sun on the sky of the date. */
export function solarCoordinates(epochMs: number): SolarCoordinates {
  const t = (epochMs - EPOCH_J2000_MS) / MS_PER_DAY / 36525;
  const meanLongitude = 280.46646 + t * (36000.76983 + t * 0.0003032);
  const anomaly = (357.52911 + t * (35999.05029 - t * 0.0001537)) * RADIANS;
  const centre =
    (1.914602 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly) +
    (0.019993 - t * 0.000101) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  const node = (125.04 - 1934.136 * t) * RADIANS;
  const apparent = (meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(node)) * RADIANS;
  const obliquity =
    (23.4392911 - t * (0.0130042 + t * (1.64e-7 - t * 5.04e-7)) + 0.00256 * Math.cos(node)) * RADIANS;
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(apparent), Math.cos(apparent));
  return {
    apparentLongitudeDegrees: turn(apparent / RADIANS),
    rightAscensionDegrees: turn(ascension / RADIANS),
    declinationDegrees: Math.asin(Math.sin(obliquity) * Math.sin(apparent)) / RADIANS,
  };
}

const turn = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** Longitude and latitude in degrees, WGS 84. */
export type Observer = readonly [lng: number, lat: number];

/** Direction of the sun's centre as seen from a place; altitude is negative below the horizon. */
export function sunAt(
  epochMs: number,
  [lng, lat]: Observer,
): { altitudeDegrees: number; azimuthDegrees: number } {
  const { rightAscensionDegrees, declinationDegrees } = solarCoordinates(epochMs);
  const days = (epochMs - EPOCH_J2000_MS) / MS_PER_DAY;
  const siderealDegrees = 280.46061837 + 360.98564736629 * days + 0.000387933 * (days / 36525) ** 2;
  const hourAngle = (siderealDegrees + lng - rightAscensionDegrees) * RADIANS;
  const [latitude, declination] = [lat * RADIANS, declinationDegrees * RADIANS];
  const height =
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  const fromSouth = Math.atan2(
    Math.sin(hourAngle),
    Math.cos(hourAngle) * Math.sin(latitude) - Math.tan(declination) * Math.cos(latitude),
  );
  return {
    altitudeDegrees: Math.asin(Math.max(-1, Math.min(1, height))) / RADIANS,
    azimuthDegrees: turn(fromSouth / RADIANS + 180),
  };
}

/** Whether the sun stands below −6° at the moment and place. */
export function isDark(epochMs: number, observer: Observer): boolean {
  return sunAt(epochMs, observer).altitudeDegrees < DARK_BELOW_ALTITUDE_DEGREES;
}
