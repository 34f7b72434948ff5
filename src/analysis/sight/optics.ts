/**
 * Question: how wide does a camera see, and how many pixels fall on a metre at a distance?
 * Method: a pinhole: field of view 2·atan(sensor / 2f), density f_px / Z at axial depth Z. Above 90° a pinhole no longer
 *   describes real lenses; there the pixels are spread evenly over the angle and density falls with slant distance.
 * Source: pinhole model as used by IEC 62676-4 and makers' data sheets.
 * Units: millimetres on the sensor, metres in the scene, degrees.
 */

/** Sensor and lens as a data sheet states them. */
export interface Lens {
  sensorWidthMillimetres: number;
  sensorHeightMillimetres: number;
  focalLengthMillimetres: number;
  widthPixels: number;
}

/** What sight needs to know of a lens. */
export interface Optics {
  horizontalDegrees: number;
  verticalDegrees: number;
  /** Pinhole: focal length in pixels. Equidistant: pixels per radian. Either way, density = this / distance. */
  focalPixels: number;
  projection: 'pinhole' | 'equidistant';
}

/** Beyond this width lens distortion breaks the pinhole. */
export const WIDEST_PINHOLE_DEGREES = 90;

const degrees = (radians: number): number => (radians * 180) / Math.PI;
/** Radians of an angle in degrees. */
export const radiansOf = (angleDegrees: number): number => (angleDegrees * Math.PI) / 180;

const angleOver = (size: number, focalLength: number): number =>
  degrees(2 * Math.atan(size / (2 * focalLength)));

/** Optics from sensor and focal length. */
export function opticsOfLens(lens: Lens): Optics {
  const { sensorWidthMillimetres, sensorHeightMillimetres, focalLengthMillimetres, widthPixels } = lens;
  const isComplete = [
    sensorWidthMillimetres,
    sensorHeightMillimetres,
    focalLengthMillimetres,
    widthPixels,
  ].every((value) => Number.isFinite(value) && value > 0);
  if (!isComplete) throw new RangeError(`a lens needs sizes above 0, was ${JSON.stringify(lens)}`);
  return opticsOfFieldOfView({
    horizontalDegrees: angleOver(sensorWidthMillimetres, focalLengthMillimetres),
    verticalDegrees: angleOver(sensorHeightMillimetres, focalLengthMillimetres),
    widthPixels,
  });
}

/** Optics from the fields of view that a data sheet states; the way to take for wide and fisheye lenses. */
export function opticsOfFieldOfView(stated: {
  horizontalDegrees: number;
  verticalDegrees: number;
  widthPixels: number;
}): Optics {
  const { horizontalDegrees, verticalDegrees, widthPixels } = stated;
  if (!(horizontalDegrees > 0 && horizontalDegrees <= 360 && verticalDegrees > 0 && widthPixels > 0))
    throw new RangeError(`a field of view must be above 0° and at most 360°, was ${JSON.stringify(stated)}`);
  const isPinhole = horizontalDegrees <= WIDEST_PINHOLE_DEGREES;
  return {
    horizontalDegrees,
    verticalDegrees,
    focalPixels: isPinhole
      ? widthPixels / (2 * Math.tan(radiansOf(horizontalDegrees) / 2))
      : widthPixels / radiansOf(horizontalDegrees),
    projection: isPinhole ? 'pinhole' : 'equidistant',
  };
}

/** The distance (axial depth for a pinhole, slant otherwise) at which a density is just reached. */
export const rangeAtDensityMetres = ({ focalPixels }: Optics, pixelsPerMetre: number): number =>
  focalPixels / pixelsPerMetre;

/** Width of the scene at an axial depth. */
export const sceneWidthMetres = ({ horizontalDegrees }: Optics, depthMetres: number): number =>
  2 * depthMetres * Math.tan(radiansOf(horizontalDegrees) / 2);
