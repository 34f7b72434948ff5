/**
 * Question: for how many hours a year is it dark enough for lights to burn, at a latitude?
 * Method: for each day the sun's declination δ (Spencer 1971, Fourier series, error under 0.04°), then the hour angle
 * at which the sun stands at altitude a: cos H = (sin a − sin φ sin δ) / (cos φ cos δ); it is dark 24 − 2H/15 hours.
 * No refraction correction beyond the chosen altitude, no weather, no equation of time (it shifts hours, not their sum).
 * Source: J. W. Spencer, "Fourier series representation of the position of the sun", Search 2 (5), 1971, p. 172;
 * the hour-angle formula is the altitude equation of spherical astronomy.
 * Units: degrees, hours. Complexity: 365 steps.
 */

/** Sunset as almanacs define it: half a solar diameter and the refraction at the horizon. */
export const SUNSET_ALTITUDE_DEGREES = -0.833;

/**
 * Assumption: lights switch when the sun is 3° below the horizon, in mid civil twilight. A dusk sensor's threshold is
 * the owner's choice; the planner can give another altitude.
 */
export const ASSUMED_SWITCHING_ALTITUDE_DEGREES = -3;

const RADIANS = Math.PI / 180;

/** The sun's declination in degrees on a day of the year (1 = 1 January). */
export function declinationDegrees(dayOfYear: number): number {
  const g = (2 * Math.PI * (dayOfYear - 1)) / 365;
  const radians =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g);
  return radians / RADIANS;
}

/** Hours of one day with the sun below an altitude; 0 or 24 where it does not cross it. */
export function darkHoursOfDay(dayOfYear: number, latitudeDegrees: number, altitudeDegrees: number): number {
  const declination = declinationDegrees(dayOfYear) * RADIANS;
  const latitude = latitudeDegrees * RADIANS;
  const cosine =
    (Math.sin(altitudeDegrees * RADIANS) - Math.sin(latitude) * Math.sin(declination)) /
    (Math.cos(latitude) * Math.cos(declination));
  const hourAngleDegrees = Math.acos(Math.min(1, Math.max(-1, cosine))) / RADIANS;
  return 24 - (2 * hourAngleDegrees) / 15;
}

/** Hours a year with the sun below an altitude. */
export function darkHoursOfYear(
  latitudeDegrees: number,
  altitudeDegrees: number = ASSUMED_SWITCHING_ALTITUDE_DEGREES,
): number {
  let hours = 0;
  for (let day = 1; day <= 365; day++) hours += darkHoursOfDay(day, latitudeDegrees, altitudeDegrees);
  return hours;
}
